import { CHINESE_NUMERAL, parseChineseNumeral } from './chinese-numerals';
import { canonicalDecimal, shiftDecimal } from './decimal';
import { ENGLISH_NUMERAL, ENGLISH_ORDINAL, parseEnglishNumeral, parseOrdinal } from './english-numerals';
import { currencyAtEnd, isCurrency, startsWithCounter, unitAtStart } from './lexicon/units';
import { halfWidth } from './width';

/** A number in a text, with its value and unit in a form that can be compared. */
export interface Quantity {
  /** Offset in UTF-16 units. */
  readonly at: number;
  /** Length in UTF-16 units. */
  readonly length: number;
  /** Canonical decimal (see `decimal.ts`), multiplied by a magnitude such as 万 or million. */
  readonly value: string;
  /** Canonical unit (see `units.ts`), or empty. */
  readonly unit: string;
  /**
   * False when the words may have another meaning than a number (一方, "one of"). An uncertain number in a
   * statement is not checked. An uncertain number in the document can still confirm a number in a statement.
   */
  readonly certain: boolean;
  /** True for the number of a clause (第五条, or `3.` before a sentence), which is not an amount. */
  readonly label: boolean;
}

const GROUPED = "\\d{1,3}(?:[,'’\\u00a0\\u202f]\\d{3})+(?!\\d)(?:\\.\\d+)?";
const CONTINENTAL = '\\d{1,3}(?:\\.\\d{3})+,\\d{1,2}(?!\\d)';
/**
 * A number with a decimal comma. It is read only beside a currency or as the whole text, such as the text of
 * a cell, because `12,50` can be two numbers.
 */
const DECIMAL_COMMA = /(?:\d{1,3}(?:[.\u00a0\u202f ]\d{3})+|\d+),\d{2}(?!\d|,\d)/uy;
const DIGITS = new RegExp(`${CONTINENTAL}|${GROUPED}|\\d+(?:\\.\\d+)?`, 'gu');
const CHINESE = new RegExp(
  `(百|千|万)分之([${CHINESE_NUMERAL}]+|\\d+(?:\\.\\d+)?)(?:点([${CHINESE_NUMERAL}]+))?|([${CHINESE_NUMERAL}]+)(?:点([零〇一二三四五六七八九]+))?`,
  'gu',
);
const ORDINAL = new RegExp(
  `\\b(?:${ENGLISH_ORDINAL})\\b(?=\\s+(?:(?:business|working|calendar)\\s+)?(?:day|week|month|year|anniversary)\\b)`,
  'giu',
);
const ENGLISH = new RegExp(`\\b${ENGLISH_NUMERAL}\\b`, 'giu');

const MAGNITUDE = /^\s?(万亿|百万|千万|[万萬亿億千百]|thousand\b|million\b|mn\b|billion\b|bn\b)/iu;
const SHORT_MAGNITUDE = /^([kKmM])(?![\p{L}\d])/u;
const PLACES: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  萬: 4,
  百万: 6,
  千万: 7,
  亿: 8,
  億: 8,
  万亿: 12,
  thousand: 3,
  k: 3,
  million: 6,
  mn: 6,
  m: 6,
  billion: 9,
  bn: 9,
};
const PARTS: Readonly<Record<string, number>> = { 百: 0, 千: -1, 万: -2 };

/** Returns all numbers of a text in order: digits, also full-width ones, and Chinese and English numerals. */
export function findQuantities(original: string): Quantity[] {
  const text = halfWidth(original);
  const found = [...inDigits(text), ...inChinese(text), ...inEnglish(text)];
  return found
    .map((figure) => ({ ...figure, label: figure.unit === '' && isLabel(text, figure) }))
    .sort((a, b) => a.at - b.at || b.length - a.length);
}

type FoundNumber = Omit<Quantity, 'label'>;

function isLabel(text: string, { at, length }: FoundNumber): boolean {
  if (/第\s?$/u.test(text.slice(Math.max(0, at - 2), at))) return true;
  return (
    at < 6 &&
    /^[\s(]*$/u.test(text.slice(0, at)) &&
    /^(?:\.\s|[、)]|\.?$)/u.test(text.slice(at + length, at + length + 3))
  );
}

