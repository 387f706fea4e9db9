import type { Quantity } from '../../text/numbers';

/**
 * A larger unit, a smaller unit, and the number of smaller units in one larger unit. There are no entries for
 * days in a month or a year, because their number varies.
 */
const CONVERSIONS: readonly (readonly [string, string, number])[] = [
  ['day', 'hour', 24],
  ['hour', 'minute', 60],
  ['minute', 'second', 60],
  ['week', 'day', 7],
  ['year', 'month', 12],
  ['year', 'quarter', 4],
  ['quarter', 'month', 3],
  ['km', 'm', 1000],
  ['m', 'cm', 100],
  ['cm', 'mm', 10],
  ['m', 'mm', 1000],
  ['ton', 'kg', 1000],
  ['MW', 'kW', 1000],
  ['TB', 'GB', 1024],
  ['GB', 'MB', 1024],
];
/**
 * Maximum number of values that are combined with each other. With more values, almost any number could be
 * computed by chance.
 */
const MOST = 24;
/** Relative error that is accepted, because JavaScript rounds the results of calculations. */
const PRECISE = 1e-9;

/**
 * True when an amount of the document equals the amount of the statement. If both have a unit, the units must
 * be equal, too. Also true when the document has an equal amount in another unit (24 hours for 1 day). The
 * sign is not compared, because a text may write -5 as "a loss of 5". `amounts` has the units of each amount
 * of the document.
 */
export function hasAmount(
  amounts: ReadonlyMap<number, ReadonlySet<string>>,
  { value, unit }: Quantity,
): boolean {
  const size = Math.abs(Number(value));
  const units = amounts.get(size);
  if (units !== undefined && (unit === '' || units.has(unit) || units.has(''))) return true;
  return CONVERSIONS.some(([large, small, factor]) => {
    if (unit === large) return amounts.get(size * factor)?.has(small) === true;
    return unit === small && amounts.get(size / factor)?.has(large) === true;
  });
}

function unsigned({ value }: Quantity): string {
  return value.replace('-', '');
}

/**
 * True when the amounts in `passage` give `stated` by rounding, adding, subtracting, multiplying or dividing.
 * `passage` has the amounts of the text that the statement cites.
 */
export function followsFrom(stated: Quantity, passage: readonly Quantity[]): boolean {
  const value = Math.abs(Number(stated.value));
  const usable = passage.filter((other) => Number.isFinite(Number(other.value)) && !other.label);
  const same = distinct(
    usable.filter(({ unit }) => unit === stated.unit || unit === '' || stated.unit === ''),
  );
  if (usable.some((other) => isRounded(stated, other))) return true;
  const close = (result: number): boolean => isNear(result, value) || roundsTo(result, unsigned(stated));
  if (runs(same).some((sum) => isNear(sum, value))) return true;
  const all = distinct(usable);
  return (
    same.some((one) =>
      same.some((other) => one !== other && (isNear(one - other, value) || isNear(one + other, value))),
    ) ||
    (stated.unit === '%' && all.some((one) => all.some((other) => isShare(one, other, close)))) ||
    (stated.unit !== '%' &&
      all.some((one) => all.some((other) => one > 1 && other > 1 && isNear(one * other, value))))
  );
}

/**
 * True when `close` accepts one of three percentages: the share of `part` in `whole` (30 is 75 % of 40), the
 * change from `whole` to `part` (from 40 to 30 is 25 %), or the rest when `part` is a percentage (30 % leave
 * 70 %).
 */
function isShare(part: number, whole: number, close: (result: number) => boolean): boolean {
  if (whole === 0 || part === whole) return false;
  return close((part / whole) * 100) || close(Math.abs((part / whole - 1) * 100)) || close(100 - part);
}

/** Returns the sum of every run of three or more neighbouring values. */
function runs(values: readonly number[]): number[] {
  return values.flatMap((first, from) => {
    let sum = first + (values[from + 1] ?? 0);
    return values.slice(from + 2).map((value) => (sum += value));
  });
}

function distinct(quantities: readonly Quantity[]): number[] {
  return [...new Set(quantities.map(({ value }) => Math.abs(Number(value))))].slice(0, MOST);
}

/**
 * True when `stated` is `other`, rounded to fewer digits: 48.6万元 for 486,213.00 元, about 1.2 million for
 * 1,187,000.
 */
function isRounded(stated: Quantity, other: Quantity): boolean {
  return (
    (stated.unit === other.unit || other.unit === '') &&
    roundsTo(Math.abs(Number(other.value)), unsigned(stated))
  );
}

/**
 * True when a value equals `stated` after it is rounded, or cut off, to the number of digits that `stated`
 * has. Always false when `stated` has fewer than two digits, not counting zeros at the end.
 */
function roundsTo(value: number, stated: string): boolean {
  const digits = stated.replace(/[-.]/gu, '').replace(/^0+/u, '').replace(/0+$/u, '').length;
  if (digits < 2 || !Number.isFinite(value) || value === 0) return false;
  return (
    isNear(Number(value.toPrecision(digits)), Number(stated)) ||
    isNear(truncated(value, digits), Number(stated))
  );
}

function truncated(value: number, digits: number): number {
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - digits);
  return Math.trunc(value / step + PRECISE) * step;
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.max(Math.abs(one), Math.abs(other)) * PRECISE + Number.EPSILON;
}
