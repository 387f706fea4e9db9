import type { Paragraph, ParagraphKind } from '../document';
import { continuesOnNextPage } from './continuation';
import { type BodyStyle, bodyStyle, isHeading } from './heading';
import { joinLines } from './line-join';
import type { LaidBlock, PageLayout } from './page-layout';
import { runningBlocks } from './running';
import { plainText, sourceRuns, type Span } from './sourced-text';

interface Draft {
  readonly block: LaidBlock;
  readonly page: number;
  spans: readonly Span[];
  /** The part of it that is last on a page. */
  tail: LaidBlock;
}

/**
 * The paragraphs of a document, one list for each page, running headers, footers and page numbers left out. A
 * paragraph that goes on over pages stands on the one it begins on.
 */
export function assembleDocument(pages: readonly PageLayout[]): readonly (readonly Paragraph[])[] {
  const running = runningBlocks(pages);
  const body = bodyStyle(pages);
  let previous: readonly Draft[] = [];
  return pages
    .map(({ number, blocks }) => {
      const kept = blocks.filter((block) => !running.has(block));
      const unfinished = kept[0] && unfinishedDraft(previous, kept[0]);
      const drafts = kept.map((block): Draft => ({ block, page: number, spans: block.spans, tail: block }));
      if (unfinished && kept[0]) {
        unfinished.spans = joinLines(unfinished.spans, kept[0].spans);
        unfinished.tail = kept[0];
        const own = drafts.slice(1);
        previous = own.length > 0 ? own : [unfinished];
        return own;
      }
      previous = drafts;
      return drafts;
    })
    .map((drafts) => drafts.map((draft) => paragraph(draft, body)));
}

/** The paragraph on the page before that this block goes on with: its last one, footnotes and the like passed over. */
function unfinishedDraft(drafts: readonly Draft[], next: LaidBlock): Draft | undefined {
  for (let index = drafts.length - 1; index >= 0; index -= 1) {
    const draft = drafts[index];
    if (!draft) break;
    if (continuesOnNextPage(draft.tail, next)) return draft;
    if (draft.tail.size > 0.95 * next.size) break;
  }
  return undefined;
}

function paragraph({ block, page, spans }: Draft, body: BodyStyle): Paragraph {
  return { kind: kindOf(block, body), page, text: plainText(spans), source: sourceRuns(spans) };
}

function kindOf(block: LaidBlock, body: BodyStyle): ParagraphKind {
  if (block.isRow) return 'row';
  if (isHeading(block, body)) return 'heading';
  return block.isListItem ? 'list-item' : 'text';
}
