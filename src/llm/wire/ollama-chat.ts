import { urlOfCall } from '../base-url';
import type { ChatApi, ChatCall } from './chat';
import { readOllamaChat } from './completion';
import type { Endpoint } from '../endpoint';
import type { HttpPort } from '../http';
import type { Clock } from '../../clock';
import { asRecord } from '../record';
import type { Wire } from '../presets/preset';
import type { ChatMessage } from '../prompt/prompt';
import { jsonRequests } from './json-request';
import { readModelList } from './model-list';

/**
 * Creates the client of Ollama's own API. Ollama's OpenAI-compatible API is not used, because it cannot set
 * the size of the context, and cuts off the start of a long prompt without an error.
 */
export function ollamaChat(endpoint: Endpoint, wire: Wire, http: HttpPort, clock: Clock): ChatApi {
  // If the base URL ends with the path of one of Ollama's APIs, this path is removed.
  const root = endpoint.baseUrl.replace(/\/+(v1|api(\/+(chat|generate|tags))?)?\/*(?=\?|$)/, '');
  const requestJson = jsonRequests(endpoint, wire, http, clock);
  return {
    complete: async (call, signal, onPiece) => {
      const body = JSON.stringify(chatBody(call, endpoint, wire));
      const pieces = onPiece === undefined ? {} : { onPiece };
      return readOllamaChat(
        await requestJson({ method: 'POST', url: urlOfCall(root, '/api/chat'), body, ...pieces }, signal),
      );
    },
    models: async (signal) =>
      readModelList(await requestJson({ method: 'GET', url: urlOfCall(root, '/api/tags') }, signal)),
  };
}

function chatBody(call: ChatCall, endpoint: Endpoint, wire: Wire): Record<string, unknown> {
  const options: Record<string, unknown> = {
    num_ctx: endpoint.contextTokens,
    num_predict: call.maxOutputTokens,
    ...(wire.temperature === null ? {} : { temperature: wire.temperature }),
  };
  const body: Record<string, unknown> = {
    model: endpoint.model,
    messages: call.messages.map(messageBody),
    stream: call.stream,
    truncate: false,
    think: false,
    ...wire.parameters,
    options,
    ...format(call),
  };
  for (const name of call.without) {
    delete body[name];
    delete options[name];
  }
  const { options: extraOptions, ...extra } = endpoint.extraBody;
  return { ...body, ...extra, options: { ...options, ...asRecord(extraOptions) } };
}

/** Ollama takes images in a field of their own, as base64 without a prefix. */
function messageBody({ role, content, images = [] }: ChatMessage): Record<string, unknown> {
  return { role, content, ...(images.length === 0 ? {} : { images: images.map((image) => image.base64) }) };
}

function format(call: ChatCall): Record<string, unknown> {
  switch (call.structured) {
    case 'schema':
      return { format: call.schema };
    case 'json':
      return { format: 'json' };
    case 'none':
      return {};
  }
}
