import { blockHashes, hashesOf, olderBlockHashes } from './base';
import { readNote } from './read-note';

/**
 * Returns true when the generated sections of a note have exactly the lines whose hashes are in its property
 * `pdf_digest`. Ticks, the changes that formatters make, and text outside of these sections do not count.
 */
export function isUnchanged(file: string): boolean {
  const { note, base } = readNote(file);
  if (base === null) return false;
  return [blockHashes, olderBlockHashes].some((hashes) => {
    const there = hashesOf(note.regions, hashes);
    return base.size === there.size && [...base].every((hash) => there.has(hash));
  });
}
