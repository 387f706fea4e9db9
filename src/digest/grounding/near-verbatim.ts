import { CHINESE_NUMERAL } from '../../text/chinese-numerals';
import { findDates } from '../../text/dates';
import { normalise } from '../../text/normalise';
import { findQuantities } from '../../text/numbers';
import type { Quantity } from '../../text/numbers';

/** Words an edit changes to turn a sentence round: negations, who is meant, units of time and share. */
const TURNING =
  /不得|不应|不可以|不可|不能|不予|不必|不需|不再|不超过|无需|无须|毋须|无权|无法|未经|可以|[甲乙丙丁]方|买方|卖方|供方|需方|出租[方人]|承租[方人]|委托[方人]|受托[方人]|发包[方人]|承包[方人]|借款人|贷款人|个?工作日|个?自然日|小时|[个日天周月年美港欧]|[不未无非勿得应当可能经和或]|[%‰]|\b(?:shall|may|should|can|could|would|is|are|was|were|be|do|does|did|has|have|not|no|never|without|cannot|and|or)\b|\b(?:Party\s+[A-D]|Client|Provider|Customer|Supplier|Vendor|Buyer|Seller|Purchaser|Contractor|Landlord|Tenant|Lessor|Lessee|Licensor|Licensee|Lender|Borrower|Employer|Employee|Disclosing Party|Receiving Party|Company|Consultant|Agent|Principal|Franchisor|Franchisee|Distributor|Manufacturer|Guarantor|Insurer|Insured|Publisher|Author|Investor)s?(?:['’]s)?\b|\b(?:business|working|calendar|days?|weeks?|months?|quarters?|years?|hours?|minutes?|percent|per mille|USD|EUR|GBP|HKD|JPY)\b|[$€£]/giu;
/** One word for each way to say the same: these are no edits. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/应当|应该|必须|应|须/gu, '应'],
  [/\b(?:(?:shall|must|will) (not )?be|is( not)?|are( not)?)\b/giu, 'is$1$2$3 '],
  [/\b(?:shall|must|will)\b/giu, 'shall'],
  [/[与和及]|以及/gu, '和'],
  [/或者?/gu, '或'],
  [/\bthe\b/giu, ' '],
  [/人民币|RMB|CNY|[¥￥]|元整|元/giu, ''],
];
const FIGURES = new RegExp(`[\\d.${CHINESE_NUMERAL}]+`, 'gu');
/** Shorter remains stand everywhere. */
const SHORTEST = 8;

/**
 * True when a statement is a passage word for word except for a figure, a unit, a negation or who is meant: too near
 * to be a rewording, so it has to say the same or it says something else. Dates are left out on both sides, and
 * figures compared by value: shortening or rewriting them is no edit.
 */
export function altersPassage(statement: string, passage: string): boolean {
  const said = sameWords(statement);
  const read = sameWords(passage);
  if (comparableWords(read).includes(comparableWords(said))) return false;
  const rest = bare(said);
  return rest.length >= SHORTEST && bare(read).includes(rest);
}

/** The text with dates left out, figures as plain values, and synonyms made one. */
function sameWords(text: string): string {
  const dates = findDates(text);
  const within = ({ at, length }: Quantity): boolean => dates.some((date) => at < date.at + date.length && at + length > date.at);
  const figures = findQuantities(text).filter((quantity) => !within(quantity));
  const spans = [...dates.map((date) => ({ ...date, words: ' ' })), ...figures.map((figure) => ({ ...figure, words: figure.value }))];
  let out = '';
  let from = 0;
  for (const { at, length, words } of spans.sort((a, b) => a.at - b.at || b.length - a.length)) {
    if (at < from) continue;
    out += text.slice(from, at) + words;
    from = at + length;
  }
  out += text.slice(from);
  return SAME.reduce((same, [pattern, word]) => same.replace(pattern, word), out);
}

function comparableWords(text: string): string {
  return normalise(text).text.replace(/[.,;:!?]+$/u, '').toLowerCase();
}

function bare(text: string): string {
  return comparableWords(text.replace(TURNING, ' ').replace(FIGURES, ' '));
}
