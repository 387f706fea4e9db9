import type { Paragraph, ParagraphKind } from '../document';
import { continuesAfterBreak } from './continuation';
import { compoundsOf, withDivisionsUndone } from './division';
import { type BodyStyle, bodyStyle, isHeading } from './heading';
import { appendLine } from './line-join';
import type { LaidBlock, PageLayout } from './page-layout';
import { runningBlocks } from './running';
import { runningTexts, textsOfBody, withoutRunningCells } from './running-text';
import { plainText, type SourcedText, sourceRuns, type Span } from './sourced-text';

interface Draft {
  readonly block: LaidBlock;
  readonly page: number;
  readonly spans: Span[];
  /** The last block of the paragraph so far. */
  tail: LaidBlock;
}

/**
 * A block begins another column if its top is higher than the bottom of the previous block by more than this
 * share of the page height.
 */
const COLUMN_BREAK = 0.05;
/**
 * The border between the two halves of a page, as a share of the page height. Repeated text above it is a
 * header, and repeated text below it is a footer.
 */
const MIDDLE = 0.5;
/**
 * Maximum number of earlier paragraphs that are searched for the one that a block continues. It is more than
 * one, because footnotes can be between the two parts of a paragraph.
 */
const LOOK_BACK = 12;

/**
 * Returns the paragraphs of a document, one list for each page. Page numbers are left out, and the text of a
 * running header or footer is kept once, on its first page. A paragraph that continues in another column or
 * on another page is listed on the page where it begins.
 */
export function assembleDocument(pages: readonly PageLayout[]): readonly (readonly Paragraph[])[] {
  const running = runningBlocks(pages);
  const bodyTexts = textsOfBody(pages, running.cells);
  const keptOnce = runningTexts(pages, running, bodyTexts);
  const body = bodyStyle(pages);
  const compounds = compoundsOf(pages);
  const recent: Draft[] = [];
  return pages
    .map(({ number, blocks }) => {
      const drafts: Draft[] = [];
      let above: LaidBlock | undefined;
      for (const whole of blocks) {
        const repeated = running.cells.get(whole);
        const block = repeated ? withoutRunningCells(whole, repeated, bodyTexts) : whole;
        if (!block) continue;
        // Rows of a ruled table may overlap in height, so a row never begins another column.
        const isAfterBreak =
          !above ||
          (!block.inTable && above.angle === block.angle && block.top > above.bottom + COLUMN_BREAK);
        above = block;
        const unfinished = isAfterBreak && unfinishedDraft(recent, block, body);
        if (unfinished) {
          appendLine(unfinished.spans, block.spans);
          unfinished.tail = block;
          continue;
        }
        const draft = { block, page: number, spans: [...block.spans], tail: block };
        drafts.push(draft);
        recent.push(draft);
        if (recent.length > LOOK_BACK) recent.shift();
      }
      const margin = (isHead: boolean): Paragraph[] =>
        blocks.flatMap((block) =>
          block.bottom > MIDDLE === isHead
            ? (keptOnce.get(block) ?? []).map((text) => marginal(text, number))
            : [],
        );
      return { head: margin(true), drafts, foot: margin(false) };
    })
    .map(({ head, drafts, foot }) => [
      ...head,
      ...drafts.map((draft) => paragraph(draft, body, compounds)),
      ...foot,
    ]);
}

function marginal(spans: SourcedText, page: number): Paragraph {
  return { kind: 'text', page, text: plainText(spans), source: sourceRuns(spans) };
}

/**
 * Returns the paragraph that `next` continues; undefined when there is none. Blocks with smaller text are
 * skipped, because they can be footnotes between the two parts of the paragraph.
 */
function unfinishedDraft(drafts: readonly Draft[], next: LaidBlock, body: BodyStyle): Draft | undefined {
  for (let index = drafts.length - 1; index >= 0; index -= 1) {
    const draft = drafts[index];
    if (!draft || continuesAfterBreak(draft.tail, next, body)) return draft;
    if (draft.tail.size > 0.95 * next.size) return undefined;
  }
  return undefined;
}

function paragraph(
  { block, page, spans }: Draft,
  body: BodyStyle,
  compounds: ReadonlySet<string>,
): Paragraph {
  const whole = withDivisionsUndone(spans, compounds);
  return { kind: kindOf(block, body), page, text: plainText(whole), source: sourceRuns(whole) };
}

function kindOf(block: LaidBlock, body: BodyStyle): ParagraphKind {
  if (block.isRow) return 'row';
  if (isHeading(block, body)) return 'heading';
  return block.isListItem ? 'list-item' : 'text';
}
