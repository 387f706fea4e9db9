import { joinedBlanks } from './blank';
import { type Block, blocksOf, blockSpans, startsWithMarkerCell } from './block';
import { withColumnsApart } from './columns-apart';
import { cutAtRules } from './cut-at-rules';
import { isOutOfOrder } from './disorder';
import { dividedRules } from './divided-rule';
import { withDropCaps } from './drop-cap';
import { withFeetLast } from './feet-last';
import { byGeometry } from './geometry';
import { type FilledGrid, fillGrids } from './fill-grid';
import { gridBlocks } from './grid-table';
import { withGutters } from './gutter';
import type { PageInput } from './input';
import { withLateCells } from './late-cell';
import { withLateGlyphs } from './late-glyph';
import { withLateMarkers } from './late-marker';
import { withLateValues } from './late-value';
import { withHeadsFirst } from './heads-first';
import { withEmptyCells } from './empty-cell';
import { joinedStretches } from './justified-line';
import { lineOf, type Stretch, stretchesOf } from './line';
import { listMarker } from './marker';
import { withoutOverprints } from './overprint';
import { withoutReprints } from './reprint';
import { withBeginningsLeft } from './right-to-left';
import { drawnRules, gridsOf, joinedRules } from './ruling';
import { plainText, type Span } from './sourced-text';
import { withSideBlocksApart } from './side-blocks';
import { type TextBox, textBoxes, toFrame } from './text-box';
import { withTitleFirst } from './title-first';
import { withTwinsApart } from './twin-labels';
import { withValuesApart } from './value-apart';
import { withWrappedCells } from './wrapped-row';

/** A paragraph or row of one page, with the data that the layout of the whole document needs. */
export interface LaidBlock {
  readonly spans: readonly Span[];
  readonly text: string;
  readonly isRow: boolean;
  readonly isListItem: boolean;
  /**
   * Set for a row of a ruled table in the body of the page. Such a row is never a running header or footer.
   */
  readonly inTable?: true;
  readonly lineCount: number;
  /** Font size in points. */
  readonly size: number;
  /** The font of the first line of the block. */
  readonly font: string;
  /** True when the whole block is in `font`. */
  readonly oneFont: boolean;
  readonly angle: number;
  /**
   * `top` and `bottom` are the positions of the first and the last baseline: 1 is the edge of the page
   * above the text, and 0 is the edge below it.
   */
  readonly top: number;
  readonly bottom: number;
  /**
   * True when the last line reaches the right edge of its column. The paragraph may then continue in the next
   * column or on the next page.
   */
  readonly endsFull: boolean;
  /** Indent of the first line, in font sizes. */
  readonly indent: number;
}

/** The result of `layoutPage`, as plain data. */
export interface PageLayout {
  readonly number: number;
  readonly blocks: readonly LaidBlock[];
  /**
   * Set when the blocks are in the order of their places on the page, because the content stream has no
   * reading order.
   */
  readonly byGeometry?: true;
}

/**
 * Returns the paragraphs and table rows of one page in reading order. If the order of the content stream is
 * not the reading order, the blocks are ordered by their places on the page.
 */
export function layoutPage(page: PageInput): PageLayout {
  const printed = withLateGlyphs(withoutReprints(withoutOverprints(textBoxes(page))));
  const angle = mainAngle(printed);
  const rules = drawnRules(page.rules, angle);
  const grids = gridsOf(joinedRules(rules));
  const { filled, others: loose } = fillGrids(cutAtRules(printed, grids, angle), grids, angle);
  const others = withGutters(loose, dividedRules(rules.across), angle);
  const extents = new Map<number, Extent>();
  const laid = (block: Block): LaidBlock => {
    const own = block.cells[0]?.first.angle ?? 0;
    const extent = extents.get(own) ?? pageExtent(page.view, own);
    extents.set(own, extent);
    return laidBlock(block, extent);
  };
  const drawn = stretchesOf(withHeadsFirst(withFeetLast(others)));
  const isUnordered = isOutOfOrder(drawn);
  const flow = flowBlocks(isUnordered ? stretchesOf(byGeometry(others)) : drawn, page.number);
  const tables = filled.map((table) => ({
    at: isUnordered ? -topOf(table) : firstItem(table),
    blocks: withTwinsApart(gridBlocks(table, page.number)),
  }));
  const placeOf = isUnordered ? placeFromTop : streamPlace;
  const inText = new Set(
    tables.flatMap(({ blocks: rows }) => (rows.length > MOST_ROWS_OF_HEADER ? rows : [])),
  );
  const blocks = withTables(flow, tables, placeOf).map((block) =>
    inText.has(block) ? { ...laid(block), inTable: true as const } : laid(block),
  );
  return {
    number: page.number,
    blocks: filled.length > 0 ? withTitleFirst(blocks) : blocks,
    ...(isUnordered ? { byGeometry: true } : {}),
  };
}

