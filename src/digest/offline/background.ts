import { lazily } from '../../lazily';
import { COMMON_WORDS } from '../../text/lexicon/common-words';

/**
 * How rare a word is in documents of any subject: 0 for one of nearly all documents, 1 for one that the table
 * does not have. Keys as `termsOf` makes them.
 */
export function rarityOf(key: string): number {
  return rarities().get(key) ?? 1;
}

const rarities = lazily((): ReadonlyMap<string, number> => {
  const levels = COMMON_WORDS.length;
  return new Map(
    COMMON_WORDS.flatMap((words, level) => words.split(' ').map((word) => [word, level / levels] as const)),
  );
});
