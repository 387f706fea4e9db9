import { blockHashes, hasDue, hashesOf, hasLine, lineHash, olderBlockHashes, titleHash } from './base';
import { tagsIn, writeBase, type Base } from './base';
import type { Conflict } from './conflict';
import { readLine } from './line';
import { inFormOf } from './line-ends';
import { toFresh, type Fresh, type Old } from './pair';
import { mergeProperties } from './properties';
import { baseProperty, propertyHashes } from './property-hashes';
import { toProperties } from './property-lines';
import { readNote } from './read-note';
import { headingLevel, headingWords, parseNote, writeNote, type ParsedNote, type Region } from './regions';
import { mergeSection } from './section';
import { partKeys, PARTS, type PartKey } from '../parts';
import { isEmptyMark, isFooter, sectionNamed } from './section-names';
import { isPristine, toParts, toRegions, type Part } from './sheet';
import { mergeTagLines, newTags } from './tags';

export interface MergeResult {
  readonly text: string;
  /** The lines that both the user and the new digest changed. `text` contains the user's lines. */
  readonly conflicts: readonly Conflict[];
}

/**
 * Merges a new digest into an existing note. Lines that the user has not changed since the last digest (see
 * `base.ts`) are replaced. All changes of the user are kept, such as ticks, edited and moved lines,
 * deletions, properties, and everything outside the generated sections. Merging the same digest again changes
 * nothing.
 *
 * The base of a note has the hashes of its generated lines. Earlier versions also wrote notes without a base.
 * In such a note, a line counts as generated only if the new digest contains it too.
 */
export function mergeNote(existing: string, regenerated: string): MergeResult {
  const fresh = parseNote(regenerated);
  const { note, base } = readNote(existing, fresh.regions);
  const parts = toParts(note.regions, base);
  const conflicts = mergeParts(parts, fresh.regions, base);
  const properties = mergedProperties(note, fresh, base);
  const text = writeNote({ properties, regions: toRegions(parts) });
  return { text: inFormOf(existing, text), conflicts };
}

function mergedProperties(note: ParsedNote, fresh: ParsedNote, base: Base | null): readonly string[] {
  const regenerated = [...(fresh.properties ?? []).filter((line) => !line.startsWith(`${baseProperty}:`))];
  const generatedText = [...regenerated, `${baseProperty}: ${writeBase(nextBase(fresh, note, base))}`];
  return note.properties === null ? generatedText : mergeProperties(note.properties, generatedText, base);
}

/**
 * Maximum number of hashes in the base for lines and properties that are no longer in the note. 1,000 hashes
 * have 5,000 characters.
 */
const mostMissing = 1_000;

/**
 * Returns the hashes of the new digest, and the hashes of lines and properties that the user has deleted or
 * changed, so that a later digest does not add them again.
 */
function nextBase(fresh: ParsedNote, old: ParsedNote, base: Base | null): Base {
  const ofProperties = (note: ParsedNote): readonly string[] =>
    propertyHashes(toProperties(note.properties ?? []));
  // A line that was not generated for its section may come from any other section.
  const sectionsOf = (key: PartKey | null, text: string): readonly PartKey[] =>
    key !== null && hasLine(base, key, text) ? [key] : partKeys;
  const there = new Set([
    ...ofProperties(old),
    ...old.regions.flatMap(({ key, heading }) => titleHash(key, heading)),
    ...old.regions.flatMap(({ key: own, blocks }) =>
      blocks.flatMap((block) =>
        sectionsOf(own, block.text).flatMap((key) => [
          ...blockHashes(key, block),
          ...olderBlockHashes(key, block),
        ]),
      ),
    ),
  ]);
  const gone = [...(base ?? [])].filter((hash) => !there.has(hash));
  return new Set([...hashesOf(fresh.regions), ...ofProperties(fresh), ...gone.slice(0, mostMissing)]);
}

function mergeParts(parts: Part[], fresh: readonly Region[], base: Base | null): Conflict[] {
  const hadDigest = parts.some(
    ({ key }) => key !== null && PARTS[key].level < 4 && PARTS[key].level > 1 && key !== 'archive',
  );
  const conflicts = partKeys.flatMap((key) => {
    const region = fresh.find((candidate) => candidate.key === key);
    const home = parts.find((part) => part.key === key) ?? null;
    const isWanted = (text: string): boolean =>
      text !== '' && (home !== null || !hadDigest || !isEmptyMark(text));
    const texts = region?.blocks.map(({ text }) => text).filter(isWanted) ?? [];
    if (key === 'footer') return replaceFooter(home, texts, base);
    if (key === 'title') replaceTitle(home, region?.heading ?? null, base);
    const makeHome = (): Part => {
      if (PARTS[key].level === 3 && !hadDigest) addPart(parts, 'digest', headingOf(fresh, 'digest'));
      return addPart(parts, key, region?.heading ?? null);
    };
    const freshes = newItemsOf(key, texts, home, base);
    const found = mergeSection(key, oldBlocksOf(key, parts, freshes, base), freshes, home, makeHome);
    if (region === undefined && home !== null) dropWhenEmpty(parts, home, key);
    return found;
  });
  return conflicts;
}

