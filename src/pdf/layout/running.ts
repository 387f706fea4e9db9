import type { LaidBlock, PageLayout } from './page-layout';

/** Height of the top and the bottom margin, in which running lines can be, as a share of the page height. */
const BAND = 0.125;
/** Maximum length of a running line (a line of a running header or footer), in UTF-16 units. */
export const LONGEST = 160;
/** Maximum number of lines of one cell of a running line. */
const MOST_LINES = 2;
/**
 * Maximum distance, in pages, between a header and its repetition. It is 2, because headers of left and right
 * pages often alternate.
 */
const NEAR = 2;
/** Maximum difference between the positions of a line and its repetition, as a share of the page height. */
const SAME_PLACE = 0.012;
/** A running line must be on this number of pages, or on all pages of a shorter document. */
const ENOUGH_PAGES = 3;
/**
 * Maximum number of texts with the same `shape` that are compared with later pages, to save time. If there
 * are more, the texts are rows of a table.
 */
const MOST_ALIKE = 200;

/** A text in the margin of a page. Other pages may repeat the text. */
interface Candidate {
  readonly page: number;
  readonly block: LaidBlock;
  /** The index of the cell in the block, or `WHOLE` for all cells. */
  readonly cell: number;
  readonly numbers: readonly number[];
}

/** The repeated text in the margins of the pages of a document. */
export interface Running {
  /**
   * The cells with running headers, running footers and page numbers, by block. A block can also have other
   * cells.
   */
  readonly cells: ReadonlyMap<LaidBlock, ReadonlySet<number>>;
  /**
   * The first occurrence of each running line, by block and cell, with the numbers that differ from page to
   * page.
   */
  readonly first: ReadonlyMap<LaidBlock, ReadonlyMap<number, readonly number[]>>;
}

/** The value of `cell` that means all cells of a block. A table row can be a running line only as a whole. */
export const WHOLE = -1;

/** Finds the running headers, running footers and page numbers of a document. */
export function runningBlocks(pages: readonly PageLayout[]): Running {
  const byShape = new Map<string, Candidate[]>();
  const found = new Map<LaidBlock, Set<number>>();
  const add = ({ block, cell }: Pick<Candidate, 'block' | 'cell'>): void => {
    const known = found.get(block);
    if (known) known.add(cell);
    else found.set(block, new Set([cell]));
  };
  for (const { number: page, blocks } of pages) {
    blocks.forEach((block, index) => {
      if (!isInBand(block) || namesColumns(block, blocks.slice(index + 1, index + 1 + ROWS_COMPARED))) return;
      const isInTable = [blocks[index - 1], blocks[index + 1]].some((other) => isNextRow(block, other));
      (isInTable ? [block.text] : cellTexts(block)).forEach((text, cell) => {
        const isAlone = pages.length < ENOUGH_PAGES || !BARE_NUMBER.test(text);
        if (isAlone && statesPage({ text }, page)) add({ block, cell: isInTable ? WHOLE : cell });
        const { shape, numbers } = shapeOf(text);
        const candidate: Candidate = { page, block, cell: isInTable ? WHOLE : cell, numbers };
        const alike = byShape.get(shape);
        if (alike) alike.push(candidate);
        else byShape.set(shape, [candidate]);
      });
    });
  }
  const enough = Math.min(ENOUGH_PAGES, pages.length);
  const repeated: Candidate[][] = [];
  for (const candidates of byShape.values()) {
    for (const chain of chains(candidates)) {
      if (chain.length < Math.max(2, enough)) continue;
      repeated.push(chain);
      chain.forEach(add);
    }
  }
  const all = new Set(found.keys());
  const inMargins = new Set(pages.flatMap(({ blocks }) => outsideBody(blocks, all)));
  const cells = new Map([...found].filter(([block]) => inMargins.has(block)));
  return { cells, first: firstOf(repeated, cells) };
}

/** Maximum distance between the rows of a table, as a share of the height of the page. */
const ROW_PITCH = 0.04;

function isNextRow(one: LaidBlock, other: LaidBlock | undefined): boolean {
  if (!other?.isRow || !one.isRow) return false;
  return Math.min(Math.abs(one.bottom - other.top), Math.abs(other.bottom - one.top)) < ROW_PITCH;
}

/** To find out whether a row is the head of a table, it is compared with this number of rows below it. */
const ROWS_COMPARED = 3;
/** Minimum number of cells in the head of a table. */
const FEWEST_COLUMNS = 3;

/**
 * Returns true for the head of a table. The head of a long table is on each page, but is not a running line.
 */
function namesColumns({ text, isRow }: LaidBlock, below: readonly LaidBlock[]): boolean {
  const cells = text.split('\t').length;
  const [next] = below;
  if (!isRow || cells < FEWEST_COLUMNS || /\d/.test(text) || next === undefined || !/\d/.test(next.text))
    return false;
  return next.isRow && below.some((row) => row.isRow && row.text.split('\t').length === cells);
}

/**
 * Maximum number of cells of a running line: left, middle and right. A row with more cells belongs to a
 * table.
 */
const MOST_CELLS = 3;

