import { hasDue, isOnlyTags, tagHash, tagsIn, type Base } from './base';
import type { Block } from './blocks';
import { citesSame, hasSameWords } from './likeness';
import { hasOwnAdditions, isTicked, readLine, redated, withLead, withTick, type Line } from './line';
import { inFormOf } from './line-ends';
import { endOfItem } from './nested';
import { addProperties } from './properties';
import { readNote } from './read-note';
import { partKeys, PARTS } from '../parts';
import { headingWords, writeNote } from './regions';
import { sectionNamed } from './section-names';
import { isPristine, toParts, toRegions, type Cell, type Part } from './sheet';
import { withDue } from './tail';

/**
 * `remaining` and `withdrawn` are two notes of the same PDF. Returns `remaining` with the user's changes from
 * `withdrawn`: ticks, lines, sections, tags, properties and additions at the end of items. Deletions are not
 * taken over. A second call with the result as `remaining` changes nothing.
 */
export function reunite(remaining: string, withdrawn: string): string {
  const source = readNote(withdrawn);
  const target = readNote(remaining, source.note.regions);
  const parts = toParts(target.note.regions, target.base);
  let before: Part | null = null;
  for (const from of toParts(source.note.regions, source.base)) {
    const home: Part | null = homeOf(from, parts);
    before = takeOver(from, source.base, { parts, home, before, base: target.base }) ?? home ?? before;
  }
  const properties = addProperties(
    target.note.properties ?? [],
    source.note.properties ?? [],
    target.base,
    source.base,
  );
  return inFormOf(remaining, writeNote({ properties, regions: toRegions(parts) }));
}

/** The remaining note, to which one part of the other note is added. */
interface Target {
  readonly parts: Part[];
  /** The part that has the same key or heading as the part of the other note; null when there is none. */
  readonly home: Part | null;
  /** A new part is inserted after this part; null for the start of the note. */
  readonly before: Part | null;
  readonly base: Base | null;
}

function homeOf({ key, heading }: Part, parts: readonly Part[]): Part | null {
  const words = headingWords(heading ?? '');
  const hasName = (part: Part): boolean => headingWords(part.heading ?? '') === words;
  const named = parts.find((part) => hasName(part) && (part.key === key || words !== ''));
  return (key === null ? null : parts.find((part) => part.key === key)) ?? named ?? null;
}

/**
 * Adds the user's blocks of `from` to the remaining note. `from` is a part of the other note. Returns the
 * part that was added for the blocks or for their heading, if any.
 */
function takeOver(from: Part, base: Base | null, { parts, home, before, base: own }: Target): Part | null {
  let made: Part | null = null;
  let anchor: Cell | null = null;
  // Lines of the remaining note that are joined with a line of the other note. `similarLine` does not return
  // them again, because one line cannot keep two different ticks.
  const taken = new Set<Cell>(from.cells.flatMap(({ block }) => sameLine(block, home, parts) ?? []));
  const add = (block: Block): void => {
    const to = home ?? (made ??= addPart(parts, from.heading, before));
    const cell: Cell = { block, state: 'inserted' };
    taken.add(cell);
    to.cells.splice(anchor === null ? endOf(to) : to.cells.indexOf(anchor) + 1, 0, cell);
    anchor = cell;
  };
  if (isOwnHeading(from) && home?.heading !== from.heading) made = takeHeading(from, parts, home, before);
  for (const { block } of from.cells) {
    if (block.text === '') continue;
    const isGenerated = from.key !== null && isPristine(from.key, block, base);
    if (from.key === 'tags' && isOnlyTags(block.text)) {
      const tags = tagsIn(block.text).filter((tag) => base?.has(tagHash(tag)) !== true);
      addTags(tags, home, add);
      continue;
    }
    const alike = isGenerated && home !== null ? similarLine(block, home, taken) : null;
    const there = sameLine(block, home, parts) ?? alike;
    if (there !== null) {
      taken.add(there);
      there.block = marked(there.block, block, linesBelow(there, parts), {
        isDueGenerated: isGeneratedDue(base, block.text),
        mayRedate: isGeneratedDue(own, there.block.text),
      });
      if (home?.cells.includes(there) === true) anchor = there;
    } else if (!isGenerated || isMarked(block, base)) add(block);
  }
  return made;
}

function isOwnHeading({ key, heading }: Part): boolean {
  return heading !== null && (key === null || sectionNamed(PARTS[key].level, headingWords(heading)) !== key);
}

