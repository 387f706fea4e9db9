import { baseProperty, hashesOf, readBase } from './base';
import { plainText } from './line-ends';
import { propertyHashes } from './property-hashes';
import { propertyLines, toProperties } from './property-lines';
import { parseNote } from './regions';

/**
 * Returns true when the generated sections of a note have exactly the lines that its own record
 * (`pdf_digest`) lists, and the properties of the digest are unchanged. Ticks, and text outside of these
 * sections, do not count.
 */
export function isUnchanged(note: string): boolean {
  const { properties, regions } = parseNote(plainText(note));
  const base = readBase(propertyLines(properties ?? [], baseProperty));
  const generated = [...hashesOf(regions)];
  const there = new Set([...generated, ...propertyHashes(toProperties(properties ?? []))]);
  return (
    base !== null && generated.every((hash) => base.has(hash)) && [...base].every((hash) => there.has(hash))
  );
}
