import { evidenceIn, type Source } from '../passages/source';
import type { Contradiction } from './check';

/**
 * Finds a number or date that is in `value` (of a user's own field) but not in the document; undefined when
 * there is none. It is not enough that the number can be computed from the document, because the value of
 * such a field must be copied.
 */
export function notCopied(value: string, source: Source): Contradiction | undefined {
  const { quantities, dates } = evidenceIn(value);
  const shown = ({ at, length }: { readonly at: number; readonly length: number }): string =>
    value.slice(at, at + length);
  const number = quantities.find(
    (quantity) => quantity.certain && !source.amounts.has(Math.abs(Number(quantity.value))),
  );
  if (number !== undefined) return { fact: 'number', stated: shown(number) };
  const known = new Set(
    dates.length === 0
      ? []
      : source.sentences.flatMap((each) => source.evidence(each).dates.map((date) => date.value)),
  );
  const date = dates.find((each) => each.value !== '' && !known.has(each.value));
  return date === undefined ? undefined : { fact: 'date', stated: shown(date) };
}
