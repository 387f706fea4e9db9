/** The data of an embedded invoice. All texts are untrusted. Amounts are decimals with a point. */
export interface Invoice {
  /** `cii`: Factur-X, ZUGFeRD, XRechnung; `ubl`: UBL 2; `fapiao`: the data of a Chinese e-invoice. */
  readonly format: 'cii' | 'ubl' | 'fapiao';
  readonly number?: string;
  /** The day of the invoice, `YYYY-MM-DD`. */
  readonly date?: string;
  /** The first due date, `YYYY-MM-DD`. */
  readonly due?: string;
  /** Three letters (ISO 4217). */
  readonly currency?: string;
  readonly seller: InvoiceParty;
  readonly buyer: InvoiceParty;
  /** The stated sum of the lines. */
  readonly lineTotal?: string;
  readonly net?: string;
  readonly tax?: string;
  readonly total?: string;
  /** The amount that remains to be paid. */
  readonly payable?: string;
  /** Without spaces. */
  readonly iban?: string;
  /** Only the lines that have a quantity (`cii`, `ubl`) or an amount (`fapiao`). */
  readonly lines: readonly InvoiceLine[];
  /** Absent when the format has none. */
  readonly terms?: InvoiceTerms;
  /** Required fields that are absent. */
  readonly missing: readonly ('currency' | 'type')[];
}

/** Business terms of EN 16931 that not every invoice has. A day is `YYYY-MM-DD`. */
export interface InvoiceTerms {
  /** BT-13 */
  readonly order?: string;
  /** BT-14 */
  readonly salesOrder?: string;
  /** BT-10 */
  readonly buyerReference?: string;
  /** BT-12 */
  readonly contract?: string;
  /** BT-11 */
  readonly project?: string;
  /** BT-19 */
  readonly costCentre?: string;
  /** BT-16 */
  readonly deliveryNote?: string;
  /** BT-72 */
  readonly deliveryDate?: string;
  /** BT-83 */
  readonly paymentReference?: string;
  /** BT-46 */
  readonly customer?: string;
  /** BT-20 */
  readonly paymentTerms?: string;
}

export interface InvoiceParty {
  readonly name?: string;
  /** The VAT number; without one, the tax number. */
  readonly taxId?: string;
}

export interface InvoiceLine {
  readonly name?: string;
  readonly quantity?: string;
  readonly unit?: string;
  /** The net price of one unit. */
  readonly price?: string;
  /** The gross price of one unit, from which the net price is computed. */
  readonly grossPrice?: string;
  /** The amount by which the net price is lower than the gross price; negative for a charge. */
  readonly allowance?: string;
  readonly amount?: string;
}

/** The embedded invoices of a PDF, and the number of those that could not be read. */
export interface EmbeddedInvoices {
  readonly invoices: readonly Invoice[];
  readonly unreadable: number;
}

/** Normalises a decimal number of XML; undefined for any other text. */
export function amountOf(text: string | undefined): string | undefined {
  const match = /^([+-]?)0*(\d+(?:\.\d+)?|\.\d+)$/.exec(text?.trim() ?? '');
  if (match === null) return undefined;
  const [, sign = '', digits = ''] = match;
  return `${sign === '-' ? '-' : ''}${digits.startsWith('.') ? `0${digits}` : digits}`;
}

/** Reads `20310401`, `2031-04-01` or `2031年4月1日`, with or without a time after it, as `YYYY-MM-DD`. */
export function dayOf(text: string | undefined): string | undefined {
  const match = /^(\d{4})(?:-|\/|\u5e74|\.)?(\d{1,2})(?:-|\/|\u6708|\.)?(\d{1,2})/.exec(text?.trim() ?? '');
  if (match === null) return undefined;
  const [, year = '', month = '', day = ''] = match;
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Removes spaces from an account number; undefined for an empty one. */
export function accountOf(text: string | undefined): string | undefined {
  const account = text?.replace(/\s+/g, '');
  return account === undefined || account === '' ? undefined : account;
}

/** Removes fields whose value is undefined, because `exactOptionalPropertyTypes` does not allow them. */
export function known<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: NonNullable<Fields[Key]> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Fields]?: NonNullable<Fields[Key]> };
}
