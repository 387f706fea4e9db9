import { daysInMonth, ENGLISH_MONTH, englishMonth, isoDate, OTHER_MONTH, otherMonth, two } from './calendar';
import { CHINESE_NUMERAL, parseChineseNumeral } from './chinese-numerals';
import { ENGLISH_ORDINAL, parseOrdinal } from './english-numerals';
import { halfWidth } from './width';
import { anyOf } from './words';

/**
 * The parts of a date that are in a text. `day` is a full date, `month` a year and a month, `month-day` a
 * date without a year. `year-end` and `month-end` are the last day of a year or a month, in words such as
 * "end of May 2026". `ambiguous` can be read in two ways (5/6/2026).
 */
export type DatePrecision = 'day' | 'month' | 'month-day' | 'month-end' | 'year-end' | 'ambiguous';

/** A date in a text. */
export interface DateMention {
  /** Offset in UTF-16 units. */
  readonly at: number;
  /** Length in UTF-16 units. */
  readonly length: number;
  readonly precision: DatePrecision;
  /** `YYYY-MM-DD`; but `YYYY-MM` for `month`, `--MM-DD` for `month-day`, and empty for `ambiguous`. */
  readonly value: string;
}

/** `day-first` when the day is known to come before the month in dates such as 5/6/2026. */
export type DateOrder = 'day-first' | 'unknown';

type Reading = Pick<DateMention, 'precision' | 'value'> | undefined;
type Form = readonly [RegExp, (groups: readonly string[], order: DateOrder) => Reading];

/** Currencies of countries that write the day first in English texts. */
const DAY_FIRST_MONEY = /^(?:EUR|GBP|MYR|INR|CHF|AUD|SGD)$/u;

/**
 * Returns `day-first` if the language (BCP 47) or the currency (ISO 4217) of a document shows that it writes
 * the day before the month.
 */
export function dateOrderOf(language: string, currency = ''): DateOrder {
  const isKnown = /^(?:de|fr|es|it|nl|pt|ru|el)\b/iu.test(language);
  return isKnown || DAY_FIRST_MONEY.test(currency) ? 'day-first' : 'unknown';
}

const Y = `(\\d{4}|[${CHINESE_NUMERAL}]{4})`;
const N = `(\\d{1,2}|[${CHINESE_NUMERAL}]{1,3})`;
const ORDINAL_WORD = `(?:(?:twenty|thirty)[- ])?(?:${ENGLISH_ORDINAL}|thirtieth)`;
const DAY = `(\\d{1,2}(?:st|nd|rd|th)?|${ORDINAL_WORD})`;
const YEAR = '(\\d{4})';

/** Words before the number of a version, an address or a part of a document. Such a number is not a date. */
const NUMBERED_WORDS = anyOf(
  'v, ver, versions?, releases?, builds?, revisions?, rev, firmware, IP',
  'sections?, sec, clauses?, articles?, chapters?, paragraphs?, figures?, fig, tables?, items?',
);
/**
 * Matches text before a number such as 1.2.2020, if this text shows that the number is a version, an address
 * or the number of a clause.
 */
const NUMBERED_BEFORE = new RegExp(
  `(?:[A-Za-z][-/._]|\\d[/._]|(?:^|[^\\d./-])\\d+-|[A-Za-z]|§\\s?|第\\s?|\\b${NUMBERED_WORDS}\\b[.:]?\\s?|(?:版本号?|固件|修订版|型号|条款|章节|编号)\\s?[为是:]?\\s?)$`,
  'iu',
);
/** Matches text after a number, if this text shows that the number is not a date. */
const NUMBERED_BEHIND = /^(?:[/._]\d|-\d+(?![\d./-]*\d)|\s?(?:版|条|款|节|章))/u;

