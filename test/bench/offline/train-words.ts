import { isCjk } from '../../../src/text/characters';
import { STOPWORDS } from '../../../src/text/lexicon/stopwords';
import { termsOf, wordSplitter } from '../../../src/digest/offline/terms';
import { documentsOf, sentencesOf } from './data';
import { todoDocuments } from './todos';

/**
 * The data sets. In short texts, nearly every word is rare. So all sets have long documents, or have short
 * texts that are joined into long ones (see {@link TOGETHER}).
 */
const SETS: readonly string[] = [
  'scisumm',
  'kp_nguyen',
  'kp_semeval',
  'kp_theses',
  'qmsum_train',
  'legal',
  'chinaxiv',
  'vcwhole',
  'vcseg',
  'kp_kdd',
  'kp_inspec',
  'kp_csl',
];
/** Number of short texts that are joined into one document. */
const TOGETHER: Readonly<Record<string, number>> = { kp_kdd: 20, kp_inspec: 20, kp_csl: 10, vcseg: 4 };
/**
 * Minimum mean share (see `commonWords`) of a word in each level. Words with at least 50 % are in the first
 * level, words with at least 30 % in the second level, and so on.
 */
const LEVELS = [0.5, 0.3, 0.2, 0.13];
const SETS_OF_A_WORD = 2;

/**
 * Returns the words that occur in documents about all subjects, one line per level. For each data set, the
 * share of the documents that contain a word is computed. The level of the word depends on the mean of these
 * shares. The mean does not include the highest share, because the data set with this share may be about the
 * subject of the word.
 */
export async function commonWords(folder: string): Promise<string[]> {
  const words = new Map<string, { script: 'han' | 'other'; shares: number[] }>();
  const sizes = { han: 0, other: 0 };
  const add = (texts: readonly string[]): void => {
    const counts = new Map<string, number>();
    for (const text of texts) {
      const keys = new Set(termsOf(text, wordSplitter()).map(({ key }) => key));
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const script = isMostlyHan(texts.join('').slice(0, 2000)) ? 'han' : 'other';
    sizes[script] += 1;
    for (const [key, count] of counts) {
      if (isCjk(key.charAt(0)) !== (script === 'han')) continue;
      const known = words.get(key) ?? { script, shares: [] };
      known.shares.push(count / texts.length);
      words.set(key, known);
    }
  };
  for (const file of SETS) {
    const docs = await documentsOf(folder, file, 'train');
    const texts = docs.map(({ blocks }) =>
      sentencesOf(blocks)
        .map(({ text }) => text)
        .join('\n'),
    );
    add(grouped(texts, TOGETHER[file] ?? 1));
  }
  const todos = await todoDocuments(folder, 'train');
  const texts = todos.map(({ sentences }) => sentences.map(({ text }) => text).join('\n'));
  add(texts.filter(isMostlyHan));
  add(texts.filter((text) => !isMostlyHan(text)));
  const levels = LEVELS.map(() => [] as string[]);
  for (const [key, { script, shares }] of words) {
    if (STOPWORDS.has(key) || key.length < 2 || !/^\p{L}+$/u.test(key) || shares.length < SETS_OF_A_WORD)
      continue;
    const most = Math.max(...shares);
    const share = (shares.reduce((sum, each) => sum + each, 0) - most) / (sizes[script] - 1);
    const level = LEVELS.findIndex((least) => share >= least);
    if (level >= 0) levels[level]?.push(key);
  }
  return levels.map((level) => level.sort().join(' '));
}

function grouped(texts: readonly string[], size: number): string[] {
  return Array.from({ length: Math.ceil(texts.length / size) }, (_, at) =>
    texts.slice(at * size, (at + 1) * size).join('\n'),
  );
}

function isMostlyHan(text: string): boolean {
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) > text.length / 4;
}
