import { Failure } from '../failure';
import { readAnswer } from './answer/answer';
import { draftJsonSchema } from './answer/draft-schema';
import { ask } from './ask';
import { chatApi } from './chat-api';
import { SecondReader } from './second-reader';
import { checkEndpoint, type Endpoint } from './endpoint';
import { modelLimits } from './memory/learned-limits';
import type { CheckingModel, DraftAnswer, DraftRequest, OnWords } from './model';
import type { ModelPorts } from './ports';
import { PRESETS } from './presets/presets';
import { WIRES } from './presets/wires';
import { digestMessages, promptLanguage, type ChatMessage } from './prompt/prompt';
import { Session } from './session';
import { otherBases } from './other-bases';
import type { HttpPort } from './http';

export type { Endpoint } from './endpoint';

/**
 * Creates a language model that uses an endpoint. Nothing is sent before the first call. After a failure that
 * would affect every call, calls fail for a while without being sent ({@link CircuitBreakers}).
 */
export function connect(endpoint: Endpoint, http: HttpPort, ports: ModelPorts): CheckingModel {
  const session = new Session(endpoint, http, ports);
  const reader = new SecondReader(session);
  const { redact } = session;
  return {
    name: endpoint.model,
    limits: modelLimits(endpoint, session.knowledge.limits),
    draft: async (request, signal, onWords) =>
      redact(await session.guarded(() => draft(session, request, signal, onWords))),
    read: async (request, signal) => redact(await session.guarded(() => reader.read(request, signal))),
    correct: async (request, signal) => redact(await session.guarded(() => reader.correct(request, signal))),
    get tokenRatio() {
      return session.knowledge.tokenRatio;
    },
  };
}

/**
 * Sends one short request in the same form as requests for digests, without retries. If it
 * succeeds, later calls to the endpoint are no longer blocked ({@link CircuitBreakers}).
 * @returns the model's name as the endpoint reports it, and the duration in ms
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
  // The limit is 32 tokens and not 1, because some models return an error if their answer does not fit into
  // the limit.
  const completion = await session.send(TEST_MESSAGES, 32, TEST_SCHEMA, signal);
  ports.breakers?.succeeded(endpoint);
  return {
    model: completion.model === '' ? endpoint.model.trim() : completion.model,
    ms: ports.clock.now() - started,
  };
}

/**
 * Lists the endpoint's models, sorted by name. Success does not prove that the key is valid.
 * @throws Failure of an `llm-*` kind, or Cancelled.
 */
export async function listModels(
  endpoint: Endpoint,
  http: HttpPort,
  ports: ModelPorts,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { needsKey } = PRESETS[endpoint.provider];
  const wire = WIRES[endpoint.provider];
  const modelsAt = (baseUrl: string): Promise<readonly string[]> =>
    chatApi(checkEndpoint({ ...endpoint, baseUrl }, needsKey), wire, http, ports).models(signal);
  try {
    return await modelsAt(endpoint.baseUrl);
  } catch (thrown) {
    const isElsewhere =
      wire.api === 'openai' && thrown instanceof Failure && thrown.kind === 'llm-not-an-api';
    for (const { baseUrl } of isElsewhere ? otherBases(endpoint.baseUrl) : []) {
      const models = await modelsAt(baseUrl).catch((again: unknown) => {
        if (!(again instanceof Failure)) throw again;
        return undefined;
      });
      if (models !== undefined) return models;
    }
    throw thrown;
  }
}

const TEST_MESSAGES: readonly ChatMessage[] = [
  { role: 'system', content: 'Answer with one json object and nothing else.' },
  { role: 'user', content: 'Answer with the json object {"ok": true}.' },
];
const TEST_SCHEMA = {
  type: 'object',
  properties: { ok: { type: 'boolean' } },
  required: ['ok'],
  additionalProperties: false,
};

/** Requests a draft. If the draft is not valid, asks the model once to repair it. */
async function draft(
  session: Session,
  request: DraftRequest,
  signal: AbortSignal,
  onWords?: OnWords,
): Promise<DraftAnswer> {
  const { answer, ...tokens } = await ask(
    session,
    {
      messages: digestMessages(request, session.ports.random),
      language: promptLanguage(request),
      schema: draftJsonSchema(request.fields),
      maxOutputTokens: session.endpoint.maxOutputTokens,
      read: (content) => {
        const read = readAnswer(content);
        return 'draft' in read ? { answer: read.draft } : read;
      },
    },
    signal,
    onWords,
  );
  return { draft: answer, ...tokens };
}
