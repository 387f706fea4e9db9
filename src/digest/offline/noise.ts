import { isCjk } from '../../text/characters';
import type { Unit } from './units';

/** What is no statement of the document: furniture, contents, signatures, contact lines, legal boilerplate. */
const NOISE: readonly RegExp[] = [
  /\.{4,}|…{2,}|(?:\. ){4,}|·{4,}|_{3,}|＿{2,}|-{5,}/u,
  /^(?:目\s*录|目\s*次|contents|table of contents|references|bibliography|参考文献|致谢|附录)/iu,
  /(?:签字|签章|盖章|签名|签署页|公章|印章)\s*[)）]?\s*[:：]?\s*$/u,
  /^(?:（?以?下无正文）?|此页无正文)/u,
  /(?:copyright|©|\(c\)\s*\d{4}|all rights reserved|版权所有|翻印必究|isbn|issn|\bdoi\b|arxiv:|creative commons|licensed under)/iu,
  /^(?:第\s*\d+\s*页|page\s+\d+|\d+\s*\/\s*\d+|-\s*\d+\s*-)/iu,
  /^(?:地址|电话|传真|邮编|邮箱|开户行|账号|帐号|联系人|联系方式|电子邮件|网址|税号|tel|phone|fax|e-?mail|address|website|iban|bic|swift)\s*[:：.]?/iu,
  /intentionally left blank/iu,
  /^(?:dear\s|尊敬的.{0,20}[:：]|此致|敬礼|yours\s|sincerely|best regards|kind regards)/iu,
  /^(?:[（(]?(?:甲|乙|丙|丁|买|卖|供|需)\s*方|法定代表人|授权代表)[^，。]{0,20}[:：]/u,
  /^\[\d+\]\s/u,
  /^(?:by|name|title|date|signature|signed)\s*:/iu,
];

/** True of true sentences that say nothing of this document in particular. */
const BOILERPLATE =
  /未尽事宜|一式[两二三四五六七八九\d]+份|具有同等(?:的)?法律效力|经双方(?:签字|盖章)|友好协商|entire agreement|counterparts|severab|in witness whereof|governing law|waiver of|headings are for convenience|force majeure shall mean/iu;

/** Below these, a line is a label or a fragment. */
const SHORTEST_CJK = 12;
const SHORTEST_LATIN_WORDS = 6;

/** True when a sentence could be quoted as a statement of the document. */
export function isStatement(unit: Unit): boolean {
  const text = unit.text.trim();
  if (unit.kind === 'heading' || unit.kind === 'row' || isNoise(text)) return false;
  return isLongEnough(text) && isProse(text);
}

/** True of what is no statement at all, whatever its words: leaders, signatures, contact lines. */
export function isNoise(text: string): boolean {
  return NOISE.some((pattern) => pattern.test(text.trim()));
}

/** True for clauses that stand in every contract. */
export function isBoilerplate(text: string): boolean {
  return BOILERPLATE.test(text);
}

/** True when a text ends as a sentence does. */
export function endsAsSentence(text: string): boolean {
  return /[。．.！!？?；;：:…][”"'’」』）)】\]]*\s*$/u.test(text);
}

export function isMostlyCjk(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter(isCjk).length * 2 >= letters.length;
}

function isLongEnough(text: string): boolean {
  if (isMostlyCjk(text)) return Array.from(text.replace(/\s/gu, '')).length >= SHORTEST_CJK;
  return text.split(/\s+/u).length >= SHORTEST_LATIN_WORDS;
}

/** More letters than anything else, few figures, no e-mail line, no list of initials. */
function isProse(text: string): boolean {
  const solid = text.replace(/\s/gu, '');
  const letters = solid.match(/\p{L}/gu)?.length ?? 0;
  const digits = solid.match(/\p{N}/gu)?.length ?? 0;
  if (letters < solid.length * (endsAsSentence(text) ? 0.45 : 0.6) || digits > solid.length * (endsAsSentence(text) ? 0.4 : 0.25)) return false;
  if (/\S+@\S+\.\S+/u.test(text) && solid.length < 80) return false;
  const words = text.split(/\s+/u);
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return isMostlyCjk(text) || (capitals <= words.length * 0.6 && /\p{Ll}{2}/u.test(text));
}
