import { type Block, blocksOf, blockSpans, startsWithMarkerCell } from './block';
import { withDropCaps } from './drop-cap';
import type { PageInput } from './input';
import { withLateCells } from './late-cell';
import { joinedStretches } from './justified-line';
import { lineOf, stretchesOf } from './line';
import { listMarker } from './marker';
import { withoutOverprints } from './overprint';
import { withBeginningsLeft } from './right-to-left';
import { plainText, type Span } from './sourced-text';
import { textBoxes, toFrame } from './text-box';

/** A paragraph or row of one page, with what the document-wide rules ask about it. */
export interface LaidBlock {
  readonly spans: readonly Span[];
  readonly text: string;
  readonly isRow: boolean;
  readonly isListItem: boolean;
  readonly lineCount: number;
  /** Font size in points. */
  readonly size: number;
  /** The font of its first line; `oneFont` when all of it is set in that one. */
  readonly font: string;
  readonly oneFont: boolean;
  readonly angle: number;
  /**
   * Baselines of the first and last line as shares of the page's extent in reading direction: 1 is where it
   * begins.
   */
  readonly top: number;
  readonly bottom: number;
  /** The last line reaches the right edge of its column: the paragraph may go on elsewhere. */
  readonly endsFull: boolean;
  /** Indent of the first line in font sizes. */
  readonly indent: number;
}

/** What `layoutPage` makes of one page. Plain data: may be cloned and kept until the document is complete. */
export interface PageLayout {
  readonly number: number;
  readonly blocks: readonly LaidBlock[];
}

/** Rebuilds lines, paragraphs and table rows of one page, in the content stream's order. */
export function layoutPage(page: PageInput): PageLayout {
  const stretches = joinedStretches(stretchesOf(withoutOverprints(textBoxes(page))));
  const lines = stretches.map((stretch) => lineOf(stretch, page.number)).filter(({ text }) => text !== '');
  const extents = new Map<number, Extent>();
  const blocks = blocksOf(withLateCells(withBeginningsLeft(withDropCaps(lines)))).map((block) => {
    const angle = block.cells[0]?.first.angle ?? 0;
    const extent = extents.get(angle) ?? pageExtent(page.view, angle);
    extents.set(angle, extent);
    return laidBlock(block, extent);
  });
  return { number: page.number, blocks };
}

interface Extent {
  readonly low: number;
  readonly high: number;
}

/** Where a page lies on the axis on which lines of this reading direction follow each other. */
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
    isRow: block.cells.length > (withMarker ? 2 : 1),
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
