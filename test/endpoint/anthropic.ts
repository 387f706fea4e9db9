import { parseJson } from '../../src/json';
import { asRecord } from '../../src/llm/record';
import type { AnswerSpec, Exchange } from './exchange';
import { event, pieces } from './streams';

const STOP_REASONS: Readonly<Record<string, string>> = { stop: 'end_turn', length: 'max_tokens' };

/** Returns the answer as a message of Anthropic's API. */
export function anthropicMessage(exchange: Exchange, spec: AnswerSpec): unknown {
  return { ...shell(exchange), content: blocks(exchange, spec), ...ending(exchange, spec) };
}

/** Returns the answer as events of Anthropic's stream. */
export function messageEvents(exchange: Exchange, spec: AnswerSpec): readonly string[] {
  const named = (data: { readonly type: string } & Record<string, unknown>): string => event(data, data.type);
  const { usage, ...stopped } = ending(exchange, spec);
  return [
    named({ type: 'message_start', message: { ...shell(exchange), content: [], usage } }),
    named({ type: 'ping' }),
    ...blocks(exchange, spec).flatMap((block, index) => [
      named({ type: 'content_block_start', index, content_block: begun(block) }),
      ...deltas(block).map((delta) => named({ type: 'content_block_delta', index, delta })),
      named({ type: 'content_block_stop', index }),
    ]),
    ...(spec.finish === null
      ? []
      : [named({ type: 'message_delta', delta: stopped, usage }), named({ type: 'message_stop' })]),
  ];
}

type Block = Readonly<Record<string, unknown>>;

function shell(exchange: Exchange): Block {
  return { id: 'msg_1', type: 'message', role: 'assistant', model: exchange.body['model'] };
}

/** If the request offers a tool, the answer is the input of the tool. */
function blocks(exchange: Exchange, spec: AnswerSpec): readonly Block[] {
  const input = 'tools' in exchange.body ? asRecord(parseJson(spec.content ?? '')) : null;
  const thinking = spec.reasoning === undefined ? [] : [{ type: 'thinking', thinking: spec.reasoning }];
  if (input !== null) return [...thinking, { type: 'tool_use', id: 'toolu_1', name: 'answer', input }];
  return [...thinking, { type: 'text', text: spec.content ?? '' }];
}

function ending(
  exchange: Exchange,
  spec: AnswerSpec,
): { readonly usage?: Block; readonly stop_reason: string | null } {
  const reason = spec.refusal === undefined ? spec.finish : 'refusal';
  const prompt = spec.promptTokens ?? exchange.promptTokens;
  // A third of the prompt comes from the cache. `input_tokens` does not include cached tokens.
  const cached = Math.floor(prompt / 3);
  const usage = {
    input_tokens: prompt - cached,
    cache_read_input_tokens: cached,
    output_tokens: Math.ceil((spec.content ?? '').length / 3),
  };
  return {
    stop_reason: reason === null ? null : (STOP_REASONS[reason] ?? reason),
    ...(spec.promptTokens === null ? {} : { usage }),
  };
}

function begun(block: Block): Block {
  if (block['type'] === 'tool_use') return { ...block, input: {} };
  return { ...block, [String(block['type'])]: '' };
}

function deltas(block: Block): readonly Block[] {
  if (block['type'] === 'tool_use')
    return pieces(JSON.stringify(block['input'])).map((partial_json) => ({
      type: 'input_json_delta',
      partial_json,
    }));
  if (block['type'] === 'thinking')
    return pieces(String(block['thinking'])).map((thinking) => ({ type: 'thinking_delta', thinking }));
  return pieces(String(block['text'])).map((text) => ({ type: 'text_delta', text }));
}
