import type { Block } from './blocks';
import { readLine } from './line';
import { parseNote, type Region } from './regions';
import { PARTS, type PartKey } from '../parts';
import { hashLength, shortHash } from './short-hash';

/** The property that holds the base. */
export const baseProperty = 'pdf_digest';

/** Names the way hashes are made; another one cannot be read, and the note then counts as one without a base. */
const version = 'v1-';

/**
 * What was generated: short hashes of the lines as they were written, without their ticks. A line with its hash in
 * here is as the digest left it; a hash without its line was changed or deleted by the user.
 */
export type Base = ReadonlySet<string>;

/** The value of the property `pdf_digest` for the body of a note that was just rendered. */
export function digestMark(body: string): string {
  return writeBase(hashesOf(parseNote(body).regions));
}

export function writeBase(base: Base): string {
  return version + [...base].join('');
}

/** The base in the lines of the property, or null when there is none that can be read. */
export function readBase(lines: readonly string[]): Base | null {
  const hashes = /v1-([A-Za-z0-9_-]*)/.exec(lines.join(''))?.[1];
  if (hashes === undefined || hashes.length % hashLength !== 0) return null;
  return new Set(hashes.match(new RegExp(`.{${String(hashLength)}}`, 'g')) ?? []);
}

/** The hashes of everything in the generated sections of a note. */
export function hashesOf(regions: readonly Region[]): Base {
  return new Set(
    regions.flatMap(({ key, blocks }) => (key === null ? [] : blocks.flatMap((block) => blockHashes(key, block)))),
  );
}

/** One hash for a block, one for each tag of a line of tags. */
export function blockHashes(key: PartKey, { text }: Block): readonly string[] {
  if (text === '') return [];
  const tags = key === 'tags' ? tagsIn(text) : [];
  return tags.length > 0 ? tags.map((tag) => tagHash(tag)) : [lineHash(key, text)];
}

/** The hash of a line or block as one of this section; empty when it cannot be one of it. */
export function lineHash(key: PartKey, text: string): string {
  // Nothing but the archive is generated as a block of lines, and that may be long.
  if (key !== 'archive' && text.includes('\n')) return '';
  const { form, core } = readLine(text);
  return shortHash(`${PARTS[key].hashed}\n${form}\n${core}`);
}

export function tagHash(tag: string): string {
  return shortHash(`tag\n${tag.toLowerCase()}`);
}

/** The tags in a line, each with its `#`. */
export function tagsIn(text: string): readonly string[] {
  return text.split(' ').filter((word) => /^#[^\s#]/.test(word));
}
