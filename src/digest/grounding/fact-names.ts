import { rolesIn } from './names';
import { comparable } from './quotes';
import type { Source } from './source';
import { isCjk } from '../../text/characters';
import { findDates } from '../../text/dates';
import { sameDate } from './specifics';
import { halfWidth } from '../../text/width';
import type { Sentence } from '../../text/sentence';

/** A name with what the document gives under it: `付款到期日：2026年4月7日`, the first cell of a row with the others. */
interface Labelled {
  readonly label: string;
  readonly value: string;
}

const LABEL = /([\p{L}\p{M}（）()#.’'/ -]{2,40}?)\s*:\s*/gu;
const CLAUSE_NUMBER = /^\s*(?:第[^条\s]{1,8}条|\d+(?:\.\d+)*\.?\s)\s*/u;
/** Sentences before a line such as `法定代表人：…` in which the party it belongs to is named. */
const BLOCK = 8;
/** Names of the days on which something ends or begins, and what stands by such a day. */
const DAYS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /合同(?:到期|终止|届满|结束)|(?:有效期|期限|租期|合同期)(?:截?止|结束|届满)|到期日$|\b(?:end|expiry|expiration|termination) date\b/iu,
    /止|到期|届满|期满|终止|截止|结束|有效期|期限|至|[-–—~～]|\b(?:expir\w*|until|till|through|terminat\w*|end\w*|to|due)\b/iu,
  ],
  [
    /生效日|起始日|开始日|\b(?:effective|start|commencement) date\b/iu,
    /自|起|生效|开始|签订|签署|签约|\b(?:effective|commenc\w*|start\w*|begin\w*|from|as of|dated?|enter\w*|sign\w*)\b/iu,
  ],
];

/** True unless the document gives the value another name, or the name another value. Names in another script pass. */
export function isNamed(source: Source, { name, value }: { readonly name: string; readonly value: string }, cited: readonly number[]): boolean {
  const wanted = nameOf(name);
  const own = source.around(cited, 0);
  if (wanted === '' || own.length === 0) return true;
  if (!fitsDay(name, value, own) || source.parties.confuses(`${name}: ${value}`)) return false;
  if (isCjk(wanted.charAt(0)) !== source.isCjk) return true;
  const here = own.flatMap(({ text }) => labelled(text));
  if (here.some(({ label }) => isSame(label, wanted)) && here.some(({ label, value: read }) => isSame(label, wanted) && holds(read, value))) return true;
  return !standsElsewhere(source, wanted, value, here) && !isOfOtherParty(source, name, own[0]);
}

/** A label of the document's is the very name, and has something else; or one like it has, and the value's own is unlike. */
function standsElsewhere(source: Source, wanted: string, value: string, here: readonly Labelled[]): boolean {
  const named = source.sentences.flatMap(({ text }) => (text.length > 400 ? [] : labelled(text)));
  const same = named.filter(({ label }) => isSame(label, wanted));
  if (same.length > 0) return !same.some(({ value: read }) => holds(read, value));
  const [own] = here.filter(({ value: read }) => holds(read, value));
  return own !== undefined && !isAlike(own.label, wanted) && named.some(({ label, value: read }) => isAlike(label, wanted) && !holds(read, value) && /\d/u.test(read) === /\d/u.test(value));
}

function labelled(original: string): Labelled[] {
  const text = halfWidth(original).replace(CLAUSE_NUMBER, '');
  const found = Array.from(text.matchAll(LABEL), ({ index, 0: { length }, 1: label = '' }) => ({ label: nameOf(label), from: index + length, at: index }));
  const pairs = found.map(({ label, from }, index) => ({ label, value: text.slice(from, found[index + 1]?.at ?? text.length) }));
  if (pairs.length > 0) return pairs;
  // A row: its first cell with words names the others.
  const [, row, cells] = /^(?:[\dA-Z]{1,3}\s)?\s*([\p{L}（）() /-]{2,40}?)(?:\t|\s(?=[\d¥$€£]))(.*)$/su.exec(text) ?? [];
  return row === undefined || cells === undefined ? [] : [{ label: nameOf(row), value: cells }];
}

/** A name without brackets and what is said of any figure. */
function nameOf(name: string): string {
  return comparable(name.replace(/[(（][^)）]*[)）]/gu, '')).toLowerCase().replace(/^[()（）]+|[()（）]+$/gu, '');
}

function isSame(label: string, wanted: string): boolean {
  return label === wanted || (label.length > 3 && wanted.length > 3 && label.endsWith(wanted)) ;
}

/** Names with a word, or half of their characters, in common. */
function isAlike(label: string, wanted: string): boolean {
  const parts = isCjk(wanted.charAt(0)) ? Array.from(wanted.slice(1), (character, at) => wanted.charAt(at) + character) : [wanted.slice(0, 5)];
  return parts.some((part) => label.includes(part));
}

function holds(read: string, value: string): boolean {
  if (comparable(read) === '') return false;
  if (comparable(read).includes(comparable(value)) || comparable(value).includes(comparable(read))) return true;
  const dates = findDates(read);
  const wanted = findDates(value);
  if (wanted.length > 0) return wanted.every((date) => dates.some((other) => sameDate(date, other)));
  const digits = (text: string): string[] => text.replace(/(\d)[, ](?=\d)/gu, '$1').match(/\d+(?:\.\d+)?/gu)?.map(Number).map(String) ?? [];
  const figures = digits(value);
  return figures.length > 0 && figures.every((figure) => digits(read).includes(figure));
}

/** 法定代表人 in the lines about 乙方 is not 甲方's. */
function isOfOtherParty(source: Source, name: string, sentence: Sentence | undefined): boolean {
  const wanted = rolesIn(source.parties.rename(name));
  if (sentence === undefined || wanted.size === 0 || rolesIn(sentence.text).size > 0 || labelled(sentence.text).length === 0) return false;
  for (let number = sentence.number - 1; number >= sentence.number - BLOCK; number -= 1) {
    const text = source.sentence(number)?.text ?? '';
    const [label] = labelled(text);
    const roles = rolesIn(source.parties.rename(label?.label ?? ''));
    if (roles.size > 0) return ![...roles].some((role) => wanted.has(role));
  }
  return false;
}

function fitsDay(name: string, value: string, own: readonly Sentence[]): boolean {
  if (findDates(value).length !== 1) return true;
  const words = own.map(({ text }) => text).join('\n');
  return DAYS.every(([day, cue]) => !day.test(name) || cue.test(words));
}
