import type { LaidBlock } from './page-layout';
import { endsSentence, isUnspaced, lastCharacter, startsMidSentence } from './script';

/** Whether a paragraph goes on with the first block of the next page (or of the next column). */
export function continuesOnNextPage(last: LaidBlock, next: LaidBlock): boolean {
  if (last.isRow || next.isRow || next.isListItem || last.angle !== next.angle) return false;
  if (Math.abs(last.size - next.size) > 0.1 * last.size || endsSentence(last.text)) return false;
  if (startsMidSentence(next.text) || /[-\u2010\u00ad,，、]$/.test(last.text)) return last.lineCount > 1 || last.text.length > 40;
  const looksTheSame = last.font === next.font && next.indent < 0.9;
  return looksTheSame && last.endsFull && (isUnspaced(lastCharacter(last.text)) || last.lineCount > 1);
}
