import { blockHashes, hashesOf, olderBlockHashes } from './base';
import { propertyHashes } from './property-hashes';
import { toProperties } from './property-lines';
import { readNote } from './read-note';

/**
 * Returns true when the hashes of a note's generated sections and properties are exactly those in its
 * property `pdf_digest`. Ticked tasks, changes by formatters, and sections of the user are ignored.
 */
export function isUnchanged(file: string): boolean {
  const { note, base } = readNote(file);
  if (base === null) return false;
  const properties = propertyHashes(toProperties(note.properties ?? []));
  return [blockHashes, olderBlockHashes].some((hashes) => {
    const generated = [...hashesOf(note.regions, hashes)];
    const there = new Set([...generated, ...properties]);
    return generated.every((hash) => base.has(hash)) && [...base].every((hash) => there.has(hash));
  });
}
