import type { Invoice } from '../../pdf/attachments/invoice';
import { findDates } from '../../text/dates';
import { halfWidth } from '../../text/width';

export interface PageDifference {
  readonly field: 'number' | 'date' | 'total';
  readonly stated: string;
}

/**
 * If all pages together have less text than this, in UTF-16 units, they are not compared with the invoice.
 */
const LEAST_TEXT = 80;

/** Returns the fields of an embedded invoice whose values the pages do not contain. */
export function differencesFromPages(invoice: Invoice, pages: string): readonly PageDifference[] {
  const text = halfWidth(pages);
  if (text.length < LEAST_TEXT) return [];
  const { number, date, total, payable } = invoice;
  const found: PageDifference[] = [];
  if (number !== undefined && !plain(text).includes(plain(number)))
    found.push({ field: 'number', stated: number });
  if (date !== undefined && !hasDay(text, date) && DAY.test(text))
    found.push({ field: 'date', stated: date });
  const amounts = amountsIn(text);
  const stated = [total, payable].filter((amount) => amount !== undefined);
  if (stated.length > 0 && amounts.size > 0 && !stated.some((amount) => amounts.has(cents(amount)))) {
    found.push({ field: 'total', stated: stated[0] ?? '' });
  }
  return found;
}

/** Keeps only letters and digits, because numbers are printed with various separators. */
function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/** A date in digits, with its parts in any order. */
const DAY = /\b(\d{1,4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{2,4})(?!\d)/;
/** A date with the name of the month. */
const IN_WORDS = /(\d{1,2})(?:\.|st|nd|rd|th)?\s+\p{L}{3,9}\.?,?\s+(\d{4})/gu;

function hasDay(text: string, day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const parts = [year, month, date].sort((a, b) => a - b).join('-');
  const inFigures = Array.from(text.matchAll(new RegExp(DAY, 'g')), ([, a, b, c]) =>
    [a, b, c].map((part) => Number(part)),
  );
  if (
    inFigures.some(
      (found) =>
        found
          .map(fullYear)
          .sort((a, b) => a - b)
          .join('-') === parts,
    )
  )
    return true;
  if (inFigures.some((found) => [...found].sort((a, b) => a - b).join('-') === parts)) return true;
  if (findDates(text).some(({ value }) => value === day)) return true;
  // The names of months are known only in some languages, so any word between a day and a year is treated as
  // a month.
  return Array.from(text.matchAll(IN_WORDS)).some(([, d, y]) => Number(d) === date && Number(y) === year);
}

/** Completes a year of two digits. Only the last part of a date can be such a year. */
function fullYear(part: number, index: number): number {
  return index === 2 && part < 100 ? 2000 + part : part;
}

/**
 * Matches amounts with separated thousands: `1 234.50`. The space may also separate two amounts, so `BARE` is
 * tried, too.
 */
const GROUPED = /\d{1,3}(?:[ \u00a0\u202f.,'\u2019]\d{3})+(?:[.,]\d{1,2})?(?!\d)/g;
/** Matches amounts without spaces: `1,234.50`, `1234.50`. */
const BARE = /\d+(?:[.,'\u2019]\d{3})*(?:[.,]\d{1,2})?(?!\d)/g;

/**
 * Returns all amounts of a text, each without its sign and with two decimals, such as `39077.22`. In the
 * text, a point or a comma may separate the decimals.
 */
export function amountsIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [figures] of [...text.matchAll(GROUPED), ...text.matchAll(BARE)]) {
    const [, whole = '', places = '0'] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(figures) ?? [];
    found.add(cents(`${whole.replace(/\D/g, '')}.${places}`));
  }
  return found;
}

function cents(amount: string): string {
  return Math.abs(Number(amount)).toFixed(2);
}
