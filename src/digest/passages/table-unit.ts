import { findQuantities } from '../../text/numbers';
import type { Quantity } from '../../text/numbers';
import { halfWidth } from '../../text/width';
import { shiftDecimal } from '../../text/decimal';

/**
 * What a table's caption or heading row says of its figures: a unit, and the power of ten they are given in.
 */
export interface TableScale {
  /** Canonical unit, or empty. */
  readonly unit: string;
  readonly places: number;
}

/** Words that lead to a table's unit, up to the end of the words that name it. */
const CAPTION = /(?:单位|單位|\bunits?|\bin|\bEinheit|\ben)\s*[:：]?\s*([^)）\]】\t]{1,40})/giu;
/** A unit in brackets behind a column's heading: `金额（万元）`, `Revenue (USD thousand)`. */
const BRACKETS = /[(（]([^)）]{1,30})[)）]/gu;

/** The scales that the lines above a table state, each once. */
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
 * Reads the unit by the figure one in it: `万元` as 1万元, `thousands of US dollars` as 1 thousand US dollars.
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

/** The figures of a row as they are in the table's unit. A figure with a unit of its own stays as it is. */
export function scaled(quantities: readonly Quantity[], scales: readonly TableScale[]): Quantity[] {
  return quantities
    .filter(({ unit }) => unit === '')
    .flatMap((quantity) =>
      scales.map(({ unit, places }) => ({ ...quantity, unit, value: shiftDecimal(quantity.value, places) })),
    );
}
