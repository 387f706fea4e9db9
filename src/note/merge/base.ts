import type { Block } from './blocks';
import { readLine } from './line';
import { recordHashes } from './property-hashes';
import { parseNote, type Region } from './regions';
import { PARTS, type PartKey } from '../parts';
import { hashLength, shortHash } from './short-hash';

/** The property that stores the base. */
export const baseProperty = 'pdf_digest';

/**
 * Version of the hash format. A base with another version cannot be read, so its note is treated as a note
 * without a base.
 */
const version = 'v1-';

/**
 * The base records which lines were generated, as short hashes of the lines without their ticks. If a line's
 * hash is in the base, the user has not changed the line. If no line of the note has a hash of the base, the
 * user has changed or deleted that line. Properties are recorded in the same way (`property-hashes.ts`).
 */
export type Base = ReadonlySet<string>;

/** Returns the value of the property `pdf_digest` for a newly rendered note. */
export function digestMark(body: string, properties: Readonly<Record<string, unknown>>): string {
  return writeBase(new Set([...hashesOf(parseNote(body).regions), ...recordHashes(properties)]));
}

export function writeBase(base: Base): string {
  return version + [...base].join('');
}

/** Reads the base from the lines of the property. Returns null when it is missing or invalid. */
export function readBase(lines: readonly string[]): Base | null {
  const hashes = /v1-([A-Za-z0-9_-]*)/.exec(lines.join(''))?.[1];
  if (hashes === undefined || hashes.length % hashLength !== 0) return null;
  return new Set(hashes.match(new RegExp(`.{${String(hashLength)}}`, 'g')) ?? []);
}

/** Returns the hashes of all blocks in the generated sections of a note. */
export function hashesOf(regions: readonly Region[]): Base {
  return new Set(
    regions.flatMap(({ key, blocks }) =>
      key === null ? [] : blocks.flatMap((block) => blockHashes(key, block)),
    ),
  );
}

/** Returns one hash for a block, or one for each tag of a line of tags. */
export function blockHashes(key: PartKey, { text }: Block): readonly string[] {
  if (text === '') return [];
  const tags = key === 'tags' ? tagsIn(text) : [];
  return tags.length > 0 ? tags.map((tag) => tagHash(tag)) : [lineHash(key, text)];
}

/**
 * Returns the hash of a line or block in this section; an empty text when it cannot belong to the section.
 */
export function lineHash(key: PartKey, text: string): string {
  // Only the archive is generated as a block of several lines. Other blocks may be long, so they are not
  // hashed.
  if (key !== 'archive' && text.includes('\n')) return '';
  const { form, core } = readLine(text);
  return shortHash(`${PARTS[key].hashed}\n${form}\n${core}`);
}

export function tagHash(tag: string): string {
  return shortHash(`tag\n${tag.toLowerCase()}`);
}

/** Returns the words of a text that are tags, each with its `#`. */
export function tagsIn(text: string): readonly string[] {
  return text.split(' ').filter((word) => /^#[^\s#]/.test(word));
}
