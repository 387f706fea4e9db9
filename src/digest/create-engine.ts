import type { LanguageModel } from '../llm/model';
import type { Sources } from '../pdf/sources';
import { runPatiently } from '../worker/run-patiently';
import type { Task, WarmWorker } from '../worker/warm-worker';
import type { DigestResult } from './digest';
import type { DigestEngine, DigestEngineOptions, ExtractedPdf } from './engine';
import type { DigestJob } from './protocol';

/** The offline engine says nothing while it works: thousands of pages take a slow phone a minute. In ms. */
const SILENCE = 300_000;

/** The app's side of the digest stage, over the worker that has extracted the document. */
export function createDigestEngine(worker: WarmWorker, sources: Sources): DigestEngine {
  return {
    digest: async (document, model, options) => {
      const task = taskOf(jobOf(document, model, options, sources), model, options);
      const result = await runPatiently(worker, task, options.signal);
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
