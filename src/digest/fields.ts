import type { DocumentType } from '../llm/draft';
import type { FieldType } from '../llm/own-field';

/** The types of the values, by the type of the property. A date is `YYYY-MM-DD`. */
export interface FieldValues {
  readonly text: string;
  readonly number: number;
  readonly date: string;
  readonly list: readonly string[];
}

/**
 * The properties that hold key facts, with their types, in the order in which notes list them. A property has
 * one meaning and one type in the whole vault, so that documents of several kinds can be sorted and filtered
 * together: the total of an invoice and the price of a contract are both `pdf_amount`. The names must never
 * change, because they are in users' notes.
 */
export const fieldTypes = {
  pdf_number: 'text',
  pdf_parties: 'list',
  pdf_seller: 'text',
  pdf_buyer: 'text',
  pdf_amount: 'number',
  pdf_net: 'number',
  pdf_tax: 'number',
  pdf_currency: 'text',
  pdf_date: 'date',
  pdf_due: 'date',
  pdf_start: 'date',
  pdf_end: 'date',
  pdf_notice_by: 'date',
  pdf_iban: 'text',
} as const satisfies Readonly<Record<`pdf_${string}`, FieldType>>;

export type FieldName = keyof typeof fieldTypes;

/** The key facts of a document as properties. */
export type FactProperties = { readonly [Name in FieldName]?: FieldValues[(typeof fieldTypes)[Name]] };

export const fieldNames = Object.keys(fieldTypes) as FieldName[];

const bill = 'number date seller buyer net tax amount currency';

/** The properties of each kind of document, without `pdf_`, separated by spaces. */
const fieldsByKind: Readonly<Record<DocumentType, string>> = {
  contract: 'number parties amount currency date due start end notice_by',
  invoice: `${bill} due iban`,
  quotation: `${bill} end`,
  'purchase-order': `${bill} due`,
  receipt: bill,
  statement: 'number parties amount currency date start end iban',
  payslip: 'parties amount currency date start end iban',
  minutes: 'number parties date',
  notice: 'number parties amount currency date due start end',
  policy: 'number parties amount currency date start end',
  plan: 'number parties amount currency date due start end',
  report: 'number parties date',
  paper: 'parties date',
  letter: 'number parties amount currency date due',
  manual: 'number date',
  slides: 'parties date',
  form: 'number parties amount currency date due',
  certificate: 'number parties date start end',
  resume: '',
  court: 'number parties amount currency date due',
  application: 'number parties amount currency date due',
  other: 'number parties amount currency date due start end',
};

/** Returns the properties of a kind of document, in the order of {@link fieldTypes}. */
export function fieldsOf(kind: DocumentType): readonly FieldName[] {
  const own = fieldsByKind[kind].split(' ');
  return fieldNames.filter((name) => own.includes(name.slice('pdf_'.length)));
}
