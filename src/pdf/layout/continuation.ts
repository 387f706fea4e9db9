import type { BodyStyle } from './heading';
import type { LaidBlock } from './page-layout';
import { hasLeaders } from './own-line';
import { endsSentence, isUnspaced, lastCharacter, startsMidSentence } from './script';

/**
 * Minimum length, in UTF-16 units, of the last block of a page or column, if the block has only one line. A
 * shorter line is a label or a title, so no paragraph continues after it.
 */
const SHORTEST_LINE = 40;
/** The same for text without spaces between words, such as Chinese. */
const SHORTEST_UNSPACED_LINE = 20;

/** The fields of a block that {@link continuesAfterBreak} needs. */
export type Part = Pick<
  LaidBlock,
  'text' | 'isRow' | 'isListItem' | 'lineCount' | 'size' | 'font' | 'angle' | 'endsFull' | 'indent'
>;

/**
 * Returns true when the block `next`, at the top of the next page or column, continues the paragraph `last`.
 * The paragraph then stops in the middle of a sentence, and `next` can be the rest of this sentence.
 */
export function continuesAfterBreak(last: Part, next: Part, body: BodyStyle): boolean {
  if (last.isRow || next.isRow || next.isListItem || last.angle !== next.angle) return false;
  if (Math.abs(last.size - next.size) > 0.1 * last.size || last.size > 1.1 * body.size) return false;
  if (hasLeaders(last.text) || endsSentence(last.text) || !isLongEnough(last)) return false;
  if (startsMidSentence(next.text) || /[-\u2010\u00ad,，、]$/.test(last.text)) return true;
  return last.font === next.font && next.indent < 0.9 && last.endsFull;
}

function isLongEnough({ text, lineCount }: Part): boolean {
  return (
    lineCount > 1 || text.length >= (isUnspaced(lastCharacter(text)) ? SHORTEST_UNSPACED_LINE : SHORTEST_LINE)
  );
}
