import { isErrorBody } from '../errors/error-body';
import { asRecord } from '../record';
import { asText } from './choice';
import { chunksIn, errorBody, readEvents } from './event-stream';

type Part = Readonly<Record<string, unknown>>;

/**
 * Joins the events of a stream into a message; undefined when the stream is empty. If the stream contains an
 * error, returns the error. The message of a truncated stream has no stop reason.
 * @throws Failure `llm-cut-off` when an event is damaged
 */
export function messageOfStream(text: string): unknown {
  const blocks = new Map<unknown, Part>();
  let message: Part | undefined;
  // Some servers omit the blank line after the last event.
  for (const { event, data } of readEvents(`${text}\n\n`)) {
    for (const chunk of chunksIn(data)) {
      if (event === 'error' || isErrorBody(chunk)) return errorBody(chunk, data);
      const { type, index } = chunk;
      if (type === 'message_start') message = asRecord(chunk['message']) ?? {};
      else if (type === 'content_block_start')
        blocks.set(index, begun(asRecord(chunk['content_block']) ?? {}));
      else if (type === 'content_block_delta')
        blocks.set(index, extended(blocks.get(index) ?? {}, asRecord(chunk['delta']) ?? {}));
      else if (type === 'message_delta')
        message = {
          ...message,
          ...asRecord(chunk['delta']),
          usage: newest(message?.['usage'], chunk['usage']),
        };
    }
  }
  return message === undefined ? undefined : { ...message, content: [...blocks.values()] };
}

function begun(block: Part): Part {
  return block['type'] === 'tool_use' ? { ...block, input: '' } : block;
}

function extended(block: Part, delta: Part): Part {
  switch (delta['type']) {
    case 'text_delta':
      return { ...block, type: 'text', text: asText(block['text']) + asText(delta['text']) };
    case 'input_json_delta':
      return { ...block, type: 'tool_use', input: asText(block['input']) + asText(delta['partial_json']) };
    case 'thinking_delta':
      return { ...block, type: 'thinking', thinking: asText(block['thinking']) + asText(delta['thinking']) };
    default:
      return block;
  }
}

/**
 * Merges earlier and later token counts. A zero does not replace an earlier count, because some gateways send
 * zeros after the real counts.
 */
function newest(before: unknown, after: unknown): Part {
  const counted = Object.entries(asRecord(after) ?? {}).filter(([, count]) => Number(count) > 0);
  return { ...asRecord(before), ...Object.fromEntries(counted) };
}
