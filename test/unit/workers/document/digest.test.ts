import { describe, expect, it } from 'vitest';
import type { DigestResult } from '../../../../src/digest/digest';
import type { ExtractedPdf } from '../../../../src/digest/engine';
import { causesOf } from '../../../../src/causes';
import { Cancelled, Failure } from '../../../../src/failure';
import type { LanguageModel } from '../../../../src/llm/model';
import { createDocumentWorker } from '../../../../src/workers/document/client';
import { failed, ScriptedPorts, settled, type JobMessage, type Script } from './scripted-worker';
import { emptyDraft } from '../../digest/document';

const limits = { silence: 20, idle: 60 };
const notAborted = new AbortController().signal;
const empty: DigestResult = {
  digest: {
    title: '',
    documentType: 'other',
    language: 'en',
    tags: [],
    summary: [],
    actions: [],
    points: [],
    facts: [],
    unverified: [],
    checking: { level: 'facts' },
  },
  model: 'small',
  notRead: [],
};
const draft = { ...emptyDraft, title: 'A draft', language: 'en' };

function pdfOf(): ExtractedPdf {
  return { pdf: new Blob(['%PDF']), pageCount: 2, recognised: [], notRead: [{ reason: 'scan', pages: [2] }] };
}

function modelThat(answer: LanguageModel['draft']): LanguageModel {
  return {
    name: 'small',
    limits: { contextTokens: 1_000, maxOutputTokens: 100, concurrency: 1 },
    draft: answer,
  };
}

const draftQuestion: JobMessage = {
  type: 'question',
  question: 1,
  name: 'draft',
  request: { lines: '[1] Hello.', outputLanguage: 'auto', instructions: '' },
};
const options = { signal: notAborted, instructions: 'Be brief.', outputLanguage: 'auto' };

describe('a digest', () => {
  it('a digest from the worker lists the pages that were not read', async () => {
    const ports = new ScriptedPorts((_work, sendToApp) => sendToApp({ type: 'result', result: empty }));
    const { engine } = createDocumentWorker(ports, limits);
    const result = await engine.digest(pdfOf(), null, options);
    expect(result.notRead).toEqual([{ reason: 'scan', pages: [2] }]);
    expect(ports.given).toMatchObject([
      { type: 'digest', model: null, wishes: { instructions: 'Be brief.' }, pageCount: 2 },
    ]);
  });

  it('a digest waits without a time limit for a draft from the app', async () => {
    const ports = new ScriptedPorts((_work, sendToApp) => sendToApp(draftQuestion));
    const { engine } = createDocumentWorker(ports, limits);
    let answer: () => void = () => undefined;
    const model = modelThat(async ({ lines }, _signal, onWords) => {
      onWords?.(3);
      await new Promise<void>((resolve) => (answer = resolve));
      return { draft, tokens: lines.length };
    });
    const work = engine.digest(pdfOf(), model, options);
    await settled();
    await ports.pass(400_000);
    answer();
    await settled();
    expect(ports.posted).toEqual([
      { type: 'report', question: 1, progress: 3 },
      { type: 'answer', question: 1, result: { draft, tokens: 10 } },
    ]);
    ports.sendToApp({ type: 'result', result: empty });
    await work;
    expect(ports).toMatchObject({ started: 1, running: 1, timersSet: 1 });
  });

  it('the engine throws the same error object as the model', async () => {
    const ports = new ScriptedPorts((_work, sendToApp) => sendToApp(draftQuestion));
    const { engine } = createDocumentWorker(ports, limits);
    const refused = new Failure('llm-key-wrong', { details: { host: 'example.com' } });
    const work = engine.digest(
      pdfOf(),
      modelThat(() => Promise.reject(refused)),
      options,
    );
    work.catch(() => undefined);
    await settled();
    const failure = { kind: 'llm-key-wrong', details: { host: 'example.com' } };
    expect(ports.posted).toMatchObject([{ type: 'no-answer', question: 1, failure }]);
    ports.sendToApp({ ...failed('llm-key-wrong'), unanswered: 1 });
    await expect(work).rejects.toBe(refused);
  });

  it('the error of the engine contains the causes that a failed worker reports', async () => {
    const ports = new ScriptedPorts((_work, sendToApp) => sendToApp(draftQuestion));
    const { engine } = createDocumentWorker(ports, limits);
    const work = engine.digest(
      pdfOf(),
      modelThat(() => new Promise(() => undefined)),
      options,
    );
    const thrown = work.catch((reason: unknown) => reason);
    await settled();
    const causes = [{ name: 'RangeError', at: ['worker 1:2'] }];
    ports.sendToApp(failed('unexpected', { message: 'words of the document', causes }));
    expect(causesOf(await thrown).slice(1)).toEqual(causes);
  });

  it('a cancelled digest leaves nothing running', async () => {
    const cancelling = new AbortController();
    const ports = new ScriptedPorts((_work, sendToApp) => sendToApp(draftQuestion));
    const { engine } = createDocumentWorker(ports, limits);
    let seen: AbortSignal | undefined;
    const model = modelThat((_request, signal) => {
      seen = signal;
      return new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(new Cancelled())),
      );
    });
    const work = engine.digest(pdfOf(), model, { ...options, signal: cancelling.signal });
    await settled();
    cancelling.abort();
    await expect(work).rejects.toBeInstanceOf(Cancelled);
    await settled();
    expect(seen?.aborted).toBe(true);
    expect(ports).toMatchObject({ running: 0, timersSet: 0 });
  });
});

describe('a crash of the worker', () => {
  it('the client starts another worker if a worker crashes during a digest', async () => {
    let remainingCrashes = 1;
    const script: Script = (_work, sendToApp, die) =>
      remainingCrashes-- > 0 ? die() : sendToApp({ type: 'result', result: empty });
    const ports = new ScriptedPorts(script);
    await createDocumentWorker(ports, limits).engine.digest(pdfOf(), null, options);
    expect(ports).toMatchObject({ started: 2, running: 1 });
  });

  it('a digest fails if a worker and its replacement crash', async () => {
    const ports = new ScriptedPorts((_work, _say, die) => die());
    const work = createDocumentWorker(ports, limits).engine.digest(pdfOf(), null, options);
    await expect(work).rejects.toMatchObject({ kind: 'unexpected' });
    expect(ports).toMatchObject({ started: 2, running: 0, timersSet: 0 });
  });
});
