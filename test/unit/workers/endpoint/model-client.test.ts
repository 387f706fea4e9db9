import { describe, expect, it } from 'vitest';
import { causesOf } from '../../../../src/causes';
import { Cancelled, Failure } from '../../../../src/failure';
import { ModelClient, type ClientPorts } from '../../../../src/workers/endpoint/model-client';
import type { Party, SentRequest } from '../../../../src/workers/endpoint/protocol';
import type { FailureRecord, FromWorker, ToWorker } from '../../../../src/workers/rpc/messages';
import { ManualTimers } from '../../inbox/memory-vault';
import { settled } from '../document/scripted-worker';
import { endpointOf } from '../../llm/setup';
import { sendable } from '../../redact/sendable';

const notAborted = new AbortController().signal;
const endpoint = endpointOf('custom', 'http://localhost:1');
const request = sendable({ lines: '[1] Hello.', outputLanguage: 'auto', instructions: '' });
const draft = {
  title: '',
  doc_type: 'other',
  language: 'en',
  tags: [],
  summary: [],
  actions: [],
  points: [],
  facts: [],
} as const;

/** A client whose worker is controlled by the test. */
class Rig {
  readonly posted: ToWorker[] = [];
  readonly moved: Transferable[] = [];
  readonly saved: [string, unknown][] = [];
  readonly sent: SentRequest[] = [];
  spent = 0;
  started = 0;
  running = 0;
  sendToApp: (message: FromWorker) => void = () => undefined;
  die: (reason: unknown) => void = () => undefined;
  readonly client: ModelClient;

  constructor(more: Partial<ClientPorts> = {}) {
    this.client = new ModelClient({
      startWorker: () => {
        this.started += 1;
        this.running += 1;
        return Promise.resolve({
          listen: (onMessage, onDeath) => {
            this.sendToApp = onMessage;
            this.die = onDeath;
          },
          post: (message) => void this.posted.push(message),
          transfer: (message, buffers) => {
            this.posted.push(message);
            this.moved.push(...buffers);
          },
          terminate: () => void (this.running -= 1),
        });
      },
      timers: new ManualTimers(),
      http: (request) => {
        this.sent.push(request);
        return Promise.resolve({ status: 200, headers: {}, body: new ArrayBuffer(2) });
      },
      memory: { load: (key) => `known of ${key}`, save: (key, value) => void this.saved.push([key, value]) },
      vault: 'Vault',
      onTokens: (tokens) => (this.spent += tokens),
      ...more,
    });
  }
}

