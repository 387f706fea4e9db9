import { digestDocument } from '../../../src/digest/digest-document';
import { Failure } from '../../../src/failure';
import { connect } from '../../../src/llm/connect';
import { connectReader } from '../../../src/llm/connect-reader';
import type { ModelPorts } from '../../../src/llm/ports';
import { fetchHttp } from '../../../src/llm/wire/fetch-http';
import { estimateTokens } from '../../../src/text/tokens';
import type { Sentence } from '../../../src/text/sentence';
import { fastClock, fastPorts } from '../fast-ports';
import { nodeHttp } from '../node-http';
import { presetEndpoint } from '../preset-endpoint';
import { startEndpoint } from '../server';
import type { Behaviour } from './behaviour';

export interface Played {
  /** The kind of the failure, or `answer`. */
  readonly outcome: string;
  readonly requests: number;
  /** Number of requests that were paid although their answer was useless. */
  readonly wasted: number;
  readonly failure: Failure | undefined;
}

const browser = fetchHttp(
  (url, init) => fetch(url, { ...init, headers: { ...init.headers, origin: 'app://obsidian.md' } }),
  fastClock(),
);
const signal = new AbortController().signal;
const image = {
  id: 'a page',
  image: () => Promise.resolve(new Blob([new Uint8Array(9_000)], { type: 'image/jpeg' })),
};

const LINES = [
  '[1] Service agreement between Northwind Ltd and Harbour GmbH.',
  '[2] The supplier shall deliver the goods of order 7781 by 2026-03-15.',
  '[3] The customer shall pay 1,200.00 USD within 30 days after delivery.',
  '[4] Either party may terminate this agreement with notice of 3 months.',
].join('\n');

/** Returns the sentences of a long document. Each sentence has an obligation. */
export function longDocument(pages: number): readonly Sentence[] {
  return Array.from({ length: pages * 30 }, (_, index) => {
    const text = `Clause ${index + 1}: the supplier shall deliver item ${index + 7} by 2026-0${(index % 9) + 1}-15 and pay ${1_100 + index}.00 USD.`;
    const page = Math.floor(index / 30) + 1;
    const source = [{ at: 0, length: text.length, page, item: index, from: 0 }];
    return { number: index + 1, page, text, kind: 'text', paragraph: index, source };
  });
}

/** Starts an HTTP server with this behaviour, and lets the plugin's code request one result from it. */
export async function played(behaviour: Behaviour): Promise<Played> {
  const { as = 'custom', settings = {}, route, call = 'draft', play, pages = 12 } = behaviour;
  const server = await startEndpoint({ as, play, cors: route === 'browser' });
  try {
    const endpoint = presetEndpoint(as, server.url, settings);
    const clock = fastPorts(1);
    const ports: ModelPorts = route === 'browser' ? { ...clock, streaming: browser } : clock;
    let useful = 0;
    const counted = async <T>(answer: Promise<T>): Promise<T> => {
      const value = await answer;
      useful += 1;
      return value;
    };
    const work = async (): Promise<unknown> => {
      if (call === 'page') return counted(connectReader(endpoint, nodeHttp, ports).read(image, signal));
      const model = connect(endpoint, nodeHttp, ports);
      if (call === 'draft')
        return counted(model.draft({ lines: LINES, outputLanguage: 'auto', instructions: '' }, signal));
      const document = { sentences: longDocument(pages), pageCount: pages, notRead: [] };
      return digestDocument(
        document,
        {
          draft: (request, inner) => counted(model.draft(request, inner)),
          name: model.name,
          limits: model.limits,
        },
        { signal, instructions: '', outputLanguage: 'auto', estimateTokens: (text) => estimateTokens(text) },
      );
    };
    const failure = await work().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (failure !== undefined && !(failure instanceof Failure))
      throw new Error('The call threw a value that is not a Failure.', { cause: failure });
    return {
      outcome: failure === undefined ? 'answer' : failure.kind,
      requests: server.requests.length,
      wasted: server.paid - useful,
      failure,
    };
  } finally {
    await server.close();
  }
}
