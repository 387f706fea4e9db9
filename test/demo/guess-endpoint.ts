import { toBaseUrl } from '../../src/llm/base-url';
import { listModels } from '../../src/llm/connect';
import { hostOf, type Endpoint } from '../../src/llm/endpoint';
import { PRESETS, type EndpointId } from '../../src/llm/presets/presets';
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
  const host = hostOf(baseUrl).replace('127.0.0.1', 'localhost');
  // Alibaba Cloud's endpoints abroad, and those of single workspaces.
  if (/(^dashscope-[a-z]+|\.maas)\.aliyuncs\.com$/.test(host)) return 'dashscope';
  return Object.values(PRESETS).find((preset) => preset.baseUrl !== '' && new URL(preset.baseUrl).host === host)?.id;
}

/** How long a server may take to say what it is, in ms. */
const patience = 5_000;

/** Only Ollama has this path. A server that does not answer is asked all the same: the plugin tells what is wrong. */
async function isOllama(baseUrl: string): Promise<boolean> {
  const base = toBaseUrl(baseUrl);
  if (base === null) return false;
  const asked = nodeHttp({ url: new URL('/api/tags', base).href, method: 'GET', headers: {} });
  const answer = await Promise.race([asked, new Promise<null>((resolve) => setTimeout(resolve, patience, null))]).catch(() => null);
  return answer?.status === 200 && /^\s*\{\s*"models"\s*:\s*\[\s*(\]|\{[^}]*"name")/.test(new TextDecoder().decode(answer.body));
}

function isLocal(baseUrl: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostOf(baseUrl).replace(/:\d+$/, ''));
}

/** The preset's default, unless the endpoint says that it has others. */
async function modelAt(baseUrl: string, provider: EndpointId, key: string | undefined): Promise<string> {
  const preset = PRESETS[provider];
  const endpoint: Endpoint = { ...preset, provider, baseUrl, apiKey: key ?? null };
  const models = await listModels(endpoint, nodeHttp, { clock: realClock(), random: Math.random }, AbortSignal.timeout(15_000)).catch((): readonly string[] => []);
  // Servers of a single model take any name.
  return models.includes(preset.model) || models.length === 0 ? preset.model || 'default' : (models[0] ?? '');
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
