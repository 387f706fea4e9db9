import { findDates, type DateMention, type DateOrder } from '../../../text/dates';
import {
  AMOUNT_LABELS,
  DATE_LABELS,
  DUE_LABELS,
  NO_AMOUNT,
  NO_BILL_DATE,
  PLAIN_DATE,
  REBATE,
} from '../../../text/lexicon/bill';
import { numberOf } from './bill-number';
import { amountCells, type Cell, type Line } from './lines';
import { moneyIn, type Money } from './money';
import type { BillField } from './names';
import { partiesOf, type Found } from './parties';

/** The fields of a bill that were found. */
export type Bill = Readonly<Partial<Record<BillField, Found>>>;
type Amount = keyof typeof AMOUNT_LABELS;

const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/gu;
const TAX_ID =
  /\b(?:(?:DE|AT|ES|IT|BE|GB|PT|LU)[A-Z]?U?\d{8,11}[A-Z]?|FR[A-Z0-9]{2}\d{9}|NL\d{9}B\d{2})\b|\b[159][1-3]\d{6}[0-9A-HJ-NPQRTUWXY]{10}\b/u;

/** Reads the fields of an invoice or a receipt by their labels. Values are words of the document. */
export function readBill(lines: readonly Line[], order: DateOrder, isReceipt: boolean): Bill {
  const number = numberOf(lines);
  const found: Partial<Record<BillField, Found | undefined>> = {
    number,
    date: dateOf(lines, order, number),
    ...partiesOf(lines, isReceipt),
    ...amountsOf(lines, isReceipt),
    due: isReceipt ? undefined : dueOf(lines, order),
    iban: ibanOf(lines),
    taxId: taxIdOf(lines),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/**
 * Returns the day of a bill: the date beside the number of the bill, else the date after a label, else the
 * first date in a line that does not mention another kind of day, such as the due date.
 */
function dateOf(lines: readonly Line[], order: DateOrder, number: Found | undefined): Found | undefined {
  const byLabel = (label: RegExp): Found | undefined => {
    for (const [index, line] of lines.entries()) {
      for (const [column, cell] of line.cells.entries()) {
        if (!label.test(cell.bare) || NO_BILL_DATE.test(cell.bare.replace(/[\d.:/]+/gu, ''))) continue;
        const texts = line.cells.slice(column, column + 2).map(({ text }) => text);
        const own = firstDate(texts.join(' '), order);
        if (own !== undefined) return { value: own, refs: [line.number] };
        const under = lines[index + 1];
        const below =
          under === undefined
            ? undefined
            : firstDate((under.cells[column] ?? under.cells[0])?.text ?? '', order);
        if (under !== undefined && below !== undefined) return { value: below, refs: [under.number] };
      }
    }
    return undefined;
  };
  const beside = lines.find(
    (line) => number?.refs.includes(line.number) === true && firstDate(line.text, order) !== undefined,
  );
  const explicit = byLabel(DATE_LABELS) ?? byLabel(PLAIN_DATE);
  if (beside !== undefined) return { value: firstDate(beside.text, order) ?? '', refs: [beside.number] };
  if (explicit !== undefined) return explicit;
  for (const line of lines) {
    const date = NO_BILL_DATE.test(line.text.toLowerCase()) ? undefined : firstDate(line.text, order);
    if (date !== undefined) return { value: date, refs: [line.number] };
  }
  return undefined;
}

function firstDate(text: string, order: DateOrder): string | undefined {
  const date = findDates(text, order).find(isDay);
  return date === undefined ? undefined : text.slice(date.at, date.at + date.length);
}

function isDay({ precision }: DateMention): boolean {
  return precision === 'day' || precision === 'ambiguous';
}

/** Returns the due date. The date of a rebate for early payment is ignored. */
function dueOf(lines: readonly Line[], order: DateOrder): Found | undefined {
  for (const [index, line] of lines.entries()) {
    const bare = line.text.toLowerCase().replace(/\s/gu, '');
    if (!DUE_LABELS.test(bare)) continue;
    for (const near of lines.slice(index, index + 3)) {
      const part = near.text
        .split(/[,;，；]\s(?!\d{4}\b)/u)
        .find((each) => !REBATE.test(each.toLowerCase()) && firstDate(each, order) !== undefined);
      const date = part === undefined ? undefined : lastDate(part, order);
      if (date !== undefined) return { value: date, refs: [near.number] };
    }
  }
  return undefined;
}

function lastDate(text: string, order: DateOrder): string | undefined {
  const date = findDates(text, order).filter(isDay).at(-1);
  return date === undefined ? undefined : text.slice(date.at, date.at + date.length);
}

/**
 * Returns the amounts by kind. If there are several totals, the total with the clearest label is used. If
 * several labels are equally clear, the last of their totals is used on an invoice, and the first on a
 * receipt.
 */
function amountsOf(lines: readonly Line[], isReceipt: boolean): Partial<Record<Amount, Found>> {
  const found: Partial<
    Record<Amount, { readonly money: Money; readonly number: number; readonly rank: number }>
  > = {};
  for (const [index, whole] of lines.entries()) {
    const line = { ...whole, cells: whole.cells.flatMap(labelledCells) };
    for (const [column, cell] of line.cells.entries()) {
      const kind = kindOf(cell.bare);
      if (kind === undefined) continue;
      const money = amountBeside(line, column, lines[index + 1], kind);
      if (money === undefined) continue;
      const rank = rankOf(kind, cell.bare);
      const known = found[kind];
      // On a receipt, the table of taxes comes after the total and has a total of its own.
      if (known === undefined || rank > known.rank || (rank === known.rank && !isReceipt && kind !== 'tax'))
        found[kind] = { money, number: line.number, rank };
    }
  }
  const paid = isReceipt ? paidOf(lines) : undefined;
  if (paid !== undefined) found.gross = { ...paid, rank: 4 };
  const only = isReceipt && Object.keys(found).length === 0 ? onlyAmount(lines) : undefined;
  if (only !== undefined) found.gross = { ...only, rank: 1 };
  if (found.gross !== undefined && found.payable?.money.value === found.gross.money.value)
    delete found.payable;
  if (found.gross !== undefined && found.net?.money.value === found.gross.money.value) delete found.net;
  return Object.fromEntries(
    Object.entries(found).map(([kind, { money, number }]) => [kind, { value: money.text, refs: [number] }]),
  );
}

/**
 * Returns the amount that was paid. It equals the money given minus the change, and is in a line above the
 * money given. On a receipt with a rounding, it can also be the rounded total: 10.00 in the lines `9.98`,
 * `Rounding 0.02` and `10.00`.
 */
function paidOf(lines: readonly Line[]): { readonly money: Money; readonly number: number } | undefined {
  const amounts = lines.flatMap((line) => {
    const money = moneyIn(line.cells.map(({ text }) => text).join('\t')).at(-1);
    return money === undefined ? [] : [{ money, number: line.number, text: line.text.toLowerCase() }];
  });
  const change = amounts.find(({ text }) => /change|balance/u.test(text) && !/exchange/u.test(text));
  const given = amounts.find(({ text }) =>
    /^(?:cash|paid|payment|visa|master|tender|amount paid)/u.test(text),
  );
  const rounding = amounts.find(
    ({ text, money }) => /round/u.test(text) && Math.abs(money.value) < 0.1 && money.value !== 0,
  );
  const before = amounts
    .filter(({ number }) => number < (rounding?.number ?? 0))
    .map(({ money }) => money.value);
  return amounts.find(({ money, number, text }) => {
    if (/change|cash|paid|payment|round|sub/u.test(text)) return false;
    if (change !== undefined && given !== undefined && number < given.number)
      return isSame(money.value, Math.abs(given.money.value) - Math.abs(change.money.value));
    return (
      rounding !== undefined &&
      number > rounding.number &&
      before.some((each) => isSame(money.value, each + rounding.money.value))
    );
  });
}

/** Returns the amount of a receipt if all its amounts are equal; undefined otherwise. */
function onlyAmount(lines: readonly Line[]): { readonly money: Money; readonly number: number } | undefined {
  const all = lines.flatMap((line) => moneyIn(line.text).map((money) => ({ money, number: line.number })));
  const [first] = all;
  return all.every(({ money }) => money.value === first?.money.value) ? first : undefined;
}

function isSame(one: number, other: number): boolean {
  return one !== 0 && Math.abs(one - other) < 0.005;
}

function kindOf(bare: string): Amount | undefined {
  if (
    NO_AMOUNT.test(bare) &&
    !AMOUNT_LABELS.net.test(bare) &&
    !/zahlbetr|totale?incl|totalrounded|roundedtotal/u.test(bare)
  )
    return undefined;
  return (['payable', 'net', 'tax', 'gross'] as const).find((kind) => AMOUNT_LABELS[kind].test(bare));
}

/**
 * Returns how clearly a label stands for the whole amount, from 1 to 3 (the clearest). `Bruttosumme` is
 * clearer than `Gesamtbetrag`, and `Total incl. GST` is clearer than `Total`.
 */
function rankOf(kind: Amount, bare: string): number {
  if (kind !== 'gross') return 1;
  if (/^(?:rounded|grand|nett?)total|totalrounded|brutto|ttc|incl|价税合计|invoicetotal/u.test(bare))
    return 3;
  return /^totale?(?:amount|amt|sales|rm|fattura)|gesamtbetrag|rechnungsbetrag|总/u.test(bare) ? 2 : 1;
}

/** Splits a cell with amounts of several kinds (`Net 40.00, VAT 8.00`) into a cell for each amount. */
function labelledCells(cell: Cell): Cell[] {
  const cells = amountCells(cell);
  const kinds = new Set(cells.flatMap(({ bare }) => kindOf(bare) ?? []));
  return kinds.size > 1 ? cells : [cell];
}

/**
 * Returns the amount that belongs to a label: in the same cell, else the last amount in the cells to the
 * right, else an amount that is alone in the next line. Returns undefined if the label is that of a total and
 * the last amount to the right is not the largest: such a row contains the sums of columns.
 */
function amountBeside(line: Line, column: number, next: Line | undefined, kind: Amount): Money | undefined {
  const own = moneyIn(line.cells[column]?.text ?? '').at(-1);
  if (own !== undefined) return own;
  const amounts = line.cells.slice(column + 1).flatMap(({ text }) => moneyIn(text));
  const beside = amounts.at(-1);
  const isTotal = kind === 'gross' || kind === 'payable';
  if (isTotal && amounts.some(({ value }) => value > (beside?.value ?? 0))) return undefined;
  if (beside !== undefined || next?.cells.length !== 1) return beside;
  const [below] = moneyIn(next.text);
  return below !== undefined && below.text.length >= next.text.length - 4 ? below : undefined;
}

function ibanOf(lines: readonly Line[]): Found | undefined {
  for (const { text, number } of lines) {
    for (const [value] of text.matchAll(IBAN)) if (isIban(value)) return { value, refs: [number] };
  }
  return undefined;
}

/** Checks the length and the check digits of an IBAN (ISO 13616). */
function isIban(text: string): boolean {
  const bare = text.replace(/ /gu, '');
  const digits = (bare.slice(4) + bare.slice(0, 4)).replace(/[A-Z]/gu, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return bare.length >= 15 && rest === 1;
}

function taxIdOf(lines: readonly Line[]): Found | undefined {
  for (const { text, number } of lines) {
    const value = TAX_ID.exec(text)?.[0];
    if (value !== undefined) return { value, refs: [number] };
  }
  return undefined;
}
