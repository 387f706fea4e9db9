/** `YYYY-MM-DD` of a day that exists between 1800 and 2199; undefined otherwise. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  if (year < 1800 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return undefined;
  }
  return `${String(year)}-${two(month)}-${two(day)}`;
}

/** Last day of a month (month from 1). */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Two digits. */
export function two(value: number): string {
  return String(value).padStart(2, '0');
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Source of a pattern for an English month, whole or abbreviated. */
export const ENGLISH_MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b(?:\\.(?=,?\\s*\\d))?';

/** Month from 1 of an English name or its abbreviation; undefined when it is none. */
export function englishMonth(name: string): number | undefined {
  const index = MONTHS.findIndex((month) =>
    month.startsWith(name.toLowerCase().replace('.', '').slice(0, 3)),
  );
  return index < 0 ? undefined : index + 1;
}

/**
 * Names of the months in German, French, Spanish, Italian and Dutch, from January; spellings apart by a
 * stroke.
 */
const OTHER_MONTHS: readonly string[] = [
  'januar|jänner|janvier|enero|gennaio|januari',
  'februar|février|fevrier|febrero|febbraio|februari',
  'märz|maerz|mars|marzo|maart',
  'april|avril|abril|aprile',
  'mai|mayo|maggio|mei',
  'juni|juin|junio|giugno',
  'juli|juillet|julio|luglio',
  'august|août|aout|agosto|augustus',
  'september|septembre|septiembre|setiembre|settembre',
  'oktober|octobre|octubre|ottobre',
  'november|novembre|noviembre',
  'dezember|décembre|decembre|diciembre|dicembre|december',
];

/** Source of a pattern for a month in these languages. */
export const OTHER_MONTH = `(?:${OTHER_MONTHS.join('|')})(?!\\p{L})`;

/** Month from 1 of a name in these languages; undefined when it is none. */
export function otherMonth(name: string): number | undefined {
  const index = OTHER_MONTHS.findIndex((names) => names.split('|').includes(name.toLowerCase()));
  return index < 0 ? undefined : index + 1;
}
