import type { Block, Cell } from './block';
import { hasLabel } from './own-line';

/** Minimum number of rows that have the same label in both blocks. */
const FEWEST_SHARED = 2;
/** Maximum distance between the lines of a block, in font sizes. */
const FARTHEST = 4;

/**
 * Separates two blocks that are side by side and have the same labels, such as the signatures of two parties.
 * Puts the lines of the right block after those of the left block. Otherwise, each line would look like a
 * table row.
 */
export function withSideBlocksApart(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (let at = 0; at < blocks.length;) {
    let end = at;
    while (isNextLine(blocks, end, at)) end += 1;
    const rows = blocks.slice(at, Math.max(end, at + 1));
    out.push(...(sharedLabels(rows) < FEWEST_SHARED ? rows : inTurn(rows)));
    at += rows.length;
  }
  return out;
}

function isNextLine(blocks: readonly Block[], at: number, start: number): boolean {
  const [above, own] = [blocks[at - 1]?.cells[0]?.first, blocks[at]];
  const [left, right] = own?.cells ?? [];
  if (!own || own.tabs || own.cells.length !== 2 || !left || !right) return false;
  if (!hasLabel(left.first.text) && !hasLabel(right.first.text)) return isBlankLine(at - start, left, right);
  if (at === start) return true;
  const down = above ? above.y - left.first.y : 0;
  return above?.angle === left.first.angle && down > 0 && down < FARTHEST * left.first.size;
}

/** Matches the date below two signatures. Such a date has no label. */
const DATE = /年\s*\d{0,2}\s*月/;

function isBlankLine(linesAbove: number, left: Cell, right: Cell): boolean {
  return linesAbove > 0 && DATE.test(left.first.text) && DATE.test(right.first.text);
}

function sharedLabels(rows: readonly Block[]): number {
  return rows.filter(({ cells: [left, right] }) => {
    const label = labelOf(left);
    return label !== '' && label === labelOf(right);
  }).length;
}

function labelOf(cell: Cell | undefined): string {
  const text = cell?.first.text ?? '';
  return hasLabel(text) ? text.slice(0, text.search(/[:：]/)).replaceAll(/\s/g, '') : '';
}

function inTurn(rows: readonly Block[]): Block[] {
  return [0, 1].flatMap((side) =>
    rows.flatMap(({ cells }) => {
      const cell = cells[side];
      return cell ? [{ cells: [cell] }] : [];
    }),
  );
}
