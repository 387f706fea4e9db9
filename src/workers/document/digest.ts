import { digestPages } from '../../digest/digest-pages';
import type { DigestEngine, DigestEngineOptions, ExtractedPdf } from '../../digest/engine';
import type { DigestResult } from '../../digest/digest';
import type { SendingModel } from '../../redact/redacting';
import type { Ask, Caller, Handlers } from '../rpc/contract';
import type { WarmWorker } from '../rpc/warm-worker';
import type { PdfJobs } from './pdf-jobs';
import type { DigestQuestions, DigestRequest, DocumentContract, ModelDescription } from './protocol';
import type { Sources } from './sources';

/**
 * Maximum time without a message from the worker, in ms. The offline engine sends no messages while it works.
 * On a slow phone, it needs a minute for thousands of pages.
 */
const SILENCE = 300_000;

/** Creates the part of the digest stage that runs on the main thread. */
export function createDigestEngine(worker: WarmWorker<DocumentContract>, sources: Sources): DigestEngine {
  return {
    digest: async (document, model, options) => {
      const result = await worker.callWithRetry('digest', requestOf(document, model, options, sources), {
        signal: options.signal,
        silence: SILENCE,
        ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
        answers: answersOf(model, options),
      });
      return { ...result, notRead: [...document.notRead, ...result.notRead] };
    },
  };
}

function requestOf(
  { pdf, password, pageCount, recognised }: ExtractedPdf,
  model: SendingModel | null,
  { instructions, outputLanguage, fields = [], knownTags = [] }: DigestEngineOptions,
  sources: Sources,
): DigestRequest {
  return {
    pdf: sources.of(pdf, { password }),
    skip: sources.skipped(pdf),
    pageCount,
    recognised,
    // A model's functions cannot be sent in a message, so only its other properties are sent.
    model: model === null ? null : describe(model),
    wishes: { instructions, outputLanguage, fields, knownTags },
  };
}

function describe(model: SendingModel): ModelDescription {
  const { name, limits, tokenRatio, redact = [] } = model;
  const readsTwice = model.read !== undefined && model.correct !== undefined;
  return { name, limits, tokenRatio, readsTwice, redact };
}

function answersOf(
  model: SendingModel | null,
  { signal, approve }: DigestEngineOptions,
): Handlers<DigestQuestions> {
  return {
    draft: async (request, onWords) => orFail(model?.draft(request, signal, onWords)),
    reading: async (request) => orFail(model?.read?.(request, signal)),
    correction: async (request) => orFail(model?.correct?.(request, signal)),
    approve: async (plan) => {
      await approve?.(plan);
      return undefined;
    },
  };
}

function orFail<Answer>(answer: Promise<Answer> | undefined): Promise<Answer> {
  if (answer === undefined)
    throw new TypeError('The worker asked a question, but there is no model that can answer it.');
  return answer;
}

/** Runs in the worker, and digests the pages that the worker has read. */
export async function digestInWorker(
  request: DigestRequest,
  jobs: PdfJobs,
  { ask, report }: Caller<DocumentContract['calls'], 'digest'>,
): Promise<DigestResult> {
  const { pageCount, recognised, model, wishes } = request;
  const document = { ...(await jobs.contentsOf(request)), pageCount, recognised };
  const result = await digestPages(document, model === null ? null : remoteModel(model, ask), {
    ...wishes,
    // This signal is never aborted, because the worker is ended when the digest is cancelled.
    signal: new AbortController().signal,
    approve: (plan) => ask('approve', plan),
    onProgress: report,
  });
  jobs.forgetContents();
  return result;
}

/** Creates the worker's model, which sends each request to the real model on the main thread. */
function remoteModel({ readsTwice, ...model }: ModelDescription, ask: Ask<DigestQuestions>): SendingModel {
  const second: Required<Pick<SendingModel, 'read' | 'correct'>> = {
    read: (request) => ask('reading', request),
    correct: (request) => ask('correction', request),
  };
  return {
    ...model,
    draft: (request, _signal, onWords) => ask('draft', request, onWords),
    ...(readsTwice ? second : {}),
  };
}
