import type { DocumentType, Doubt, InvoiceProblem, NotReadReason } from '../../digest/digest';
import type { FieldName } from '../../digest/fields';
import type { FieldType } from '../../llm/own-field';

type FieldOf<Kind extends InvoiceProblem['kind'], Key extends string> =
  Extract<InvoiceProblem, { readonly kind: Kind }> extends Readonly<Record<Key, infer Field extends string>>
    ? Field
    : never;

/** A sentence for each problem of an embedded invoice. */
interface InvoiceProblemWords {
  readonly differs: Readonly<Record<FieldOf<'differs', 'field'>, string>>;
  readonly sum: Readonly<Record<FieldOf<'sum', 'of'>, string>>;
  readonly missing: Readonly<Record<FieldOf<'missing', 'field'>, string>>;
  readonly several: string;
  readonly unreadable: string;
}

/** English texts that are written into notes. */
export const noteEn = {
  title: 'PDF digest',
  digest: 'Summary and to-dos',
  tags: 'Key tags',
  summary: 'Summary',
  actions: 'Action items',
  points: 'Key points',
  facts: 'Key facts',
  unverified: 'To be verified',
  archive: 'Original text',
  showArchive: 'Show the original text',
  factName: 'Fact',
  factValue: 'Value',
  factSource: 'Source',
  factKind: 'Kind of document',
  embeddedInvoice: 'Embedded invoice',
  pageLink: 'p. {page}',
  pageLinkAgain: 'p. {page} ({count})',
  pageLinkSeparator: ', ',
  pageMark: '— p. {page} —',
  owner: '{owner}: ',
  due: 'due: {due}',
  computedDue: 'computed: {date}, counted from {from}[ ({source})]',
  others: 'For others',
  noTags: 'No tags were found.',
  noSummary: 'No summary was found.',
  noActions: 'No action items were found.',
  noPoints: 'No key points were found.',
  hiddenMark: 'Not visible:',
  hiddenText: 'This PDF contains text that nobody can see on its pages.',
  hiddenOn: '{pages}: the digest leaves it out, and the original text marks it.',
  notAllRead: 'Not everything was read.',
  machineTalk: 'Read this digest with care.',
  machineTalkOn: '{pages} {count?contains|contain} instructions to a language model.',
  onePage: 'Page {pages}',
  severalPages: 'Pages {pages}',
  pageRange: '{first}–{last}',
  pageSeparator: ', ',
  offline:
    'Made without a language model: the built-in offline engine picked these sentences from the document.',
  onlyHere:
    'The PDF is in a folder whose documents stay on this device, so it was not sent to the language model.',
  pending: 'There is no digest yet; the whole text is kept below.',
  pendingUnread: 'There is no digest yet, because no text could be read so far.',
  failed: 'No text could be read from this PDF.',
  truncated: 'Only the first {kept} of {total} characters are kept here; {missing} are missing.',
  madeBy: 'Made by {plugin} ({model})',
  madeByPluginAlone: 'Made by {plugin}',

  notRead: {
    scan: "{pages}: scanned, without text; a provider's vision model can read them if you turn that on in the settings.",
    drawing: '{pages}: drawings or pictures, without text.',
    garbage:
      "{pages}: the text stored in the PDF is unusable; a provider's vision model can read the pages if you turn that on in the settings.",
    unreadable: '{pages}: damaged, could not be read.',
    'too-complex': '{pages}: left out, because reading needs too much memory or time.',
    damaged: '{pages}: damaged; a part of the text may be missing.',
    'no-text-found': '{pages}: the vision model found no text there.',
    'not-recognised': '{pages}: the vision model returned no usable text.',
    'vision-failed':
      '{pages}: without usable text, and the vision model could not be used.[ {sentence}][ {wayOn}]',
    'image-declined': '{pages}: without usable text; you chose not to send the images of these pages.',
    'content-filter': "{pages}: refused by the endpoint's content filter.",
    'too-long': '{pages}: too long for the model.',
  } satisfies Record<NotReadReason, string>,

  kinds: {
    contract: 'Contract',
    invoice: 'Invoice',
    quotation: 'Quotation',
    'purchase-order': 'Purchase order',
    receipt: 'Receipt',
    statement: 'Account statement',
    payslip: 'Payslip',
    minutes: 'Minutes',
    notice: 'Notice',
    policy: 'Policy',
    plan: 'Plan',
    report: 'Report',
    paper: 'Paper',
    letter: 'Letter',
    manual: 'Manual',
    slides: 'Slides',
    form: 'Form',
    certificate: 'Certificate',
    resume: 'Résumé',
    court: 'Court document',
    application: 'Application',
    other: 'Other',
  } satisfies Record<DocumentType, string>,
  fields: {
    pdf_number: 'Number',
    pdf_parties: 'Parties',
    pdf_seller: 'Seller',
    pdf_buyer: 'Buyer',
    pdf_amount: 'Amount',
    pdf_net: 'Net amount',
    pdf_tax: 'Tax',
    pdf_currency: 'Currency',
    pdf_date: 'Date',
    pdf_due: 'Due',
    pdf_start: 'Start',
    pdf_end: 'End',
    pdf_notice_by: 'Last day to give notice',
    pdf_iban: 'IBAN',
  } satisfies Record<FieldName, string>,

  doubts: {
    'no-passage': 'It cites no passage of the document.',
    differs: 'The document has {found} here, the statement says {stated}.',
    absent: 'The document does not contain “{stated}”.',
    'not-supported': 'A second reading found no support for it in the passage[: {why}].',
    'cannot-tell': 'A second reading could not tell whether the passage supports it[: {why}].',
    'no-value':
      'It is not a property, because the document states no single clear value of the type “{type}”.',
  } satisfies Record<Doubt['kind'], string>,
  valueTypes: { text: 'Text', number: 'Number', date: 'Date', list: 'List' } satisfies Record<
    FieldType,
    string
  >,
  otherwise: 'It differs from the document.',

  invoiceDoubtful: 'Please check the invoice that is embedded in the PDF as data.',
  invoiceProblems: {
    differs: {
      number: 'Its number is {stated}; the pages do not contain it.',
      date: 'Its date is {stated}; the pages have other dates.',
      total: 'Its total is {stated}; the pages do not contain this amount.',
    },
    sum: {
      lines: 'It states {stated} as the sum of its lines, which add up to {computed}.',
      total: 'Its total is {stated}; net amount and tax add up to {computed}.',
      price: 'It states {stated} as the price of a line; gross price and allowance result in {computed}.',
    },
    missing: { currency: 'It states no currency.', type: 'It does not state its document type.' },
    several: 'The PDF has {count} of them; the facts come from one.',
    unreadable: 'A file that should contain it cannot be read.',
  } satisfies InvoiceProblemWords,

  secondReadingLacks: 'The second reading is incomplete.',
  notReadTwice:
    '{count} {count?statement was|statements were} not read a second time; only ' +
    '{count?its|their} hard facts (numbers, dates, names) were checked.[ {sentence}][ {wayOn}]',
  thinSummary: 'Less than half of the summary could be confirmed.',
  restOfSummary: 'The rest is listed under “{section}”.',
};
