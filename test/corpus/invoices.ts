/**
 * `npm run cases:invoices -- DIR`: compares the embedded invoices of the PDFs in DIR with `DIR/truth.json`,
 * field by field. If an entry has `"expect": "told"`, at least one problem of the invoice must be found.
 * Exits with 1 when a field differs, or when no problem is found for such an entry.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withInvoices } from '../../src/digest/invoice/with-invoices';
import { digestOffline } from '../../src/digest/offline/digest-offline';
import type { InvoiceProblem } from '../../src/digest/digest';
import type { Invoice } from '../../src/pdf/attachments/invoice';
import type { PdfText } from '../../src/pdf/document';
import { toSentences } from '../../src/text/segment';
import { launchBrowser } from '../host/browser';
import { openStage } from '../unit/pdf/in-browser';

type Value = string | number | null;

/** One entry of `truth.json`; null means that the XML does not contain the field. */
type Truth = { readonly file: string; readonly expect?: string } & Readonly<
  Record<string, Value | undefined>
>;

const FIELDS = [
  'number',
  'date',
  'due',
  'currency',
  'seller',
  'buyer',
  'sellerTaxId',
  'buyerTaxId',
  'net',
  'tax',
  'total',
  'payable',
  'iban',
  'lines',
] as const;

function valueOf(invoice: Invoice | undefined, field: (typeof FIELDS)[number]): Value {
  if (invoice === undefined) return null;
  switch (field) {
    case 'seller':
    case 'buyer':
      return invoice[field].name ?? null;
    case 'sellerTaxId':
      return invoice.seller.taxId ?? null;
    case 'buyerTaxId':
      return invoice.buyer.taxId ?? null;
    case 'net':
    case 'tax':
    case 'total':
    case 'payable':
      return invoice[field] === undefined ? null : Number(invoice[field]);
    case 'lines':
      return invoice.lines.length || null;
    case 'number':
    case 'date':
    case 'due':
    case 'currency':
    case 'iban':
      return invoice[field] ?? null;
  }
}

function problemsOf({ pages, pageCount, embedded }: PdfText): readonly InvoiceProblem[] {
  if (embedded === undefined) return [];
  const sentences = toSentences(pages);
  const { digest } = digestOffline({ sentences, pageCount, notRead: [] });
  return withInvoices(digest, embedded, sentences).invoiceProblems ?? [];
}

async function main(folder: string): Promise<void> {
  const truths = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as readonly Truth[];
  const browser = await launchBrowser();
  const page = await openStage(browser);
  const count = { right: 0, wanted: 0, reported: 0, expected: 0, unexpected: 0 };
  for (const truth of truths) {
    const outcome = await page.evaluate(
      async (base64) => {
        const stage = new window.pdfStage.Stage();
        const read = await stage.extract({ base64 });
        stage.dispose();
        return read;
      },
      readFileSync(join(folder, truth.file)).toString('base64'),
    );
    const text = 'text' in outcome ? outcome.text : undefined;
    const [invoice] = text?.embedded?.invoices ?? [];
    for (const field of FIELDS) {
      const wanted = truth[field] ?? null;
      const found = valueOf(invoice, field);
      count.wanted += 1;
      if (found === wanted) count.right += 1;
      else process.stdout.write(`${truth.file}: ${field} is ${String(found)}, not ${String(wanted)}\n`);
    }
    const problems = text === undefined ? [] : problemsOf(text);
    const report = JSON.stringify(problems);
    if (truth.expect === 'told') {
      count.expected += 1;
      if (problems.length > 0) count.reported += 1;
      process.stdout.write(`${truth.file}: ${problems.length > 0 ? `reported ${report}` : 'NOT reported'}\n`);
    } else if (problems.length > 0) {
      count.unexpected += 1;
      process.stdout.write(`${truth.file}: also reported ${report}\n`);
    }
  }
  await browser.close();
  process.stdout.write(
    `fields ${count.right} of ${count.wanted}; reported ${count.reported} of ${count.expected}, ` +
      `and ${count.unexpected} where nothing is expected\n`,
  );
  if (count.right < count.wanted || count.reported < count.expected) process.exitCode = 1;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: npm run cases:invoices -- DIR');
await main(resolve(folder));
