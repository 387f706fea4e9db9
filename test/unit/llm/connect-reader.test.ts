import { onTestFinished, describe, expect, it } from 'vitest';
import { Cancelled } from '../../../src/failure';
import { CircuitBreakers } from '../../../src/llm/circuit-breaker';
import { connectReader } from '../../../src/llm/connect-reader';
import type { Endpoint } from '../../../src/llm/endpoint';
import type { PageReader, PageToRead } from '../../../src/llm/page-reader';
import { PRESETS } from '../../../src/llm/presets/presets';
import { fastPorts } from '../../endpoint/fast-ports';
import { nodeHttp } from '../../endpoint/node-http';
import {
  startEndpoint,
  type EndpointOptions,
  type FaultName,
  type RunningEndpoint,
} from '../../endpoint/server';
import { endpointOf, failureOf } from './setup';

const notAborted = new AbortController().signal;
/** Not a valid image. It is so long that it is converted to base64 in several pieces. */
const bytes = Uint8Array.from({ length: 60_000 }, (_, index) => (index * 31) % 256);
const image: PageToRead = {
  id: 'a page',
  image: () => Promise.resolve(new Blob([bytes], { type: 'image/jpeg' })),
};

interface Started {
  readonly server: RunningEndpoint;
  readonly endpoint: Endpoint;
  readonly reader: PageReader;
}

async function start(options: EndpointOptions = {}, more: Partial<Endpoint> = {}): Promise<Started> {
  const server = await startEndpoint(options);
  onTestFinished(() => server.close());
  const provider = options.as ?? 'custom';
  const model = PRESETS[provider].visionModel || 'test-vision';
  const endpoint = endpointOf(provider, server.url, { model, ...more });
  return { server, endpoint, reader: connectReader(endpoint, nodeHttp, fastPorts()) };
}

describe('page images', () => {
  it('the page reader sends a page image as a data URL and returns its text', async () => {
    const { server, reader } = await start();
    const { reading, tokens } = await reader.read(image, notAborted);
    expect(reading).toEqual({ kind: 'text', text: 'The text of scanned page 1.' });
    expect(tokens).toBeGreaterThan(0);
    expect(server.requests[0]?.images).toEqual([Buffer.from(bytes).toString('base64')]);
    const body = server.requests[0]?.body;
    expect(body).toMatchObject({
      model: 'test-vision',
      messages: [{ role: 'system' }, { role: 'user', content: [{ type: 'image_url' }, { type: 'text' }] }],
    });
    expect(body).not.toHaveProperty('response_format');
  });

  it('for Ollama, the page reader sends a page image in the field `images`', async () => {
    const { server, reader } = await start({ as: 'ollama' });
    expect((await reader.read(image, notAborted)).reading.kind).toBe('text');
    const base64 = Buffer.from(bytes).toString('base64');
    expect(server.requests[0]).toMatchObject({
      path: '/api/chat',
      body: { messages: [{ role: 'system' }, { role: 'user', images: [base64] }] },
    });
    expect(server.requests[0]?.body).not.toHaveProperty('format');
  });

  it.each([
    'dashscope',
    'openai',
    'anthropic',
    'moonshot',
    'zhipu',
    'siliconflow',
    'openrouter',
    'gemini',
    'lmstudio',
  ] as const)('the page reader uses the vision model in the preset of %s', async (as) => {
    const { server, reader } = await start({ as });
    expect((await reader.read(image, notAborted)).reading.kind).toBe('text');
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.body).toMatchObject({ model: PRESETS[as].visionModel });
  });
});

const readings: readonly (readonly [FaultName, string, number])[] = [
  ['page-fence', 'text', 1],
  ['page-introduction', 'text', 1],
  ['page-table', 'text', 1],
  ['think', 'text', 1],
  ['only-stream', 'text', 2],
  ['refuse-parameters', 'text', 2],
  ['no-usage', 'text', 1],
  ['page-nothing', 'no-text', 1],
  ['page-nothing-zh', 'no-text', 1],
  ['page-marker', 'no-text', 1],
  ['page-excuse', 'refused', 1],
  ['page-excuse-zh', 'refused', 1],
  ['refusal', 'refused', 1],
  ['filtered-answer', 'refused', 1],
  ['page-loop', 'unusable', 2],
  ['page-echo', 'unusable', 2],
  ['empty-content', 'unusable', 2],
  ['null-content', 'unusable', 2],
  ['think-only', 'unusable', 2],
  ['cut-off', 'unusable', 1],
  ['no-finish-reason', 'unusable', 1],
];

describe('answers', () => {
  it.each(readings)(
    'an answer with the fault %s leads to a reading of the kind %s after %i request(s)',
    async (fault, kind, requests) => {
      const { server, reader } = await start({ fault });
      expect((await reader.read(image, notAborted)).reading.kind).toBe(kind);
      expect(server.requests).toHaveLength(requests);
    },
  );

  it('after an unusable answer, the page reader asks again and counts the tokens of both requests', async () => {
    const once = await start();
    const { tokens: one = 0 } = await once.reader.read(image, notAborted);
    const twice = await start({ fault: (number) => (number === 1 ? 'page-loop' : 'good') });
    const { reading, tokens = 0 } = await twice.reader.read(image, notAborted);
    expect(reading.kind).toBe('text');
    expect(tokens).toBeGreaterThan(1.9 * one);
  });
});

describe('failures', () => {
  it.each([
    ['wrong-key', 'llm-key-wrong', 1],
    ['content-filter', 'llm-content-filter', 1],
    ['server-error', 'llm-server', 4],
    ['html', 'llm-not-an-api', 1],
    ['no-vision', 'llm-no-vision', 1],
    ['page-unseen', 'llm-no-vision', 1],
  ] as const)('the fault %s leads to the failure %s after %i request(s)', async (fault, kind, requests) => {
    const { server, reader } = await start({ fault });
    expect((await failureOf(reader.read(image, notAborted))).kind).toBe(kind);
    expect(server.requests).toHaveLength(requests);
  });

  it('the page reader throws a failure without a request if the endpoint has no model', async () => {
    const { server, reader } = await start({}, { model: ' ' });
    expect((await failureOf(reader.read(image, notAborted))).kind).toBe('llm-no-vision');
    expect(server.requests).toHaveLength(0);
  });

  it('a failure that would affect every page stops further requests', async () => {
    const { server, endpoint } = await start({ fault: 'wrong-key' });
    const ports = fastPorts();
    const reader = connectReader(endpoint, nodeHttp, {
      ...ports,
      breakers: new CircuitBreakers(ports.clock),
    });
    for (let page = 1; page <= 4; page += 1)
      expect((await failureOf(reader.read(image, notAborted))).kind).toBe('llm-key-wrong');
    expect(server.requests).toHaveLength(2);
  });

  it('the details of a failure do not mention the image', async () => {
    const { reader } = await start({ fault: 'no-vision' });
    expect(JSON.stringify((await failureOf(reader.read(image, notAborted))).details)).not.toContain(
      'image_url',
    );
  });
});

it('the page reader throws Cancelled if the caller cancels', async () => {
  const controller = new AbortController();
  const abortAndStall = (): FaultName => {
    controller.abort();
    return 'slow';
  };
  const { reader } = await start({ fault: abortAndStall });
  await expect(reader.read(image, controller.signal)).rejects.toBeInstanceOf(Cancelled);
});
