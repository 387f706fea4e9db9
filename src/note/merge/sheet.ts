import { blockHashes, hasLine, isOnlyTags, type Base } from './base';
import { blank, isListItem, type Block } from './blocks';
import { readLine } from './line';
import { headingLevel, headingWords, type Region } from './regions';
import { partKeys, PARTS, type PartKey } from '../parts';
import { isFactsHead, isRemark, sectionNamed } from './section-names';

/** A block of a note, while a digest is merged into the note. */
export interface Cell {
  block: Block;
  state: 'kept' | 'replaced' | 'inserted' | 'removed';
}

/** A region of a note (a heading and the blocks below it), while a digest is merged into the note. */
export interface Part {
  readonly key: PartKey | null;
  heading: string | null;
  readonly cells: Cell[];
}

/**
 * Returns whether the statement of a block is still as the plugin wrote it. A tick and additions at the end
 * make no difference. `base` is the record of the lines that the plugin wrote. Without it, the result is true
 * only for remarks such as "no tasks".
 */
export function isPristine(key: PartKey, { text }: Block, base: Base | null): boolean {
  if (text === '') return false;
  return base === null ? isRemark(text) : hasLine(base, key, text);
}

/**
 * Converts regions to parts. The user may have changed a heading. If the words of the heading have changed,
 * the section is found by its lines. If only the level has changed, the section is found by the words.
 */
export function toParts(regions: readonly Region[], base: Base | null): Part[] {
  const used = new Set(regions.flatMap(({ key }) => (key === null ? [] : [key])));
  const claim = (key: PartKey | null): PartKey | null => {
    if (key === null || used.has(key)) return null;
    used.add(key);
    return key;
  };
  const byLines = regions.map((region) => region.key ?? claim(keyByLines(region, used, base)));
  const keys = regions.map((region, index) => byLines[index] ?? claim(keyByName(region, base)));
  for (const [index, region] of regions.entries()) {
    const below = keys[index + 1] ?? null;
    if (keys[index] !== null || below === null) continue;
    if (headingLevel(region.heading) === 1 && PARTS[below].level > 1) keys[index] = claim('title');
    if (headingLevel(region.heading) === 2 && PARTS[below].level === 3) keys[index] = claim('digest');
  }
  return regions.map(({ heading, blocks }, index) => ({
    key: keys[index] ?? null,
    heading,
    cells: blocks.map((block) => ({ block, state: 'kept' })),
  }));
}

function keyByLines(
  { heading, blocks }: Region,
  used: ReadonlySet<PartKey>,
  base: Base | null,
): PartKey | null {
  const level = headingLevel(heading);
  return partKeys.find((key) => !used.has(key) && fits(key, level) && holds(key, blocks, base)) ?? null;
}

/**
 * Finds a section by the words of its heading, at any level. A section of the user may have the same heading.
 * So a section other than the title and the digest must also contain a generated block.
 */
function keyByName({ heading, blocks }: Region, base: Base | null): PartKey | null {
  const words = headingWords(heading ?? '');
  const key = partKeys.find((candidate) => sectionNamed(PARTS[candidate].level, words) === candidate);
  if (key === undefined) return null;
  return key === 'title' || key === 'digest' || holds(key, blocks, base) ? key : null;
}

function holds(key: PartKey, blocks: readonly Block[], base: Base | null): boolean {
  return blocks.some(
    (block) =>
      isPristine(key, block, base) ||
      (key === 'tags' && isLineOfTags(block, base)) ||
      (key === 'facts' && isFactsHead(block.text)),
  );
}

function isLineOfTags(block: Block, base: Base | null): boolean {
  return isOnlyTags(block.text) && blockHashes('tags', block).some((hash) => base?.has(hash) === true);
}

/**
 * Returns whether a section can have this level. The title can have level 0: then the user has deleted its
 * heading and kept the lines below.
 */
function fits(key: PartKey, level: number): boolean {
  return key === 'title' ? level <= 1 : key !== 'footer' && PARTS[key].level === level;
}

/** Converts parts back to regions. If no block was added or removed, all blank lines stay where they are. */
export function toRegions(parts: readonly Part[]): Region[] {
  return parts.map(({ key, heading, cells }) => ({
    key,
    heading,
    blocks: cells.every(({ state }) => state === 'kept' || state === 'replaced')
      ? cells.map(({ block }) => block)
      : spaced(cells, heading !== null),
  }));
}

/** Puts a blank line before and after each added block, except between list items or table rows. */
function spaced(cells: readonly Cell[], headed: boolean): Block[] {
  const blocks: Block[] = headed ? [blank] : [];
  let before: Cell | undefined;
  for (const cell of cells.filter(({ state }) => state !== 'removed')) {
    const last = blocks.at(-1);
    const isNew = cell.state === 'inserted' || before?.state === 'inserted';
    if (cell.block.text === '') {
      if (last?.text !== '') blocks.push(blank);
    } else {
      if (isNew && last !== undefined && last.text !== '' && !oneRun(last, cell.block)) blocks.push(blank);
      blocks.push(cell.block);
    }
    before = cell;
  }
  if (blocks.at(-1)?.text !== '') blocks.push(blank);
  return blocks;
}

function oneRun(above: Block, below: Block): boolean {
  if (isListItem(above.text)) return isListItem(below.text);
  return readLine(above.text).form === 'row' && readLine(below.text).form === 'row';
}
