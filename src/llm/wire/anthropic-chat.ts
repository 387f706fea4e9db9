import { urlOfCall } from '../base-url';
import type { Clock } from '../../clock';
import type { Endpoint } from '../endpoint';
import type { HttpPort } from '../http';
import type { Wire } from '../presets/preset';
import type { ChatMessage } from '../prompt/prompt';
import { readMessage } from './anthropic-message';
import type { ChatApi, ChatCall } from './chat';
import { jsonRequests } from './json-request';
import { readModelList } from './model-list';

/** Anthropic's API documentation requires these headers. The second one lets a browser send requests. */
const HEADERS = {
  'anthropic-version': '2023-06-01',
  'anthropic-dangerous-direct-browser-access': 'true',
};

/** Maximum number of models that the API sends in one list. */
const MOST_MODELS = '1000';

/** Name of the tool whose input is the answer. */
const TOOL = 'answer';

/**
 * Creates the client of Anthropic's Messages API. The model gives an answer in JSON as the input of a tool.
 * When `structured` is `schema`, the model has to call this tool. While thinking is on, the API refuses
 * requests with `schema`. After such a refusal, the plugin uses `json`, and the model may call the tool or
 * answer in text.
 */
export function anthropicChat(endpoint: Endpoint, wire: Wire, http: HttpPort, clock: Clock): ChatApi {
  // Some users enter an address that already ends with `/v1` or `/v1/messages`.
  const root = endpoint.baseUrl.replace(/(\/+v1)?(\/+messages)?\/*(?=\?|$)/, '');
  const requestJson = jsonRequests(endpoint, wire, http, clock, HEADERS);
  return {
    complete: async (call, signal, onPiece) => {
      const body = JSON.stringify(requestBody(call, endpoint, wire));
      const pieces = onPiece === undefined ? {} : { onPiece };
      const url = urlOfCall(root, '/v1/messages');
      return readMessage(await requestJson({ method: 'POST', url, body, ...pieces }, signal));
    },
    models: async (signal) => {
      const url = new URL(urlOfCall(root, '/v1/models'));
      url.searchParams.set('limit', MOST_MODELS);
      return readModelList(await requestJson({ method: 'GET', url: url.href }, signal));
    },
  };
}

function requestBody(call: ChatCall, endpoint: Endpoint, wire: Wire): Record<string, unknown> {
  const optional: Record<string, unknown> = {
    ...wire.parameters,
    ...(wire.temperature === null ? {} : { temperature: wire.temperature }),
    ...endpoint.extraBody,
  };
  for (const name of call.without) delete optional[name];
  const system = call.messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  return {
    ...optional,
    model: endpoint.model,
    max_tokens: call.maxOutputTokens,
    ...(system.length === 0 ? {} : { system: system.join('\n\n') }),
    messages: call.messages.filter(({ role }) => role !== 'system').map(messageBody),
    stream: call.stream,
    ...toolParameters(call),
  };
}

/** Anthropic's documentation recommends to put the images before the text. */
function messageBody({ role, content, images = [] }: ChatMessage): Record<string, unknown> {
  if (images.length === 0) return { role, content };
  const pictures = images.map(({ mediaType, base64 }) => ({
    type: 'image',
    source: { type: 'base64', media_type: mediaType, data: base64 },
  }));
  return { role, content: [...pictures, { type: 'text', text: content }] };
}

function toolParameters({ structured, schema }: ChatCall): Record<string, unknown> {
  if (structured === 'none') return {};
  const choice = structured === 'schema' ? { type: 'tool', name: TOOL } : { type: 'auto' };
  return {
    tools: [{ name: TOOL, description: 'Takes the answer.', input_schema: schema }],
    tool_choice: { ...choice, disable_parallel_tool_use: true },
  };
}
