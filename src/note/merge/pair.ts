import { hasDue, hasLine, type Base } from './base';
import { cites, citesSame, hasSameWords } from './likeness';
import { readLine, type Line } from './line';
import type { Cell, Part } from './sheet';
import type { PartKey } from '../parts';

/** A block of the note. */
export interface Old {
  readonly cell: Cell;
  readonly line: Line;
  /** True when the user has not changed the statement. A tick or an addition at the end is not a change. */
  readonly pristine: boolean;
  /** True when the plugin has written the due date. */
  readonly isDueGenerated: boolean;
  /** The part that contains the block; null when the user moved the block to another section. */
  readonly home: Part | null;
}

/** An item of the new digest. */
export interface Fresh {
  readonly text: string;
  readonly line: Line;
  /** True when an earlier digest had the same item. */
  readonly known: boolean;
  /** True when an earlier digest had the same item with the same due date. */
  readonly isKnownDue: boolean;
  old: Old | null;
}

export function toFresh(key: PartKey, text: string, base: Base | null): Fresh {
  return {
    text,
    line: readLine(text),
    known: hasLine(base, key, text),
    isKnownDue: hasDue(base, key, text),
    old: null,
  };
}

/**
 * For each item of the new digest, finds the block of the note that the item matches or replaces. Blocks with
 * the same line are tried first, then blocks with the same words, then blocks with the same citations. If
 * no such block is found for an item of the summary or the archive (the text of the PDF), the item replaces a
 * block of the same form.
 *
 * If an item was already in an earlier digest but is not in the note, the user deleted it. Such an item never
 * replaces an unchanged block.
 */
export function pairUp(key: PartKey, olds: readonly Old[], freshes: readonly Fresh[]): void {
  const free = new Set(olds);
  const give = (fits: (old: Old, fresh: Fresh) => boolean): void => {
    for (const fresh of freshes) {
      if (fresh.old !== null) continue;
      const found = [...free].find((old) => fits(old, fresh));
      if (found === undefined) continue;
      fresh.old = found;
      free.delete(found);
    }
  };
  const open = (old: Old, fresh: Fresh): boolean =>
    old.home !== null || old.pristine ? !(old.pristine && fresh.known) : false;
  give((old, fresh) => old.home !== null && isExactly(old, fresh));
  give(isExactly);
  give((old, fresh) => open(old, fresh) && hasSameWords(old.line, fresh.line));
  give((old, fresh) => open(old, fresh) && citesSame(old.line, fresh.line));
  if (key === 'summary' || key === 'archive') {
    give(
      (old, fresh) =>
        old.home !== null && old.pristine && open(old, fresh) && old.line.form === fresh.line.form,
    );
    // There is only one archive, so the new one replaces the old one even if an earlier digest had the same
    // text.
    const makesRoom = (old: Old, fresh: Fresh): boolean => key === 'archive' || open(old, fresh);
    give(
      (old, fresh) => old.home !== null && makesRoom(old, fresh) && isUnit(old.line) && isUnit(fresh.line),
    );
  }
}

function isExactly(old: Old, { line }: Fresh): boolean {
  return old.line.form === line.form && old.line.core === line.core;
}

/**
 * Returns whether a line is the only block of its kind in a section: the paragraph of the summary, or the
 * archive.
 */
function isUnit(line: Line): boolean {
  return line.form === 'block' ? /^(?:\[!|<details)/.test(line.core) : line.form === 'text' && cites(line);
}