/** The forms of dates. Where two matches overlap, the form that is earlier in this list is used. */
const FORMS: readonly Form[] = [
  [
    /令和\s*(\d{1,2}|元)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/gu,
    ([y, m, d]) => day(y === '元' ? 2019 : 2018 + num(y), num(m), num(d)),
  ],
  [
    new RegExp(`${Y}\\s*年\\s*${N}\\s*月\\s*${N}\\s*[日号號]`, 'gu'),
    ([y, m, d]) => day(num(y), num(m), num(d)),
  ],
  [
    new RegExp(`${Y}\\s*年\\s*${N}\\s*月\\s*(?:底|末|份?最后一[日天])`, 'gu'),
    ([y, m]) => monthEnd(num(y), num(m)),
  ],
  [
    new RegExp(`${Y}\\s*年\\s*(?:年?底|年?末)`, 'gu'),
    ([y]) => ({ precision: 'year-end', value: `${String(num(y))}-12-31` }),
  ],
  [new RegExp(`${Y}\\s*年\\s*${N}\\s*月`, 'gu'), ([y, m]) => month(num(y), num(m))],
  [new RegExp(`${N}\\s*月\\s*${N}\\s*[日号號]`, 'gu'), ([m, d]) => monthDay(num(m), num(d))],
  [
    /(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)(?!\.\d)/gu,
    ([y, , m, d]) => day(num(y), num(m), num(d)),
  ],
  [
    /(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/gu,
    ([a, mark, b, y], order) => figures(num(a), num(b), num(y), mark === '.' ? 'day-first' : order),
  ],
  [/(\d{1,2})\/(\d{1,2})\/(\d{2})(?!\d)/gu, ([a, b, y], order) => shortYear(num(a), num(b), num(y), order)],
  [
    /(1[3-9]|2\d|3[01])-(0[1-9]|1[0-2])-(\d{2})(?![\d-])/gu,
    ([a, b, y], order) => shortYear(num(a), num(b), num(y), order),
  ],
  [
    new RegExp(`(\\d{1,2})([-\\s])(${ENGLISH_MONTH})\\2(\\d{2})(?![\\d:])`, 'giu'),
    ([d, , m, y]) => day(2000 + num(y), englishMonth(m ?? '') ?? 0, num(d)),
  ],
  [/(\d{1,2})\.(\d{1,2})\.(\d{2})(?![\d.])/gu, ([a, b, y]) => shortYear(num(a), num(b), num(y), 'day-first')],
  [
    new RegExp(
      `(?:the\\s+)?${DAY}(?:\\s+day)?(?:\\s+of)?[\\s-]+(${ENGLISH_MONTH}),?[\\s-]+${YEAR}(?!\\d)`,
      'giu',
    ),
    ([d, m, y]) => day(num(y), englishMonth(m ?? '') ?? 0, dayNumber(d)),
  ],
  [
    new RegExp(`(${ENGLISH_MONTH})\\s+(?:the\\s+)?${DAY}(?:\\s*,\\s*|\\s+)${YEAR}(?!\\d)`, 'giu'),
    ([m, d, y]) => day(num(y), englishMonth(m ?? '') ?? 0, dayNumber(d)),
  ],
  [
    new RegExp(
      `(\\d{1,2})(?:\\.|er|º)?\\s+(?:de\\s+)?(${OTHER_MONTH})(?:\\s+del?)?\\s+${YEAR}(?!\\d)`,
      'giu',
    ),
    ([d, m, y]) => day(num(y), otherMonth(m ?? '') ?? 0, num(d)),
  ],
  [
    new RegExp(`(\\d{1,2})(?:\\.|er|º)?\\s+(?:de\\s+)?(${OTHER_MONTH})`, 'giu'),
    ([d, m]) => monthDay(otherMonth(m ?? '') ?? 0, num(d)),
  ],
  [
    new RegExp(`end\\s+of\\s+(${ENGLISH_MONTH}),?\\s+(?:of\\s+)?${YEAR}(?!\\d)`, 'giu'),
    ([m, y]) => monthEnd(num(y), englishMonth(m ?? '') ?? 0),
  ],
  [
    /end\s+of\s+(?:the\s+)?(?:calendar\s+)?(?:year\s+)?(\d{4})(?!\d)/giu,
    ([y]) => ({ precision: 'year-end', value: `${y ?? ''}-12-31` }),
  ],
  [
    new RegExp(`(${ENGLISH_MONTH}),?\\s+(?:of\\s+)?${YEAR}(?!\\d)`, 'giu'),
    ([m, y]) => month(num(y), englishMonth(m ?? '') ?? 0),
  ],
  [
    new RegExp(`(${ENGLISH_MONTH})\\s+${DAY}(?![\\d\\w])`, 'giu'),
    ([m, d]) => monthDay(englishMonth(m ?? '') ?? 0, dayNumber(d)),
  ],
  [
    new RegExp(`${DAY}(?:\\s+day)?(?:\\s+of)?\\s+(${ENGLISH_MONTH})`, 'giu'),
    ([d, m]) => monthDay(englishMonth(m ?? '') ?? 0, dayNumber(d)),
  ],
];

/**
 * Returns all dates of a text in order. They do not overlap. Impossible dates (30 February) are left out.
 * @param order decides how dates such as 5/6/2026 are read
 */
export function findDates(original: string, order: DateOrder = 'unknown'): DateMention[] {
  const text = halfWidth(original);
  const found: DateMention[] = [];
  const taken: Span[] = [];
  for (const [pattern, read] of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const mention = { at: match.index, length: match[0].length };
      if (/\d/u.test(text.charAt(match.index - 1)) || taken.some((other) => overlaps(other, mention)))
        continue;
      if (/^[\d\s./-]+$/u.test(match[0]) && isNumbering(text, mention)) continue;
      // The text of an impossible date is treated as used, so that no part of it is read as another date.
      taken.push(mention);
      const reading = read(match.slice(1), order);
      if (reading !== undefined) found.push({ ...mention, ...reading });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

function isNumbering(text: string, { at, length }: Span): boolean {
  return (
    NUMBERED_BEFORE.test(text.slice(Math.max(0, at - 16), at)) ||
    NUMBERED_BEHIND.test(text.slice(at + length, at + length + 16))
  );
}

type Span = Pick<DateMention, 'at' | 'length'>;

function overlaps(a: Span, b: Span): boolean {
  return a.at < b.at + b.length && b.at < a.at + a.length;
}

function num(text: string | undefined): number {
  if (text === undefined) return 0;
  return /^\d+$/u.test(text) ? Number(text) : (parseChineseNumeral(text) ?? 0);
}

function dayNumber(text: string | undefined): number {
  if (text === undefined) return 0;
  if (/^\d+$/u.test(text)) return Number(text);
  const [, tens, unit] = /^(?:(twenty|thirty)[- ])?(.+)$/iu.exec(text) ?? [];
  if (unit?.toLowerCase() === 'thirtieth') return 30;
  const base = tens === undefined ? 0 : tens.toLowerCase() === 'twenty' ? 20 : 30;
  return base + (parseOrdinal(unit ?? '') ?? 0);
}

function day(year: number, monthNumber: number, dayOfMonth: number): Reading {
  const value = isoDate(year, monthNumber, dayOfMonth);
  return value === undefined ? undefined : { precision: 'day', value };
}

function month(year: number, monthNumber: number): Reading {
  const value = isoDate(year, monthNumber, 1);
  return value === undefined ? undefined : { precision: 'month', value: value.slice(0, 7) };
}

function monthEnd(year: number, monthNumber: number): Reading {
  const value = isoDate(year, monthNumber, daysInMonth(year, monthNumber));
  return value === undefined ? undefined : { precision: 'month-end', value };
}

function monthDay(monthNumber: number, dayOfMonth: number): Reading {
  // The year is not known, so the day is checked in a leap year, which has every possible day.
  if (isoDate(2000, monthNumber, dayOfMonth) === undefined) return undefined;
  return { precision: 'month-day', value: `--${two(monthNumber)}-${two(dayOfMonth)}` };
}

/** Reads a date of three numbers. It is ambiguous unless the order is known or a number above 12 decides. */
function figures(first: number, second: number, year: number, order: DateOrder): Reading {
  const asDayFirst = isoDate(year, second, first);
  const asMonthFirst = order === 'day-first' ? undefined : isoDate(year, first, second);
  if (asDayFirst !== undefined && asMonthFirst !== undefined && asDayFirst !== asMonthFirst) {
    return { precision: 'ambiguous', value: '' };
  }
  const value = asDayFirst ?? asMonthFirst;
  return value === undefined ? undefined : { precision: 'day', value };
}

/**
 * Reads a date with a year of two digits. It is ambiguous unless the day is known to come first: in 15/3/26,
 * the year may also be 15.
 */
function shortYear(first: number, second: number, year: number, order: DateOrder): Reading {
  return order === 'day-first'
    ? figures(first, second, 2000 + year, order)
    : { precision: 'ambiguous', value: '' };
}
