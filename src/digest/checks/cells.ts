import { findQuantities } from '../../text/numbers';
import { comparable } from '../passages/quotes';
import type { Source } from '../passages/source';
import { cellsOf, headingOver, isRow } from '../../text/table';
import type { Check, Claim } from './check';

/**
 * Minimum length of a heading that is compared, in UTF-16 units. Shorter headings occur by chance inside many
 * words.
 */
const SHORTEST_HEADING = 2;
/**
 * A heading is cut into pairs of neighbouring characters. A statement may mean the heading if it contains at
 * least this share of the pairs.
 */
const PARAPHRASED = 0.5;
/** Matches a cell that contains one number, with or without a sign and a unit, and nothing else. */
const FIGURE = /^[^\p{L}\d]*\d[\d.,\s]*[%\p{L}]{0,3}$/u;
/** Matches a year. Years are not compared, because they are often headings of columns or rows. */
const YEAR = /^(?:19|20|21)\d{2}$/u;

interface Row {
  readonly label: string;
  readonly cells: readonly string[];
}

/**
 * Compares a number from a table with the row and the column that the statement names. If the fact's name is
 * the label of one row, the number must be in this row. If the statement contains the heading of one column,
 * the number must be in this column. A number that is only in another row or column contradicts the
 * statement.
 */
export const cells: Check = {
  name: 'cells',
  rule: 'A number from a table is in the row and in the column that the statement names.',
  run: ({ source, words, fact, stated, cited }) => {
    const table = tableOf(source, cited);
    const { rows } = table;
    const text = comparable(words).toLowerCase();
    const figures = stated.quantities.filter(({ value }) => !YEAR.test(value));
    // A statement with several numbers is not checked, because it is unclear which row each number belongs
    // to.
    for (const { value, at, length } of figures.length > 1 ? [] : figures) {
      const holders = rows.filter((row) => columnsOf(row, value).length > 0);
      const [holder] = holders;
      if (holder === undefined || holders.length > 1) continue;
      const found =
        inOtherRow(fact?.name ?? '', rows, holder, value) ?? inOtherColumn(text, table, holder, value);
      if (found !== undefined) return { fact: 'cell', stated: words.slice(at, at + length), found };
    }
    return undefined;
  },
};

interface Table {
  /** The heading row comes first. */
  readonly rows: readonly Row[];
  /** For each column, the text above its heading, such as a year over several columns; may be empty. */
  readonly groups: readonly string[];
}

/** Returns the table that contains the cited rows. */
function tableOf(source: Source, cited: Claim['cited']): Table {
  const first = cited.find(isRow);
  const { above, rows } = source.table(first?.number ?? 0);
  return {
    rows: rows.map((row) => {
      const all = cellsOf(row.text);
      const label = all.find((cell) => cell !== '' && !FIGURE.test(cell) && !/^\d+$/u.test(cell)) ?? '';
      return { label: comparable(label).toLowerCase(), cells: all };
    }),
    groups: groupsIn(above.map(({ text }) => cellsOf(text))),
  };
}

function groupsIn(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) =>
    rows.map((row) => headingOver(row, column)).join(' '),
  );
}

/**
 * `holder` is the row that contains `value`. If the fact's name is the label of exactly one row, and this row
 * is not `holder`, returns the number that this row has in the column of `value`.
 */
function inOtherRow(name: string, rows: readonly Row[], holder: Row, value: string): string | undefined {
  const wanted = comparable(name).toLowerCase();
  const [row, ...others] = rows.slice(1).filter(({ label }) => label !== '' && label === wanted);
  const [column] = columnsOf(holder, value);
  if (row === undefined || others.length > 0 || row === holder || column === undefined) return undefined;
  return lineUp(row, holder, rows) ? figureAt(row, column, value) : undefined;
}

/**
 * Returns true when cells with the same index are in the same column: the two rows have equally many cells,
 * or the table also contains its empty cells.
 */
function lineUp(one: Row, other: Row, rows: readonly Row[]): boolean {
  return one.cells.length === other.cells.length || rows.some((row) => row.cells.includes(''));
}

/**
 * If the statement contains the heading of exactly one column, and `value` is in another column, returns the
 * number that `row` has in the column with this heading.
 */
function inOtherColumn(text: string, { rows, groups }: Table, row: Row, value: string): string | undefined {
  const [heading] = rows;
  if (heading === undefined || heading === row || !lineUp(heading, row, rows)) return undefined;
  if (!isNamed(text, row.label)) return undefined;
  const names = heading.cells.map((cell) => comparable(cell).toLowerCase());
  const isOfNamedGroup = (column: number): boolean => {
    const group = comparable(groups[column] ?? groups.at(-1) ?? '').toLowerCase();
    return isNamed(text, group) || names.filter((name) => name === names[column]).length === 1;
  };
  const named = names.flatMap((name, column) =>
    column > 0 && isNamed(text, name) && isOfNamedGroup(column) ? [column] : [],
  );
  const [column] = named;
  const own = columnsOf(row, value);
  if (column === undefined || named.length > 1 || own.includes(column)) return undefined;
  const isPartlyNamed = (other: number): boolean =>
    names[other] !== names[column] && means(text, names[other] ?? '');
  return own.some(isPartlyNamed) ? undefined : figureAt(row, column, value);
}

function isNamed(text: string, heading: string): boolean {
  return heading.length >= SHORTEST_HEADING && text.includes(heading);
}

function means(text: string, heading: string): boolean {
  const characters = Array.from(heading);
  const pairs = characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
  return (
    pairs.length === 0 || pairs.filter((pair) => text.includes(pair)).length >= pairs.length * PARAPHRASED
  );
}

function figureAt({ cells: all }: Row, column: number, value: string): string | undefined {
  const cell = all[column] ?? '';
  return FIGURE.test(cell) && findQuantities(cell).every((other) => other.value !== value) ? cell : undefined;
}

/** Returns the columns, counted from 0, whose cell contains this number. */
function columnsOf({ cells: all }: Row, value: string): number[] {
  return all.flatMap((cell, column) =>
    FIGURE.test(cell) && findQuantities(cell).some((other) => other.value === value) ? [column] : [],
  );
}
