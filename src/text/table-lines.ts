import { cellsOf, namesColumns } from './table';

/** Maximum width to which cells are filled with spaces, in half-width characters. */
const WIDEST = 24;
/**
 * Minimum share of rows with numbers among the rows below the headings of a table. If the share is smaller,
 * the rows are probably a list of labels and values, which has no headings.
 */
const FIGURES_SHARE = 0.6;
/**
 * Minimum number of rows below the headings of a table with two columns. All of these rows must have numbers.
 */
const FEWEST_OF_TWO_COLUMNS = 2;
/** Maximum number of rows of headings. */
const MOST_HEADINGS = 3;

/** A line with a tab and at least one character that is not white space. */
const ROW = /^(?=.*\t).*\S/;

/**
 * Writes the table rows of a text (lines with tabs between cells) as lines of a Markdown table. The cells of
 * a column are aligned, and a line of dashes is added below the headings, so that people and programs can
 * find the columns.
 */
export function withTables(text: string): string {
  const lines = text.split('\n');
  const out: string[] = [];
  for (let at = 0; at < lines.length;) {
    let end = at;
    while (ROW.test(lines[end] ?? '')) end += 1;
    if (end > at) out.push(...tableLines(lines.slice(at, end)));
    else out.push(lines[at] ?? '');
    at = Math.max(end, at + 1);
  }
  return out.join('\n');
}

function tableLines(rows: readonly string[]): string[] {
  const cells = rows.map(cellsOf);
  const columns = Math.max(...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.min(WIDEST, Math.max(3, ...cells.map((row) => widthOf(row[column] ?? '')))),
  );
  const line = (texts: readonly string[]): string =>
    `| ${widths.map((width, column) => filled(texts[column] ?? '', width)).join(' | ')} |`;
  const lines = cells.map(line);
  const headings = headingCount(rows);
  if (headings > 0) lines.splice(headings, 0, line(widths.map((width) => '-'.repeat(width))));
  return lines;
}

/** Returns the number of rows of headings at the top; 0 when it is not certain that there are headings. */
function headingCount(rows: readonly string[]): number {
  const first = rows.findIndex((row) => !namesColumns(row));
  if (first < 1 || first > MOST_HEADINGS) return 0;
  const below = rows.slice(first);
  const withFigures = below.filter((row) => !namesColumns(row)).length;
  const isOfTwo = rows.every((row) => cellsOf(row).length <= 2);
  if (isOfTwo && (below.length < FEWEST_OF_TWO_COLUMNS || withFigures < below.length)) return 0;
  return withFigures >= FIGURES_SHARE * below.length ? first : 0;
}

function filled(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Returns the width of a text in a monospaced font, in which an ideograph is two characters wide. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

const WIDE =
  /[\u1100-\u11ff\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]/;
