import { Failure } from '../failure';
import { secretsOf, type Endpoint } from './endpoint';
import { EndpointRefusal } from './errors/errors';
import type { HttpPort } from './http';
import type { ModelPorts } from './ports';
import type { Wire } from './presets/preset';
import { keyRedactor } from './redact-key';
import { anthropicChat } from './wire/anthropic-chat';
import type { ChatApi } from './wire/chat';
import { ollamaChat } from './wire/ollama-chat';
import { openAiChat } from './wire/openai-chat';

const CLIENTS = { openai: openAiChat, ollama: ollamaChat, anthropic: anthropicChat } as const;

/**
 * Creates the client for the API of an endpoint (`wire.api`). The results of the client do not contain the
 * user's secrets.
 */
export function chatApi(endpoint: Endpoint, wire: Wire, http: HttpPort, ports: ModelPorts): ChatApi {
  return withoutSecrets(CLIENTS[wire.api](endpoint, wire, http, ports.clock), endpoint);
}

/**
 * Removes the API key and the values of the user's own headers from everything that an endpoint returns.
 * Failures can contain texts of the endpoint too, so these secrets are also removed from failures.
 */
function withoutSecrets(api: ChatApi, endpoint: Endpoint): ChatApi {
  const redact = keyRedactor(secretsOf(endpoint));
  const redactFailure = (thrown: unknown): never => {
    if (thrown instanceof Failure) Object.assign(thrown, { details: redact(thrown.details) });
    if (thrown instanceof EndpointRefusal) Object.assign(thrown, { words: redact(thrown.words) });
    throw thrown;
  };
  return {
    models: async (signal) => redact(await api.models(signal).catch(redactFailure)),
    complete: async (call, signal, onPiece) =>
      redact(await api.complete(call, signal, onPiece).catch(redactFailure)),
  };
}
