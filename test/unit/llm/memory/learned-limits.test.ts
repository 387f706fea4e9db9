import { afterEach, describe, expect, it } from 'vitest';
import { digestDocument } from '../../../../src/digest/digest-document';
import { connect } from '../../../../src/llm/connect';
import type { Endpoint } from '../../../../src/llm/endpoint';
import { Knowledge } from '../../../../src/llm/memory/knowledge';
import { rememberedLimits } from '../../../../src/llm/memory/remembered-ratio';
import type { DraftRequest } from '../../../../src/llm/model';
import type { DeviceMemory } from '../../../../src/llm/ports';
import { WIRES } from '../../../../src/llm/presets/wires';
import { estimateTokens } from '../../../../src/text/tokens';
import { BEHAVIOURS } from '../../../endpoint/behaviours/behaviours';
import { error, good, once, oneAtATime, openAi, type Play } from '../../../endpoint/behaviours/behaviour';
import { longDocument } from '../../../endpoint/behaviours/run';
import { fastPorts } from '../../../endpoint/fast-ports';
import { nodeHttp } from '../../../endpoint/node-http';
import { presetEndpoint } from '../../../endpoint/preset-endpoint';
import { startEndpoint } from '../../../endpoint/server';

const { signal } = new AbortController();
const DAY = 24 * 3_600_000;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

function memory(): DeviceMemory {
  const kept = new Map<string, unknown>();
  return { load: (key) => kept.get(key) ?? null, save: (key, value) => void kept.set(key, value) };
}

/**
 * Starts an endpoint. The returned `digest` digests a document, and returns the answered requests and the
 * number of the refused ones.
 */
async function start(as: 'custom' | 'gemini', play: Play) {
  const server = await startEndpoint({ as, play });
  closing.push(() => server.close());
  const endpoint = presetEndpoint(as, server.url);
  const digest = async (store: DeviceMemory, settings: Partial<Endpoint> = {}, pages = 12) => {
    const answered: DraftRequest[] = [];
    const requests = server.requests.length;
    const model = connect({ ...endpoint, ...settings }, nodeHttp, { ...fastPorts(1), memory: store });
    const draft: typeof model.draft = async (request, inner) => {
      const answer = await model.draft(request, inner);
      answered.push(request);
      return answer;
    };
    await digestDocument(
      { sentences: longDocument(pages), pageCount: pages, notRead: [] },
      { name: model.name, limits: model.limits, draft },
      { signal, instructions: '', outputLanguage: 'auto', estimateTokens: (text) => estimateTokens(text) },
    );
    return { answered, refused: server.requests.length - requests - answered.length };
  };
  return { endpoint, digest };
}

describe('learned token limits', () => {
  it('after a refusal has stated a token limit, no request for the next document is refused', async () => {
    const { digest } = await start('gemini', BEHAVIOURS['gemini-token-count'].play);
    const store = memory();
    const first = await digest(store);
    expect(first.refused).toBeGreaterThan(0);
    const second = await digest(store);
    expect(second.refused).toBe(0);
    const sent = ({ answered }: typeof first): string[] =>
      answered.map((each) => JSON.stringify(each)).sort();
    expect(sent(second)).toEqual(sent(first));
  });

  it('a learned token limit is forgotten if a setting of the endpoint changes', async () => {
    const { endpoint, digest } = await start('gemini', BEHAVIOURS['gemini-token-count'].play);
    const store = memory();
    await digest(store);
    const limits = (settings: Partial<Endpoint>) =>
      rememberedLimits({ ...endpoint, ...settings }, store, Date.now()).learnedTokens;
    expect(limits({})).toBe(6_000);
    expect(limits({ apiKey: 'another' })).toBeUndefined();
    expect(limits({ contextTokens: 64_000 })).toBeUndefined();
    expect(limits({ headers: { 'x-team': 'b' } })).toBeUndefined();
    expect(limits({ model: 'another' })).toBeUndefined();
    expect((await digest(store, { contextTokens: 64_000 })).refused).toBeGreaterThan(0);
  });

  it('a learned token limit is forgotten after a day', async () => {
    const { endpoint, digest } = await start('gemini', BEHAVIOURS['gemini-token-count'].play);
    const store = memory();
    await digest(store);
    const at = (time: number) => rememberedLimits(endpoint, store, time).learnedTokens;
    expect(at(Date.now() + DAY / 2)).toBe(6_000);
    expect(at(Date.now() + DAY + 60_000)).toBeUndefined();
  });
});

describe('several limits', () => {
  it('a limit expires a day after it was learned, even if another limit was learned later', () => {
    let now = 0;
    const clock = { ...fastPorts(1).clock, now: () => now };
    const endpoint = presetEndpoint('custom', 'https://llm.example/v1');
    const knowledge = new Knowledge(endpoint, WIRES.custom, clock, memory(), 'json');
    knowledge.learnLimits({ atOnce: 1, total: 8_000 });
    now = DAY / 2;
    knowledge.learnLimits({ perMinute: 3, total: 4_000 });
    expect(knowledge.limits).toEqual({ atOnce: 1, total: 4_000, perMinute: 3 });
    now = DAY;
    expect(knowledge.limits).toEqual({ total: 4_000, perMinute: 3 });
  });
});

describe('simultaneous requests', () => {
  it('the client remembers how many simultaneous requests the endpoint accepts', async () => {
    const { endpoint, digest } = await start('custom', oneAtATime(error(429, openAi('Too many requests'))));
    const store = memory();
    expect((await digest(store, {}, 40)).refused).toBeGreaterThan(0);
    expect(rememberedLimits(endpoint, store, Date.now()).concurrency).toBe(1);
    expect((await digest(store, {}, 40)).refused).toBe(0);
  });
});

describe('requests per minute', () => {
  it('the client delays requests after a refusal has stated a limit per minute', async () => {
    const refusal = 'Rate limit exceeded: limited to 2 requests per minute. Please retry shortly.';
    const server = await startEndpoint({ as: 'custom', play: once(error(429, openAi(refusal)), good) });
    closing.push(() => server.close());
    const ports = fastPorts(1);
    const model = connect(presetEndpoint('custom', server.url), nodeHttp, ports);
    const request = { lines: '[1] Hello.', outputLanguage: 'auto', instructions: '' };
    for (let call = 0; call < 3; call += 1) await model.draft(request, signal);
    expect(server.requests).toHaveLength(4);
    // Three requests follow the refusal. The endpoint accepts two per minute, so the third waits.
    expect(ports.clock.waits.filter((ms) => ms > 45_000 && ms <= 60_000)).toHaveLength(1);
  });
});
