import { describe, expect, it } from 'vitest';
import { Cancelled, Failure } from '../../../../src/failure';
import { AnswerMemory, type AnswerStore } from '../../../../src/llm/memory/answer-memory';
import { connect } from '../../../../src/llm/connect';
import { counted } from '../../../../src/llm/counted';
import type { CheckingModel, DraftRequest, ReadingRequest } from '../../../../src/llm/model';
import { remembering } from '../../../../src/llm/memory/remembering';
import { fastPorts } from '../../../endpoint/fast-ports';
import { nodeHttp } from '../../../endpoint/node-http';
import { READING, requestOf, start, type Started } from '../setup';

class MapStore implements AnswerStore {
  readonly kept = new Map<string, string>();

  get(key: string): Promise<string | undefined> {
    return Promise.resolve(this.kept.get(key));
  }

  put(key: string, value: string): Promise<void> {
    this.kept.set(key, value);
    return Promise.resolve();
  }

  delete(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.kept.delete(key);
    return Promise.resolve();
  }
}

const notAborted = new AbortController().signal;

/** Creates a new model that uses the store, as after a restart. */
function restarted({ endpoint }: Pick<Started, 'endpoint'>, store: AnswerStore): CheckingModel {
  return remembering(connect(endpoint, nodeHttp, fastPorts()), endpoint, new AnswerMemory(store));
}

