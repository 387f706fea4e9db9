/** An invoice as its own data say it. All of it is untrusted text; amounts are decimals with a point. */
export interface Invoice {
  /** `cii`: Factur-X, ZUGFeRD, XRechnung; `ubl`: UBL 2; `fapiao`: the data of a Chinese e-invoice. */
  readonly format: 'cii' | 'ubl' | 'fapiao';
  readonly number?: string;
  /** Days as `YYYY-MM-DD`. `due` is the first day on which something is due. */
  readonly date?: string;
  readonly due?: string;
  /** Three letters (ISO 4217). */
  readonly currency?: string;
  readonly seller: InvoiceParty;
  readonly buyer: InvoiceParty;
  /** The sum of the lines, as the invoice says it. */
  readonly lineTotal?: string;
  readonly net?: string;
  readonly tax?: string;
  readonly total?: string;
  /** What is left to pay. */
  readonly payable?: string;
  /** Without blanks. */
  readonly iban?: string;
  /** Lines that have a quantity; bare notes are left out. Empty where the profile has none. */
  readonly lines: readonly InvoiceLine[];
  /** What the invoice has to say and does not. */
  readonly missing: readonly ('currency' | 'type')[];
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
  /** Net price of one unit, and what it is made of where the invoice says so. */
  readonly price?: string;
  readonly grossPrice?: string;
  readonly allowance?: string;
  readonly amount?: string;
}

/** What is embedded in a PDF: the invoices that could be read, and how many more seemed to be there. */
export interface EmbeddedInvoices {
  readonly invoices: readonly Invoice[];
  readonly unreadable: number;
}

/** A decimal as XML writes it; undefined for anything else. */
export function amountOf(text: string | undefined): string | undefined {
  const match = /^([+-]?)0*(\d+(?:\.\d+)?|\.\d+)$/.exec(text?.trim() ?? '');
  if (match === null) return undefined;
  const [, sign = '', digits = ''] = match;
  return `${sign === '-' ? '-' : ''}${digits.startsWith('.') ? `0${digits}` : digits}`;
}

/** `20310401`, `2031-04-01`, `2031年4月1日`, with or without a time behind it, as `YYYY-MM-DD`. */
export function dayOf(text: string | undefined): string | undefined {
  const match = /^(\d{4})(?:-|\/|\u5e74|\.)?(\d{1,2})(?:-|\/|\u6708|\.)?(\d{1,2})/.exec(text?.trim() ?? '');
  if (match === null) return undefined;
  const [, year = '', month = '', day = ''] = match;
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** An account number without its blanks. */
export function accountOf(text: string | undefined): string | undefined {
  const account = text?.replace(/\s+/g, '');
  return account === undefined || account === '' ? undefined : account;
}

/**
 * Without the fields that are undefined: under `exactOptionalPropertyTypes` a field is there or it is not.
 */
export function known<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: NonNullable<Fields[Key]> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Fields]?: NonNullable<Fields[Key]> };
}
