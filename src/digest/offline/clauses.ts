/** Marks that end a clause. The comma in a number (1,200) does not end a clause. */
const CLAUSE_END = /[，；;：:]|,(?!\d)|、(?=但|并|且)|\s[–—]\s|\t/gu;

/** A part of a sentence between two marks. `at` and `end` are offsets in the text, in UTF-16 units. */
export interface Clause {
  readonly at: number;
  readonly end: number;
}

/** Returns the clauses of a text in order. Together they are the whole text. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let at = 0;
  for (const match of text.matchAll(CLAUSE_END)) {
    if (isInBrackets(text, match.index)) continue;
    clauses.push({ at, end: match.index + match[0].length });
    at = match.index + match[0].length;
  }
  if (at < text.length) clauses.push({ at, end: text.length });
  return clauses;
}

function isInBrackets(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return count(before, /[（(《]/gu) > count(before, /[）)》]/gu);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Returns the width of a text in columns. A Latin letter is one column wide, a CJK character two columns. */
export function readingWidth(text: string): number {
  let wide = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x3000) continue;
    if (code <= 0x9fff || (code >= 0xac00 && code <= 0xd7af) || (code >= 0xff00 && code <= 0xff60)) wide += 1;
  }
  return text.length + wide;
}

/**
 * Writes a text on one line. A text that is wider than `most` columns is cut after the last clause that fits,
 * and `…` marks the cut. The whole text is returned if less than a quarter of `most` would remain or would be
 * cut off: a short last clause is often a deadline.
 */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (readingWidth(line) <= most) return line.replace(/\s*[；;：:，,]$/u, '');
  let end = 0;
  for (const clause of clausesOf(line)) {
    if (readingWidth(line.slice(0, clause.end)) > most) break;
    end = clause.end;
  }
  const least = most / 4;
  if (readingWidth(line.slice(0, end)) < least || readingWidth(line.slice(end)) < least) return line;
  return `${line.slice(0, end).replace(/[\s，,；;：:、–—]+$/u, '')}…`;
}

/** The number, letter, bullet or footnote sign at the beginning of a clause. */
const MARKERS = [
  '第[\\d.一二三四五六七八九十百]+条\\s*',
  '[（(](?:\\d{1,2}|[一二三四五六七八九十]{1,3}|[a-z]|[ivx]{1,4})[)）]\\s*',
  '\\d{1,2}(?:\\.\\d{1,2}){0,3}[.．、)）]?\\s+(?=\\S)',
  '\\d{1,2}[.．、)）](?=[^\\d\\s])',
  '\\d{1,2}(?:\\.\\d{1,2}){1,3}(?=[^\\d\\s.%])',
  '[一二三四五六七八九十]{1,3}[、.．]\\s*',
  '[a-z][.)]\\s+',
  '[ivx]{1,4}[.)]\\s+',
  '[-=]>\\s*',
  '/{2,}\\s*',
  '[→➔•●▪◆■–-]\\s*',
  '[*†‡※§]{1,4}\\s*',
];
const MARKER = new RegExp(`^\\s*(?:${MARKERS.join('|')})`, 'iu');

/** Removes the number, bullet or footnote sign of a clause: `1.2 The fee` becomes `The fee`. */
export function withoutMarker(text: string): string {
  const match = MARKER.exec(text);
  // The number in `30 days` or `2 月` is not the number of a clause, so it is not removed.
  const bare = /^\s*\d{1,2}\s+$/u.test(match?.[0] ?? '');
  return match === null || (bare && !/^\s*\d{1,2}\s+\p{Lu}/u.test(text))
    ? text.trim()
    : text.slice(match[0].length).trim();
}
