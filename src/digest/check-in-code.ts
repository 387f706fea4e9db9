import type { Draft } from '../llm/draft';
import type { Sentence } from '../text/sentence';
import { assemble, doubtOf } from './assemble';
import { Examiner, statedIn } from './examine';
import type { Digest } from './digest';
import { Source } from './passages/source';

/**
 * A draft as a digest whose statements are checked in code alone: hard facts that contradict the document
 * stand under "To be verified", everything else in its section. Nothing is left out and nothing is reworded.
 */
export function checkInCode(draft: Draft, sentences: readonly Sentence[]): Digest {
  const examiner = new Examiner(new Source(sentences));
  const settled = statedIn(draft).map((stated) => {
    const examined = examiner.examine(stated);
    const doubt = doubtOf(examined);
    return { examined, ...(doubt === undefined ? {} : { doubt }) };
  });
  return assemble(draft, settled, examiner.source, { level: 'facts' });
}
