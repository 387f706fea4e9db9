import { phrasesOf } from '../../../src/digest/offline/phrases';
import { passagesOf } from '../../../src/digest/offline/passages';
import { wordSplitter } from '../../../src/digest/offline/terms';
import { tagSetOf } from '../../../src/digest/offline/tags';
import { titleOf } from '../../../src/digest/offline/title';
import { unitsOf } from '../../../src/digest/offline/units';
import { documentsOf, sentencesOf } from './data';
import { logistic, type Example } from './fit';
import { tokensOf } from './rouge';
import { stem } from './stem';

const SETS = [
  'kp_semeval',
  'kp_nguyen',
  'kp_inspec',
  'kp_kdd',
  'kp_theses',
  'kp_wikinews_fr',
  'chinaxiv',
  'kp_csl',
] as const;
const KEY_LINE = /^\s*(?:关键词|关键字|key\s?words)/iu;
const PENALTY = 8;
/**
 * Maximum number of negative examples (phrases that are not keywords) from one document. The most frequent
 * phrases are used.
 */
const MOST_NEGATIVES = 250;

type TagSet = ReturnType<typeof tagSetOf>;

/** Returns the weights that separate the authors' keywords from other phrases. */
export async function tagWeights(folder: string): Promise<Record<TagSet, number[]>> {
  const examples: Record<TagSet, Example[]> = { enLong: [], enShort: [], zhLong: [], zhShort: [], other: [] };
  for (const file of SETS) {
    for (const { blocks, keys = [], lang } of await documentsOf(folder, file, 'train')) {
      const sentences = sentencesOf(blocks.filter(({ text }) => !KEY_LINE.test(text)));
      const wanted = new Set(keys.map(keyOf));
      const { phrases, words } = phrasesOf(
        passagesOf(titleOf(sentences), unitsOf(sentences), wordSplitter()),
      );
      let negatives = 0;
      for (const { text, features } of phrases) {
        const isKey = wanted.has(keyOf(text));
        if (!isKey) negatives += 1;
        if (isKey || negatives <= MOST_NEGATIVES)
          examples[tagSetOf(lang, words)].push({ features, wanted: isKey ? 1 : 0 });
      }
    }
  }
  const weights = { enLong: [], enShort: [], zhLong: [], zhShort: [], other: [] } as Record<TagSet, number[]>;
  for (const [set, own] of Object.entries(examples) as [TagSet, Example[]][])
    weights[set] = logistic(own, PENALTY);
  return weights;
}

function keyOf(phrase: string): string {
  return tokensOf(phrase).map(stem).join(' ');
}