describe('remembering', () => {
  it('after a restart, the model returns the same answer without a second request', async () => {
    const started = await start();
    const store = new MapStore();
    const first = await restarted(started, store).draft(requestOf(), notAborted);
    const second = await restarted(started, store).draft(requestOf(), notAborted);
    expect(second).toEqual(first);
    expect(second.tokens).toBeGreaterThan(0);
    expect(started.server.requests).toHaveLength(1);
  });

  it.each<[string, Partial<DraftRequest>]>([
    ['lines', { lines: '[1] Something else is written here.' }],
    ['instructions', { instructions: 'Only the deadlines.' }],
    ['language', { outputLanguage: 'fr' }],
    ['own fields', { fields: [{ name: 'deposit', type: 'number', ask: '', kinds: [] }] }],
    ['place in the document', { part: { number: 1, of: 2 } }],
  ])('another value of %s leads to a new request', async (_, change) => {
    const started = await start();
    const model = restarted(started, new MapStore());
    await model.draft(requestOf(), notAborted);
    await model.draft({ ...requestOf(), ...change }, notAborted);
    expect(started.server.requests).toHaveLength(2);
  });

  it('the model sends no second request if only the tags of the vault have changed', async () => {
    const started = await start();
    const model = restarted(started, new MapStore());
    await model.draft(requestOf(), notAborted);
    await model.draft({ ...requestOf(), knownTags: ['work'] }, notAborted);
    expect(started.server.requests).toHaveLength(1);
  });

  it.each([{ model: 'another' }, { baseUrl: 'http://elsewhere.invalid/v1' }])(
    'the change %o of the endpoint leads to a new request',
    async (change) => {
      const { server, endpoint, model } = await start();
      const memory = new AnswerMemory(new MapStore());
      await remembering(model, endpoint, memory).draft(requestOf(), notAborted);
      await remembering(model, { ...endpoint, ...change }, memory).draft(requestOf(), notAborted);
      expect(server.requests).toHaveLength(2);
    },
  );

  it('concurrent equal calls share one request', async () => {
    const { server, endpoint, model } = await start({ latencyMs: 50 });
    const memory = new AnswerMemory(new MapStore());
    const drafts = await Promise.all(
      [1, 2, 3].map(() => remembering(model, endpoint, memory).draft(requestOf(), notAborted)),
    );
    expect(drafts[2]).toEqual(drafts[0]);
    expect(server.requests).toHaveLength(1);
  });

  it('if the first of two callers cancels, the second caller still gets the answer', async () => {
    const { server, endpoint, model } = await start({ latencyMs: 50 });
    const memory = new AnswerMemory(new MapStore());
    const first = new AbortController();
    const called = remembering(model, endpoint, memory)
      .draft(requestOf(), first.signal)
      .catch((thrown: unknown) => thrown);
    const second = remembering(model, endpoint, memory).draft(requestOf(), notAborted);
    first.abort();
    expect(await called).toBeInstanceOf(Cancelled);
    expect((await second).draft.summary.length).toBeGreaterThan(0);
    expect(server.requests.length).toBeLessThanOrEqual(2);
  });

  it('if the second of two callers cancels, the second call is rejected at once', async () => {
    const { server, endpoint, model } = await start({ fault: 'slow' });
    const memory = new AnswerMemory(new MapStore());
    const [first, second] = [new AbortController(), new AbortController()];
    const one = remembering(model, endpoint, memory)
      .draft(requestOf(), first.signal)
      .catch((thrown: unknown) => thrown);
    const two = remembering(model, endpoint, memory)
      .draft(requestOf(), second.signal)
      .catch((thrown: unknown) => thrown);
    second.abort();
    expect(await two).toBeInstanceOf(Cancelled);
    first.abort();
    expect(await one).toBeInstanceOf(Cancelled);
    expect(server.requests.length).toBeLessThanOrEqual(1);
  });

  it('the answer memory caches no failure', async () => {
    const started = await start({ fault: (number) => (number === 1 ? 'wrong-key' : 'good') });
    const store = new MapStore();
    await expect(restarted(started, store).draft(requestOf(), notAborted)).rejects.toBeInstanceOf(Failure);
    expect(store.kept.size).toBe(0);
    await restarted(started, store).draft(requestOf(), notAborted);
    expect(started.server.requests).toHaveLength(2);
  });

  it('a call succeeds even if the store always fails', async () => {
    const broken = (): Promise<never> => Promise.reject(new Error('QuotaExceededError'));
    const model = restarted(await start(), { get: broken, put: broken, delete: broken });
    expect((await model.draft(requestOf(), notAborted)).draft.summary.length).toBeGreaterThan(0);
    await model.release?.();
  });

  it.each(['', '{', '[]', '{"draft":{"summary":7}}', '{"draft":{"summary":[]}}'])(
    'the invalid stored answer “%s” leads to a new request',
    async (kept) => {
      const started = await start();
      const store = new MapStore();
      await restarted(started, store).draft(requestOf(), notAborted);
      for (const key of store.kept.keys()) store.kept.set(key, kept);
      await restarted(started, store).draft(requestOf(), notAborted);
      expect(started.server.requests).toHaveLength(2);
    },
  );

  it('the `release` of a model deletes only the answers that this model has returned', async () => {
    const started = await start();
    const store = new MapStore();
    await restarted(started, store).draft(requestOf('[1] Another document, not yet done.'), notAborted);
    const model = restarted(started, store);
    await model.draft(requestOf(), notAborted);
    expect(store.kept.size).toBe(2);
    await model.release?.();
    expect(store.kept.size).toBe(1);
  });

  it('the stored answers do not contain the API key', async () => {
    const started = await start({ as: 'openai' });
    const store = new MapStore();
    await restarted(started, store).draft(requestOf(), notAborted);
    expect(JSON.stringify([...store.kept])).not.toContain(started.endpoint.apiKey);
  });
});

describe('stored answers', () => {
  it('the answers to `read`, `correct` and `draft` are stored under different keys', async () => {
    const started = await start();
    const store = new MapStore();
    const model = restarted(started, store);
    await model.read(READING, notAborted);
    await model.correct(READING, notAborted);
    await model.draft(requestOf(READING.text), notAborted);
    expect(started.server.requests.map(({ requestKind }) => requestKind)).toEqual([
      'reading',
      'correction',
      'digest',
    ]);
    expect(store.kept.size).toBe(3);
  });
});