/** Maximum number of rows of a ruled header or footer. */
const MOST_ROWS_OF_HEADER = 2;

/** Returns the index of the first text item of a block in the content stream. */
function streamPlace({ cells }: Block): number {
  return cells[0]?.first.spans.find(({ item }) => item >= 0)?.item ?? -1;
}

/** Returns the position of a block on the page. A block further down has a larger number. */
function placeFromTop({ cells }: Block): number {
  return -(cells[0]?.first.y ?? 0);
}

function topOf({ grid }: FilledGrid): number {
  return grid.ys[0] ?? 0;
}

function flowBlocks(pieces: readonly Stretch[], page: number): Block[] {
  const stretches = joinedBlanks(joinedStretches(withColumnsApart(withValuesApart(pieces))));
  const lines = stretches.map((stretch) => lineOf(stretch, page)).filter(({ text }) => text !== '');
  const flow = withLateValues(withLateMarkers(withBeginningsLeft(withDropCaps(lines))));
  const blocks = blocksOf(withLateCells(flow));
  return withEmptyCells(withWrappedCells(withTwinsApart(withSideBlocksApart(blocks))));
}

/** Returns the reading direction of most characters of a page. */
function mainAngle(boxes: readonly TextBox[]): number {
  const lengths = new Map<number, number>();
  for (const { angle, text } of boxes) lengths.set(angle, (lengths.get(angle) ?? 0) + text.length);
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

interface PlacedTable {
  /** The place of the table, as `placeFromTop` or `streamPlace` returns it for a block. */
  readonly at: number;
  readonly blocks: readonly Block[];
}

/**
 * Returns the index of the first text item of a table in the content stream. Values that were typed into form
 * fields are not in the content stream, so they are ignored.
 */
function firstItem({ boxes }: FilledGrid): number {
  const items = [...boxes.values()].flatMap((own) => own.map(({ item }) => item));
  return Math.min(...items.filter((item) => item >= 0));
}

/** Inserts each table before the first block with a later place. */
function withTables(
  flow: readonly Block[],
  tables: readonly PlacedTable[],
  placeOf: (block: Block) => number,
): Block[] {
  const waiting = [...tables].sort((a, b) => a.at - b.at);
  const out: Block[] = [];
  for (const block of flow) {
    const at = placeOf(block);
    for (let table = waiting[0]; table && table.at < at; table = waiting[0]) {
      out.push(...table.blocks);
      waiting.shift();
    }
    out.push(block);
  }
  return [...out, ...waiting.flatMap(({ blocks }) => blocks)];
}

interface Extent {
  readonly low: number;
  readonly high: number;
}

/** Returns the lowest and the highest y of a page, on axes that are rotated by the `angle` of the text. */
function pageExtent([left, bottom, right, top]: PageInput['view'], angle: number): Extent {
  const corners = [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ].map(([x = 0, y = 0]) => toFrame(x, y, angle).y);
  return { low: Math.min(...corners), high: Math.max(...corners) };
}

function laidBlock(block: Block, { low, high }: Extent): LaidBlock {
  const spans = blockSpans(block);
  const text = plainText(spans);
  const [cell] = block.cells;
  const lines = block.cells.flatMap(({ lines: own }) => own);
  const first = lines[0];
  const height = high - low || 1;
  const baselines = lines.map(({ y }) => (y - low) / height);
  const size = first?.size ?? 1;
  const lastRight = lines[lines.length - 1]?.right ?? 0;
  const withMarker = startsWithMarkerCell(block);
  return {
    spans,
    text,
    isRow: block.tabs !== undefined || block.cells.length > (withMarker ? 2 : 1),
    isListItem: listMarker(text) !== '',
    lineCount: lines.length,
    size,
    font: first?.font ?? '',
    oneFont: lines.every((line) => line.oneFont && line.font === first?.font),
    angle: first?.angle ?? 0,
    top: Math.max(...baselines),
    bottom: Math.min(...baselines),
    endsFull: cell !== undefined && lastRight > cell.lastMargins.right - 2 * size,
    indent: first && cell ? (first.left - cell.firstMargins.left) / size : 0,
  };
}
