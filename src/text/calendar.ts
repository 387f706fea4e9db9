import { anyOf, wordsOf } from './words';

/** Returns `YYYY-MM-DD`; undefined if the day does not exist, or if the year is not from 1800 to 2199. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  if (year < 1800 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return undefined;
  }
  return `${String(year)}-${two(month)}-${two(day)}`;
}

/** Returns the number of days of a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Writes a number with at least two digits. */
export function two(value: number): string {
  return String(value).padStart(2, '0');
}

const MONTHS = wordsOf(
  'january february march april may june july august september october november december',
);

/** Source of a regular expression for the English name of a month, whole or abbreviated. */
export const ENGLISH_MONTH = `${anyOf(
  'Jan(?:uary)?, Feb(?:ruary)?, Mar(?:ch)?, Apr(?:il)?, May, June?, July?, Aug(?:ust)?',
  'Sept?(?:ember)?, Oct(?:ober)?, Nov(?:ember)?, Dec(?:ember)?',
)}\\b(?:\\.(?=,?\\s*\\d))?`;

/**
 * Returns the number of the month (1 to 12) whose English name begins with the first three letters of `name`;
 * undefined if there is none.
 */
export function englishMonth(name: string): number | undefined {
  const index = MONTHS.findIndex((month) =>
    month.startsWith(name.toLowerCase().replace('.', '').slice(0, 3)),
  );
  return index < 0 ? undefined : index + 1;
}

/** Names of the months in German, French, Spanish, Italian and Dutch, from January; `|` separates them. */
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

/** Source of a regular expression for the names in {@link OTHER_MONTHS}. */
export const OTHER_MONTH = `(?:${OTHER_MONTHS.join('|')})(?!\\p{L})`;

/**
 * Returns the number of a month (1 to 12) from a name in {@link OTHER_MONTHS}; undefined for any other word.
 */
export function otherMonth(name: string): number | undefined {
  const index = OTHER_MONTHS.findIndex((names) => names.split('|').includes(name.toLowerCase()));
  return index < 0 ? undefined : index + 1;
}
