import { asRecord } from '../record';

const MAX_REFS = 40;
/** Maximum length of a range, such as `[3-9]`, that is expanded to single numbers. */
const MAX_SPAN = 20;
/** Number of characters of a text that are searched for references. */
const MAX_CHARACTERS = 4_000;
/**
 * Matches a sentence number, or the first and last number of a range, in groups. Other numbers, such as
 * decimals, match without a group and are then skipped.
 */
const REF = /-?\d+(?:\.\d+)+|-?\d{10,}|-\d+|(\d+)(?:\s*[-–—~～至到]\s*\[?\s*(?:s|第)?(\d{1,9})(?!\.?\d))?/gi;

/** Names that models give to a sentence number. */
const NUMBER_NAMES = ['sentence', 'ref', 'n', 'number', 'line', 'id', 'index', '编号'];
/** Names that models give to the first and to the last number of a range. */
const FIRST_NAMES = ['start', 'from', 'first', 'begin'];
const LAST_NAMES = ['end', 'to', 'last'];

/**
 * Parses sentence numbers in `3`, `"3"`, `"[3]"`, `"S3, S4"`, `"3-5"`, `{"sentence": 3}` or `{"start": 3,
 * "end": 5}`. Decimals and negative numbers are skipped.
 */
export function readRefs(value: unknown): readonly number[] {
  const found = new Set<number>();
  for (const one of Array.isArray(value) ? value : [value]) {
    if (typeof one === 'number') found.add(one);
    else for (const ref of refsInText(typeof one === 'string' ? one : textOfObject(one))) found.add(ref);
  }
  return [...found].filter((ref) => Number.isSafeInteger(ref) && ref > 0).slice(0, MAX_REFS);
}

function textOfObject(object: unknown): string {
  const record = asRecord(object);
  if (record === null) return '';
  const named = (names: readonly string[]): string =>
    names.map((name) => numberText(record[name])).find((one) => one !== '') ?? '';
  const [first, last] = [named(FIRST_NAMES), named(LAST_NAMES)];
  if (first !== '' && last !== '') return `${first}-${last}`;
  const [value, ...others] = Object.values(record);
  return named(NUMBER_NAMES) || first || (others.length === 0 ? numberText(value) : '');
}

function numberText(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}

function refsInText(value: string): readonly number[] {
  const refs: number[] = [];
  for (const [, from, to] of value.slice(0, MAX_CHARACTERS).matchAll(REF)) {
    if (from === undefined) continue;
    const first = Number(from);
    const last = to === undefined ? first : Number(to);
    if (last < first || last - first > MAX_SPAN) refs.push(first, last);
    else for (let ref = first; ref <= last; ref += 1) refs.push(ref);
  }
  return refs;
}

/**
 * Matches the citations at the end of a text and the full stop after them: `[3]`, `([3])`, `【3】`, or
 * `【3:0†source】`.
 */
const TRAILING =
  /((?:\s?(?:[(（]?\[\s?s?\d[\d,，、\s~–s-]{0,40}\][)）]?|【\s?s?\d[^【】]{0,40}】)){1,10})([.。]?)$/i;

/** Splits the citations off the end of a text: `Paid in May [3][4, 5].` -> `Paid in May.` and 3, 4, 5. */
export function withTrailingRefs(text: string): { readonly text: string; readonly refs: readonly number[] } {
  const trimmed = text.trim();
  const [whole = '', cited = '', end = ''] = TRAILING.exec(trimmed) ?? [];
  const words = trimmed.slice(0, trimmed.length - whole.length).trim();
  return { text: words + end, refs: readRefs(cited.replace(/:\d+/g, '')) };
}

/**
 * Removes the citations at the end of an item's text. If the item has no references, the cited numbers become
 * its references. If its references lack a cited number, the item stays as it is.
 */
export function withoutRepeatedRefs<Item extends { readonly text: string; readonly refs: readonly number[] }>(
  item: Item,
): Item {
  const { text, refs } = withTrailingRefs(item.text);
  if (refs.length === 0) return item;
  if (item.refs.length === 0) return { ...item, text, refs };
  return refs.every((ref) => item.refs.includes(ref)) ? { ...item, text } : item;
}
