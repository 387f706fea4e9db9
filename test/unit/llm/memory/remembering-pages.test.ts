import { describe, expect, it, onTestFinished } from 'vitest';
import type { AnswerStore } from '../../../../src/llm/memory/answer-memory';
import { connectReader } from '../../../../src/llm/connect-reader';
import type { Endpoint } from '../../../../src/llm/endpoint';
import type { PageReader, PageToRead } from '../../../../src/llm/page-reader';
import { rememberingPages } from '../../../../src/llm/memory/remembering-pages';
import { fastPorts } from '../../../endpoint/fast-ports';
import { nodeHttp } from '../../../endpoint/node-http';
import { startEndpoint, type EndpointOptions, type RunningEndpoint } from '../../../endpoint/server';
import { endpointOf } from '../setup';

const notAborted = new AbortController().signal;

function storeOf(kept = new Map<string, string>()): AnswerStore & { readonly kept: Map<string, string> } {
  return {
    kept,
    get: (key) => Promise.resolve(kept.get(key)),
    put: (key, value) => Promise.resolve(void kept.set(key, value)),
    delete: (keys) => Promise.resolve(keys.forEach((key) => kept.delete(key))),
  };
}

function pageOf(id: string): PageToRead {
  return { id, image: () => Promise.resolve(new Blob([`image of ${id}`], { type: 'image/jpeg' })) };
}

async function start(options: EndpointOptions = {}): Promise<{
  readonly server: RunningEndpoint;
  /** Creates a new reader that uses the store, as after a restart. */
  readonly restarted: (store: AnswerStore, more?: Partial<Endpoint>) => PageReader;
}> {
  const server = await startEndpoint(options);
  onTestFinished(() => server.close());
  const restarted = (store: AnswerStore, more: Partial<Endpoint> = {}): PageReader => {
    const endpoint = endpointOf('custom', server.url, { model: 'eye', ...more });
    return rememberingPages(connectReader(endpoint, nodeHttp, fastPorts()), endpoint, store);
  };
  return { server, restarted };
}

describe('rememberingPages', () => {
  it('a cached page is neither rendered nor sent', async () => {
    const { server, restarted } = await start();
    const store = storeOf();
    const first = await restarted(store).read(pageOf('1'), notAborted);
    const notRenderable: PageToRead = { id: '1', image: () => Promise.reject(new Error('not needed')) };
    expect(await restarted(store).read(notRenderable, notAborted)).toEqual(first);
    expect(server.images).toBe(1);
  });

  it('a page is read again for another id, model or address, and after `release`', async () => {
    const { server, restarted } = await start();
    const store = storeOf();
    const reader = restarted(store);
    await reader.read(pageOf('1'), notAborted);
    await reader.read(pageOf('2'), notAborted);
    await restarted(store, { model: 'another eye' }).read(pageOf('1'), notAborted);
    await restarted(store, { baseUrl: `${server.url}/` }).read(pageOf('1'), notAborted);
    expect(server.images).toBe(4);
    await reader.release?.();
    expect(store.kept.size).toBe(2);
    await reader.read(pageOf('1'), notAborted);
    expect(server.images).toBe(5);
  });

  it.each(['page-excuse', 'cut-off'] as const)(
    'a page is read again if the first answer has the fault %s',
    async (fault) => {
      const { server, restarted } = await start({ fault: (number) => (number === 1 ? fault : 'good') });
      const store = storeOf();
      expect((await restarted(store).read(pageOf('1'), notAborted)).reading.kind).not.toBe('text');
      expect((await restarted(store).read(pageOf('1'), notAborted)).reading.kind).toBe('text');
      expect(server.images).toBe(2);
    },
  );

  it.each([
    '',
    'rubbish',
    '[]',
    '{"reading":{"kind":"text","text":" "}}',
    '{"reading":{"kind":"text","text":7}}',
  ])('a page is read again if the store holds the invalid value %j', async (stored) => {
    const { server, restarted } = await start();
    const store = storeOf();
    await restarted(store).read(pageOf('1'), notAborted);
    for (const key of store.kept.keys()) store.kept.set(key, stored);
    expect((await restarted(store).read(pageOf('1'), notAborted)).reading.kind).toBe('text');
    expect(server.images).toBe(2);
  });

  it('a page is read even if the store fails', async () => {
    const { restarted } = await start();
    const fail = async (): Promise<never> => Promise.reject(new Error('quota'));
    const reader = restarted({ get: fail, put: fail, delete: fail });
    expect((await reader.read(pageOf('1'), notAborted)).reading.kind).toBe('text');
    await reader.release?.();
  });
});
