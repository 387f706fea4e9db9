import { jsonrepair } from 'jsonrepair';
import { thoughtsIn } from './thoughts';

/** Beyond this a text is searched but not repaired: repairing is slow, and no honest answer is that long. */
const MAX_REPAIRED = 1_000_000;
/** Openings `{` that are tried before giving up. */
const MAX_OPENINGS = 20;

/**
 * The JSON object in a model's answer: the answer itself, or the first object that stands whole in it, whatever is
 * around it (thoughts, a fence, prose, padding). Near-JSON is repaired. An object that was cut off is not: what is
 * missing cannot be known.
 */
export function findObject(answer: string): Readonly<Record<string, unknown>> | null {
  const direct = parseObject(answer.trim());
  if (direct !== null) return direct;
  const thoughts = thoughtsIn(answer);
  if (thoughts === null) return findIn(answer);
  return findIn(answer.slice(thoughts.end)) ?? findIn(answer.slice(0, thoughts.start));
}

function findIn(text: string): Readonly<Record<string, unknown>> | null {
  let tried = 0;
  for (let open = text.indexOf('{'); open >= 0 && tried < MAX_OPENINGS; open = text.indexOf('{', open + 1)) {
    tried += 1;
    const end = balancedEnd(text, open);
    const found = end === null ? null : parseObject(text.slice(open, end)) ?? repairObject(text.slice(open, end));
    if (found !== null && Object.keys(found).length > 0) return found;
  }
  return repairOutermost(text);
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return asObject(JSON.parse(text));
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}

function repairObject(text: string): Readonly<Record<string, unknown>> | null {
  if (text.length > MAX_REPAIRED) return null;
  try {
    return asObject(JSON.parse(jsonrepair(text)));
  } catch (thrown) {
    // jsonrepair's own error is no SyntaxError; either way there is no object here.
    if (thrown instanceof Error) return null;
    throw thrown;
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.fromEntries(Object.entries(value));
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
function repairOutermost(text: string): Readonly<Record<string, unknown>> | null {
  const open = text.indexOf('{');
  const last = text.lastIndexOf('}');
  if (open < 0 || last <= open) return null;
  if (/^[,\]"]/.test(text.slice(last + 1).trimStart())) return null;
  const inside = text.slice(open, last + 1);
  const openings = inside.split('{').length;
  return openings === inside.split('}').length ? repairObject(inside) : null;
}