/** Returns the texts of the cells of a running line; for a table row, the whole text. */
export function cellTexts({ text }: Pick<LaidBlock, 'text'>): readonly string[] {
  const cells = text.split('\t');
  return cells.length > MOST_CELLS ? [text] : cells;
}

function firstOf(repeated: readonly Candidate[][], cells: Running['cells']): Running['first'] {
  const first = new Map<LaidBlock, Map<number, readonly number[]>>();
  for (const chain of repeated) {
    const index = chain.findIndex(({ block, cell }) => cells.get(block)?.has(cell));
    const earlier = chain[index];
    if (!earlier) continue;
    const counting = countingNumbers(earlier, chain[index + 1] ?? chain[index - 1]);
    const known = first.get(earlier.block) ?? new Map<number, readonly number[]>();
    first.set(earlier.block, known.set(earlier.cell, counting));
  }
  return first;
}

/** Returns the numbers that differ between two occurrences of a text. */
function countingNumbers(earlier: Candidate, later: Candidate | undefined): number[] {
  return earlier.numbers.filter((number, index) => number !== later?.numbers[index]);
}

/**
 * Selects the repeated blocks that are above or below the whole body of a page. The body consists of all
 * blocks that are not repeated. On a page without a body, no block is selected.
 */
export function outsideBody<Placed extends Pick<LaidBlock, 'top' | 'bottom' | 'angle'>>(
  blocks: readonly Placed[],
  repeated: ReadonlySet<Placed>,
): readonly Placed[] {
  const text = blocks.filter((block) => !repeated.has(block));
  if (text.length === 0) return [];
  return blocks.filter((block) => {
    if (!repeated.has(block)) return false;
    const beside = text.filter((other) => other.angle === block.angle);
    const isHead = beside.every((other) => other.top <= block.bottom + SAME_PLACE);
    const isFoot = beside.every((other) => other.bottom >= block.top - SAME_PLACE);
    return isHead || isFoot;
  });
}

function isInBand(block: LaidBlock): boolean {
  const inBand = block.bottom > 1 - BAND || block.top < BAND;
  return inBand && !block.inTable && block.lineCount <= MOST_LINES * 3 && block.text.length <= LONGEST;
}

/** Groups candidates that are at the same place on neighbouring pages. All must have the same `shape`. */
function chains(candidates: readonly Candidate[]): Candidate[][] {
  const all: Candidate[][] = [];
  let open: Candidate[][] = [];
  for (const candidate of candidates) {
    open = open.filter((chain) => candidate.page - (chain[chain.length - 1]?.page ?? 0) <= NEAR);
    const chain = open.find((earlier) => {
      const last = earlier[earlier.length - 1];
      return last !== undefined && repeats(last, candidate);
    });
    if (chain) {
      chain.push(candidate);
      continue;
    }
    const started = [candidate];
    if (open.length < MOST_ALIKE) open.push(started);
    all.push(started);
  }
  return all;
}

/**
 * Returns true for the same text at the same place on a later page. Its numbers may increase by one per page.
 */
function repeats(earlier: Candidate, later: Candidate): boolean {
  const pages = later.page - earlier.page;
  return (
    pages > 0 &&
    pages <= NEAR &&
    earlier.block.angle === later.block.angle &&
    Math.abs(earlier.block.top - later.block.top) < SAME_PLACE &&
    later.numbers.every((number, index) => {
      const step = number - (earlier.numbers[index] ?? Number.NaN);
      return step === 0 || step === pages;
    })
  );
}

const ROMAN = /^[ivxlc]{1,7}$/i;

/**
 * Returns a text with `#` for each number, and the numbers. A roman numeral is a number only if the text
 * contains nothing else.
 */
export function shapeOf(text: string): { shape: string; numbers: number[] } {
  // White space is removed. A bar between two neighbouring numbers keeps them separate.
  const bare = text.replace(/(\d)\s+(?=\d)/g, '$1|').replace(/\s+/g, '');
  if (ROMAN.test(bare)) return { shape: '#', numbers: [romanValue(bare.toLowerCase())] };
  const numbers: number[] = [];
  const shape = bare.replace(/\d+/g, (digits) => {
    numbers.push(Number(digits));
    return '#';
  });
  return { shape, numbers };
}

const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(numeral: string): number {
  let value = 0;
  for (let index = 0; index < numeral.length; index += 1) {
    const digit = ROMAN_DIGITS[numeral.charAt(index)] ?? 0;
    const next = ROMAN_DIGITS[numeral.charAt(index + 1)] ?? 0;
    value += digit < next ? -digit : digit;
  }
  return value;
}

const PAGE_PHRASE =
  /^[-–—\s]*(?:page|seite|p\.|第)?\s*(\d{1,4})\s*页?\s*(?:(?:of|von|\/|,|，|共)\s*共?\s*\d{1,4}\s*页?)?[-–—\s]*$/i;

const BARE_NUMBER = /^\d+$/;

/** Returns true for a text that contains only the number of its page, such as "Page 2 of 3" on page 2. */
export function statesPage(block: Pick<LaidBlock, 'text'>, page: number): boolean {
  const match = PAGE_PHRASE.exec(block.text);
  return match !== null && Number(match[1]) === page;
}
