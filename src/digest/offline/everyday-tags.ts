import type { DocumentType } from '../digest';
import type { DraftFact } from '../../llm/draft';
import { isRoleName, namesRole } from '../../text/lexicon/parties';
import type { Phrase } from './phrases';

/**
 * Kinds of documents in which many words are not about the subject, but about parties, duties and addresses.
 */
const KINDS: readonly DocumentType[] = [
  'contract',
  'quotation',
  'purchase-order',
  'policy',
  'payslip',
  'statement',
  'letter',
  'notice',
  'plan',
  'form',
  'application',
];
/** The last word of the name of a street. */
const STREET =
  /(?:\b(?:street|road|avenue|lane|drive|crescent|close|grove|blvd|boulevard|row)|stra(?:ß|ss)e)$/iu;
/**
 * Suffixes of one character. If the last word of a phrase is a single character that is not one of these
 * suffixes, the phrase was cut in the middle of a word.
 */
const SUFFIX =
  /[器性化率量度法型机员者学体力值图表式类区线点物层网费款金税单票权厂店站室院校局部会系队市县镇村路街桥房证书品具车船板管]$/u;
/** The legal form at the end of the name of an organisation. */
const FORM =
  /[,\s]+(?:Inc|Ltd|LLC|LLP|Limited|GmbH|AG|PLC|Corp|Pte|Pty)\b.*$|(?:股份|集团)?有限(?:责任)?公司$/iu;

/**
 * Returns a function that returns false for phrases that are not good tags, such as roles of parties, parts
 * of names, and streets. Undefined if `type` is not one of `KINDS`.
 */
export function everydayTags(
  type: DocumentType,
  facts: readonly DraftFact[],
): ((phrase: Phrase) => boolean) | undefined {
  if (!KINDS.includes(type)) return undefined;
  const parties = facts.filter(({ name }) => namesRole(name));
  const [names, roles] = [parties.map(({ value }) => value), parties.map(({ name }) => name)];
  return ({ text, keys, count, isInTitle, isInHeading, isCapitalised }) => {
    const isName = isCapitalised && (keys.length > 1 || /\d/u.test(text));
    if (!isInTitle && !isInHeading && !isName && count === 1) return false;
    // Outside the title and headings, a single word says little if it has no Han character and no digit.
    if (keys.length === 1 && !isInTitle && !isInHeading && !/[\p{Script=Han}\d]/u.test(text)) return false;
    const isPart = names.some(
      (name) => name.includes(text) && ![name, name.replace(FORM, '')].includes(text),
    );
    if (isPart || STREET.test(text)) return false;
    if (keys.at(-1)?.length === 1 && !SUFFIX.test(text)) return false;
    // Refuses postal codes and numbers, but not products such as `Kestrel450`.
    if (/(?:^|\s)\p{L}{0,2}\d/u.test(text) && !isInTitle) return false;
    if (roles.some((role) => role.includes(text))) return false;
    return !keys.some(isRoleName) && !(/\p{Script=Han}/u.test(text) && namesRole(text));
  };
}
