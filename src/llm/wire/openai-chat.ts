import type { OpenAI } from 'openai';
import { STREAM_OPTIONS, SYSTEM_ROLE, tokenLimitName } from '../memory/capabilities';
import type { ChatApi, ChatCall } from './chat';
import { dataUrl } from '../prompt/chat-image';
import { readChatCompletion, readJson } from './completion';
import { hostOf, type Endpoint } from '../endpoint';
import { readModelList } from './model-list';
import { withSigns, type HttpPort } from '../http';
import type { Clock } from '../../clock';
import type { Wire } from '../presets/preset';
import type { ChatMessage } from '../prompt/prompt';
import { createClient, rawResponse } from './transport';
import { withDeadline } from '../wait';

/** Creates a client for OpenAI's chat completions API, which many other vendors offer too. */
export function openAiChat(endpoint: Endpoint, wire: Wire, http: HttpPort, clock: Clock): ChatApi {
  const host = hostOf(endpoint.baseUrl);
  const deadline = endpoint.silenceSeconds * 1000;
  return {
    complete: (call, signal, onPiece) =>
      withDeadline(clock, deadline, signal, async (inner, onSign) => {
        const observed = withSigns(http, onSign);
        const client = createClient(
          endpoint,
          wire,
          onPiece === undefined ? observed : (request) => observed({ ...request, onPiece }),
        );
        const parameters = chatParameters(call, endpoint, wire);
        const request = call.stream
          ? client.chat.completions.create(
              { ...parameters, stream: true, ...streamOptions(call) },
              { signal: inner },
            )
          : client.chat.completions.create(parameters, { signal: inner });
        return readChatCompletion(readJson(await rawResponse(request, host), wire, clock.now()));
      }),
    models: (signal) =>
      withDeadline(clock, deadline, signal, async (inner) => {
        const response = await rawResponse(
          createClient(endpoint, wire, http).get(wire.modelsPath ?? '/models', { signal: inner }),
          host,
        );
        return readModelList(readJson(response, wire, clock.now()));
      }),
  };
}

function streamOptions(call: ChatCall): Pick<OpenAI.ChatCompletionCreateParamsStreaming, 'stream_options'> {
  return call.without.includes(STREAM_OPTIONS) ? {} : { stream_options: { include_usage: true } };
}

function chatParameters(
  call: ChatCall,
  endpoint: Endpoint,
  wire: Wire,
): OpenAI.ChatCompletionCreateParamsNonStreaming {
  const optional: Record<string, unknown> = {
    ...wire.parameters,
    ...(wire.temperature === null ? {} : { temperature: wire.temperature }),
    ...endpoint.extraBody,
    ...tokenLimit(call, wire),
  };
  for (const name of call.without) delete optional[name];
  return {
    ...optional,
    model: endpoint.model,
    messages: messagesFor(call).map(messageParameter),
    ...responseFormat(call),
  };
}

/** Images come first, because vision models were trained with this order. */
function messageParameter({ role, content, images = [] }: ChatMessage): OpenAI.ChatCompletionMessageParam {
  if (role !== 'user' || images.length === 0) return { role, content };
  const pictures = images.map(
    (image) => ({ type: 'image_url', image_url: { url: dataUrl(image) } }) as const,
  );
  return { role, content: [...pictures, { type: 'text', text: content }] };
}

function tokenLimit(call: ChatCall, wire: Wire): Record<string, number> {
  const name = tokenLimitName(call.without, wire);
  return name === undefined ? {} : { [name]: call.maxOutputTokens };
}

/**
 * Returns the messages. If the model accepts no system message, the text of the system message is moved to
 * the start of the first user message.
 */
function messagesFor({ messages, without }: ChatCall): readonly ChatMessage[] {
  const [first, second, ...others] = messages;
  if (first?.role !== 'system' || second === undefined || !without.includes(SYSTEM_ROLE)) return messages;
  return [{ ...second, content: `${first.content}\n\n${second.content}` }, ...others];
}

function responseFormat(
  call: ChatCall,
): Pick<OpenAI.ChatCompletionCreateParamsNonStreaming, 'response_format'> {
  switch (call.structured) {
    case 'schema':
      return {
        response_format: {
          type: 'json_schema',
          json_schema: { name: 'answer', strict: true, schema: { ...call.schema } },
        },
      };
    case 'json':
      return { response_format: { type: 'json_object' } };
    case 'none':
      return {};
  }
}
