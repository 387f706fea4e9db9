import { parseJson } from '../../json';
import { isErrorBody } from '../errors/error-body';
import { asRecord } from '../record';

/**
 * Joins the lines of a streamed Ollama response (one JSON value per line) into the body that Ollama sends
 * when it does not stream. If a line reports an error, returns the value of this line. Returns undefined when
 * the text has another form. If the stream was truncated, `done` in the result is not true.
 */
export function bodyOfLines(text: string): unknown {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map(parseJson);
  const complete = (values.at(-1) ?? null) === null ? values.slice(0, -1) : values;
  let result: Readonly<Record<string, unknown>> | undefined;
  let content = '';
  let thinking = '';
  for (const value of complete) {
    const record = asRecord(value);
    const message = asRecord(record?.['message']);
    if (isErrorBody(record)) return record;
    if (record === null || message === null) return undefined;
    if (typeof message['content'] === 'string') content += message['content'];
    if (typeof message['thinking'] === 'string') thinking += message['thinking'];
    result = { ...record, message: { ...message, content, thinking } };
  }
  return result;
}
