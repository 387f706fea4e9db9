import type { DocumentType } from '../digest';
import type { DraftFact } from '../../llm/draft';
import { EN_DEED } from '../../text/lexicon/duty';
import { isRoleName, namesRole } from '../../text/lexicon/parties';
import { anyOf } from '../../text/words';
import type { Phrase } from './phrases';

/**
 * Kinds of documents in which many words name parties, duties and addresses. Such words do not name the
 * subject of the document.
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
/** Matches phrases with a verb at the beginning or the end. They are fragments of sentences. */
const FRAGMENT = new RegExp(
  `^${anyOf(
    '(?:agrees?|pays?|rents?|returns?|begins?|ends?|makes?|owes?|keeps?|uses?|gives?|incurs?)\\b.*',
    '(?:unless|witness|prior)\\b.*',
    '.+\\s(?:agrees?|pays?|rents?|begins?|ends?|makes?|owes?|keeps?|gives?|\\p{L}{3,}(?:ing|ed|eth))',
    '(?:提前|如遇|位于|从事|送到|关好).*',
  )}$`,
  'iu',
);
/**
 * Words of addresses, personal data and standard clauses. Nearly every document of a kind in {@link KINDS}
 * has such words.
 */
const COMMON = new RegExp(
  anyOf(
    '\\b(?:street|road|avenue|lane|drive|crescent|close|grove|blvd|boulevard|row)$, stra(?:ß|ss)e$',
    '^(?:liability|insurance|default|holidays|hours|schedule|gegenstand|PO Box)$',
    '\\b(?:governing law|registered office|liability company|corporation|company number|job title)\\b',
    '身份, 联系人, 联系电话, 地点, 收款账户, 增值税, 付款, 交货, 休息休假, 商业秘密, 争议, 仲裁, 违约, ^第.$',
  ),
  'iu',
);
/**
 * Characters that can end a word as a suffix. If the last word of a phrase is any other single character, the
 * character is the beginning of the next word.
 */
const SUFFIX =
  /[器性化率量度法型机员者学体力值图表式类区线点物层网费款金税单票权厂店站室院校局部会系队市县镇村路街桥房证书品具车船板管]$/u;
/** The legal form at the end of the name of an organisation. */
const FORM =
  /[,\s]+(?:Inc|Ltd|LLC|LLP|Limited|GmbH|AG|PLC|Corp|Pte|Pty)\b.*$|(?:股份|集团)?有限(?:责任)?公司$/iu;

/**
 * Returns a function that returns false for phrases that are not good tags: roles of parties, fragments of
 * sentences, and parts of names and addresses. It also returns false for a phrase that occurs only once, is
 * not in the title or in a heading, and does not look like a name. Undefined if `type` is not one of `KINDS`.
 */
export function everydayTags(
  type: DocumentType,
  facts: readonly DraftFact[],
): ((phrase: Phrase) => boolean) | undefined {
  if (!KINDS.includes(type)) return undefined;
  const parties = facts.filter(({ name }) => namesRole(name));
  const [names, roles] = [parties.map(({ value }) => value), parties.map(({ name }) => name)];
  return ({ text, keys, features }) => {
    const [isInTitle, isInHeading] = [features[6] === 1, features[7] === 1];
    const isName = (keys.length > 1 || /\d/u.test(text)) && (features[14] ?? 0) >= 0.5;
    const isRepeated = (features[1] ?? 0) > 0;
    if (!isInTitle && !isInHeading && !isName && !isRepeated) return false;
    // Outside the title and headings, a single word says little if it has no Han character and no digit.
    if (keys.length === 1 && !isInTitle && !isInHeading && !/[\p{Script=Han}\d]/u.test(text)) return false;
    const isPart = names.some(
      (name) => name.includes(text) && ![name, name.replace(FORM, '')].includes(text),
    );
    if (isPart || FRAGMENT.test(text) || EN_DEED.test(keys[0] ?? '') || COMMON.test(text)) return false;
    if (keys.at(-1)?.length === 1 && !SUFFIX.test(text)) return false;
    // Refuses postal codes and numbers, but not products such as `Kestrel450`.
    if (/(?:^|\s)\p{L}{0,2}\d/u.test(text) && !isInTitle) return false;
    if (roles.some((role) => role.includes(text))) return false;
    return !keys.some(isRoleName) && !(/\p{Script=Han}/u.test(text) && namesRole(text));
  };
}
