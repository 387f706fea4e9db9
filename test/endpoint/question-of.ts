import { asRecord } from '../../src/llm/record';
import type { RecordedRequest } from './exchange';

/** What a request asks of whom, without the random mark around its data: asked again, it is paid again. */
export function questionOf({ body }: RecordedRequest): string {
  const record = asRecord(body);
  const said = JSON.stringify([record?.['model'], record?.['messages']]);
  const mark = /-----([a-z0-9]{16})-----/.exec(said)?.[1];
  return mark === undefined ? said : said.replaceAll(mark, '');
}
