import type { DraftAction, DraftStatement } from '../../../llm/draft';
import { findDates } from '../../../text/dates';
import { PAID } from '../../../text/lexicon/bill';
import type { Sentence } from '../../../text/sentence';
import type { BillReading } from './bill-facts';
import { billSentence, payment } from './bill-words';
import { withCurrency } from './money';
import type { Found } from './parties';

/** The sentence that says what a bill is; undefined when too little of it was read. */
export function billLead(
  { bill, currency }: BillReading,
  language: string,
  isReceipt: boolean,
): DraftStatement | undefined {
  const { number, seller, buyer, due } = bill;
  const amount = bill.payable ?? bill.gross;
  const known = [number, seller, buyer, amount, due].filter((found) => found !== undefined);
  if (known.length < 2 || amount === undefined) return undefined;
  const text = billSentence(language, isReceipt, {
    number: textOf(number),
    seller: textOf(seller),
    buyer: textOf(buyer),
    amount: withCurrency(amount.value, currency),
    due: textOf(due),
  });
  return { text, refs: refsOf(known) };
}

/**
 * What is to be paid, and by when; undefined for a receipt, for a credit, for what is paid or collected, and
 * where neither a day nor an amount to be paid is named.
 */
export function paymentOf(
  { bill, currency, order }: BillReading,
  language: string,
  sentences: readonly Sentence[],
): DraftAction | undefined {
  const { due } = bill;
  const amount = bill.payable ?? bill.gross;
  if (amount === undefined || (due === undefined && bill.payable === undefined)) return undefined;
  if (/-\s?[^\d]{0,4}\d/u.test(amount.value) || sentences.some(({ text }) => PAID.test(text)))
    return undefined;
  const [date] = findDates(textOf(due), order);
  const isClear = date?.precision === 'day';
  return {
    text: payment(language, withCurrency(amount.value, currency), textOf(due)),
    owner: '',
    quote: amount.value,
    refs: refsOf(due === undefined ? [amount] : [amount, due]),
    due: {
      kind: due === undefined ? 'none' : isClear ? 'absolute' : 'relative',
      text: textOf(due),
      date: isClear ? date.value : '',
    },
  };
}

function textOf(found: Found | undefined): string {
  return found?.value ?? '';
}

function refsOf(found: readonly Found[]): number[] {
  return [...new Set(found.flatMap(({ refs }) => refs))].sort((a, b) => a - b);
}
