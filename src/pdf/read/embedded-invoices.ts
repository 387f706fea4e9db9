import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { logTrouble } from '../../log';
import type { EmbeddedInvoices } from '../attachments/invoice';
import { type Attachment, readInvoices } from '../attachments/read-invoices';
import { budget } from './budget';

/** Reads the invoices that a document contains as data. Damaged attachments are skipped. Never throws. */
export async function embeddedInvoices(document: PDFDocumentProxy): Promise<EmbeddedInvoices> {
  budget.begin();
  try {
    const attached: unknown = await document.getAttachments();
    const { info } = await document.getMetadata();
    return readInvoices(attachmentsOf(attached), 'Custom' in info ? info.Custom : undefined);
  } catch (reason) {
    logTrouble('attachments-unreadable', reason);
    return { invoices: [], unreadable: 0 };
  }
}

function attachmentsOf(attached: unknown): readonly Attachment[] {
  return typeof attached === 'object' && attached !== null
    ? Object.values(attached).filter(isAttachment)
    : [];
}

function isAttachment(value: unknown): value is Attachment {
  if (typeof value !== 'object' || value === null || !('content' in value) || !('filename' in value))
    return false;
  return value.content instanceof Uint8Array && typeof value.filename === 'string';
}
