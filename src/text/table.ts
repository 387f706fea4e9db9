import type { Sentence } from './sentence';

/** Maximum number of heading rows of a table. */
const HEADING_ROWS = 3;
/** Maximum number of lines without cells between two rows of a table. */
const LABELS = 2;
/** Maximum length of a line without cells between two rows of a table, in UTF-16 units. */
const LONGEST_LABEL = 80;

/** A sentence or a paragraph. A row of a table has a tab between its cells, also between empty ones. */
type Line = Pick<Sentence, 'kind' | 'text'> & Partial<Pick<Sentence, 'page'>>;

/** Returns true for a row of a table. */
export function isRow({ kind, text }: Line): boolean {
  return kind === 'row' || text.includes('\t');
}

/** Returns the cells of a row, including the empty ones. */
export function cellsOf(row: string): readonly string[] {
  return row.split('\t').map((cell) => cell.trim());
}

/**
 * Returns the heading over a column in a row of headings; empty when there is none. The heading of several
 * columns is in the cell over the first of them, and the cells over the other columns are empty.
 */
export function headingOver(cells: readonly string[], column: number): string {
  return cells.slice(0, column + 1).reduce((last, cell) => (cell === '' ? last : cell), '');
}

/**
 * Returns the indexes of the heading rows of the table that contains the row at `index`: the first row, and
 * the next rows as long as they name columns. Rows below `index` are left out. Empty when the line at `index`
 * is not a row.
 */
export function headingRows(lines: readonly Line[], index: number): number[] {
  const first = firstRow(lines, index);
  if (first === undefined) return [];
  const rows = [first];
  for (let row = first + 1; row <= index && rows.length < HEADING_ROWS; row += 1) {
    const line = lines[row];
    if (line === undefined || !isRow(line) || !namesColumns(line.text)) break;
    rows.push(row);
  }
  return rows;
}

/**
 * Returns true for a heading row at the top of a page, which begins a table or repeats the headings of a
 * table. Such a row names columns, but the lines before and after it do not.
 */
function beginsOnPage(lines: readonly Line[], index: number): boolean {
  const [before, row, below] = [lines[index - 1], lines[index], lines[index + 1]];
  if (before === undefined || row === undefined || below === undefined || before.page === row.page)
    return false;
  const isAsWide = cellsOf(row.text).length >= cellsOf(below.text).length;
  return (
    isAsWide &&
    isRow(below) &&
    namesColumns(row.text) &&
    ![before, below].some(({ text }) => namesColumns(text))
  );
}

/**
 * Returns the index of the first row of the table that contains the row at `index`; undefined when the line
 * at `index` is not a row. A label without cells does not end a table. If the headings are repeated at the
 * top of a page, the table begins with the repeated row.
 */
export function firstRow(lines: readonly Line[], index: number): number | undefined {
  const row = lines[index];
  if (row === undefined || !isRow(row)) return undefined;
  let first = index;
  for (let above = index - 1; above >= Math.max(0, first - LABELS - 1); above -= 1) {
    const line = lines[above];
    if (line === undefined || !(isRow(line) || isLabel(line)) || beginsOnPage(lines, first)) break;
    if (isRow(line)) first = above;
  }
  return first;
}

/** Returns the indexes of all rows of the table that contains the row at `index`, in ascending order. */
export function rowsOfTable(lines: readonly Line[], index: number): number[] {
  const first = firstRow(lines, index);
  const headings = first === undefined ? undefined : lines[first]?.text;
  const rows: number[] = [];
  for (let at = first ?? lines.length, labels = 0; at < lines.length && labels <= LABELS; at += 1) {
    const line = lines[at];
    if (line === undefined || !(isRow(line) || isLabel(line))) break;
    if (at !== first && beginsOnPage(lines, at) && line.text !== headings) break;
    labels = isRow(line) ? 0 : labels + 1;
    if (labels === 0) rows.push(at);
  }
  return rows;
}

/** Returns true for a line without cells that can be the label of a group of rows. */
function isLabel({ kind, text }: Line): boolean {
  return (
    kind !== 'heading' &&
    text.length <= LONGEST_LABEL &&
    !/[.\u3002;\uff1b:\uff1a!\uff01?\uff1f]\s*$/u.test(text)
  );
}

const FIGURE_CELL = /^[^\p{L}\d]*\d[\d.,\s]*[%\uff05)\uff09]?$/u;
const YEAR_CELL = /^(?:19|20|21)\d{2}$/u;

/**
 * Returns true when a row has at least two cells and none of them is a number. A year is allowed, because it
 * can name a column.
 */
export function namesColumns(row: string): boolean {
  const cells = cellsOf(row).filter((cell) => cell !== '');
  return cells.length > 1 && cells.every((cell) => !FIGURE_CELL.test(cell) || YEAR_CELL.test(cell));
}
