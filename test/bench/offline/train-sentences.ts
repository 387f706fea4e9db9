import { candidatesOf } from '../../../src/digest/offline/candidates';
import { isConversation } from '../../../src/digest/offline/conversation';
import { passagesOf } from '../../../src/digest/offline/passages';
import { wordSplitter } from '../../../src/digest/offline/terms';
import { titleOf } from '../../../src/digest/offline/title';
import { unitsOf } from '../../../src/digest/offline/units';
import { documentsOf, sentencesOf, withoutAbstract, type Block, type Doc } from './data';
import { ridge, type Example } from './fit';
import { rouge, tokensOf } from './rouge';

type SentenceSet = 'enText' | 'enTalk' | 'zhText' | 'zhTalk';

const SETS: readonly (readonly [SentenceSet, string, (doc: Doc) => readonly Block[]])[] = [
  ['enText', 'scisumm', withoutAbstract],
  ['enText', 'legal', ({ blocks }) => blocks],
  ['enTalk', 'qmsum_train', ({ blocks }) => blocks],
  ['zhText', 'chinaxiv', withoutAbstract],
  ['zhTalk', 'vcseg', ({ blocks }) => blocks],
  ['zhTalk', 'vcwhole', ({ blocks }) => blocks],
];
const PENALTY = 5;
/**
 * A sentence with fewer tokens is treated as if it had this number. Otherwise, a sentence of a few words that
 * are all in the reference summary would count as the best.
 */
const SHORT = 12;

/**
 * Returns the weights of the features of a sentence. With these weights, the score of the sentence best
 * predicts its similarity to the reference summary.
 */
export async function sentenceWeights(folder: string): Promise<Record<SentenceSet, number[]>> {
  const examples: Record<SentenceSet, Example[]> = { enText: [], enTalk: [], zhText: [], zhTalk: [] };
  for (const [set, file, blocksOf] of SETS) {
    for (const doc of await documentsOf(folder, file, 'train')) {
      const sentences = sentencesOf(blocksOf(doc));
      const passages = passagesOf(titleOf(sentences), unitsOf(sentences), wordSplitter());
      const reference = tokensOf(doc.ref ?? '');
      const candidates = candidatesOf(passages, set.startsWith('zh'), isConversation(passages));
      const likeness = candidates.map(({ unit }) => {
        // Computes the precision from the F1 score, because the F1 score prefers long sentences.
        const own = tokensOf(unit.text);
        const { r1, r2 } = rouge(own, reference);
        return ((r1 + 3 * r2) * (own.length + reference.length)) / Math.max(SHORT, own.length);
      });
      // Only differences within one document are learned, because the mean likeness varies between documents.
      const mean = likeness.reduce((sum, each) => sum + each, 0) / likeness.length;
      const spread =
        Math.sqrt(likeness.reduce((sum, each) => sum + (each - mean) ** 2, 0) / likeness.length) || 1;
      for (const [index, { features }] of candidates.entries())
        examples[set].push({ features, wanted: ((likeness[index] ?? 0) - mean) / spread });
    }
  }
  return {
    enText: ridge(examples.enText, PENALTY),
    enTalk: ridge(examples.enTalk, PENALTY),
    zhText: ridge(examples.zhText, PENALTY),
    zhTalk: ridge(examples.zhTalk, PENALTY),
  };
}
