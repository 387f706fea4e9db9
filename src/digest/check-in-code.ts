import type { Draft } from '../llm/draft';
import type { Sentence } from '../text/sentence';
import { assemble, doubtOf } from './assemble';
import { Examiner, statedIn } from './examine';
import type { Digest } from './digest';
import { Source } from './passages/source';

/**
 * Builds a digest from a draft. Only code checks the statements; no model reads them a second time. A
 * statement appears under "To be verified" if it cannot be linked to a sentence of the document, or
 * contradicts the document. No statement is dropped or reworded.
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
