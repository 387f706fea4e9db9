import { deploymentIn } from '../../src/llm/azure-address';
import { toBaseUrl } from '../../src/llm/base-url';
import { listModels } from '../../src/llm/connect';
import { hostOf, type Endpoint } from '../../src/llm/endpoint';
import { PRESETS, type EndpointId } from '../../src/llm/presets/presets';
import { nodeHttp } from '../endpoint/node-http';

/** What the user specified about an endpoint. The rest is detected. */
export interface KnownSettings {
  readonly baseUrl: string;
  readonly provider?: EndpointId | undefined;
  readonly model?: string | undefined;
  readonly key?: string | undefined;
}

export interface Guessed {
  readonly provider: EndpointId;
  readonly model: string;
  readonly key: string | undefined;
}

/** Detects the missing settings: looks at the host of the URL and at the responses of the server. */
export async function guessEndpoint({ baseUrl, provider, model, key }: KnownSettings): Promise<Guessed> {
  const chosen = provider ?? presetAt(baseUrl) ?? (await ownApiAt(baseUrl)) ?? 'custom';
  // A local server needs no key, or accepts any key.
  const given = key ?? (isLocal(baseUrl) ? 'demo' : undefined);
  return { provider: chosen, key: given, model: model ?? (await modelAt(baseUrl, chosen, given)) };
}

function presetAt(baseUrl: string): EndpointId | undefined {
  const host = hostOf(baseUrl).replace('127.0.0.1', 'localhost');
  // Alibaba Cloud has other addresses for its regions abroad, and one address for each workspace.
  if (/(^dashscope-[a-z]+|\.maas)\.aliyuncs\.com$/.test(host)) return 'dashscope';
  if (/\.openai\.azure\.com$/.test(host) || deploymentIn(baseUrl) !== '') return 'azure';
  return Object.values(PRESETS).find(
    (preset) => preset.baseUrl !== '' && new URL(preset.baseUrl).host === host,
  )?.id;
}

const timeoutMs = 5_000;

/**
 * For each API: the path of its list of models, and a regular expression for the beginning of this list.
 * Lists of other APIs do not match the expression.
 */
const LISTS = [
  { id: 'ollama', path: '/api/tags', list: /^\s*\{\s*"models"\s*:\s*\[\s*(\]|\{[^}]*"name")/ },
  { id: 'anthropic', path: '/v1/models', list: /^\s*\{\s*"data"\s*:\s*\[\s*\{[^}]*"display_name"/ },
] as const;

/**
 * Returns the API in {@link LISTS} whose list of models the server sends. Undefined when the server sends
 * another list or does not respond.
 */
async function ownApiAt(baseUrl: string): Promise<EndpointId | undefined> {
  const base = toBaseUrl(baseUrl);
  if (base === null) return undefined;
  for (const { id, path, list } of LISTS) {
    const response = nodeHttp({ url: new URL(path, base).href, method: 'GET', headers: {} });
    const answer = await Promise.race([
      response,
      new Promise<null>((resolve) => setTimeout(resolve, timeoutMs, null)),
    ]).catch(() => null);
    if (answer?.status === 200 && list.test(new TextDecoder().decode(answer.body))) return id;
  }
  return undefined;
}

function isLocal(baseUrl: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostOf(baseUrl).replace(/:\d+$/, ''));
}

/**
 * Returns the preset's default model. If the endpoint does not offer this model, returns the first model that
 * the endpoint lists.
 */
async function modelAt(baseUrl: string, provider: EndpointId, key: string | undefined): Promise<string> {
  const preset = PRESETS[provider];
  const own = { requestsPerMinute: 0, headers: {}, extraBody: {} };
  const endpoint: Endpoint = { ...preset, ...own, provider, baseUrl, apiKey: key ?? null };
  const models = await listModels(
    endpoint,
    nodeHttp,
    { clock: realClock(), random: Math.random },
    AbortSignal.timeout(15_000),
  ).catch((): readonly string[] => []);
  // If there is no list of models and no default model, the name `default` is used, because a server with a
  // single model accepts any name.
  return models.includes(preset.model) || models.length === 0 ? preset.model || 'default' : (models[0] ?? '');
}

function realClock(): {
  now(): number;
  set(callback: () => void, ms: number): number;
  clear(timer: number): void;
} {
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  let last = 0;
  return {
    now: () => Date.now(),
    set: (callback, ms) => {
      last += 1;
      timers.set(last, setTimeout(callback, ms));
      return last;
    },
    clear: (timer) => {
      clearTimeout(timers.get(timer));
      timers.delete(timer);
    },
  };
}
