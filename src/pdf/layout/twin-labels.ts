import type { Block, Cell } from './block';
import { hasLabel } from './own-line';

/** Minimum number of consecutive rows that have a label twice. */
const FEWEST_ROWS = 2;
/** Maximum length of a label without a colon, in UTF-16 units. */
const LONGEST_LABEL = 12;
/** Maximum distance from a row with the names of two groups to the first row of the groups, in font sizes. */
const FARTHEST = 4;
/** Matches the name of a group, such as `Payer:`. */
const NAME = /^[^\d:：]{2,16}[:：]?$/;
/** Maximum number of cells before the first of two equal labels. */
const MOST_BEFORE = 1;

/** A cell with its column, counted from 0. */
interface Placed {
  readonly cell: Cell;
  readonly column: number;
}

/** The columns of two equal labels in a row. */
interface Twins {
  readonly first: number;
  readonly second: number;
}

/**
 * Separates two groups of labels and values that are side by side, for example one group about a payer and
 * one about a payee. Such groups are recognised because both have the same label in each of several rows. The
 * cells in a row of a data table have different texts. The second group is put after the first one.
 * Otherwise, each row would look like a row of one table.
 */
export function withTwinsApart(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (let at = 0; at < blocks.length;) {
    const twins = twinsOf(placed(blocks[at]));
    let end = at + 1;
    while (twins && hasTwins(placed(blocks[end]), twins)) end += 1;
    const rows = blocks.slice(at, end).map(placed);
    if (twins && rows.length >= FEWEST_ROWS && haveOwnLabels(rows, twins)) {
      const names = namesAbove(out[out.length - 1], rows, twins);
      if (names) out.pop();
      out.push(...inTurn(names ? [names, ...rows] : rows, twins));
    } else out.push(...blocks.slice(at, end));
    at = end;
  }
  return out;
}

function placed(block: Block | undefined): Placed[] {
  let column = 0;
  return (block?.cells ?? []).map((cell, index) => {
    column += block?.tabs?.[index] ?? (index === 0 ? 0 : 1);
    return { cell, column };
  });
}

function twinsOf(row: readonly Placed[]): Twins | undefined {
  if (row.length < 2) return undefined;
  for (const { cell, column } of row.slice(0, MOST_BEFORE + 1)) {
    const label = labelOf(cell);
    const other = row.find((next) => next.column > column && labelOf(next.cell) === label);
    const hasValues = hasLabel(cell.first.text) || (other && other.column - column > 1);
    if (label !== '' && other && hasValues) return { first: column, second: other.column };
  }
  return undefined;
}

/** Returns the row above two groups when it has the names of the groups. */
function namesAbove(
  above: Block | undefined,
  [top = []]: readonly (readonly Placed[])[],
  { first, second }: Twins,
): readonly Placed[] | undefined {
  const [left, right] = above?.cells ?? [];
  const [label] = top;
  const begins = top.find(({ column }) => column >= second - first)?.cell.first;
  if (!left || !right || above?.cells.length !== 2 || !label || !begins) return undefined;
  const { size, y, angle } = label.cell.first;
  const down = (left.first.y - y) / size;
  const isAbove = left.first.angle === angle && down > 0 && down < FARTHEST;
  const isBeside = right.first.left > begins.left - size && left.first.right < begins.left;
  if (!isAbove || !isBeside || ![left, right].every((cell) => NAME.test(cell.first.text))) return undefined;
  return [
    { cell: left, column: 0 },
    { cell: right, column: second - first },
  ];
}

function hasTwins(row: readonly Placed[], { first, second }: Twins): boolean {
  const label = labelAt(row, first);
  return label !== '' && label === labelAt(row, second);
}

function labelAt(row: readonly Placed[], column: number): string {
  return labelOf(row.find((own) => own.column === column)?.cell);
}

/** Returns the label of a cell without spaces and colon; empty when its text cannot be a label. */
function labelOf(cell: Cell | undefined): string {
  const text = (cell?.lines ?? []).map((line) => line.text).join('');
  if (hasLabel(text)) return text.slice(0, text.search(/[:：]/)).replaceAll(/\s/g, '');
  const label = text.replaceAll(/\s/g, '');
  return label.length > 1 && label.length <= LONGEST_LABEL && /^[^\d]*\p{L}[^\d]*$/u.test(label) ? label : '';
}

function haveOwnLabels(rows: readonly (readonly Placed[])[], { first }: Twins): boolean {
  return new Set(rows.map((row) => labelAt(row, first))).size === rows.length;
}

function inTurn(rows: readonly (readonly Placed[])[], { first, second }: Twins): Block[] {
  const start = second - first;
  return [
    ...blockOf(rows.map((row) => row.filter(({ column }) => column < start))),
    ...blockOf(rows.map((row) => row.filter(({ column }) => column >= start))),
  ];
}

/**
 * Returns the rows of one group. If a word is written downwards before the labels, the word is the name of
 * the group and comes first.
 */
function blockOf(rows: readonly (readonly Placed[])[]): Block[] {
  const lefts = rows.map(([left]) => left?.cell);
  const isUpright =
    lefts.length > 1 && lefts.every((left) => left && /^\p{Script=Han}$/u.test(left.first.text));
  const own = isUpright ? rows.map((row) => row.slice(1)) : rows;
  const [top] = lefts;
  const name =
    isUpright && top ? [{ cells: [{ ...top, lines: lefts.flatMap((left) => left?.lines ?? []) }] }] : [];
  return [
    ...name,
    ...own.flatMap((row) => {
      const [left] = row;
      if (!left) return [];
      const tabs = row.map(({ column }, index) => column - (row[index - 1]?.column ?? column));
      return [{ cells: row.map(({ cell }) => cell), ...(row.length > 1 ? { tabs } : {}) }];
    }),
  ];
}