/** Adds a heading that the user wrote or reworded. Returns the new part for it, if any. */
function takeHeading({ heading }: Part, parts: Part[], home: Part | null, before: Part | null): Part | null {
  const words = headingWords(heading ?? '');
  if (parts.some((part) => headingWords(part.heading ?? '') === words)) return null;
  if (home === null || isOwnHeading(home))
    return home?.key === null ? null : addPart(parts, heading, home ?? before);
  home.heading = heading;
  return null;
}

function sameLine({ text }: Block, home: Part | null, parts: readonly Part[]): Cell | null {
  if (text === '') return null;
  const line = readLine(text);
  const cells = [...(home?.cells ?? []), ...parts.flatMap((part) => part.cells)];
  return find(cells, (other) => other.form === line.form && other.core === line.core);
}

function similarLine({ text }: Block, home: Part, taken: ReadonlySet<Cell>): Cell | null {
  const line = readLine(text);
  const cells = home.cells.filter((cell) => !taken.has(cell));
  return find(cells, (other) => hasSameWords(line, other)) ?? find(cells, (other) => citesSame(line, other));
}

function find(cells: readonly Cell[], fits: (line: Line) => boolean): Cell | null {
  return cells.find(({ block }) => block.text !== '' && fits(readLine(block.text))) ?? null;
}

function isMarked({ text, children }: Block, base: Base | null): boolean {
  const line = readLine(text);
  return isTicked(line) || hasOwnAdditions(line, isGeneratedDue(base, text)) || children.length > 0;
}

function isGeneratedDue(base: Base | null, text: string): boolean {
  return partKeys.some((key) => hasDue(base, key, text));
}

/**
 * Adds the tick, the additions and the sub-items of `mine` to the block of the remaining note. `mine` is the
 * block of the other note. Sub-items in `below` are not added again.
 */
function marked(
  { text, children }: Block,
  mine: Block,
  below: ReadonlySet<string>,
  { isDueGenerated, mayRedate }: { readonly isDueGenerated: boolean; readonly mayRedate: boolean },
): Block {
  const [here, there] = [readLine(mine.text), readLine(text)];
  if (here.form === 'block' || here.form === 'row') return { text, children };
  const isNew = isTicked(here) && there.sign !== '' && !isTicked(there);
  const led = withLead(text, here.lead);
  const ticked = isNew ? withTick(led, here.tick) : led;
  const dated =
    here.due !== '' && !isDueGenerated && (mayRedate || there.due === '')
      ? redated(ticked, here.due)
      : ticked;
  const tail = withDue(here.tail, '').trim();
  const added = tail === '' || readLine(dated).tail.includes(tail) ? '' : ` ${tail}`;
  return {
    text: added === '' ? dated : dated.trimEnd() + added,
    children: [...children, ...mine.children.filter((child) => !below.has(child.trim()))],
  };
}

/**
 * Returns the lines below an item, without their indentation. The lines of sub-items are included, even if
 * the sub-items are separate blocks (see `liftNested`).
 */
function linesBelow(item: Cell, parts: readonly Part[]): ReadonlySet<string> {
  const cells = parts.find((part) => part.cells.includes(item))?.cells ?? [];
  const nested = cells.slice(cells.indexOf(item) + 1, endOfItem(cells, item));
  const lines = [
    ...item.block.children,
    ...nested.flatMap(({ block }) => [...block.text.split('\n'), ...block.children]),
  ];
  return new Set(lines.map((line) => line.trim()));
}

function addTags(tags: readonly string[], home: Part | null, add: (block: Block) => void): void {
  const cell = home?.cells.filter(({ block }) => tagsIn(block.text).length > 0).at(-1);
  const known = new Set(home?.cells.flatMap(({ block }) => tagsIn(block.text)).map(tagHash));
  const missing = tags.filter((tag) => !known.has(tagHash(tag)));
  if (missing.length === 0) return;
  if (cell === undefined) add({ text: missing.join(' '), children: [] });
  else cell.block = { ...cell.block, text: [cell.block.text.trimEnd(), ...missing].join(' ') };
}

function addPart(parts: Part[], heading: string | null, before: Part | null): Part {
  const part: Part = {
    key: null,
    heading,
    cells: [{ block: { text: '', children: [] }, state: 'inserted' }],
  };
  const above = before?.cells.at(-1);
  if (above !== undefined && above.block.text !== '')
    before?.cells.push({ block: { text: '', children: [] }, state: 'kept' });
  parts.splice(before === null ? 0 : parts.indexOf(before) + 1, 0, part);
  return part;
}

function endOf({ cells }: Part): number {
  return cells.findLastIndex(({ block }) => block.text !== '') + 1;
}
