import { findDates } from '../../text/dates';
import type { DateMention } from '../../text/dates';
import type { Quantity } from '../../text/numbers';
import { kindOfUnit } from '../../text/lexicon/units';
import { halfWidth } from '../../text/width';
import type { Check, Claim } from './check';
import { likeliest } from './likeliest';

/** Longer periods are no periods of days, months or years. */
const MOST_UNITS = 1_000;

/** A calendar date of a statement stands in the document, whole or in parts that belong together. */
export const dates: Check = {
  name: 'dates',
  rule: 'A calendar date stands in the document. A month is a part of its days; it is no other day.',
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

function isKnown({ source, words }: Claim, stated: DateMention): boolean {
  const characters = words.slice(stated.at, stated.at + stated.length);
  if (source.joined(compact).includes(compact(characters))) return true;
  const all = source.sentences;
  if (all.some((sentence) => source.evidence(sentence).dates.some((date) => isSameOrPart(stated, date))))
    return true;
  return all.some((sentence) => hasParts(sentence.text, stated));
}

function compact(text: string): string {
  return text.replace(/\s/gu, '');
}

/** A date of the document and a period of it after that, to the day; a month to the month. */
function isComputed({ source, stated: { quantities } }: Claim, { value, precision }: DateMention): boolean {
  const inDocument = source.sentences.flatMap((sentence) => source.evidence(sentence).quantities);
  // An age and an anniversary are said without the word for years.
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
 * The day that a period after another day ends, `slack` days later; undefined when it is no period of whole
 * days.
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

/** The same date, or a part of it: March 2026 of 15 March 2026, 15 March of 15 March 2026. */
function isSameOrPart(stated: DateMention, found: DateMention): boolean {
  if (found.value === '' || stated.value === found.value) return stated.value === found.value;
  const [shorter, longer] = [stated.value, found.value].sort((a, b) => a.length - b.length);
  if (shorter === undefined || longer === undefined) return false;
  return shorter.startsWith('--') ? longer.endsWith(shorter.slice(1)) : longer.startsWith(shorter);
}

/**
 * Year, month and day stand in one sentence as figures that belong to a date: `2026年1月17日至31日`, `5–7 March
 * 2031`, `03.05.–07.05.2031`, a date in cells of its own, or one that can be read in two ways.
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
