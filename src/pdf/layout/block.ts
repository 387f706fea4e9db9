import { joinLines } from './line-join';
import { columnMargins, type Margins, overlap, usualLeading } from './margins';
import type { Line } from './line';
import { isMarkerOnly } from './marker';
import { continuesParagraph } from './paragraph-break';
import { putIn, type Span } from './sourced-text';

/** A paragraph as it stands on the page: one cell, or the cells of a table row, each of one or more lines. */
export interface Block {
  readonly cells: readonly Cell[];
}

/** A paragraph, or one cell of a row: never without a line. */
export interface Cell {
  readonly first: Line;
  readonly lines: readonly Line[];
  /** The edges of the column that its first and its last line stand in. */
  readonly firstMargins: Margins;
  readonly lastMargins: Margins;
}

interface OpenCell extends Cell {
  lines: Line[];
  last: Line;
  lastMargins: Margins;
}
interface OpenBlock extends Block {
  readonly cells: OpenCell[];
}

/** Cells higher than this many lines are columns of text, which only look like a row. */
const TALLEST_CELL = 8;

/** Groups lines, in the order they come, into paragraphs and rows. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const margins = columnMargins(lines);
  const leading = usualLeading(lines);
  const blocks: OpenBlock[] = [];
  let open: OpenBlock | undefined;
  lines.forEach((line, index) => {
    const own = margins[index] ?? line;
    const cell = open?.cells[open.cells.length - 1];
    if (open && cell && beginsNextCell(cell, line)) open.cells.push(openCell(line, own));
    else if (cell && continuesCell(cell, line, own, leading)) {
      cell.lines.push(line);
      cell.last = line;
      cell.lastMargins = own;
    } else {
      open = { cells: [openCell(line, own)] };
      blocks.push(open);
    }
  });
  return blocks;
}

function openCell(line: Line, margins: Margins): OpenCell {
  return { first: line, lines: [line], last: line, firstMargins: margins, lastMargins: margins };
}

function continuesCell(cell: OpenCell, below: Line, belowMargins: Margins, leading: number): boolean {
  const { lines, last, lastMargins } = cell;
  return continuesParagraph({ paragraph: lines, above: last, below, aboveMargins: lastMargins, belowMargins, leading });
}

/** A line to the right of the row's last cell, level with one of that cell's lines. */
function beginsNextCell({ first, lines, last }: OpenCell, line: Line): boolean {
  if (first.angle !== line.angle || lines.length > TALLEST_CELL) return false;
  const tolerance = 0.35 * Math.max(first.size, line.size);
  const level = line.y < first.y + tolerance && line.y > last.y - tolerance;
  if (!level) return false;
  const right = Math.max(...lines.map((cellLine) => cellLine.right));
  return line.left > right - 0.3 * line.size && overlap(line, { left: first.left, right }) < 0.5 * line.size;
}

/** The text of a block: the lines of a cell joined, cells apart by tabs, a list marker before its item by a space. */
export function blockSpans(block: Block): Span[] {
  const spans: Span[] = [];
  block.cells.forEach((cell, index) => {
    if (index > 0) spans.push(putIn(index === 1 && startsWithMarkerCell(block) ? ' ' : '\t'));
    spans.push(...cell.lines.slice(1).reduce<readonly Span[]>((joined, line) => joinLines(joined, line.spans), cell.first.spans));
  });
  return spans;
}

/** A bullet or number at a tab's distance before its item. */
export function startsWithMarkerCell({ cells }: Block): boolean {
  const [marker, item] = cells;
  return item !== undefined && marker?.lines.length === 1 && isMarkerOnly(marker.first.text);
}
