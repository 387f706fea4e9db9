import type { Invoice, InvoiceLine } from './invoice';

/**
 * A contradiction within an invoice: a stated value differs from the value that is computed from other
 * amounts of the invoice.
 */
export interface Contradiction {
  /** What the value is: the sum of the lines, the total, or the price of a line. */
  readonly of: 'lines' | 'total' | 'price';
  readonly stated: string;
  readonly computed: string;
}

/** Maximum rounding error of one amount, in units of the currency. */
const ROUNDING = 0.005;

/**
 * Checks three equations: sum of the lines = stated sum; net amount + tax = total; in each line,
 * gross price − allowance = price.
 */
export function contradictions(invoice: Invoice): readonly Contradiction[] {
  const { lines, lineTotal, net, tax, total } = invoice;
  const amounts = lines.map(({ amount }) => amount);
  const slack = ROUNDING * amounts.length;
  const isWhole = amounts.length > 0 && amounts.every((amount) => amount !== undefined);
  // Some producers include the tax in the amounts of the lines. The sum of the lines is then the total.
  const isGross = total !== undefined && differs('lines', total, sum(amounts), slack) === undefined;
  const found = [
    isWhole && !isGross ? differs('lines', lineTotal, sum(amounts), slack) : undefined,
    net !== undefined && tax !== undefined
      ? differs('total', total, sum([net, tax]), ROUNDING * 2)
      : undefined,
    ...lines.map(priceOf),
  ];
  return found.filter((each) => each !== undefined);
}

function priceOf({ price, grossPrice, allowance }: InvoiceLine): Contradiction | undefined {
  if (grossPrice === undefined || allowance === undefined) return undefined;
  return differs('price', price, Number(grossPrice) - Number(allowance), ROUNDING);
}

function differs(
  of: Contradiction['of'],
  stated: string | undefined,
  computed: number,
  slack: number,
): Contradiction | undefined {
  if (stated === undefined || Math.abs(Number(stated) - computed) <= slack + 1e-9) return undefined;
  return { of, stated, computed: computed.toFixed(2) };
}

function sum(amounts: readonly (string | undefined)[]): number {
  return amounts.reduce((all, amount) => all + Number(amount ?? 0), 0);
}
