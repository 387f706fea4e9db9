import { Failure } from '../../failure';
import { asRecord } from '../record';

/** No model is called by more, in characters; what is longer is no name. */
const MAX_NAME = 200;

/**
 * Names of models, each once and sorted, in the shapes that gateways give them: ids or names in `data` (OpenAI),
 * `models` (Ollama) or `result`, also one in the other, or a bare list. Gemini's lose their `models/`.
 * @throws Failure `llm-not-an-api` when there is no list at all
 */
export function readModelList(body: unknown): readonly string[] {
  const list = listIn(body);
  if (list === undefined) throw new Failure('llm-not-an-api', { details: { reason: 'no-models' } });
  const names = list.map((entry) => nameOf(entry).replace(/^models\//, '').trim());
  return [...new Set(names.filter((name) => name !== '' && name.length <= MAX_NAME && !/\p{Cc}/u.test(name)))].sort();
}

function listIn(value: unknown, depth = 0): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  const record = asRecord(value);
  const places = ['data', 'models', 'result'].filter((name) => record !== null && name in record);
  if (depth === 2 || record === null || places.length === 0) return undefined;
  const found = places.map((name) => (record[name] === null ? [] : listIn(record[name], depth + 1)));
  return found.find((list) => list !== undefined);
}

function nameOf(entry: unknown): string {
  const record = asRecord(entry);
  const name = record === null ? entry : record['id'] ?? record['name'] ?? record['model'];
  return typeof name === 'string' ? name : '';
}
