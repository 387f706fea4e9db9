import { readCii } from './cii';
import { readFapiao, readFapiaoInformation } from './fapiao';
import type { EmbeddedInvoices, Invoice } from './invoice';
import { readUbl } from './ubl';
import { parseXml, XmlError } from './xml';

/** A file in a PDF. Our build of pdf.js keeps at most `LONGEST_ATTACHMENT` + 1 bytes of `content`. */
export interface Attachment {
  readonly filename: string;
  readonly content: Uint8Array;
}

/**
 * Maximum number of attachments that are read. The patch of pdf.js (`build/patches.mjs`) has the same limit.
 */
const MOST_ATTACHMENTS = 8;
/** Maximum number of bytes of an attachment that is read. The patch of pdf.js has the same limit. */
const LONGEST_ATTACHMENT = 2_000_000;

/**
 * File names that the standards prescribe for invoices. If a file with such a name cannot be read, it is
 * counted in `unreadable`.
 */
const INVOICE_NAME = /^(?:factur-x|zugferd-invoice|xrechnung|order-x|invoice|cii|ubl)[^/]*\.xml$/i;

/** Reads the invoices in a PDF's attachments and document information. */
export function readInvoices(attachments: readonly Attachment[], information: unknown): EmbeddedInvoices {
  const invoices: Invoice[] = [];
  let unreadable = 0;
  for (const attachment of [...attachments].sort(byStandard).slice(0, MOST_ATTACHMENTS)) {
    const invoice = attachment.content.length > LONGEST_ATTACHMENT ? undefined : readAttachment(attachment);
    if (invoice !== undefined) invoices.push(invoice);
    else if (INVOICE_NAME.test(attachment.filename)) unreadable += 1;
  }
  const own = isRecord(information) ? readFapiaoInformation(information) : undefined;
  if (own !== undefined && invoices.length === 0) invoices.push(own);
  return { invoices, unreadable };
}

/** Sorts the file `factur-x.xml` before other files, as the rules of Factur-X require. */
function byStandard(one: Attachment, other: Attachment): number {
  const rank = ({ filename }: Attachment): number => (/^factur-x\.xml$/i.test(filename) ? 0 : 1);
  return rank(one) - rank(other);
}

function readAttachment({ content }: Attachment): Invoice | undefined {
  try {
    const root = parseXml(decode(content));
    return readCii(root) ?? readUbl(root) ?? readFapiao(root);
  } catch (reason) {
    if (reason instanceof XmlError) return undefined;
    throw reason;
  }
}

/** Encodings of invoices besides UTF-8 and UTF-16. */
const LEGACY = /^(?:iso-8859-1|windows-1252|gbk|gb2312|gb18030)$/i;

/** @throws XmlError for bytes that do not fit the declared encoding */
function decode(content: Uint8Array): string {
  const [first, second] = content;
  const declared = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(
    new TextDecoder('latin1').decode(content.slice(0, 200)),
  );
  const named = declared?.[1] ?? '';
  const wide =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined;
  try {
    return new TextDecoder(wide ?? (LEGACY.test(named) ? named : 'utf-8'), { fatal: true }).decode(content);
  } catch (cause) {
    throw new XmlError('The bytes do not fit the encoding that the document names.', { cause });
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
