import { baseProperty, hashesOf, readBase } from './base';
import { plainText } from './line-ends';
import { propertyLines } from './properties';
import { parseNote } from './regions';

/**
 * Returns true when the generated sections of a note have exactly the lines that its own record
 * (`pdf_digest`) lists. Ticks, and text outside of these sections, do not count.
 */
export function isUnchanged(note: string): boolean {
  const { properties, regions } = parseNote(plainText(note));
  const base = readBase(propertyLines(properties ?? [], baseProperty));
  const there = hashesOf(regions);
  return base !== null && base.size === there.size && [...base].every((hash) => there.has(hash));
}
