import type { Invoice, InvoiceLine } from '../../pdf/attachments/invoice';
import type { Fact } from '../digest';

/** Maximum number of invoice lines that become facts. Nobody would read a longer list in a note. */
const MOST_LINES = 20;
/** Maximum length of a value, in UTF-16 units. */
export const LONGEST_VALUE = 200;

/** The parts of an invoice that become facts of the digest. */
export type InvoiceTerm =
  | 'number'
  | 'date'
  | 'due'
  | 'seller'
  | 'sellerTaxId'
  | 'buyer'
  | 'buyerTaxId'
  | 'net'
  | 'tax'
  | 'total'
  | 'payable'
  | 'iban';

type Names = Readonly<Record<InvoiceTerm | 'line', string>>;

/**
 * The names of the facts. They are the usual names on documents, so that a fact from the embedded invoice and
 * the same fact from the pages become one property.
 */
const english: Names = {
  number: 'Invoice number',
  date: 'Invoice date',
  due: 'Due date',
  seller: 'Seller',
  sellerTaxId: 'Tax ID (seller)',
  buyer: 'Buyer',
  buyerTaxId: 'Tax ID (buyer)',
  net: 'Net amount (without VAT)',
  tax: 'VAT amount',
  total: 'Total',
  payable: 'Amount due',
  iban: 'IBAN',
  line: 'Item',
};
const chinese: Names = {
  number: '发票号码',
  date: '开票日期',
  due: '付款截止日期',
  seller: '销售方',
  sellerTaxId: '销售方纳税人识别号',
  buyer: '购买方',
  buyerTaxId: '购买方纳税人识别号',
  net: '不含税金额',
  tax: '税额',
  total: '价税合计',
  payable: '应付金额',
  iban: '银行账号（IBAN）',
  line: '项目',
};

/** Returns the facts of an embedded invoice. `language` is the language of the digest, as a BCP 47 tag. */
export function invoiceFacts(invoice: Invoice, language: string): readonly Fact[] {
  const names = language.startsWith('zh') ? chinese : english;
  const { currency } = invoice;
  const money = (amount: string | undefined): string | undefined =>
    amount === undefined ? undefined : `${grouped(amount)}${currency === undefined ? '' : ` ${currency}`}`;
  const payable = Number(invoice.payable) === Number(invoice.total) ? undefined : invoice.payable;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [names.number, invoice.number],
    [names.date, invoice.date],
    [names.due, invoice.due],
    [names.seller, invoice.seller.name],
    [names.sellerTaxId, invoice.seller.taxId],
    [names.buyer, invoice.buyer.name],
    [names.buyerTaxId, invoice.buyer.taxId],
    [names.total, money(invoice.total)],
    [names.net, money(invoice.net)],
    [names.tax, money(invoice.tax)],
    [names.payable, money(payable)],
    [names.iban, invoice.iban],
    ...invoice.lines
      .slice(0, MOST_LINES)
      .map((line, index) => lineFact(line, `${names.line} ${index + 1}`, money)),
  ];
  return facts.flatMap(([name, value]) => {
    if (value === undefined) return [];
    const shown = value.slice(0, LONGEST_VALUE);
    return [
      { name, value: shown, text: `${name}: ${shown}`, citations: [], from: 'embedded-invoice' as const },
    ];
  });
}

function lineFact(
  { name = '', quantity, price, amount }: InvoiceLine,
  label: string,
  money: (amount: string | undefined) => string | undefined,
): readonly [string, string | undefined] {
  const count = quantity === undefined ? '' : `${quantity.replace(/\.0+$/, '')} \u00d7 `;
  const each = price === undefined ? '' : `${count}${price.replace(/(\.\d\d)0+$/, '$1')}`;
  const sum = money(amount);
  const figures = [each, sum].filter((part) => part !== undefined && part !== '').join(' = ');
  return [
    label,
    [name.slice(0, LONGEST_VALUE / 2), figures].filter((part) => part !== '').join(': ') || undefined,
  ];
}

/** Formats an amount with at least two decimals and separated thousands: `39,077.22`. */
function grouped(amount: string): string {
  const [whole = '', places = ''] = amount.split('.');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${places.replace(/0+$/, '').padEnd(2, '0')}`;
}