describe('the client', () => {
  it('the client starts a worker at the first call and uses it again later', async () => {
    const rig = new Rig();
    const model = rig.client.model(endpoint, null, []);
    expect(rig.started).toBe(0);
    const words: number[] = [];
    const first = model.draft(request, notAborted, (count) => words.push(count));
    await settled();
    expect(rig.posted).toMatchObject([
      {
        type: 'setup',
        setup: { vault: 'Vault', memory: { 'pdf-inbox-routes': 'known of pdf-inbox-routes' } },
      },
      { type: 'call', call: 1, name: 'draft', request: { request } },
    ]);
    rig.sendToApp({ type: 'report', call: 1, progress: 7 });
    rig.sendToApp({ type: 'question', question: 1, name: 'spend', request: 5 });
    rig.sendToApp({ type: 'question', question: 2, name: 'save', request: { key: 'k', value: 1 } });
    rig.sendToApp({ type: 'result', call: 1, result: { draft } });
    await expect(first).resolves.toEqual({ draft });
    expect({ words, spent: rig.spent, saved: rig.saved }).toEqual({
      words: [7],
      spent: 5,
      saved: [['k', 1]],
    });
    void rig.client.test(endpoint, notAborted).catch(() => undefined);
    await settled();
    expect(rig.started).toBe(1);
  });

  it('the client sends requests of the worker over HTTP and returns the responses', async () => {
    const rig = new Rig();
    rig.client
      .model(endpoint, null, [])
      .draft(request, notAborted)
      .catch(() => undefined);
    await settled();
    const httpRequest = { url: 'http://localhost:1/x', method: 'POST', headers: {}, body: '{}' };
    rig.sendToApp({ type: 'question', question: 9, name: 'send', request: httpRequest });
    await settled();
    expect(rig.sent).toHaveLength(1);
    expect(rig.posted.at(-1)).toMatchObject({ type: 'answer', question: 9, result: { status: 200 } });
    expect(rig.moved).toHaveLength(1);
  });

  it('the client sends the error to the worker if an HTTP request fails', async () => {
    const rig = new Rig({ http: () => Promise.reject(new Error('net::ERR_CERT_DATE_INVALID')) });
    rig.client
      .model(endpoint, null, [])
      .draft(request, notAborted)
      .catch(() => undefined);
    await settled();
    const httpRequest = { url: 'http://localhost:1/x', method: 'GET', headers: {} };
    rig.sendToApp({ type: 'question', question: 1, name: 'send', request: httpRequest });
    await settled();
    const failure = { message: 'Error: net::ERR_CERT_DATE_INVALID' };
    expect(rig.posted.at(-1)).toMatchObject({ type: 'no-answer', question: 1, failure });
  });

  it('the client throws a failure with the kind and the details of the worker’s failure', async () => {
    const rig = new Rig();
    const call = rig.client.models(endpoint, notAborted);
    await settled();
    const failure = { kind: 'llm-rate-limit', passing: true, details: { retryAfterSeconds: 9 } } as const;
    rig.sendToApp({ type: 'failed', call: 1, failure: { ...failure, message: 'later', causes: [] } });
    await expect(call).rejects.toMatchObject({
      kind: 'llm-rate-limit',
      passing: true,
      details: { retryAfterSeconds: 9 },
    });
  });

  it('the failure of a call tells where in the worker’s script the error occurred', async () => {
    const rig = new Rig();
    const call = rig.client.models(endpoint, notAborted);
    await settled();
    const causes = [{ name: 'TypeError', at: ['worker 1:2'] }];
    const record = { kind: 'unexpected', passing: false, details: {}, message: 'x', causes } as const;
    rig.sendToApp({ type: 'failed', call: 1, failure: record });
    const failure: unknown = await call.catch((thrown: unknown) => thrown);
    expect(causesOf(failure).slice(1)).toEqual(causes);
  });
});

describe('second readings', () => {
  const reading = sendable({ text: '[1] Hello.\n1. Hello.', count: 1, outputLanguage: 'auto' });
  const verdicts = [{ n: 1, supported: 'yes', why: '' }] as const;
  const corrections = [{ n: 1, text: 'Hello.', owner: '', due: '', refs: [1] }] as const;

  function parties(rig: Rig): readonly (readonly [string, number, string])[] {
    return rig.posted.flatMap((message) => {
      if (message.type !== 'call') return [];
      const { to } = message.request as { readonly to: Party };
      return [[message.name, to.id, to.endpoint.model] as const];
    });
  }

  it('the client does not offer second readings while they are turned off', () => {
    const model = new Rig().client.model(endpoint, null, []);
    expect(Object.keys(model)).not.toEqual(expect.arrayContaining(['read']));
    expect(Object.keys(model)).not.toEqual(expect.arrayContaining(['correct']));
  });

  it.each(['', ' ', endpoint.model])(
    'the second reading uses the same model as the draft if the setting for its model is "%s"',
    async (named) => {
      const rig = new Rig();
      const model = rig.client.model(endpoint, { model: named }, []);
      const read = model.read?.(reading, notAborted);
      const corrected = model.correct?.(reading, notAborted);
      await settled();
      expect(parties(rig)).toEqual([
        ['check', 1, endpoint.model],
        ['correct', 1, endpoint.model],
      ]);
      rig.sendToApp({ type: 'result', call: 1, result: { verdicts, tokens: 3 } });
      rig.sendToApp({ type: 'result', call: 2, result: { corrections } });
      await expect(read).resolves.toEqual({ verdicts, tokens: 3 });
      await expect(corrected).resolves.toEqual({ corrections });
    },
  );

  it('a second reading can use another model, and `release` releases both models', async () => {
    const rig = new Rig();
    const model = rig.client.model(endpoint, { model: ' another ' }, []);
    model.read?.(reading, notAborted).catch(() => undefined);
    model.correct?.(reading, notAborted).catch(() => undefined);
    model.draft(request, notAborted).catch(() => undefined);
    await settled();
    const released = model.release?.();
    await settled();
    rig.sendToApp({ type: 'result', call: 4, result: undefined });
    await settled();
    rig.sendToApp({ type: 'result', call: 5, result: undefined });
    await released;
    expect(parties(rig)).toEqual([
      ['check', 2, 'another'],
      ['correct', 1, endpoint.model],
      ['draft', 1, endpoint.model],
      ['release', 1, endpoint.model],
      ['release', 2, 'another'],
    ]);
  });

  it('a cancelled second reading ends at once, and the worker gets the message `cancel`', async () => {
    const rig = new Rig();
    const cancelling = new AbortController();
    const call = rig.client.model(endpoint, { model: '' }, []).read?.(reading, cancelling.signal);
    await settled();
    cancelling.abort();
    await expect(call).rejects.toBeInstanceOf(Cancelled);
    expect(rig.posted.at(-1)).toEqual({ type: 'cancel', call: 1 });
  });
});

