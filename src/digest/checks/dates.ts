import { findDates } from '../../text/dates';
import type { DateMention } from '../../text/dates';
import type { Quantity } from '../../text/numbers';
import { kindOfUnit } from '../../text/lexicon/units';
import { halfWidth } from '../../text/width';
import type { Check, Claim } from './check';
import { likeliest } from './likeliest';

/** Maximum number of days, weeks, months or years in a period. A larger number is not read as a period. */
const MOST_UNITS = 1_000;

/**
 * Checks each calendar date of a statement. The document must contain the date (or its year, month and day in
 * one sentence), or it must be possible to compute the date from a date of the document.
 */
export const dates: Check = {
  name: 'dates',
  rule:
    'The document contains the date. A full date in the document (15 March 2026) also confirms the month ' +
    'alone (March 2026). A month in the document confirms a full date only if the passage contains the ' +
    'day (15).',
  run: (claim) => {
    const wrong = claim.stated.dates.find(
      (date) => date.value !== '' && !isKnown(claim, date) && !isComputed(claim, date),
    );
    if (wrong === undefined) return undefined;
    const rivals = claim.passage.flatMap((sentence) =>
      findDates(sentence.text).map(({ at, length }) => ({ text: sentence.text, at, length })),
    );
    const found = likeliest(claim.words, wrong, rivals);
    const stated = claim.words.slice(wrong.at, wrong.at + wrong.length);
    return { fact: 'date', stated, ...(found === undefined ? {} : { found }) };
  },
};

function isKnown({ source, words, passage }: Claim, stated: DateMention): boolean {
  const characters = words.slice(stated.at, stated.at + stated.length);
  if (source.joined(compact).includes(compact(characters))) return true;
  const all = source.sentences;
  const hasDay = passage.some(({ text }) => hasFigure(text, stated.value.slice(-2)));
  const confirms = (found: DateMention): boolean =>
    isSameOrPart(stated, found) && (hasDay || !lacksDay(found, stated));
  if (all.some((sentence) => source.evidence(sentence).dates.some(confirms))) return true;
  return all.some((sentence) => hasParts(sentence.text, stated));
}

function lacksDay(found: DateMention, stated: DateMention): boolean {
  return found.precision === 'month' && stated.precision === 'day';
}

function hasFigure(text: string, digits: string): boolean {
  return (halfWidth(text).match(/\d+/gu) ?? []).some((figure) => Number(figure) === Number(digits));
}

function compact(text: string): string {
  return text.replace(/\s/gu, '');
}

/**
 * True when the date is the sum of a date in the document and a period. The period may be in the statement or
 * in the document. A difference of one day is accepted. If the date has no day, only year and month are
 * compared.
 */
function isComputed({ source, stated: { quantities } }: Claim, { value, precision }: DateMention): boolean {
  const inDocument = source.sentences.flatMap((sentence) => source.evidence(sentence).quantities);
  // A number without a unit may be an age or an anniversary, so it is also read as a number of years.
  const ages = quantities
    .filter(({ unit }) => unit === '')
    .map((quantity) => ({ ...quantity, unit: 'year' }));
  const periods = distinct([...quantities, ...ages, ...inDocument]);
  const starts = source.sentences
    .flatMap((sentence) => source.evidence(sentence).dates)
    .filter((date) => date.precision === 'day');
  return starts.some((start) =>
    periods.some((period) => {
      const [first, last] = [-1, 1].map((slack) => afterPeriod(start.value, period, slack));
      if (first === undefined || last === undefined) return false;
      return precision === 'month'
        ? first.slice(0, 7) <= value && value <= last.slice(0, 7)
        : first <= value && value <= last;
    }),
  );
}

function distinct(quantities: readonly Quantity[]): Quantity[] {
  const periods = quantities.filter(({ unit }) => kindOfUnit(unit) === 'time');
  return [...new Map(periods.map((period) => [`${period.value} ${period.unit}`, period])).values()];
}

/**
 * Returns the day that is one period after `start`, plus `slack` days. Undefined when the period is not a
 * whole number of days, weeks, months or years.
 */
function afterPeriod(start: string, { value, unit }: Quantity, slack: number): string | undefined {
  const count = Number(value);
  if (!Number.isSafeInteger(count) || count > MOST_UNITS) return undefined;
  const date = new Date(`${start}T00:00:00Z`);
  if (unit === 'day' || unit === 'week')
    date.setUTCDate(date.getUTCDate() + count * (unit === 'week' ? 7 : 1));
  else if (unit === 'month' || unit === 'year')
    date.setUTCMonth(date.getUTCMonth() + count * (unit === 'year' ? 12 : 1));
  else return undefined;
  date.setUTCDate(date.getUTCDate() + slack);
  return date.toISOString().slice(0, 10);
}

/**
 * True when the two dates are the same, or when one of them is a part of the other: March 2026 and 15 March
 * are parts of 15 March 2026.
 */
function isSameOrPart(stated: DateMention, found: DateMention): boolean {
  if (found.value === '' || stated.value === found.value) return stated.value === found.value;
  const [shorter, longer] = [stated.value, found.value].sort((a, b) => a.length - b.length);
  if (shorter === undefined || longer === undefined) return false;
  return shorter.startsWith('--') ? longer.endsWith(shorter.slice(1)) : longer.startsWith(shorter);
}

/**
 * True when one sentence contains the year, the month and the day separately. They may be in a range of dates
 * (`2026年1月17日至31日`, `5–7 March 2031`, `03.05.–07.05.2031`), in several cells of a table, or in a date whose
 * order of day and month is ambiguous.
 */
function hasParts(original: string, { value }: DateMention): boolean {
  const text = halfWidth(original);
  const [year = '', month = '', day = ''] = value.replace(/^--/u, '-').split('-');
  if (day === '' || !/\d/u.test(text)) return false;
  const figures = new Set((text.match(/\d+/gu) ?? []).map(Number));
  const months = findDates(text).flatMap(
    (date) => /^(?:\d{4})?-?-?(\d{2})/u.exec(date.value.replace(/^\d{4}-/u, ''))?.[1] ?? [],
  );
  const hasMonth = figures.has(Number(month)) || months.includes(month);
  const hasYear = year === '' || figures.has(Number(year)) || figures.has(Number(year) % 100);
  return hasYear && hasMonth && figures.has(Number(day));
}
