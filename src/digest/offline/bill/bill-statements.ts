import type { DraftAction, DraftStatement } from '../../../llm/draft';
import { findDates } from '../../../text/dates';
import { PAID } from '../../../text/lexicon/bill';
import type { Sentence } from '../../../text/sentence';
import type { BillReading } from './bill-facts';
import { billSentence, payment } from './bill-words';
import { withCurrency } from './money';
import type { Found } from './parties';

/**
 * Returns the sentence that introduces a bill; undefined when its amount is unknown, or when nothing but its
 * amount is known.
 */
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
 * Returns the task to pay a bill. Undefined for a credit, for a bill that is paid, and for a direct debit.
 * Also undefined when the bill has neither a due date nor a label such as "amount due".
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
