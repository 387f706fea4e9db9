import { ENGLISH_MONTH } from '../../text/calendar';
import { editDistance } from '../../edit-distance';
import { halfWidth } from '../../text/width';
import type { Source } from '../passages/source';
import type { Check } from './check';

/** Legal forms at the end of the names of Chinese organisations. */
const HAN_FORM = '(?:有限责任公司|股份有限公司|有限公司|集团公司|合伙企业|事务所|研究院|研究所)';
/**
 * Matches the end of the name of a Chinese organisation: its legal form, and up to four characters before the
 * form. A fifth character might belong to a verb before the name.
 */
const CHINESE = new RegExp(`[\\p{Script=Han}（）()]{1,4}${HAN_FORM}`, 'gu');
const WORD = "\\p{Lu}[\\p{L}\\p{N}&.'’-]*";
const FORM = 'Ltd|Limited|Inc|LLC|LLP|Corp|Corporation|GmbH|PLC|AG|SAS|SARL|B\\.?V';
/** Matches the name of an organisation in Latin letters, with its legal form. */
const LATIN = new RegExp(`${WORD}(?:,?\\s+(?:${WORD}|&|and|of|de))*,?\\s+(?:${FORM})\\b`, 'gu');
const VERB = '(?:[Pp]a(?:y|id)|[Tt]ransfer|[Ww]ire|[Rr]emit|[Dd]eposit|[Ss]en[dt])';
/** Matches a payee in English: the name after a verb and `to`. */
const ENGLISH_PAYEE = new RegExp(`\\b${VERB}[^.;]{0,80}?\\bto\\s+(${WORD}(?:\\s+${WORD})*)`, 'gu');
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶';
const HAN_PAYEE = `\\p{Script=Han}{2,20}?${HAN_FORM}|[${SURNAMES}]\\p{Script=Han}{1,2}(?=[支付汇打转缴])`;
/** Matches a payee in Chinese: a name that ends with a legal form, or a name that begins with a surname. */
const CHINESE_PAYEE = new RegExp(`[向给至](?![一某该其各])(${HAN_PAYEE})`, 'gu');
/** Matches a long capitalised word that is not the first word of a sentence. */
const PROPER = /[\p{L}\p{N},;:)]\s+(?=(\p{Lu}[\p{L}’'-]{4,}))/gu;
/** Words of a name that do not distinguish it from other names. */
const COMMON = new RegExp(`^(?:${FORM}|${ENGLISH_MONTH}|\\P{Ll}+|the|and|of|de)\\.?$`, 'u');
const ORGANISATIONS = new WeakMap<Source, readonly string[]>();
const PROPER_WORDS = new WeakMap<Source, readonly string[]>();

/** Checks that each name in a statement of the digest is also in the document. */
export const names: Check = {
  name: 'names',
  rule: 'The document contains each name, such as the name of a company or a payee, in the same spelling.',
  run: ({ source, words }) => {
    const text = halfWidth(words);
    // The first search is cheaper, and most names are in the document in exactly the same spelling. The
    // second search ignores case, accents, spaces and punctuation.
    const isAbsent = (name: string): boolean =>
      !source.contains(name) && !source.joined(plain).includes(plain(name));
    // A name in another language than the document (`partsOf` returns no parts) may be a translation. If the
    // document has some of the parts, the name may be an abbreviation. Such names are left to the second
    // reading by a model.
    const isNew = (name: string): boolean => {
      const parts = partsOf(name, source.language);
      return parts.length > 0 && parts.every(isAbsent);
    };
    const organisations = organisationsIn(text).filter(isAbsent);
    const payees = [ENGLISH_PAYEE, CHINESE_PAYEE].flatMap((pattern) => matched(text, pattern)).filter(isNew);
    for (const name of [...organisations, ...payees]) {
      const found = source.found(organisationsIn, ORGANISATIONS).find((other) => isSlip(other, name, 2));
      if (found !== undefined) return { fact: 'name', stated: name, found };
      if (/\p{Script=Latin}/u.test(name) ? isNew(name) : payees.includes(name))
        return { fact: 'name', stated: name };
    }
    if (source.language !== 'en') return undefined;
    for (const name of properWordsIn(text).filter((word) => isAbsent(word) && !COMMON.test(word))) {
      const found = source
        .found(properWordsIn, PROPER_WORDS)
        .find((other) => isSlip(other, name, 1) && !source.joined(halfWidth).includes(other.toLowerCase()));
      if (found !== undefined) return { fact: 'name', stated: name, found };
    }
    return undefined;
  },
};

function organisationsIn(text: string): string[] {
  return [CHINESE, LATIN].flatMap((pattern) => halfWidth(text).match(pattern) ?? []);
}

function properWordsIn(text: string): string[] {
  return matched(halfWidth(text), PROPER);
}

function matched(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([, name = '']) => name.replace(/(?:[’']s|[.’'-]+)$/u, ''));
}

/**
 * Returns the parts of a name that distinguish it from other names; an empty list when the name is in another
 * language than the document.
 */
function partsOf(name: string, language: string): string[] {
  if (!/\p{Script=Han}/u.test(name))
    return language === 'en' ? name.split(/[\s,]+/u).filter((part) => !COMMON.test(part)) : [];
  const own = name.replace(new RegExp(`${HAN_FORM}$`, 'u'), '');
  return language.startsWith('zh') ? (own === name ? [name] : (own.match(/.{2}/gu) ?? [])) : [];
}

function plain(text: string): string {
  const folded = halfWidth(text).normalize('NFKD');
  return folded.replace(/[\p{M}\s.,，（）()’'-]/gu, '').toLowerCase();
}

/**
 * True when a name is a misspelling of another name. A plural is not a misspelling, nor is a difference
 * between British and American spelling.
 */
function isSlip(one: string, other: string, most: number): boolean {
  const spelling = (name: string): string => plain(name).replace(/[zc]/gu, 's').replace(/ou/gu, 'o');
  const [left, right] = [spelling(one), spelling(other)];
  if (left.startsWith(right) || right.startsWith(left)) return false;
  return editDistance(left, right, most) <= Math.min(most, left.length / 4);
}
