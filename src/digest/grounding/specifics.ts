import { findDates } from '../../text/dates';
import type { DateMention } from '../../text/dates';
import { findQuantities } from '../../text/numbers';
import type { Quantity } from '../../text/numbers';
import type { Evidence } from './source';

/** What in a statement must stand in the document: figures and calendar dates. */
export interface Specifics {
  readonly quantities: readonly Quantity[];
  readonly dates: readonly DateMention[];
}

/** The specifics of a statement. Figures inside a date count with the date; figures of speech are not demanded. */
export function specificsOf(text: string): Specifics {
  const dates = findDates(text);
  const within = (quantity: Quantity): boolean =>
    dates.some((date) => quantity.at < date.at + date.length && quantity.at + quantity.length > date.at);
  return { dates, quantities: findQuantities(text).filter((quantity) => quantity.certain && !within(quantity)) };
}

export type MissingSpecific = 'number-not-found' | 'date-not-found';

/** The first kind of specific that none of the evidence has; undefined when everything is there. */
export function missingSpecific(
  wanted: Specifics,
  evidence: readonly Evidence[],
  literal: (date: DateMention) => boolean,
): MissingSpecific | undefined {
  const dates = evidence.flatMap((each) => each.dates);
  const quantities = evidence.flatMap((each) => each.quantities);
  if (wanted.dates.some((date) => !literal(date) && !dates.some((other) => sameDate(date, other)))) {
    return 'date-not-found';
  }
  const lacks = wanted.quantities.some((quantity) => !quantities.some((other) => sameQuantity(quantity, other)));
  return lacks ? 'number-not-found' : undefined;
}

/** Same value, and the same unit unless one of them has none. */
export function sameQuantity(a: Quantity, b: Quantity): boolean {
  if (a.label !== b.label && (a.unit !== '' || b.unit !== '')) return false;
  return a.value === b.value && (a.unit === b.unit || a.unit === '' || b.unit === '');
}

/** The stated date is the document's, or a part of it: March 2026 of 15 March 2026. */
export function sameDate(stated: DateMention, found: DateMention): boolean {
  if (stated.value === '' || found.value === '') return false;
  if (stated.value === found.value) return true;
  if (found.precision !== 'day') return false;
  if (stated.precision === 'month') return found.value.startsWith(stated.value);
  return stated.precision === 'month-day' && found.value.endsWith(stated.value.slice(2));
}