/**
 * Returns the new items of a section. If the section already has a line of tags, new tags are added to this
 * line and not returned.
 */
function newItemsOf(key: PartKey, texts: readonly string[], home: Part | null, base: Base | null): Fresh[] {
  if (key !== 'tags') return texts.map((text) => toFresh(key, text, base));
  const tags = texts.flatMap(tagsIn);
  const lines = home?.cells.filter(({ block }) => tagsIn(block.text).length > 0) ?? [];
  mergeTagLines(lines, tags, base);
  if (tags.length === 0) return texts.map((text) => toFresh(key, text, base));
  const left = lines.length === 0 ? newTags(tags, base) : [];
  return left.length === 0 ? [] : [{ ...toFresh(key, left.join(' '), base), known: false }];
}

/**
 * Returns the old blocks of a section, also those that the user moved to another place. Of identical lines,
 * only the first counts as generated.
 */
function oldBlocksOf(
  key: PartKey,
  parts: readonly Part[],
  freshes: readonly Fresh[],
  base: Base | null,
): Old[] {
  const cores = new Set(freshes.map(({ line }) => line.core));
  const seen = new Set<string>();
  const ordered = [...parts.filter((part) => part.key === key), ...parts.filter((part) => part.key !== key)];
  return ordered.flatMap((part) =>
    part.cells.flatMap((cell): Old[] => {
      const { block } = cell;
      if (block.text === '' || cell.state === 'removed') return [];
      const line = readLine(block.text);
      const home = part.key === key ? part : null;
      const pristine = isPristine(key, block, base) && !seen.has(lineHash(key, block.text));
      if (home === null && !pristine && !cores.has(line.core)) return [];
      if (home !== null && isMovedHere(key, cell.block.text, base, pristine)) return [];
      seen.add(lineHash(key, block.text));
      return [{ cell, line, pristine, isDueGenerated: hasDue(base, key, block.text), home }];
    }),
  );
}

/** Returns whether the line was generated for another section, from which the user moved it. */
function isMovedHere(key: PartKey, text: string, base: Base | null, pristine: boolean): boolean {
  return base !== null && !pristine && partKeys.some((other) => other !== key && hasLine(base, other, text));
}

function replaceTitle(home: Part | null, heading: string | null, base: Base | null): void {
  if (home === null || home.heading === null || heading === null) return;
  const hashes = titleHash('title', home.heading);
  const isGenerated = hashes.length === 0 || hashes.some((hash) => base?.has(hash) === true);
  const isOther = hashes.length > 0 || titleHash('title', heading).length > 0;
  if (isGenerated && isOther) home.heading = heading;
}

function replaceFooter(home: Part | null, texts: readonly string[], base: Base | null): Conflict[] {
  const words = texts.find(isFooter);
  const cell = home?.cells.find(({ block }) => isFooter(block.text));
  if (words === undefined || cell === undefined) return [];
  if (base !== null && !isPristine('footer', cell.block, base)) return [];
  if (readLine(words).core !== readLine(cell.block.text).core) cell.block = { ...cell.block, text: words };
  return [];
}

function headingOf(fresh: readonly Region[], key: PartKey): string | null {
  return fresh.find((region) => region.key === key)?.heading ?? null;
}

function addPart(parts: Part[], key: PartKey, heading: string | null): Part {
  const present = parts.find((part) => part.key === key);
  if (present !== undefined) return present;
  const before = parts.findLastIndex(
    (part) => part.key !== null && partKeys.indexOf(part.key) < partKeys.indexOf(key),
  );
  const atTop = parts[0]?.key === null && parts[0].heading === null ? 1 : 0;
  const part: Part = {
    key,
    heading: withMovedLevel(parts[before], heading),
    cells: [{ block: { text: '', children: [] }, state: 'inserted' }],
  };
  parts.splice(before < 0 ? atTop : before + 1, 0, part);
  endWithBlank(parts[parts.indexOf(part) - 1]);
  return part;
}

/**
 * If the user has changed the level of the heading above, changes the level of this heading by the same
 * number.
 */
function withMovedLevel(neighbour: Part | undefined, heading: string | null): string | null {
  if (!neighbour?.heading?.startsWith('#') || neighbour.key === null) return heading;
  const moved = headingLevel(neighbour.heading) - PARTS[neighbour.key].level;
  return heading?.replace(/^#+/, (marks) => '#'.repeat(Math.max(1, marks.length + moved))) ?? null;
}

function endWithBlank(part: Part | undefined): void {
  const last = part?.cells.filter(({ state }) => state !== 'removed').at(-1);
  if (part === undefined || last === undefined || last.block.text === '') return;
  part.cells.push({ block: { text: '', children: [] }, state: 'kept' });
}

/** Removes an empty section, unless the user changed its heading or wrote below it. */
function dropWhenEmpty(parts: Part[], home: Part, key: PartKey): void {
  const words = headingWords(home.heading ?? '');
  const isEmpty = home.cells.every(({ state, block }) => state === 'removed' || block.text === '');
  const removed = home.cells.some(({ state }) => state === 'removed');
  if (isEmpty && removed && sectionNamed(PARTS[key].level, words) === key)
    parts.splice(parts.indexOf(home), 1);
}
