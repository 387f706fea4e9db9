import type { Block } from './blocks';
import { canonical } from './canonical';
import { readLine } from './line';
import { olderHash } from './older-hash';
import { recordHashes } from './property-hashes';
import { headingWords, parseNote, type Region } from './regions';
import { sectionNamed } from './section-names';
import { PARTS, type PartKey } from '../parts';
import { hashLength, shortHash } from './short-hash';

/** Version of the hash format. A base of another version is treated as missing. */
const version = 'v1-';

/**
 * The base of a note has a short hash for each generated line, which is a line that the plugin wrote. The
 * hash is made from the line's statement in canonical form (see `canonical.ts`). If the hash of a line is in
 * the base, the user has not changed the line. If a hash is in the base but no line of the note has it, the
 * user has changed or deleted a generated line.
 *
 * A line with a due date has a second hash that includes the date. Properties have hashes too
 * (`property-hashes.ts`). Notes of earlier versions have the hashes of `older-hash.ts`.
 */
export type Base = ReadonlySet<string>;

/** Returns the property `pdf_digest` for a newly rendered note. */
export function digestMark(body: string, properties: Readonly<Record<string, unknown>>): string {
  return writeBase(new Set([...hashesOf(parseNote(body).regions), ...recordHashes(properties)]));
}

export function writeBase(base: Base): string {
  return version + [...base].join('');
}

/** Reads the base from the lines of the property; null when it is missing or invalid. */
export function readBase(lines: readonly string[]): Base | null {
  // A YAML writer can fold a quoted text, with a backslash at the end of each line. Formatters can insert
  // spaces.
  const value = lines.join('\n').replace(/\\?\s+\\?/g, '');
  const hashes = /v1-([A-Za-z0-9_-]*)/.exec(value)?.[1];
  if (hashes === undefined || hashes.length % hashLength !== 0) return null;
  return new Set(hashes.match(new RegExp(`.{${String(hashLength)}}`, 'g')) ?? []);
}

/** Returns the hashes of all blocks in the generated sections. */
export function hashesOf(regions: readonly Region[], hashes = blockHashes): Base {
  return new Set(
    regions.flatMap(({ key, heading, blocks }) =>
      key === null ? [] : [...titleHash(key, heading), ...blocks.flatMap((block) => hashes(key, block))],
    ),
  );
}

/**
 * Returns a list with the hash of the title. The list is empty if the title is the built-in one, or if the
 * region is not the title.
 */
export function titleHash(key: PartKey | null, heading: string | null): readonly string[] {
  if (key !== 'title' || heading === null) return [];
  const words = headingWords(heading);
  return sectionNamed(1, words) === 'title' ? [] : [shortHash(`title\n${canonical(words)}`)];
}

/** Returns the hashes of a block. A line of tags has one hash for each tag. */
export function blockHashes(key: PartKey, { text }: Block): readonly string[] {
  if (text === '') return [];
  const tags = key === 'tags' ? tagsIn(text) : [];
  if (tags.length > 0) return tags.map(tagHash);
  return [lineHash(key, text), dueHash(key, text)].filter((hash) => hash !== '');
}

/** Returns the hashes that earlier versions computed for a block. */
export function olderBlockHashes(key: PartKey, { text }: Block): readonly string[] {
  if (text === '') return [];
  const tags = key === 'tags' ? tagsIn(text) : [];
  return tags.length > 0 ? tags.map(tagHash) : mayBelong(key, text) ? [olderHash(key, text)] : [];
}

/**
 * Returns the hash of a statement; an empty text for a block of several lines that is not in the archive,
 * because the plugin writes no such block.
 */
export function lineHash(key: PartKey, text: string): string {
  const { form, core } = readLine(text);
  if (form === 'block' && key !== 'archive') return '';
  return shortHash(`${PARTS[key].hashed}\n${form}\n${core}`);
}

/** Returns the hash of a statement with its due date; an empty text when the statement has no due date. */
export function dueHash(key: PartKey, text: string): string {
  const { form, core, due } = readLine(text);
  return due === '' ? '' : shortHash(`${PARTS[key].hashed}\n${form}\n${core}\n${canonical(due)}`);
}

/**
 * Returns whether the base contains the statement of a line or block. What the user added at the end of the
 * line is ignored.
 */
export function hasLine(base: Base | null, key: PartKey, text: string): boolean {
  if (base === null) return false;
  return base.has(lineHash(key, text)) || (mayBelong(key, text) && base.has(olderHash(key, text)));
}

/** Returns whether the base contains this statement with this due date. */
export function hasDue(base: Base | null, key: PartKey, text: string): boolean {
  if (base === null || readLine(text).due === '') return false;
  return base.has(dueHash(key, text)) || base.has(olderHash(key, text));
}

/** The plugin writes a block of several lines only as the archive. */
function mayBelong(key: PartKey, text: string): boolean {
  return key === 'archive' || readLine(text).form !== 'block';
}

export function tagHash(tag: string): string {
  const plain = tag.replace(/^\\|(?:<br ?\/?>|\\)$/gi, '');
  return shortHash(`tag\n${plain.toLowerCase()}`);
}

/** Returns whether a line consists of tags and nothing else. */
export function isOnlyTags(text: string): boolean {
  const { length } = tagsIn(text);
  return length > 0 && length === text.trim().split(/\s+/).length;
}

/** Returns the tags in a text, each with its `#`. */
export function tagsIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => /^\\?#[^\s#]/.test(word));
}
