import { isCjk } from '../../text/characters';
import { STOPWORDS } from '../../text/lexicon/stopwords';

/** A word of a text. A `topical` word can begin a key phrase; words such as “the” cannot. */
export interface Term {
  /** The word in lower case, without a final s, even in the singular: `analysis` becomes `analysi`. */
  readonly key: string;
  readonly text: string;
  /** UTF-16 offset in the text. */
  readonly at: number;
  readonly topical: boolean;
}

/** Splits a run of CJK characters into its words. */
export type WordSplitter = (run: string) => Iterable<{ readonly segment: string; readonly index: number }>;

const CJK = '\\u3005-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af';
const OTHER = `(?:(?![${CJK}])[\\p{L}\\p{N}])+`;
const WORD = new RegExp(`[${CJK}]+|${OTHER}(?:['\\u2019]${OTHER})*`, 'gu');
/** Matches the beginning of a reference number such as `HX-2031-118`, but not a name such as `GPT-4`. */
const CODE = /^\p{Lu}{1,6}[-/](?:\d{4}|\d+[-/]\d)/u;
/** Maximum number of UTF-16 units that are compared with {@link CODE}. */
const LONGEST_CODE = 16;
const LATIN_LETTER = /\p{L}/u;

/**
 * Returns a function that splits Han, kana and Hangul text into words with the dictionary of the platform
 * (`Intl.Segmenter`), or into pairs of characters when the platform has none.
 */
export function wordSplitter(): WordSplitter {
  if (typeof Intl.Segmenter !== 'function') return splitWithoutDictionary;
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return (run) => segmenter.segment(run);
}

/** Splits text into overlapping pairs of characters, which are sufficient to compare sentences. */
export function* splitWithoutDictionary(run: string): Generator<{ segment: string; index: number }> {
  if (run.length < 3) yield { segment: run, index: 0 };
  else for (let at = 0; at + 1 < run.length; at += 1) yield { segment: run.slice(at, at + 2), index: at };
}

/** Returns the words of a text in order, without punctuation and spaces. */
export function termsOf(text: string, split: WordSplitter): Term[] {
  const terms: Term[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isCjk(word.charAt(0))) {
      const key = keyOf(word);
      const isCode = CODE.test(text.slice(index, index + LONGEST_CODE));
      terms.push({ key, text: word, at: index, topical: !isCode && isTopicalLatin(word, key) });
      continue;
    }
    for (const { segment, index: at } of split(word)) {
      // In Japanese, words with hiragana are mostly verbs, endings and particles.
      const topical = segment.length > 1 && !STOPWORDS.has(segment) && !/\p{Script=Hiragana}/u.test(segment);
      terms.push({ key: segment, text: segment, at: index + at, topical });
    }
  }
  return terms;
}

function keyOf(word: string): string {
  const lower = word.toLowerCase();
  if (lower.length < 5) return lower;
  return lower
    .replace(/['\u2019]s$/u, '')
    .replace(/ies$/u, 'y')
    .replace(/([^su])s$/u, '$1');
}

function isTopicalLatin(word: string, key: string): boolean {
  if (STOPWORDS.has(key) || !LATIN_LETTER.test(word) || STOPWORDS.has(word.toLowerCase())) return false;
  return word.length > 2 || /^\p{Lu}{2}$/u.test(word);
}
