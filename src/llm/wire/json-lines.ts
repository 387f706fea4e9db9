import { parseJson } from '../../json';
import { isErrorBody } from '../errors/error-body';
import { asRecord } from '../record';

/**
 * The body that Ollama would have sent in one piece, put together out of a JSON value a line, or the error that came
 * instead. Without `done` when the stream was cut. Undefined when the text is something else.
 */
export function bodyOfLines(text: string): unknown {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map(parseJson);
  const complete = (values.at(-1) ?? null) === null ? values.slice(0, -1) : values;
  let whole: Readonly<Record<string, unknown>> | undefined;
  let content = '';
  let thinking = '';
  for (const value of complete) {
    const record = asRecord(value);
    const message = asRecord(record?.['message']);
    if (isErrorBody(record)) return record;
    if (record === null || message === null) return undefined;
    if (typeof message['content'] === 'string') content += message['content'];
    if (typeof message['thinking'] === 'string') thinking += message['thinking'];
    whole = { ...record, message: { ...message, content, thinking } };
  }
  return whole;
}
