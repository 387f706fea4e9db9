import { Failure } from '../../failure';
import { asRecord } from '../record';

/** Longest accepted model name, in characters. */
const MAX_NAME = 200;
/** Maximum number of names in a list. Gateways offer a few hundred models. */
const MAX_NAMES = 5_000;
/**
 * Matches invisible characters, and characters that change the order in which the letters of a name are
 * shown. With such characters, two different names could look the same.
 */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Returns the names of models, sorted and without duplicates. The list may be the body itself, or be in
 * `data` (OpenAI), `models` (Ollama) or `result`, also nested (`result.data`). Gemini's prefix `models/` is
 * removed. Names with hidden characters are left out.
 * @throws Failure `llm-not-an-api` when the body contains no list
 */
export function readModelList(body: unknown): readonly string[] {
  const list = listIn(body);
  if (list === undefined) throw new Failure('llm-not-an-api', { details: { reason: 'no-models' } });
  const names = list.map((entry) =>
    nameOf(entry)
      .replace(/^models\//, '')
      .trim(),
  );
  return [...new Set(names.filter((name) => name !== '' && name.length <= MAX_NAME && !HIDDEN.test(name)))]
    .slice(0, MAX_NAMES)
    .sort();
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
  const name = record === null ? entry : (record['id'] ?? record['name'] ?? record['model']);
  return typeof name === 'string' ? name : '';
}
