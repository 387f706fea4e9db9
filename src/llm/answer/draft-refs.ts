const MAX_REFS = 40;
/** The widest span `[3-9]` that is read as single numbers. */
const MAX_SPAN = 20;
/** No text in which sentences are cited is longer, in characters. */
const MAX_CHARACTERS = 4_000;
/** A whole number, and the one that ends its span; what is no number of a sentence is passed over as a whole. */
const REF = /-?\d+(?:\.\d+)+|-?\d{10,}|-\d+|(\d+)(?:\s*[-–—~～至到]\s*\[?\s*(?:s|第)?(\d{1,9})(?!\.?\d))?/gi;

/** Sentence numbers out of `3`, `"3"`, `"[3]"`, `"S3, S4"`, `"3-5"`, in their order, each once; `2.5` and `-5` are none. */
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

/** A text without the citations `[3][4, 5]` at its end, and these. */
export function withTrailingRefs(text: string): { readonly text: string; readonly refs: readonly number[] } {
  const trimmed = text.trim();
  const cited = /(?:\s?\[\s?s?\d[\d,，、\s~–s-]{0,40}\]){1,10}$/i.exec(trimmed)?.[0] ?? '';
  return { text: trimmed.slice(0, trimmed.length - cited.length).trim(), refs: readRefs(cited) };
}
