import { listModels } from '../../src/llm/connect';
import type { Endpoint } from '../../src/llm/endpoint';
import type { EndpointId } from '../../src/llm/preset';
import { PRESETS } from '../../src/llm/presets';
import { nodeHttp } from '../endpoint/node-http';

/** What the user said about an endpoint; what they left out is found out. */
export interface Told {
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

/** Provider, model and key for a base URL, by its host, by what answers there, and by the models it has. */
export async function guessEndpoint({ baseUrl, provider, model, key }: Told): Promise<Guessed> {
  const chosen = provider ?? presetAt(baseUrl) ?? ((await isOllama(baseUrl)) ? 'ollama' : 'custom');
  // A server on this machine takes any key, or needs none.
  const given = key ?? (isLocal(baseUrl) ? 'demo' : undefined);
  return { provider: chosen, key: given, model: model ?? (await modelAt(baseUrl, chosen, given)) };
}

/** The preset that has its address at the same host and port. */
function presetAt(baseUrl: string): EndpointId | undefined {
  const host = new URL(baseUrl).host.replace('127.0.0.1', 'localhost');
  // Alibaba Cloud's endpoints abroad, and those of single workspaces.
  if (/(^dashscope-[a-z]+|\.maas)\.aliyuncs\.com$/.test(host)) return 'dashscope';
  return Object.values(PRESETS).find((preset) => preset.baseUrl !== '' && new URL(preset.baseUrl).host === host)?.id;
}

/** Only Ollama has this path. */
async function isOllama(baseUrl: string): Promise<boolean> {
  const { status, body } = await nodeHttp({ url: new URL('/api/tags', baseUrl).href, method: 'GET', headers: {} });
  return status === 200 && new TextDecoder().decode(body).includes('"models"');
}

function isLocal(baseUrl: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(baseUrl).hostname);
}

/** The preset's default, unless the endpoint says that it has others. */
async function modelAt(baseUrl: string, provider: EndpointId, key: string | undefined): Promise<string> {
  const preset = PRESETS[provider];
  const endpoint: Endpoint = { ...preset, provider, baseUrl, apiKey: key ?? null };
  const models = await listModels(endpoint, nodeHttp, { clock: realClock(), random: Math.random }, AbortSignal.timeout(15_000)).catch((): readonly string[] => []);
  return models.includes(preset.model) || models.length === 0 ? preset.model : (models[0] ?? '');
}

function realClock(): { now(): number; set(callback: () => void, ms: number): number; clear(timer: number): void } {
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
