import { Failure } from '../failure';
import type { LanguageModel } from '../llm/model';
import type { Sources } from '../pdf/sources';
import { WorkerLost, type Task, type WarmWorker } from '../worker/warm-worker';
import type { DigestResult } from './digest';
import type { DigestEngine, DigestEngineOptions, ExtractedPdf } from './engine';
import type { DigestJob } from './protocol';

/** The offline engine says nothing while it works: thousands of pages take a slow phone a minute. In ms. */
const SILENCE = 300_000;

/** Workers that a document may lose before its digest is given up. One may have been ended for want of memory. */
const MAX_LOST_WORKERS = 2;

/** The app's side of the digest stage, over the worker that has extracted the document. */
export function createDigestEngine(worker: WarmWorker, sources: Sources): DigestEngine {
  return {
    digest: async (document, model, options) => {
      const task = taskOf(jobOf(document, model, options, sources), model, options);
      const result = await patient(worker, task, options.signal);
      return { ...result, notRead: [...document.notRead, ...result.notRead] };
    },
  };
}

function jobOf(
  { pdf, password, pageCount, recognised }: ExtractedPdf,
  model: LanguageModel | null,
  { instructions, outputLanguage }: DigestEngineOptions,
  sources: Sources,
): DigestJob {
  return {
    type: 'digest',
    pdf: sources.of(pdf, { password }),
    skip: sources.skipped(pdf),
    pageCount,
    recognised,
    // A model has functions, which no message can carry.
    model: model === null ? null : { name: model.name, limits: model.limits, tokenRatio: model.tokenRatio },
    instructions,
    outputLanguage,
  };
}

function taskOf(work: DigestJob, model: LanguageModel | null, options: DigestEngineOptions): Task<DigestResult> {
  return {
    work,
    silence: SILENCE,
    onMessage: (message) => {
      if (message.type === 'digesting') options.onProgress?.(message);
      return message.type === 'digested' ? message.result : undefined;
    },
    answer: async (question, onWords) => {
      if (question.type === 'draft' && model !== null) return model.draft(question.request, options.signal, onWords);
      if (question.type === 'approve') await options.approve?.(question.plan);
      return null;
    },
  };
}

async function patient(worker: WarmWorker, task: Task<DigestResult>, signal: AbortSignal): Promise<DigestResult> {
  for (let lost = 1; ; lost += 1) {
    try {
      return await worker.run(task, signal);
    } catch (thrown) {
      if (!(thrown instanceof WorkerLost)) throw thrown;
      if (lost === MAX_LOST_WORKERS) throw new Failure('unexpected', { cause: thrown });
    }
  }
}
