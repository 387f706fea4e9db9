import type { Conflict } from './conflict';
import { isListItem } from './blocks';
import { hasOwnAdditions, inPlaceOf, isTicked, lacksJoiners, readLine, redated, signedLike } from './line';
import { hasSameWords } from './likeness';
import { endOfItem, outermost } from './nested';
import { pairUp, type Fresh, type Old } from './pair';
import { type PartKey } from '../parts';
import { relinked } from './page-link';
import { isEmptyMark } from './section-names';
import type { Cell, Part } from './sheet';

/**
 * Updates one section: items of the new digest replace items that the user has not changed. Returns the items
 * that both the user and the new digest have changed. `makeHome` adds the section if it does not exist.
 */
export function mergeSection(
  key: PartKey,
  olds: readonly Old[],
  freshes: readonly Fresh[],
  home: Part | null,
  makeHome: () => Part,
): Conflict[] {
  pairUp(key, olds, freshes);
  const conflicts = freshes.flatMap((fresh) => updated(key, fresh));
  removeGone(olds, freshes);
  const fitting = freshes.filter((fresh) => fresh.old === null && !fresh.known);
  const wanted = withTable(key, fitting, freshes, home).filter(
    ({ text }) => !isEmptyMark(text) || isEmpty(home),
  );
  if (wanted.length > 0) insert(wanted, freshes, home ?? makeHome());
  return conflicts;
}

/**
 * Updates the line of the note that belongs to an item of the new digest, unless the user has changed this
 * line. Returns a conflict if both the user and the new digest have changed the line.
 */
function updated(section: PartKey, fresh: Fresh): Conflict[] {
  const { old, text, line, known } = fresh;
  if (old === null) return [];
  const { block } = old.cell;
  const keepsDue = old.line.due === '' ? fresh.isKnownDue : !old.isDueGenerated;
  if (old.line.core === line.core) {
    old.cell.block = { ...block, text: sameLine(old, fresh, keepsDue) };
    return [];
  }
  if (old.pristine) {
    old.cell.block = { ...block, text: inPlaceOf(text, block.text, keepsDue) };
    old.cell.state = 'replaced';
    return [];
  }
  if (known || hasSameWords(old.line, line)) return [];
  return [{ section, mine: old.cell.block.text, fresh: text }];
}

/**
 * Returns the old line with the links and the due date of the new one. A due date that the user has changed
 * stays.
 */
function sameLine(old: Old, { text, line }: Fresh, keepsDue: boolean): string {
  const before = old.cell.block.text;
  const linked = relinked(before, text);
  if (old.pristine && (linked === null || lacksJoiners(before, text)))
    return inPlaceOf(text, before, keepsDue);
  const now = linked ?? before;
  return keepsDue ? now : redated(now, line.due);
}

/**
 * Removes items that are not in the new digest, unless the user has changed, ticked, moved or extended them.
 */
function removeGone(olds: readonly Old[], freshes: readonly Fresh[]): void {
  const paired = new Set(freshes.map(({ old }) => old));
  const toRemove = olds.filter(
    (old) =>
      old.pristine &&
      old.home !== null &&
      !paired.has(old) &&
      !isTicked(old.line) &&
      !hasOwnAdditions(old.line, old.isDueGenerated),
  );
  const rows = olds.filter((old) => old.line.form === 'row' && !isTableTop(old, olds));
  const someRowStays = rows.some((row) => !toRemove.includes(row));
  // An item stays if one of its sub-items stays, so the loop visits sub-items first.
  for (const old of toRemove.reverse()) {
    if (someRowStays && isTableTop(old, olds)) continue;
    if (old.home !== null && !hasLinesBelow(old.home, old.cell)) old.cell.state = 'removed';
  }
}

function hasLinesBelow({ cells }: Part, cell: Cell): boolean {
  return cell.block.children.length > 0 || endOfItem(cells, cell) > cells.indexOf(cell) + 1;
}

function isTableTop(old: Old, olds: readonly Old[]): boolean {
  if (old.line.form !== 'row') return false;
  const below = olds[olds.indexOf(old) + 1];
  return isSeparator(old) || (below !== undefined && isSeparator(below));
}

function isSeparator({ line }: { readonly line: Old['line'] }): boolean {
  return line.form === 'row' && /^\|(?::?-+:?\|)+$/.test(line.core);
}

/** Adds the head of the table if there are rows without a head. */
function withTable(
  key: PartKey,
  wanted: readonly Fresh[],
  freshes: readonly Fresh[],
  home: Part | null,
): readonly Fresh[] {
  if (key !== 'facts') return wanted;
  const rows = wanted.filter((fresh) => freshes.indexOf(fresh) > 1);
  const hasTable = home?.cells.some(
    ({ state, block }) => state !== 'removed' && /^\s*\|[\s:|-]+\|\s*$/.test(block.text),
  );
  if (rows.length === 0 || hasTable === true) return rows;
  return [...freshes.slice(0, 2), ...rows];
}

function isEmpty(home: Part | null): boolean {
  return home === null || home.cells.every(({ state, block }) => state === 'removed' || block.text === '');
}

/**
 * Inserts each new item after the item that precedes it in the digest. If no preceding item is in the
 * section, the new item is inserted before the first following item that is in the section.
 */
function insert(wanted: readonly Fresh[], freshes: readonly Fresh[], home: Part): void {
  let anchor: Cell | null = null;
  for (const fresh of freshes) {
    if (wanted.includes(fresh)) {
      const { at, like }: Place =
        anchor === null ? startOf(fresh, freshes, home) : placeAfter(home.cells, anchor);
      const text = signedLike(fresh.text, like?.block.text ?? '');
      const cell: Cell = { block: { text, children: [] }, state: 'inserted' };
      home.cells.splice(at, 0, cell);
      anchor = cell;
    } else if (fresh.old?.home === home) anchor = fresh.old.cell;
  }
}

/** The place of a new item: its index among the cells. */
interface Place {
  readonly at: number;
  /** The new item gets the list marker and the indent of this cell. */
  readonly like?: Cell;
}

/** Returns the place after a cell, or after the outermost item around a nested cell. */
function placeAfter(cells: readonly Cell[], cell: Cell): Place {
  const like = outermost(cells, cell);
  return { at: endOfItem(cells, like), like };
}

function startOf(fresh: Fresh, freshes: readonly Fresh[], home: Part): Place {
  const { cells } = home;
  const next = freshes.slice(freshes.indexOf(fresh) + 1).find(({ old }) => old?.home === home)?.old;
  if (next) {
    const like = outermost(cells, next.cell);
    return { at: cells.indexOf(like), like };
  }
  const last = cells
    .filter(
      ({ block, state }) =>
        state !== 'removed' &&
        block.text !== '' &&
        fresh.line.form !== 'text' &&
        (readLine(block.text).form === 'row' || isListItem(block.text)),
    )
    .at(-1);
  if (last !== undefined) return placeAfter(cells, last);
  const first = cells.findIndex(({ block }) => block.text !== '');
  return { at: first < 0 ? Math.min(1, cells.length) : first };
}
