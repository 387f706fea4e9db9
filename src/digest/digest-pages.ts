import type { LanguageModel } from '../llm/model';
import type { Page } from '../pdf/document';
import { toSentences } from '../text/segment';
import { estimateTokens } from '../text/tokens';
import type { DigestResult } from './digest';
import { digestDocument, type DigestDocumentOptions } from './digest-document';
import { factProperties } from './fact-properties';
import { digestOffline } from './offline/digest-offline';

/** A document as a list of pages. */
export interface PagesToDigest {
  readonly pages: readonly Page[];
  readonly pageCount: number;
  /** Pages whose text was read from their images. Each replaces the page with the same number. */
  readonly recognised: readonly Page[];
}

/**
 * Makes a checked digest with its properties from pages. It uses the model, or the offline engine when the
 * model is null. `notRead` holds only the pages that the model refused.
 * @throws whatever the model and `approve` throw
 */
export async function digestPages(
  { pages, pageCount, recognised }: PagesToDigest,
  model: LanguageModel | null,
  options: Omit<DigestDocumentOptions, 'estimateTokens'>,
): Promise<DigestResult> {
  const document = { sentences: toSentences(withRecognised(pages, recognised)), pageCount, notRead: [] };
  const result =
    model === null
      ? digestOffline(document, options)
      : await digestDocument(document, model, { ...options, estimateTokens: (text) => estimateTokens(text) });
  const properties = factProperties(result.digest.facts, result.digest.language);
  return { ...result, digest: { ...result.digest, properties } };
}

function withRecognised(pages: readonly Page[], recognised: readonly Page[]): readonly Page[] {
  const byNumber = new Map(recognised.map((page) => [page.number, page]));
  return pages.map((page) => byNumber.get(page.number) ?? page);
}
