import { findDates } from '../../text/dates';
import type { Unit } from './units';

/** Units at either end among which a document is dated. */
const REACH = 12;

/**
 * The day of the document, `YYYY-MM-DD`: the last one at its end alone on a line, else the first at its
 * beginning.
 */
export function documentDay(units: readonly Unit[]): string {
  const end = units.slice(-REACH).reverse();
  const alone = end.map(({ text }) => text).find((text) => text.length < 24 && dayIn(text) !== '');
  const first = units
    .slice(0, REACH)
    .map(({ text }) => dayIn(text))
    .find((day) => day !== '');
  return alone === undefined ? (first ?? '') : dayIn(alone);
}

function dayIn(text: string): string {
  return findDates(text).find(({ precision }) => precision === 'day')?.value ?? '';
}