describe('a page image', () => {
  it('the client renders a page image when the worker requests the image', async () => {
    const rig = new Rig();
    const jpeg = new Blob(['x']);
    const call = rig.client
      .reader(endpoint, false)
      .read({ id: 'p1', image: () => Promise.resolve(jpeg) }, notAborted);
    await settled();
    rig.sendToApp({ type: 'question', question: 4, call: 1, name: 'image', request: null });
    await settled();
    expect(rig.posted.at(-1)).toEqual({ type: 'answer', question: 4, result: jpeg });
    rig.sendToApp({ type: 'result', call: 1, result: { reading: { kind: 'no-text' } } });
    await expect(call).resolves.toEqual({ reading: { kind: 'no-text' } });
  });

  it('the client throws the error object of the renderer if a page image cannot be rendered', async () => {
    const rig = new Rig();
    const reason = new Failure('pdf-corrupt');
    const call = rig.client
      .reader(endpoint, false)
      .read({ id: 'p1', image: () => Promise.reject(reason) }, notAborted);
    call.catch(() => undefined);
    await settled();
    rig.sendToApp({ type: 'question', question: 4, call: 1, name: 'image', request: null });
    await settled();
    const failure: FailureRecord = {
      kind: 'pdf-corrupt',
      passing: false,
      details: {},
      message: '',
      causes: [],
    };
    expect(rig.posted.at(-1)).toMatchObject({
      type: 'no-answer',
      question: 4,
      failure: { kind: 'pdf-corrupt' },
    });
    rig.sendToApp({ type: 'failed', call: 1, failure, unanswered: 4 });
    await expect(call).rejects.toBe(reason);
  });
});

describe('the end of a call', () => {
  it('a cancelled call ends at once, and the worker gets the message `cancel`', async () => {
    const rig = new Rig();
    const cancelling = new AbortController();
    const call = rig.client.model(endpoint, null, []).draft(request, cancelling.signal);
    await settled();
    cancelling.abort();
    await expect(call).rejects.toBeInstanceOf(Cancelled);
    expect(rig.posted.at(-1)).toEqual({ type: 'cancel', call: 1 });
  });

  it('a call ends if the worker dies, and the next call starts another worker', async () => {
    const rig = new Rig();
    const call = rig.client.test(endpoint, notAborted);
    call.catch(() => undefined);
    await settled();
    rig.die(new Error('out of memory'));
    await expect(call).rejects.toMatchObject({ kind: 'unexpected' });
    rig.client.test(endpoint, notAborted).catch(() => undefined);
    await settled();
    expect(rig.started).toBe(2);
  });

  it('a call ends if the client is disposed of, and no other worker starts', async () => {
    const rig = new Rig();
    const call = rig.client.test(endpoint, notAborted);
    call.catch(() => undefined);
    await settled();
    rig.client.dispose();
    await expect(call).rejects.toBeInstanceOf(Cancelled);
    await settled();
    expect(rig.running).toBe(0);
    await expect(rig.client.test(endpoint, notAborted)).rejects.toBeInstanceOf(Cancelled);
    expect(rig.started).toBe(1);
  });

  it('each call fails if the worker cannot be started', async () => {
    const rig = new Rig({ startWorker: () => Promise.reject(new Failure('unexpected', { passing: true })) });
    await expect(rig.client.test(endpoint, notAborted)).rejects.toMatchObject({ kind: 'unexpected' });
    await expect(rig.client.test(endpoint, notAborted)).rejects.toMatchObject({ kind: 'unexpected' });
  });
});
