import type { DraftFact } from '../../../llm/draft';
import { dateOrderOf, type DateOrder } from '../../../text/dates';
import type { Sentence } from '../../../text/sentence';
import { linesOf } from './lines';
import { currencyOf, withCurrency } from './money';
import { billFields, nameOfField, type BillField } from './names';
import { readBill, type Bill } from './read-bill';

const AMOUNTS: readonly BillField[] = ['payable', 'gross', 'net', 'tax'];

/** The data of an invoice or a receipt. */
export interface BillReading {
  readonly bill: Bill;
  /** ISO 4217 code, or empty. */
  readonly currency: string;
  /** The order of day and month in the dates of the bill. */
  readonly order: DateOrder;
}

/** Reads an invoice or a receipt. `language` is its BCP 47 tag. */
export function billOf(sentences: readonly Sentence[], language: string, isReceipt: boolean): BillReading {
  const lines = linesOf(sentences);
  const currency = currencyOf(lines);
  const order = dateOrderOf(language, currency);
  return { bill: readBill(lines, order, isReceipt), currency, order };
}

/** Returns the facts of a bill. Their names are in the given language (BCP 47). */
export function billFacts(
  { bill, currency }: BillReading,
  language: string,
  isReceipt: boolean,
): DraftFact[] {
  return billFields.flatMap((field) => {
    const found = bill[field];
    if (found === undefined) return [];
    const value = AMOUNTS.includes(field) ? withCurrency(found.value, currency) : found.value;
    return [{ name: nameOfField(field, language, isReceipt), value, quote: found.value, refs: found.refs }];
  });
}
