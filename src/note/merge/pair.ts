import { lineHash, type Base } from './base';
import { cites, citesTheSame, saysTheSame } from './likeness';
import { readLine, type Line } from './line';
import type { Cell, Part } from './sheet';
import type { PartKey } from '../parts';

/** What stands in the note. */
export interface Old {
  readonly cell: Cell;
  readonly line: Line;
  /** As the digest left it, ticks and what stands behind it aside. */
  readonly pristine: boolean;
  /** The section it belongs to is where it stands; null when the user has moved it elsewhere. */
  readonly home: Part | null;
}

/** What the new digest says. */
export interface Fresh {
  readonly text: string;
  readonly line: Line;
  /** It was in the note before; when it is not there any more, the user has deleted or changed it. */
  readonly known: boolean;
  old: Old | null;
}

export function toFresh(key: PartKey, text: string, base: Base | null): Fresh {
  return { text, line: readLine(text), known: base?.has(lineHash(key, text)) ?? false, old: null };
}

/**
 * Gives each new item the one in the note that it is, or takes the place of: the same line, the same words, the same
 * passage, the same role, in this order. An untouched item never makes room for one that the user has deleted.
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
  const open = (old: Old, fresh: Fresh): boolean => old.home !== null || old.pristine ? !(old.pristine && fresh.known) : false;
  give((old, fresh) => old.home !== null && isExactly(old, fresh));
  give(isExactly);
  give((old, fresh) => open(old, fresh) && saysTheSame(old.line, fresh.line));
  give((old, fresh) => open(old, fresh) && citesTheSame(old.line, fresh.line));
  if (key === 'summary' || key === 'archive') {
    give((old, fresh) => old.home !== null && old.pristine && open(old, fresh) && old.line.form === fresh.line.form);
    // There is one archive: what is there makes room for the new one even if that was there before.
    const makesRoom = (old: Old, fresh: Fresh): boolean => key === 'archive' || open(old, fresh);
    give((old, fresh) => old.home !== null && makesRoom(old, fresh) && isUnit(old.line) && isUnit(fresh.line));
  }
}

function isExactly(old: Old, { line }: Fresh): boolean {
  return old.line.form === line.form && old.line.core === line.core;
}

/** Something of which a section has one: its paragraph with links, the folded archive. */
function isUnit(line: Line): boolean {
  return line.form === 'block' ? /^(?:> \[!|<details)/.test(line.core) : line.form === 'text' && cites(line);
}
