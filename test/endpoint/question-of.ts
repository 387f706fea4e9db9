import { asRecord } from '../../src/llm/record';
import type { RecordedRequest } from './exchange';

/**
 * Returns the messages of a request and the name of the model. The random mark around the document is
 * removed, so that two requests with the same question give the same text.
 */
export function questionOf({ body }: RecordedRequest): string {
  const record = asRecord(body);
  const content = JSON.stringify([record?.['model'], record?.['messages']]);
  const mark = /-----([a-z0-9]{16})-----/.exec(content)?.[1];
  return mark === undefined ? content : content.replaceAll(mark, '');
}
