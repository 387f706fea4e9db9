import { parseJson } from '../json';
import { asRecord } from './record';

/** Members that the user adds to the JSON body of every request for an answer. */
export type ExtraBody = Readonly<Record<string, unknown>>;

/** Members that only the plugin may set. */
const RESERVED: ReadonlySet<string> = new Set([
  'model',
  'messages',
  'system',
  'prompt',
  'input',
  'stream',
  'stream_options',
  'n',
  'response_format',
  'output_config',
  'format',
  'tools',
  'tool_choice',
  'functions',
  'function_call',
  'max_tokens',
  'max_completion_tokens',
  'truncate',
  'num_ctx',
  'num_predict',
]);

/**
 * Reads the extra body from the text of the setting.
 * @returns undefined when the text is not a JSON object, or has a member that only the plugin may set
 */
export function readExtraBody(text: string): ExtraBody | undefined {
  if (text.trim() === '') return {};
  // The keyboards of phones write curly quotation marks.
  const body = asRecord(parseJson(text)) ?? asRecord(parseJson(text.replace(/[\u201c-\u201f]/g, '"')));
  // Ollama's API has some of the reserved members inside of `options`.
  const names = body === null ? [] : [...Object.keys(body), ...Object.keys(asRecord(body['options']) ?? {})];
  return body === null || names.some((name) => RESERVED.has(name)) ? undefined : body;
}
