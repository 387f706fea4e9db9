import { tagHash, tagsIn, type Base } from './base';
import type { Cell } from './sheet';

/**
 * Updates the tags in a section and keeps the user's words between the tags. Each cell is one line. There are
 * several cells if a formatter has spread the tags over several lines. New tags are added to the last line.
 */
export function mergeTagLines(cells: readonly Cell[], fresh: readonly string[], base: Base | null): void {
  const now = new Set(fresh.map(tagHash));
  const lines = cells.map(({ block }) => wordsOf(block.text, base));
  const before = new Set(lines.flat().flatMap(tagsIn).map(tagHash));
  const added = newTags(fresh, base).filter((tag) => !before.has(tagHash(tag)));
  const isGone = (word: string): boolean =>
    isTag(word) && !now.has(tagHash(joined(word))) && base?.has(tagHash(joined(word))) === true;
  for (const [index, cell] of cells.entries()) {
    const words = (lines[index] ?? []).filter((word) => !isGone(word));
    const last = words.findLastIndex(isTag);
    const more = index === cells.length - 1 ? added : [];
    const text = [...words.slice(0, last + 1), ...more, ...words.slice(last + 1)].join(' ');
    if (text === cell.block.text) continue;
    cell.block = { ...cell.block, text };
    cell.state = text === '' ? 'removed' : 'replaced';
  }
}

/** Returns the tags that no earlier digest had. The user cannot have removed such tags. */
export function newTags(fresh: readonly string[], base: Base | null): string[] {
  return fresh.filter((tag) => base?.has(tagHash(tag)) !== true);
}

/** Splits a line at its spaces, except for a space that a formatter has put into a tag. */
function wordsOf(text: string, base: Base | null): readonly string[] {
  const words: string[] = [];
  for (const word of text.split(' ')) {
    const last = words.at(-1) ?? '';
    const isCut = isTag(last) && !isTag(word) && base?.has(tagHash(joined(`${last}${word}`))) === true;
    if (isCut) words.splice(-1, 1, `${last} ${word}`);
    else words.push(word);
  }
  return words;
}

function joined(word: string): string {
  return word.replace(/ /g, '');
}

function isTag(word: string): boolean {
  return tagsIn(word).length > 0;
}
