import type { DraftAnswer, DraftRequest, OnWords } from '../llm/model';
import type { Page } from '../pdf/document';
import { toSentences } from '../text/segment';
import { estimateTokens } from '../text/tokens';
import type { DigestResult } from './digest';
import { digestDocument, type DigestInput } from './digest-document';
import { digestOffline } from './offline/digest-offline';
import type { DigestAnswer, DigestJob, DigestMessage, DigestQuestion } from './protocol';

type Ask = (question: DigestQuestion, onWords?: OnWords) => Promise<DigestAnswer>;

/**
 * The worker's half of a digest: from the pages it has read to the checked result. The model is asked through the app.
 * @throws what `ask` throws.
 */
export async function digestInWorker(
  job: DigestJob,
  pages: readonly Page[],
  ask: Ask,
  say: (message: DigestMessage) => void,
): Promise<void> {
  const sentences = toSentences(withRecognised(pages, job.recognised));
  const document = { sentences, pageCount: job.pageCount, notRead: [] };
  const result = job.model === null ? digestOffline(document, job) : await askedOf(job.model, document, job, ask, say);
  say({ type: 'digested', result });
}

function withRecognised(pages: readonly Page[], recognised: readonly Page[]): readonly Page[] {
  const byNumber = new Map(recognised.map((page) => [page.number, page]));
  return pages.map((page) => byNumber.get(page.number) ?? page);
}

function askedOf(
  model: NonNullable<DigestJob['model']>,
  document: DigestInput,
  { instructions, outputLanguage }: DigestJob,
  ask: Ask,
  say: (message: DigestMessage) => void,
): Promise<DigestResult> {
  const draft = async (request: DraftRequest, _signal: AbortSignal, onWords?: OnWords): Promise<DraftAnswer> => {
    const answer = await ask({ type: 'draft', request }, onWords);
    if (answer === null) throw new TypeError('A draft was asked for, and none came.');
    return answer;
  };
  return digestDocument(document, { ...model, draft }, {
    // Work that was cancelled ends with its worker.
    signal: new AbortController().signal,
    instructions,
    outputLanguage,
    estimateTokens: (text) => estimateTokens(text),
    approve: async (plan) => void (await ask({ type: 'approve', plan })),
    onProgress: (progress) => say({ type: 'digesting', ...progress }),
  });
}
