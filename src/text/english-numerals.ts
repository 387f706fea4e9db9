import { wordsOf } from './words';

const SMALL = wordsOf(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  'sixteen seventeen eighteen nineteen',
);
const TENS = wordsOf('twenty thirty forty fifty sixty seventy eighty ninety');
const ORDINALS = wordsOf(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth',
  'fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
);
const POWERS: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

const VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);

const WORD = `(?:${[...SMALL, ...TENS].sort((a, b) => b.length - a.length).join('|')})`;
const POWER = `(?:${[...POWERS.keys()].join('|')})`;

/** Source of a pattern for a number in English words: `thirty`, `twenty-one`, `one hundred and fifty`. */
export const ENGLISH_NUMERAL = `${WORD}(?:[\\s-]+(?:and\\s+)?(?:${WORD}|${POWER}))*`;

/** Source of a pattern for an ordinal in one English word, such as `fifth`: alternatives without a group. */
export const ENGLISH_ORDINAL = ORDINALS.join('|');

/** Returns the value of a number in English words; undefined for other words. */
export function parseEnglishNumeral(words: string): number | undefined {
  let total = 0;
  let section = 0;
  let isNumber = false;
  for (const word of words.toLowerCase().split(/[\s-]+/u)) {
    if (word === 'and' || word === '') continue;
    const value = VALUES.get(word);
    const power = POWERS.get(word);
    if (value !== undefined) section += value;
    else if (power === 100) section = (section || 1) * 100;
    else if (power !== undefined) {
      total += (section || 1) * power;
      section = 0;
    } else return undefined;
    isNumber = true;
  }
  return isNumber ? total + section : undefined;
}

/** Returns the value of an ordinal such as `first`, `15th` or `twentieth`; undefined for other words. */
export function parseOrdinal(word: string): number | undefined {
  const digits = /^(\d{1,4})(?:st|nd|rd|th)$/iu.exec(word)?.[1];
  if (digits !== undefined) return Number(digits);
  const index = ORDINALS.indexOf(word.toLowerCase());
  return index < 0 ? undefined : index + 1;
}
