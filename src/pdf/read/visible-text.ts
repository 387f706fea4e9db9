import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Box, type DoubtfulRun, doubtfulRuns, type DrawnText } from '../hidden/doubtful';
import { invisibleRuns } from '../hidden/judge';
import { type DividedText, withoutHidden } from '../hidden/without-hidden';
import { paintTwice } from './render-page';

/** The resolution at which a page with doubtful text is painted. It is sufficient for text of four points. */
const SECOND_LOOK = { dpi: 100, maxPixels: 1_200_000 };

/**
 * Separates the visible from the invisible text of a page. The page is painted only if it has doubtful text,
 * which is text that may be invisible.
 */
export async function visibleText(page: PDFPageProxy, text: DrawnText, view: Box): Promise<DividedText> {
  const runs = doubtfulRuns(text);
  if (runs.length === 0) return { items: text.items, hidden: '' };
  const painted = await paintTwice(page, SECOND_LOOK);
  const surroundings = { covers: text.covers, view, otherText: certainText(text, runs) };
  return withoutHidden(text.items, invisibleRuns(runs, painted, surroundings));
}

/** Returns the boxes of all items whose text is not doubtful. */
function certainText({ items, styles }: DrawnText, runs: readonly DoubtfulRun[]): readonly Box[] {
  const doubtful = new Set(runs.map(({ item }) => item));
  const certain = items.map((item, index) => ({
    ...item,
    str: doubtful.has(index) ? '' : item.str,
    doubts: [0, item.transform[4] ?? 0, item.transform[5] ?? 0],
  }));
  return doubtfulRuns({ items: certain, styles, covers: [] }).map(({ box }) => box);
}
