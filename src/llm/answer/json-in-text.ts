import { jsonrepair } from 'jsonrepair';
import { parseJson } from '../../json';
import { asRecord } from '../record';
import { thoughtsIn } from './thoughts';

/** Beyond this a text is searched but not repaired: repairing is slow, and no honest answer is that long. */
const MAX_REPAIRED = 1_000_000;
/** Openings `{` that are tried before giving up. */
const MAX_OPENINGS = 20;

/** How deep inside an answer, and among how many of its values, the object is looked for. */
const MAX_DEPTH = 3;
const MAX_VALUES = 200;

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The JSON objects in a model's answer, the likeliest first: the answer itself, or those that stand whole in it,
 * whatever is around them (thoughts, a fence, prose, padding, an envelope, quotation marks). Near-JSON is repaired. An
 * object that was cut off is not: what is missing cannot be known.
 */
export function* objectsIn(answer: string): Generator<JsonObject> {
  const direct = parse(answer.trim());
  if (direct !== undefined) {
    yield* insideOf(direct);
    return;
  }
  const thoughts = thoughtsIn(answer);
  if (thoughts === null) yield* standingIn(answer);
  else {
    yield* standingIn(answer.slice(thoughts.end));
    yield* standingIn(answer.slice(0, thoughts.start));
  }
}

function* standingIn(text: string): Generator<JsonObject> {
  let tried = 0;
  for (let open = text.indexOf('{'); open >= 0 && tried < MAX_OPENINGS; tried += 1) {
    const { object, end } = yield* objectAt(text, open);
    open = text.indexOf('{', object ? end : open + 1);
  }
  // Behind long thoughts that nothing marks as such.
  const last = text.lastIndexOf('\n{');
  if (tried === MAX_OPENINGS && last >= 0) yield* objectAt(text, last + 1);
  yield* repairOutermost(text);
}

/** Yields what begins at an opening brace; tells whether that was anything, and where it ended. */
function* objectAt(text: string, open: number): Generator<JsonObject, { readonly object: boolean; readonly end: number }> {
  const end = balancedEnd(text, open);
  if (end === null) return { object: false, end: open + 1 };
  const inside = text.slice(open, end);
  const whole = parse(inside);
  let object = whole !== undefined;
  if (whole !== undefined) yield* insideOf(whole);
  else for (const repaired of repairs(inside)) {
    object = true;
    yield* insideOf(repaired);
  }
  return { object, end };
}

/** The objects in a value, the outermost first; text that is JSON is taken for what it says. */
function* insideOf(value: unknown): Generator<JsonObject> {
  let values: readonly unknown[] = [value];
  let seen = 0;
  for (let depth = 0; depth <= MAX_DEPTH; depth += 1) {
    const objects = values.slice(0, MAX_VALUES - seen).flatMap(objectsOf);
    seen += values.length;
    yield* objects.filter((object) => Object.keys(object).length > 0);
    values = objects.flatMap((object) => Object.values(object));
    if (values.length === 0 || seen >= MAX_VALUES) return;
  }
}

function objectsOf(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return value.slice(0, MAX_VALUES).map(asRecord).filter((object) => object !== null);
  const said = typeof value === 'string' && /^\s*["[{]/.test(value) ? parse(value) ?? repairs(value)[0] : value;
  const object = asRecord(said);
  if (object !== null) return [object];
  return typeof said === 'string' || Array.isArray(said) ? objectsOf(said === value ? null : said) : [];
}

/** The object, list or text that a JSON text is; undefined when it is anything else. */
function parse(text: string): unknown {
  const value = parseJson(text);
  return typeof value === 'object' || typeof value === 'string' ? value ?? undefined : undefined;
}

/** What near-JSON may have meant: as it stands, and with ASCII punctuation where it has the one of Chinese. */
function repairs(text: string): readonly JsonObject[] {
  const ascii = /[：，“”]/.test(text) ? asciiOutsideStrings(text) : text;
  return [...new Set([text, ascii])].map(repairObject).filter((object) => object !== null);
}

const ASCII: Readonly<Record<string, string>> = { '：': ':', '，': ',', '“': '"', '”': '"' };

function asciiOutsideStrings(text: string): string {
  let closing = '';
  let ascii = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (closing === '') {
      if (character === '"' || character === '“') closing = character === '“' ? '”' : '"';
      ascii += ASCII[character] ?? character;
    } else {
      ascii += character === closing ? '"' : character;
      if (character === '\\') ascii += text.charAt(at += 1);
      else if (character === closing) closing = '';
    }
  }
  return ascii;
}

function repairObject(text: string): JsonObject | null {
  if (text.length > MAX_REPAIRED) return null;
  try {
    return asRecord(parseJson(jsonrepair(text)));
  } catch (thrown) {
    // jsonrepair throws when it can make no JSON of a text.
    if (thrown instanceof Error) return null;
    throw thrown;
  }
}

/** Index after the `}` that closes the `{` at `open`, strings left out of account; null when it is never closed. */
function balancedEnd(text: string, open: number): number | null {
  let depth = 0;
  let inString = false;
  for (let at = open; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

/** For objects whose quotes do not pair up: from the first brace to the last, unless the list went on after it. */
function* repairOutermost(text: string): Generator<JsonObject> {
  const open = text.indexOf('{');
  const last = text.lastIndexOf('}');
  if (open < 0 || last <= open) return;
  if (/^[,\]"]/.test(text.slice(last + 1).trimStart())) return;
  const inside = text.slice(open, last + 1);
  const openings = inside.split('{').length;
  if (openings === inside.split('}').length) for (const object of repairs(inside)) yield* insideOf(object);
}
