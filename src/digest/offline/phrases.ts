import { isCjk } from '../../text/characters';
import { STOPWORDS } from '../../text/lexicon/stopwords';
import { rarityOf } from './background';
import type { Passage } from './passages';
import type { Term } from './terms';

/** The phrases of a document. */
export interface Phrases {
  readonly phrases: readonly Phrase[];
  /** The number of words of the whole document. */
  readonly words: number;
}

/** A sequence of words of a document. `keys` are the words in their basic form. */
export interface Phrase {
  readonly text: string;
  readonly keys: readonly string[];
  /** How often the phrase occurs in the document. */
  readonly count: number;
  readonly isInTitle: boolean;
  readonly isInHeading: boolean;
  /** True if at least half of the occurrences are written with capitals, as a name is. */
  readonly isCapitalised: boolean;
  readonly features: readonly number[];
}

interface Counted {
  text: string;
  readonly keys: readonly string[];
  count: number;
  /** Number of words of the document before the first occurrence of the phrase. */
  readonly first: number;
  /** Number of words of the document before the last occurrence of the phrase. */
  last: number;
  isInTitle: boolean;
  isInHeading: boolean;
  capitals: number;
  /** The count of the most frequent phrase that consists of this phrase and one more word. */
  longer: number;
}

/** Maximum number of words of a phrase. */
export const MOST_WORDS = 4;
/** Maximum length of a phrase, in UTF-16 units. */
const WIDEST = 40;
/** A text introduces its subject within this number of words. */
const EARLY = 300;
/** Maximum number of phrases that are scored: the most frequent ones. */
const MOST_SCORED = 1200;

/**
 * Returns the phrases of a document with the features that show whether a phrase is a subject of the
 * document.
 */
export function phrasesOf(passages: readonly Passage[]): Phrases {
  const counted = new Map<string, Counted>();
  let words = 0;
  for (const passage of passages) {
    for (const run of runsOf(passage)) countRun(counted, run, words, passage.place);
    words += passage.terms.length;
  }
  markWithin(counted);
  const least = words > 1500 ? 2 : 1;
  const phrases = [...counted.values()]
    .filter(({ count, isInTitle, text }) => (count >= least || isInTitle) && text.length <= WIDEST)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_SCORED)
    .map((phrase, _, all) => {
      const { text, keys, count, isInTitle, isInHeading, capitals } = phrase;
      const features = featuresOf(phrase, words, mostOf(all, keys.length));
      return { text, keys, count, isInTitle, isInHeading, isCapitalised: capitals >= count / 2, features };
    });
  return { phrases, words };
}

/** Returns the sequences of topical words with only a space, a hyphen or nothing between neighbours. */
function runsOf({ text, terms }: Passage): Term[][] {
  const runs: Term[][] = [];
  let end = -1;
  for (const term of terms) {
    const isNext = end >= 0 && (end === term.at || (end + 1 === term.at && /[ -]/u.test(text.charAt(end))));
    if (!term.topical && !(isNext && isSuffix(term))) {
      end = -1;
      continue;
    }
    const run = runs.at(-1);
    if (isNext && run !== undefined) run.push(term);
    else runs.push([term]);
    end = term.at + term.text.length;
  }
  return runs;
}

/** Returns true for a single CJK character that can end a phrase (`感知` + `器`) but not begin one. */
function isSuffix({ key }: Term): boolean {
  return key.length === 1 && isCjk(key) && !STOPWORDS.has(key) && !/\p{Script=Hiragana}/u.test(key);
}

function countRun(
  counted: Map<string, Counted>,
  run: readonly Term[],
  before: number,
  place: Passage['place'],
): void {
  for (let from = 0; from < run.length; from += 1) {
    if (run[from]?.topical !== true) continue;
    let key = '';
    let text = '';
    let end = 0;
    for (let size = 1; size <= Math.min(MOST_WORDS, run.length - from); size += 1) {
      const term = run[from + size - 1];
      if (term === undefined) break;
      const isTight = size > 1 && isCjk(term.text.charAt(0)) && end === term.at;
      key = size === 1 ? term.key : `${key} ${term.key}`;
      text += `${size === 1 || isTight ? '' : ' '}${term.text}`;
      end = term.at + term.text.length;
      const isCapital = /^\p{Lu}/u.test(term.text) && (term.at > 0 || /^\p{Lu}{2}/u.test(term.text));
      const known = counted.get(key);
      if (known === undefined) {
        const keys = run.slice(from, from + size).map((each) => each.key);
        counted.set(key, {
          text,
          keys,
          count: 1,
          first: before,
          last: before,
          isInTitle: place === 'title',
          isInHeading: place === 'heading',
          capitals: isCapital ? 1 : 0,
          longer: 0,
        });
      } else {
        known.count += 1;
        known.last = before;
        if (isCapital) known.capitals += 1;
        known.isInTitle ||= place === 'title';
        known.isInHeading ||= place === 'heading';
      }
    }
  }
}

/** Sets `longer` for each phrase. */
function markWithin(counted: ReadonlyMap<string, Counted>): void {
  for (const { keys, count } of counted.values()) {
    if (keys.length === 1) continue;
    for (const part of [keys.slice(1), keys.slice(0, -1)]) {
      const inner = counted.get(part.join(' '));
      if (inner !== undefined) inner.longer = Math.max(inner.longer, count);
    }
  }
}

/** Returns the count of the most frequent phrase of `size` words. `phrases` is sorted by falling count. */
function mostOf(phrases: readonly Counted[], size: number): number {
  return phrases.find(({ keys }) => keys.length === size)?.count ?? 1;
}

/** Returns the features of a phrase in the order of their weights in `weights.ts`. */
function featuresOf(phrase: Counted, words: number, most: number): number[] {
  const { keys, count, first, last, text, longer } = phrase;
  const rarities = keys.map(rarityOf);
  const mean = rarities.reduce((sum, each) => sum + each, 0) / keys.length;
  const frequency = Math.log(count);
  const isHan = isCjk(text.charAt(0));
  return [
    1,
    frequency,
    Math.log(1 + (1000 * count) / (words + 100)),
    Math.log(1 + first) / 10,
    first / (words + 1),
    (last - first) / (words + 1),
    phrase.isInTitle ? 1 : 0,
    phrase.isInHeading ? 1 : 0,
    mean,
    Math.min(...rarities),
    keys.length === 1 ? 1 : 0,
    keys.length === 2 ? 1 : 0,
    keys.length > 2 ? 1 : 0,
    longer / count,
    phrase.capitals / count,
    isHan ? Math.min(text.length, 8) / 8 : /(?:ing|ed|ly|ize|ive)$/u.test(keys.at(-1) ?? '') ? 1 : 0,
    !isHan && /(?:ing|ed|ly|ize)$/u.test(keys[0] ?? '') ? 1 : 0,
    frequency * mean,
    mean * (phrase.isInTitle ? 1 : 0),
    Math.log(1 + words) / 10,
    Math.log(count / most),
    first < EARLY ? 1 : 0,
    first < EARLY ? frequency : 0,
  ];
}
