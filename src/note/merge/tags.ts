import { tagHash, tagsIn, type Base } from './base';
import type { Cell } from './sheet';

/** Updates a line of tags, tag by tag. The user's words between the tags stay in place. */
export function mergeTagLine(cell: Cell, fresh: readonly string[], base: Base | null): void {
  const now = new Set(fresh.map(tagHash));
  const before = new Set(tagsIn(cell.block.text).map(tagHash));
  const isGone = (word: string): boolean =>
    tagsIn(word).length > 0 && !now.has(tagHash(word)) && (base?.has(tagHash(word)) ?? false);
  const words = cell.block.text.split(' ').filter((word) => !isGone(word));
  const added = newTags(fresh, base).filter((tag) => !before.has(tagHash(tag)));
  const last = words.findLastIndex((word) => tagsIn(word).length > 0);
  const text = [...words.slice(0, last + 1), ...added, ...words.slice(last + 1)].join(' ');
  if (text === cell.block.text) return;
  cell.block = { ...cell.block, text };
  cell.state = text === '' ? 'removed' : 'replaced';
}

/** Returns the tags that no earlier digest had. The user cannot have removed these. */
export function newTags(fresh: readonly string[], base: Base | null): string[] {
  return fresh.filter((tag) => base?.has(tagHash(tag)) !== true);
}
