import { Failure } from '../failure';
import { expectedTokens } from '../text/tokens';
import { BadAnswer, readAnswer } from './answer/answer';
import { withVersion } from './wire/base-url';
import type { Completion, Usage } from './wire/completion';
import { DRAFT_JSON_SCHEMA } from './answer/draft-schema';
import { checkEndpoint, type Endpoint } from './endpoint';
import type { HttpPort } from './wire/http';
import type { DraftAnswer, DraftRequest, LanguageModel, OnWords } from './model';
import type { ModelPorts } from './ports';
import { PRESETS } from './presets/presets';
import { digestMessages, promptLanguage, repairMessages, type ChatMessage } from './prompt/prompt';
import { withRetries } from './retry';
import { chatApi, Session } from './session';
import { WIRES } from './presets/wires';

export type { Endpoint } from './endpoint';

/** A count below this share of what was sent means that the endpoint cut the prompt without a word. */
const CUT_SHARE = 0.6;
/** No endpoint has a context so small that it would cut a shorter prompt, in tokens. */
const SMALLEST_CUT = 1_000;

/**
 * The language model behind an endpoint. Nothing is sent before the first `draft`, and what is wrong with the
 * endpoint's settings shows there. After failures that every call would share, nothing is sent for a while
 * ({@link CircuitBreakers}).
 */
export function connect(endpoint: Endpoint, http: HttpPort, ports: ModelPorts): LanguageModel {
  const session = new Session(endpoint, http, ports);
  return {
    name: endpoint.model,
    limits: {
      contextTokens: endpoint.contextTokens,
      maxOutputTokens: endpoint.maxOutputTokens,
      concurrency: endpoint.concurrency,
    },
    draft: (request, signal, onWords) => session.guarded(() => draft(session, request, signal, onWords)),
    get tokenRatio() {
      return session.knowledge.tokenRatio;
    },
  };
}

/**
 * Proves that the endpoint answers: one short completion in the form that digests use. Passing failures are not
 * waited out, and success closes the endpoint's circuit.
 * @returns the model as the endpoint names it, and how long it took in ms
 * @throws Failure of an `llm-*` kind, or Cancelled.
 */
export async function testConnection(
  endpoint: Endpoint,
  http: HttpPort,
  ports: ModelPorts,
  signal: AbortSignal,
): Promise<{ readonly model: string; readonly ms: number }> {
  const session = new Session(endpoint, http, ports);
  const started = ports.clock.now();
  // A few more than one token: some models refuse a limit they cannot answer within.
  const completion = await session.send(TEST_MESSAGES, 32, TEST_SCHEMA, signal);
  ports.breakers?.succeeded(endpoint);
  return { model: completion.model === '' ? endpoint.model.trim() : completion.model, ms: ports.clock.now() - started };
}

/**
 * The models the endpoint offers, sorted by name. Proves nothing about the key or the model.
 * @throws Failure of an `llm-*` kind, or Cancelled.
 */
export async function listModels(endpoint: Endpoint, http: HttpPort, ports: ModelPorts, signal: AbortSignal): Promise<readonly string[]> {
  const { needsKey } = PRESETS[endpoint.provider];
  const wire = WIRES[endpoint.provider];
  const modelsAt = (baseUrl: string): Promise<readonly string[]> =>
    chatApi(checkEndpoint({ ...endpoint, baseUrl }, needsKey), wire, http, ports).models(signal);
  const below = wire.api === 'openai' ? withVersion(endpoint.baseUrl) : null;
  return modelsAt(endpoint.baseUrl).catch((thrown: unknown) => {
    if (below === null || !(thrown instanceof Failure) || thrown.kind !== 'llm-not-an-api') throw thrown;
    return modelsAt(below).catch(() => {
      throw thrown;
    });
  });
}

const TEST_MESSAGES: readonly ChatMessage[] = [
  { role: 'system', content: 'Answer with one json object and nothing else.' },
  { role: 'user', content: 'Answer with the json object {"ok": true}.' },
];
const TEST_SCHEMA = { type: 'object', properties: { ok: { type: 'boolean' } }, required: ['ok'], additionalProperties: false };

/** The draft of one request: one answer, and one more if the first does not fit. */
async function draft(session: Session, request: DraftRequest, signal: AbortSignal, onWords?: OnWords): Promise<DraftAnswer> {
  const messages = digestMessages(request, session.ports.random);
  const first = await ask(session, messages, signal, onWords);
  const read = readCompletion(first);
  if ('draft' in read) return { draft: read.draft, ...tokensOf([first.usage]) };

  const again = repairMessages(messages, first.content, read.problem, promptLanguage(request));
  const second = await ask(session, again, signal, onWords);
  const repaired = readCompletion(second);
  if ('draft' in repaired) return { draft: repaired.draft, ...tokensOf([first.usage, second.usage]) };
  throw new BadAnswer(repaired.problem, second.content);
}

/** Some servers put an answer in a given form among the thoughts, and leave the answer itself empty. */
function readCompletion({ content, thoughts }: Completion): ReturnType<typeof readAnswer> {
  const read = readAnswer(content);
  if (content.trim() !== '') return read;
  const amongThoughts = readAnswer(thoughts);
  return 'draft' in amongThoughts ? amongThoughts : read;
}

async function ask(session: Session, messages: readonly ChatMessage[], signal: AbortSignal, onWords?: OnWords): Promise<Completion> {
  const completion = await withRetries(session.ports, signal, () =>
    session.send(messages, session.endpoint.maxOutputTokens, DRAFT_JSON_SCHEMA, signal, onWords),
  );
  countPrompt(session, messages, completion.usage);
  requireWhole(completion);
  return completion;
}

/**
 * Learns from the endpoint's count of the prompt.
 * @throws Failure `llm-prompt-cut` when so few tokens were read that part of the document was not.
 */
function countPrompt(session: Session, messages: readonly ChatMessage[], usage: Usage | undefined): void {
  if (usage === undefined) return;
  const prompt = messages.map((message) => message.content).join('\n');
  const expected = expectedTokens(prompt, session.knowledge.tokenRatio);
  if (expected >= SMALLEST_CUT && usage.prompt < expected * CUT_SHARE) {
    throw new Failure('llm-prompt-cut', {
      details: { model: session.endpoint.model, sent: Math.round(expected), read: usage.prompt },
    });
  }
  session.knowledge.learnCount(prompt, usage.prompt);
}

/** @throws Failure when the model did not come to its own end. */
function requireWhole(completion: Completion): void {
  if (completion.refusal !== '') throw new Failure('llm-refused');
  switch (completion.finish) {
    case 'content-filter':
      throw new Failure('llm-content-filter');
    case 'length':
      throw new Failure('llm-cut-off', { details: { reason: 'length' } });
    case 'none':
      throw new Failure('llm-cut-off', { details: { reason: 'no-finish-reason' } });
    case 'stop':
    case 'unknown':
      return;
  }
}

function tokensOf(usages: readonly (Usage | undefined)[]): { readonly tokens?: number } {
  const reported = usages.filter((usage) => usage !== undefined);
  if (reported.length === 0) return {};
  return { tokens: reported.reduce((sum, usage) => sum + usage.prompt + usage.completion, 0) };
}
