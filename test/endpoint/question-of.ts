import { asRecord } from '../../src/llm/record';
import type { RecordedRequest } from './exchange';

/**
 * Returns the content of a request with its model, without the random mark around its data. If two requests
 * have the same content, the same answer is paid for twice.
 */
export function questionOf({ body }: RecordedRequest): string {
  const record = asRecord(body);
  const content = JSON.stringify([record?.['model'], record?.['messages']]);
  const mark = /-----([a-z0-9]{16})-----/.exec(content)?.[1];
  return mark === undefined ? content : content.replaceAll(mark, '');
}
