const MAX_REFS = 40;
/** Widest range, such as `[3-9]`, that is expanded to single numbers, in numbers. */
const MAX_SPAN = 20;
/** Longest text that is searched for references, in characters. */
const MAX_CHARACTERS = 4_000;
/**
 * Matches a whole number, or the first and last number of a range. Numbers that cannot be sentence numbers,
 * such as decimals, are matched without a group and skipped.
 */
const REF = /-?\d+(?:\.\d+)+|-?\d{10,}|-\d+|(\d+)(?:\s*[-–—~～至到]\s*\[?\s*(?:s|第)?(\d{1,9})(?!\.?\d))?/gi;

/**
 * Parses sentence numbers in `3`, `"3"`, `"[3]"`, `"S3, S4"` or `"3-5"`, in order and without duplicates.
 * Decimals and negative numbers such as `2.5` and `-5` are skipped.
 */
export function readRefs(value: unknown): readonly number[] {
  const found = new Set<number>();
  for (const one of Array.isArray(value) ? value : [value]) {
    if (typeof one === 'number') found.add(one);
    else if (typeof one === 'string') for (const ref of refsInText(one)) found.add(ref);
  }
  return [...found].filter((ref) => Number.isSafeInteger(ref) && ref > 0).slice(0, MAX_REFS);
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

/** Splits a text into its words and the numbers of the citations at its end, such as `[3][4, 5]`. */
export function withTrailingRefs(text: string): { readonly text: string; readonly refs: readonly number[] } {
  const trimmed = text.trim();
  const cited = /(?:\s?\[\s?s?\d[\d,，、\s~–s-]{0,40}\]){1,10}$/i.exec(trimmed)?.[0] ?? '';
  return { text: trimmed.slice(0, trimmed.length - cited.length).trim(), refs: readRefs(cited) };
}
