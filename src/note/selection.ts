import type { Citation, Digest, Piece } from '../digest/digest';

/**
 * Returns the subpath of a link that opens a page of the PDF and marks `passage`, the cited text. `selection`
 * has four numbers: the index of the first text item, the start in this item, the index of the last text
 * item, and the exclusive end in that item. Indexes start at 0. Items without a `str` have no index; items
 * with an empty `str` have one. Source: the app's PDF viewer, which writes such links for "Copy link to
 * selection".
 */
export function pdfSubpath(page: number, passage: readonly Piece[] = []): string {
  const first = passage[0];
  const last = passage.at(-1);
  if (first === undefined || last === undefined) return `#page=${String(page)}`;
  const range = [first.item, first.from, last.item, last.from + last.text.length];
  return `#page=${String(page)}&selection=${range.join(',')}`;
}

/** Returns whether the text items of a page contain the passage at its exact positions. */
export function holdsPassage(items: readonly string[], passage: readonly Piece[]): boolean {
  return passage.every(({ item, from, text }) => items[item]?.startsWith(text, from) === true);
}

/** Returns those citations of the digest that have a passage. */
export function citedPassages(digest: Digest): Citation[] {
  const statements = [digest.summary, digest.actions, digest.points, digest.facts, digest.unverified].flat();
  return [...statements.flatMap(({ citations }) => citations), ...(digest.machineTalk ?? [])].filter(
    ({ passage }) => passage !== undefined,
  );
}
