/** The fields of a bill in the order in which they are shown. */
export const billFields = [
  'number',
  'date',
  'seller',
  'buyer',
  'payable',
  'gross',
  'net',
  'tax',
  'due',
  'iban',
  'taxId',
] as const;
export type BillField = (typeof billFields)[number];

/** The names of the fields by language, in the order of {@link billFields}. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Invoice number',
    'Invoice date',
    'Seller',
    'Buyer',
    'Amount due',
    'Total',
    'Net amount',
    'Tax',
    'Due date',
    'IBAN',
    'Tax ID',
  ],
  de: [
    'Rechnungsnummer',
    'Rechnungsdatum',
    'Verkäufer',
    'Käufer',
    'Zahlbetrag',
    'Gesamtbetrag',
    'Nettobetrag',
    'Steuerbetrag',
    'Fällig am',
    'IBAN',
    'USt-IdNr.',
  ],
  fr: [
    'Numéro de facture',
    'Date de facture',
    'Vendeur',
    'Acheteur',
    'Net à payer',
    'Total TTC',
    'Total HT',
    'Montant TVA',
    'Date d’échéance',
    'IBAN',
    'N° TVA',
  ],
  es: [
    'Número de factura',
    'Fecha de factura',
    'Vendedor',
    'Comprador',
    'Total a pagar',
    'Importe total',
    'Base imponible',
    'Cuota IVA',
    'Vencimiento',
    'IBAN',
    'NIF',
  ],
  it: [
    'Numero fattura',
    'Data fattura',
    'Venditore',
    'Acquirente',
    'Importo da pagare',
    'Totale',
    'Imponibile',
    'Importo IVA',
    'Scadenza',
    'IBAN',
    'Partita IVA',
  ],
  nl: [
    'Factuurnummer',
    'Factuurdatum',
    'Verkoper',
    'Koper',
    'Te betalen',
    'Totaalbedrag',
    'Subtotaal',
    'Btw-bedrag',
    'Vervaldatum',
    'IBAN',
    'Btw-nummer',
  ],
  zh: [
    '发票号码',
    '开票日期',
    '销售方',
    '购买方',
    '应付金额',
    '价税合计',
    '不含税金额',
    '税额',
    '付款期限',
    'IBAN',
    '纳税人识别号',
  ],
};
/** The names that replace those in `NAMES` when the bill is a receipt. */
const RECEIPT_NAMES: Readonly<Partial<Record<string, Readonly<Partial<Record<BillField, string>>>>>> = {
  en: { number: 'Receipt number', date: 'Date', gross: 'Total' },
  zh: { number: '收据编号', date: '日期', seller: '收款方', buyer: '付款方', gross: '金额' },
};

/**
 * Returns the name of a field in a language (BCP 47), or in English when `NAMES` does not have that language.
 */
export function nameOfField(field: BillField, language: string, isReceipt: boolean): string {
  const known = language.slice(0, 2) in NAMES ? language.slice(0, 2) : 'en';
  const list = NAMES[known] ?? [];
  const own = isReceipt ? RECEIPT_NAMES[known]?.[field] : undefined;
  return own ?? list[billFields.indexOf(field)] ?? field;
}
