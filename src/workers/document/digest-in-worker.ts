import type { LanguageModel, OnWords } from '../../llm/model';
import type { Page } from '../../pdf/document';
import { toSentences } from '../../text/segment';
import { estimateTokens } from '../../text/tokens';
import type { DigestResult } from '../../digest/digest';
import { digestDocument, type DigestInput } from '../../digest/digest-document';
import { digestOffline } from '../../digest/offline/digest-offline';
import type { DigestAnswer, DigestJob, DigestMessage, DigestQuestion } from './digest-protocol';

type Ask = (question: DigestQuestion, onWords?: OnWords) => Promise<DigestAnswer>;

/**
 * The worker's half of a digest: from the pages it has read to the checked result. The model is asked through
 * the app.
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
  const result =
    job.model === null ? digestOffline(document, job) : await askedOf(job.model, document, job, ask, say);
  say({ type: 'digested', result });
}

function withRecognised(pages: readonly Page[], recognised: readonly Page[]): readonly Page[] {
  const byNumber = new Map(recognised.map((page) => [page.number, page]));
  return pages.map((page) => byNumber.get(page.number) ?? page);
}

function askedOf(
  { readsTwice, ...model }: NonNullable<DigestJob['model']>,
  document: DigestInput,
  { instructions, outputLanguage }: DigestJob,
  ask: Ask,
  say: (message: DigestMessage) => void,
): Promise<DigestResult> {
  const draft: LanguageModel['draft'] = async (request, _signal, onWords) =>
    answerOf(await ask({ type: 'draft', request }, onWords), 'draft').answer;
  const second: Pick<LanguageModel, 'read' | 'correct'> = {
    read: async (request) => answerOf(await ask({ type: 'reading', request }), 'reading').answer,
    correct: async (request) => answerOf(await ask({ type: 'correction', request }), 'correction').answer,
  };
  return digestDocument(
    document,
    { ...model, draft, ...(readsTwice ? second : {}) },
    {
      // Work that was cancelled ends with its worker.
      signal: new AbortController().signal,
      instructions,
      outputLanguage,
      estimateTokens: (text) => estimateTokens(text),
      approve: async (plan) => void (await ask({ type: 'approve', plan })),
      onProgress: (progress) => say({ type: 'digesting', ...progress }),
    },
  );
}

/** @throws TypeError when a question was answered with the answer to another one. */
function answerOf<Type extends DigestAnswer['type']>(
  answer: DigestAnswer,
  type: Type,
): Extract<DigestAnswer, { readonly type: Type }> {
  if (isOf(answer, type)) return answer;
  throw new TypeError(`A question of ${type} was answered with ${answer.type}.`);
}

function isOf<Type extends DigestAnswer['type']>(
  answer: DigestAnswer,
  type: Type,
): answer is Extract<DigestAnswer, { readonly type: Type }> {
  return answer.type === type;
}
