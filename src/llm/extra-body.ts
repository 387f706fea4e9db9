import { parseJson } from '../json';
import { asRecord } from './record';

/** Members that the user adds to the JSON body of every request for a completion. */
export type ExtraBody = Readonly<Record<string, unknown>>;

/**
 * Members of a request that the plugin sets itself: the messages and the model, the form of the answer, and
 * the limits that keep a document complete.
 */
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
 * Reads the extra body from the text of the setting. An empty text adds nothing.
 * @returns undefined when the text is not a JSON object, or when it has a member that the plugin sets itself
 */
export function readExtraBody(text: string): ExtraBody | undefined {
  if (text.trim() === '') return {};
  // The keyboards of phones write curly quotation marks, so these are replaced by straight ones.
  const body = asRecord(parseJson(text)) ?? asRecord(parseJson(text.replace(/[\u201c-\u201f]/g, '"')));
  // Ollama has a part of the parameters in `options`, so the names in `options` are checked, too.
  const names = body === null ? [] : [...Object.keys(body), ...Object.keys(asRecord(body['options']) ?? {})];
  return body === null || names.some((name) => RESERVED.has(name)) ? undefined : body;
}
