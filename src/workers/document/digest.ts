import type { LanguageModel, OnWords } from '../../llm/model';
import type { Sources } from './sources';
import { runPatiently } from '../rpc/run-patiently';
import type { Task, WarmWorker } from '../rpc/warm-worker';
import type { DigestResult } from '../../digest/digest';
import type { DigestEngine, DigestEngineOptions, ExtractedPdf } from '../../digest/engine';
import type { Question } from './protocol';
import type { DigestAnswer, DigestJob } from './digest-protocol';

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
    model: model === null ? null : describe(model),
    instructions,
    outputLanguage,
  };
}

function taskOf(
  work: DigestJob,
  model: LanguageModel | null,
  options: DigestEngineOptions,
): Task<DigestResult> {
  return {
    work,
    silence: SILENCE,
    onMessage: (message) => {
      if (message.type === 'digesting') options.onProgress?.(message);
      return message.type === 'digested' ? message.result : undefined;
    },
    answer: (question, onWords) => answer(question, model, options, onWords),
  };
}

function describe(model: LanguageModel): NonNullable<DigestJob['model']> {
  const { name, limits, tokenRatio } = model;
  return { name, limits, tokenRatio, readsTwice: model.read !== undefined && model.correct !== undefined };
}

/** @throws what the model and `approve` throw; TypeError for a question that no job of this model asks. */
async function answer(
  question: Question,
  model: LanguageModel | null,
  { signal, approve }: DigestEngineOptions,
  onWords: OnWords,
): Promise<DigestAnswer> {
  switch (question.type) {
    case 'approve':
      await approve?.(question.plan);
      return { type: 'approve' };
    case 'draft':
      if (model !== null)
        return { type: 'draft', answer: await model.draft(question.request, signal, onWords) };
      break;
    case 'reading':
      if (model?.read !== undefined)
        return { type: 'reading', answer: await model.read(question.request, signal) };
      break;
    case 'correction':
      if (model?.correct !== undefined)
        return { type: 'correction', answer: await model.correct(question.request, signal) };
      break;
    case 'yaml':
      break;
  }
  throw new TypeError(`No model answers a question of ${question.type}.`);
}
