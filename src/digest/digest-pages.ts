import type { EmbeddedInvoices } from '../pdf/attachments/invoice';
import type { Page } from '../pdf/document';
import { redacting, type SendingModel } from '../redact/redacting';
import { dateOrderOf } from '../text/dates';
import { toSentences } from '../text/segment';
import { estimateTokens } from '../text/tokens';
import type { DigestResult } from './digest';
import { digestDocument, type DigestDocumentOptions } from './digest-document';
import { withComputedDay } from './computed-due';
import { factProperties } from './fact-properties';
import { withOwnFields } from './own-fields';
import { withInvoiceFields } from './invoice/own-fields-of-invoice';
import { withInvoices } from './invoice/with-invoices';
import { machineTalk } from './machine-talk';
import { toLines } from './parts/lines';
import { digestOffline } from './offline/digest-offline';
import { citationsOf } from './passages/citations';
import { Source } from './passages/source';

/** The pages of a document and the invoices in it. */
export interface PagesToDigest {
  readonly pages: readonly Page[];
  readonly pageCount: number;
  /** Pages whose text was read from their images. Each replaces the page with the same number. */
  readonly recognised: readonly Page[];
  /** The invoices that the PDF contains as data. */
  readonly embedded: EmbeddedInvoices;
}

/**
 * Makes a checked digest of the pages, with its properties. The model gets only redacted text. If `model` is
 * null, the offline engine makes the digest. `notRead` of the result lists only pages that the model refused.
 * @throws whatever `model` and `options.approve` throw
 */
export async function digestPages(
  { pages, pageCount, recognised, embedded }: PagesToDigest,
  model: SendingModel | null,
  options: Omit<DigestDocumentOptions, 'estimateTokens'>,
): Promise<DigestResult> {
  const sentences = toSentences(withRecognised(pages, recognised));
  const document = { sentences, pageCount, notRead: [] };
  const result =
    model === null
      ? digestOffline(document, options)
      : await digestDocument(document, redacting(model, toLines(sentences)), {
          ...options,
          estimateTokens: (text) => estimateTokens(text),
        });
  const { fields = [] } = options;
  const digest = withInvoiceFields(withInvoices(result.digest, embedded, sentences), embedded, fields);
  const instructing = machineTalk(sentences);
  const source = new Source(sentences);
  const cited = instructing.length === 0 ? {} : { machineTalk: citationsOf(source, instructing) };
  const order = dateOrderOf(source.language);
  const actions = digest.actions.map((action) => ({
    ...action,
    due: withComputedDay(action.due, digest.facts, source, order),
  }));
  const properties = factProperties(digest.facts, digest.language, digest.documentType);
  const made = { ...digest, actions, properties, ...cited };
  return { ...result, digest: withOwnFields(made, fields) };
}

function withRecognised(pages: readonly Page[], recognised: readonly Page[]): readonly Page[] {
  const byNumber = new Map(recognised.map((page) => [page.number, page]));
  return pages.map((page) => byNumber.get(page.number) ?? page);
}
