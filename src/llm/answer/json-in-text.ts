import { jsonrepair } from 'jsonrepair';
import { parseJson } from '../../json';
import { asRecord } from '../record';
import { thoughtsIn } from './thoughts';

/**
 * Texts above this length, in characters, are searched but not repaired. Repairing is slow, and valid answers
 * are shorter.
 */
const MAX_REPAIRED = 1_000_000;
/** Maximum number of opening braces that the search tries. */
const MAX_OPENINGS = 20;

/** Maximum depth of nesting at which objects are searched. */
const MAX_DEPTH = 3;
/** Maximum number of values that are searched for objects. */
const MAX_VALUES = 200;

type JsonObject = Readonly<Record<string, unknown>>;

/** Returns whether a text is one complete JSON object, with or without a code fence around it. */
export function isWholeObject(text: string): boolean {
  const open = text.indexOf('{');
  const end = open < 0 ? null : balancedEnd(text, open);
  return (
    end !== null &&
    /^\s*(```\w*\s*)?$/.test(text.slice(0, open)) &&
    /^\s*(```\s*)?$/.test(text.slice(end)) &&
    asRecord(parse(text.slice(open, end))) !== null
  );
}

/**
 * Finds the JSON objects in a model's answer, the most likely one first. Thoughts (the model's reasoning) and
 * prose can surround an object. An object can also be inside another object, or inside a string. Almost valid
 * JSON is repaired. A truncated object is not repaired, because its missing part is unknown.
 */
export function* objectsIn(answer: string): Generator<JsonObject> {
  const direct = parse(answer.trim());
  if (direct !== undefined) {
    yield* nestedObjects(direct);
    return;
  }
  const thoughts = thoughtsIn(answer);
  if (thoughts === null) yield* objectsInText(answer);
  else {
    yield* objectsInText(answer.slice(thoughts.end));
    yield* objectsInText(answer.slice(0, thoughts.start));
  }
}

function* objectsInText(text: string): Generator<JsonObject> {
  let attempts = 0;
  for (let open = text.indexOf('{'); open >= 0 && attempts < MAX_OPENINGS; attempts += 1) {
    const { isObject, end } = yield* objectAt(text, open);
    open = text.indexOf('{', isObject ? end : open + 1);
  }
  // Long thoughts without tags may have many braces before the answer, so the last brace at the beginning of
  // a line is tried too.
  const last = text.lastIndexOf('\n{');
  if (attempts === MAX_OPENINGS && last >= 0) yield* objectAt(text, last + 1);
  yield* repairOutermost(text);
}

/** Yields the object that begins at an opening brace, and the objects in it. */
function* objectAt(
  text: string,
  open: number,
): Generator<JsonObject, { readonly isObject: boolean; readonly end: number }> {
  const end = balancedEnd(text, open);
  if (end === null) return { isObject: false, end: open + 1 };
  const inside = text.slice(open, end);
  const whole = parse(inside);
  let isObject = whole !== undefined;
  if (whole !== undefined) yield* nestedObjects(whole);
  else
    for (const repaired of repairs(inside)) {
      isObject = true;
      yield* nestedObjects(repaired);
    }
  return { isObject, end };
}

/** Yields the objects in a value, the outermost first. Strings that contain JSON are parsed. */
function* nestedObjects(value: unknown): Generator<JsonObject> {
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
  if (Array.isArray(value))
    return value
      .slice(0, MAX_VALUES)
      .map(asRecord)
      .filter((object) => object !== null);
  const parsed =
    typeof value === 'string' && /^\s*["[{]/.test(value) ? (parse(value) ?? repairs(value)[0]) : value;
  const object = asRecord(parsed);
  if (object !== null) return [object];
  return typeof parsed === 'string' || Array.isArray(parsed)
    ? objectsOf(parsed === value ? null : parsed)
    : [];
}

/** Parses a JSON text; undefined unless the result is an object, a list or a text. */
function parse(text: string): unknown {
  const value = parseJson(text);
  return typeof value === 'object' || typeof value === 'string' ? (value ?? undefined) : undefined;
}

/**
 * Tries to repair almost valid JSON twice: first in the given text, then in a copy with ASCII punctuation
 * instead of Chinese punctuation. Returns the objects of the successful repairs.
 */
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
      if (character === '\\') ascii += text.charAt((at += 1));
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
    if (thrown instanceof Error) return null;
    throw thrown;
  }
}

/**
 * Returns the index after the `}` that closes the `{` at `open`; null when there is none. Braces in strings
 * are ignored.
 */
export function balancedEnd(text: string, open: number): number | null {
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

/**
 * Repairs the text from the first to the last brace, for objects with unbalanced quotation marks. Yields
 * nothing if the object is truncated.
 */
function* repairOutermost(text: string): Generator<JsonObject> {
  const open = text.indexOf('{');
  const last = text.lastIndexOf('}');
  if (open < 0 || last <= open) return;
  if (/^[,\]"]/.test(text.slice(last + 1).trimStart())) return;
  const inside = text.slice(open, last + 1);
  const openings = inside.split('{').length;
  if (openings === inside.split('}').length)
    for (const object of repairs(inside)) yield* nestedObjects(object);
}
