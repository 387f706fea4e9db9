import { Failure } from '../../failure';
import { asRecord } from '../record';
import { asText } from './choice';
import { finishReason, plausibleTokens, type Completion, type Usage } from './completion';

type Part = Readonly<Record<string, unknown>>;

/**
 * Reads a message of Anthropic's API. If the model has answered with a call of a tool, the returned `content`
 * is the input of the tool. Otherwise `content` is the text of the message.
 * @throws Failure `llm-not-an-api` when the body is not a message
 */
export function readMessage(body: unknown): Completion {
  const record = asRecord(body);
  if (record === null || !Array.isArray(record['content']))
    throw new Failure('llm-not-an-api', { details: { reason: 'no-content' } });
  const blocks = (record['content'] as readonly unknown[]).map((block) => asRecord(block) ?? {});
  const input = blocks.find(({ type }) => type === 'tool_use')?.['input'];
  const usage = readUsage(asRecord(record['usage']));
  return {
    content: input === undefined ? joined(blocks, 'text') : jsonText(input),
    finish: finishReason(record['stop_reason']),
    refusal: '',
    thoughts: joined(blocks, 'thinking'),
    model: asText(record['model']),
    ...(usage === undefined ? {} : { usage }),
  };
}

function joined(blocks: readonly Part[], type: 'text' | 'thinking'): string {
  return blocks
    .filter((block) => block['type'] === type)
    .map((block) => asText(block[type]))
    .join('');
}

/** The input is already a text if the message was streamed. */
function jsonText(input: unknown): string {
  return typeof input === 'string' ? input : JSON.stringify(input);
}

/**
 * `input_tokens` does not count the tokens that were read from the cache or written to it, so they are added.
 */
function readUsage(counts: Part | null): Usage | undefined {
  const names = ['input_tokens', 'cache_read_input_tokens', 'cache_creation_input_tokens'];
  const prompt = names.reduce((sum, name) => sum + plausibleTokens(counts?.[name]), 0);
  return prompt === 0 ? undefined : { prompt, completion: plausibleTokens(counts?.['output_tokens']) };
}