function inDigits(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  let end = 0;
  for (const { 0: matched, index } of text.matchAll(DIGITS)) {
    if (index < end) continue;
    const digits = withDecimalComma(text, index) ?? matched;
    end = index + digits.length;
    const before = text.slice(Math.max(0, index - 12), index);
    const signed = /(?:^|[\s(（:：])[-−－]$/u.test(before);
    found.push(withUnit(text, index, digits.length, (signed ? '-' : '') + plainDigits(digits), true));
  }
  return found;
}

/** Returns the digits of a number with a decimal comma at this offset: `€ 17,50`, `1.234,50 €`. */
function withDecimalComma(text: string, at: number): string | undefined {
  DECIMAL_COMMA.lastIndex = at;
  const digits = DECIMAL_COMMA.exec(text)?.[0];
  if (digits === undefined || digits === text.trim()) return digits;
  if (currencyAtEnd(text.slice(Math.max(0, at - 8), at)) !== undefined) return digits;
  const end = at + digits.length;
  const after = unitAtStart(text.slice(end, end + 40))?.unit;
  return after !== undefined && isCurrency(after) ? digits : undefined;
}

/** Removes the marks between groups of digits and makes the decimal mark a point. */
function plainDigits(digits: string): string {
  const continental = /^(.*),(\d{1,2})$/u.exec(digits);
  if (continental !== null) return `${(continental[1] ?? '').replace(/\D/gu, '')}.${continental[2] ?? ''}`;
  return digits.replace(/[^\d.]/gu, '');
}

function withUnit(text: string, at: number, length: number, digits: string, certain: boolean): FoundNumber {
  const currency = currencyAtEnd(text.slice(Math.max(0, at - 8), at));
  let rest = text.slice(at + length, at + length + 40);
  const magnitude = MAGNITUDE.exec(rest) ?? (currency === undefined ? null : SHORT_MAGNITUDE.exec(rest));
  const places = PLACES[(magnitude?.[1] ?? '').toLowerCase()] ?? 0;
  const taken = magnitude?.[0].length ?? 0;
  // In `thirty (30) days`, the unit comes after the number in brackets.
  rest = rest.slice(taken).replace(/^\s?[(（][^)）]{1,20}[)）]|^\s?[)）]/u, '');
  const after = unitAtStart(rest)?.unit;
  // In 人民币100美元, the currency after the number is used.
  const unit =
    after !== undefined && (currency === undefined || isCurrency(after)) ? after : (currency?.unit ?? '');
  // Per mille becomes percent: 0.5‰ is 0.05 %.
  const permille = unit === '‰';
  const value = shiftDecimal(digits, permille ? places - 1 : places);
  return { at, length: length + taken, value, unit: permille ? '%' : unit, certain };
}

function inChinese(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(CHINESE)) {
    const part = match[1];
    const quantity = part === undefined ? chineseNumeral(text, match) : chinesePart(match, part);
    if (quantity !== undefined) found.push(quantity);
  }
  return found;
}

/** Reads 百分之五, 千分之三 and 万分之五 as percentages. */
function chinesePart(match: RegExpExecArray, part: string): FoundNumber | undefined {
  const words = match[2] ?? '';
  const whole = /^\d/u.test(words) ? words : parseChineseNumeral(words)?.toString();
  if (whole === undefined) return undefined;
  const fraction = match[3] === undefined ? '' : `.${parseDigits(match[3])}`;
  const value = shiftDecimal(`${whole}${fraction}`, PARTS[part] ?? 0);
  return { at: match.index, length: match[0].length, value, unit: '%', certain: true };
}

function chineseNumeral(text: string, match: RegExpExecArray): FoundNumber | undefined {
  const { index: at } = match;
  const numeral = match[4] ?? '';
  const before = text.slice(Math.max(0, at - 3), at);
  // 星期一 is not a number. In 3万, 万 was read with the digits.
  if (/(?:星期|周|礼拜|\d|\d\s)$/u.test(before)) return undefined;
  const value = parseChineseNumeral(numeral);
  if (value === undefined || !Number.isSafeInteger(value)) return undefined;
  const fraction = match[5] === undefined ? '' : `.${parseDigits(match[5])}`;
  const rest = text.slice(at + match[0].length, at + match[0].length + 12);
  const money = smallMoney(rest);
  if (money !== undefined) {
    return {
      at,
      length: match[0].length + money.length,
      value: canonicalDecimal(`${String(value)}.${money.cents}`),
      unit: 'CNY',
      certain: true,
    };
  }
  if (/^成(?![立为本果员功交品套长年效])/u.test(rest))
    return {
      at,
      length: match[0].length + 1,
      value: shiftDecimal(`${String(value)}${fraction}`, 1),
      unit: '%',
      certain: true,
    };
  const quantity = withUnit(text, at, match[0].length, `${String(value)}${fraction}`, false);
  const ordinal = before.endsWith('第') && /^[条條款章节項项期]/u.test(rest);
  const certain = ordinal || (quantity.unit !== '' && (numeral !== '一' || /^[年个個]/u.test(rest)));
  const known =
    certain || quantity.unit !== '' || before.endsWith('第') || numeral.length > 1 || startsWithCounter(rest);
  return known ? { ...quantity, certain } : undefined;
}

/** Reads 角 and 分 in the text after a numeral: 元伍角贰分 has 52 cents. */
function smallMoney(rest: string): { readonly cents: string; readonly length: number } | undefined {
  const match =
    /^[元圆圓](?:零)?(?:([一二三四五六七八九壹贰叁肆伍陆柒捌玖])角)?(?:零)?(?:([一二三四五六七八九壹贰叁肆伍陆柒捌玖])分)?/u.exec(
      rest,
    );
  if (match === null || (match[1] === undefined && match[2] === undefined)) return undefined;
  return { cents: parseDigits(match[1] ?? '零') + parseDigits(match[2] ?? '零'), length: match[0].length };
}

function parseDigits(numerals: string): string {
  return Array.from(numerals, (character) => String(parseChineseNumeral(character) ?? '')).join('');
}

function inEnglish(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(ENGLISH)) {
    const value = parseEnglishNumeral(match[0]);
    if (value === undefined) continue;
    const quantity = withUnit(text, match.index, match[0].length, String(value), false);
    found.push({ ...quantity, certain: quantity.unit !== '' && value > 1 });
  }
  // "By the fifth day" contains a number, "the third party" does not.
  for (const { 0: word, index } of text.matchAll(ORDINAL)) {
    const value = parseOrdinal(word);
    if (value !== undefined) found.push({ ...withUnit(text, index, word.length, String(value), true) });
  }
  return found;
}