describe.each(['read', 'correct'] as const)('the call `%s`', (call) => {
  it('a repeated call gets the complete answer without a second request', async () => {
    const started = await start();
    const store = new MapStore();
    const first = await restarted(started, store)[call](READING, notAborted);
    expect(await restarted(started, store)[call](READING, notAborted)).toEqual(first);
    expect(first.tokens).toBeGreaterThan(0);
    expect(started.server.requests).toHaveLength(1);
  });

  const text = `${READING.text}。`;
  const changes: Partial<ReadingRequest>[] = [{ text }, { outputLanguage: 'fr' }, { count: 2 }];
  it.each(changes)('the changed data %j leads to a new request', async (change) => {
    const started = await start();
    const model = restarted(started, new MapStore());
    await model[call](READING, notAborted);
    await model[call]({ ...READING, ...change }, notAborted);
    expect(started.server.requests).toHaveLength(2);
  });

  it('another model leads to a new request', async () => {
    const started = await start();
    const store = new MapStore();
    await restarted(started, store)[call](READING, notAborted);
    const endpoint = { ...started.endpoint, model: 'another' };
    await restarted({ endpoint }, store)[call](READING, notAborted);
    expect(started.server.requests).toHaveLength(2);
  });

  it('two concurrent calls share one request, and `release` deletes all stored answers', async () => {
    const { server, endpoint, model } = await start();
    const store = new MapStore();
    const memory = new AnswerMemory(store);
    const one = remembering(model, endpoint, memory);
    await Promise.all(
      [one, remembering(model, endpoint, memory)].map((each) => each[call](READING, notAborted)),
    );
    expect(server.requests).toHaveLength(1);
    await one.draft(requestOf(), notAborted);
    await one.release?.();
    expect(store.kept.size).toBe(0);
  });

  it('a refusal is not stored, so the next call sends a new request', async () => {
    const started = await start({ fault: (number) => (number === 1 ? 'refusal' : 'good') });
    const store = new MapStore();
    await expect(restarted(started, store)[call](READING, notAborted)).rejects.toBeInstanceOf(Failure);
    expect(store.kept.size).toBe(0);
    await restarted(started, store)[call](READING, notAborted);
    expect(started.server.requests).toHaveLength(2);
  });

  it.each([
    '{',
    '{"verdicts":[],"corrections":[]}',
    '{"verdicts":[{"n":1,"supported":"perhaps","why":""}]}',
    '{"verdicts":[{"n":0,"supported":"yes","why":""}]}',
    '{"corrections":[{"n":1,"text":7,"owner":"","due":"","refs":[]}]}',
  ])('the invalid stored answer %s leads to a new request', async (kept) => {
    const started = await start();
    const store = new MapStore();
    await restarted(started, store)[call](READING, notAborted);
    for (const key of store.kept.keys()) store.kept.set(key, kept);
    await restarted(started, store)[call](READING, notAborted);
    expect(started.server.requests).toHaveLength(2);
  });

  it('duplicates and items with unknown numbers are dropped from a stored answer', async () => {
    const started = await start();
    const store = new MapStore();
    await restarted(started, store)[call](READING, notAborted);
    const verdict = { supported: 'yes', why: '', text: 'x', owner: '', due: '', refs: [] };
    const kept = [
      { ...verdict, n: 2 },
      { ...verdict, n: 9 },
      { ...verdict, n: 2 },
    ];
    const changed = JSON.stringify({ verdicts: kept, corrections: kept });
    for (const key of store.kept.keys()) store.kept.set(key, changed);
    const answer = await restarted(started, store)[call](READING, notAborted);
    expect(('verdicts' in answer ? answer.verdicts : answer.corrections).map(({ n }) => n)).toEqual([2]);
  });
});

describe('counted', () => {
  it('`counted` calls its callback with the tokens of every call', async () => {
    const { model } = await start();
    const spent: number[] = [];
    const counting = counted(model, (tokens) => spent.push(tokens));
    const answers = [
      await counting.draft(requestOf(), notAborted),
      await counting.read(READING, notAborted),
      await counting.correct(READING, notAborted),
    ];
    expect(spent).toEqual(answers.map(({ tokens }) => tokens));
    expect(spent.every((tokens) => tokens > 0)).toBe(true);
  });
});
