import { lazily } from '../../lazily';
import { COMMON_WORDS } from '../../text/lexicon/common-words';

/**
 * Returns the rarity of a word in documents of all subjects, from 0 (in nearly all documents) to 1 (not in
 * `COMMON_WORDS`). `key` is the key of a `Term`.
 */
export function rarityOf(key: string): number {
  return rarities().get(key) ?? 1;
}

const rarities = lazily((): ReadonlyMap<string, number> => {
  // Words outside of the table `COMMON_WORDS` have the rarity 1, so the rarest words of the table get a
  // little less.
  const levels = COMMON_WORDS.length + 1;
  return new Map(
    COMMON_WORDS.flatMap((words, level) => words.split(' ').map((word) => [word, level / levels] as const)),
  );
});
