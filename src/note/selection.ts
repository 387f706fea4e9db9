import type { Citation, Digest, Piece } from '../digest/digest';

/**
 * The subpath of a link that opens the PDF at a page with the passage marked: indexes of its first and last text item
 * and offsets in their text, the last one exclusive. Items count from 0 among those that have a `str`, the empty ones
 * included. Without a passage it is the page alone.
 * Source: the app's PDF viewer, which writes such links itself for "Copy link to selection".
 */
export function pdfSubpath(page: number, passage: readonly Piece[] = []): string {
  const first = passage[0];
  const last = passage.at(-1);
  if (first === undefined || last === undefined) return `#page=${String(page)}`;
  const range = [first.item, first.from, last.item, last.from + last.text.length];
  return `#page=${String(page)}&selection=${range.join(',')}`;
}

/** True when these text items of a page hold the passage just where we found it. */
export function holdsPassage(items: readonly string[], passage: readonly Piece[]): boolean {
  return passage.every(({ item, from, text }) => items[item]?.startsWith(text, from) === true);
}

/** All citations that name a passage, of everything the digest says. */
export function citedPassages(digest: Digest): Citation[] {
  return [digest.summary, digest.actions, digest.points, digest.facts, digest.unverified]
    .flat()
    .flatMap(({ citations }) => citations.filter(({ passage }) => passage !== undefined));
}
