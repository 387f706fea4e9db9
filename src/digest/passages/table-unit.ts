import { findQuantities } from '../../text/numbers';
import type { Quantity } from '../../text/numbers';
import { halfWidth } from '../../text/width';
import { shiftDecimal } from '../../text/decimal';

/**
 * The unit that a table's caption or heading row states for the numbers of the table. `places` is the number
 * of zeros in the unit's factor: 4 for `万元` (10,000 yuan).
 */
export interface TableScale {
  /** The canonical unit; empty when the table states none. */
  readonly unit: string;
  readonly places: number;
}

/** Matches a unit and the words that introduce it: `单位：万元`, `in USD thousand`. */
const CAPTION = /(?:单位|單位|\bunits?|\bin|\bEinheit|\ben)\s*[:：]?\s*([^)）\]】\t]{1,40})/giu;
/** Matches a unit in brackets after a column's heading: `金额（万元）`, `Revenue (USD thousand)`. */
const BRACKETS = /[(（]([^)）]{1,30})[)）]/gu;

/** Returns the scales that the lines above a table state, without duplicates. */
export function captionScale(lines: readonly string[]): TableScale[] {
  const found = new Map<string, TableScale>();
  for (const line of lines.map(halfWidth)) {
    for (const [, words = ''] of [...line.matchAll(CAPTION), ...line.matchAll(BRACKETS)]) {
      for (const scale of scalesIn(words)) found.set(`${scale.unit} ${String(scale.places)}`, scale);
    }
  }
  return [...found.values()];
}

/**
 * Parses the words of a unit by adding the number one: `万元` is parsed as 1万元, `thousands of US dollars` as 1
 * thousand US dollars.
 */
function scalesIn(words: string): TableScale[] {
  const singular = words.trim().replace(/\b(thousand|million|billion)s?\s+(?:of\s+)?/iu, '$1 ');
  return ['', ...singular.split(/[,，;；/、\s]+/u)]
    .map((part, index) => (index === 0 ? singular : part))
    .flatMap((part) =>
      findQuantities(`1${part}`).concat(findQuantities(`1 ${part}`), findQuantities(`${part} 1`)),
    )
    .filter(({ value, unit }) => unit !== '' || value !== '1')
    .map(({ value, unit }) => ({ unit, places: Math.max(0, value.length - 1) }));
}

/** Converts the numbers of a row to the table's unit. Numbers that have their own unit are left out. */
export function scaled(quantities: readonly Quantity[], scales: readonly TableScale[]): Quantity[] {
  return quantities
    .filter(({ unit }) => unit === '')
    .flatMap((quantity) =>
      scales.map(({ unit, places }) => ({ ...quantity, unit, value: shiftDecimal(quantity.value, places) })),
    );
}
