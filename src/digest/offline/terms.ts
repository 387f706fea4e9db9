import { isCjk } from '../../text/characters';
import { STOPWORDS } from '../../text/lexicon/stopwords';

/** One word of a text. `topical` words carry meaning; the others hold a phrase apart. */
export interface Term {
  /** Lower case, plural and common endings off where that is safe. */
  readonly key: string;
  readonly text: string;
  readonly at: number;
  readonly topical: boolean;
}

/** Splits a text into its words and what stands between them. */
export type WordSplitter = (text: string) => Iterable<{ readonly segment: string; readonly index: number }>;

/** Words by the platform's dictionary (`Intl.Segmenter`); where there is none, Han characters in pairs. */
export function wordSplitter(language: string): WordSplitter {
  if (typeof Intl.Segmenter !== 'function') return splitWithoutDictionary;
  const segmenter = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'word' });
  return (text) => segmenter.segment(text);
}

/** Latin words, and overlapping pairs of CJK characters: enough to compare sentences. */
export function* splitWithoutDictionary(text: string): Generator<{ segment: string; index: number }> {
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:['’-]\p{L}+)*|[^\p{L}\p{N}]+/gu)) {
    if (!isCjk(match[0].charAt(0)) || match[0].length < 3) {
      yield { segment: match[0], index: match.index };
      continue;
    }
    for (let at = 0; at + 1 < match[0].length; at += 1) {
      yield { segment: match[0].slice(at, at + 2), index: match.index + at };
    }
  }
}

/** The words of a text in order, punctuation and spaces left out. */
export function termsOf(text: string, split: WordSplitter): Term[] {
  const terms: Term[] = [];
  for (const { segment, index } of split(text)) {
    if (!/[\p{L}\p{N}]/u.test(segment)) continue;
    const key = keyOf(segment);
    terms.push({ key, text: segment, at: index, topical: isTopical(segment, key) });
  }
  return terms;
}

function keyOf(word: string): string {
  const lower = word.toLowerCase();
  if (isCjk(lower.charAt(0)) || lower.length < 5) return lower;
  return lower
    .replace(/['’]s$/u, '')
    .replace(/ies$/u, 'y')
    .replace(/([^su])s$/u, '$1');
}

function isTopical(word: string, key: string): boolean {
  if (!/\p{L}/u.test(word) || STOPWORDS.has(key) || STOPWORDS.has(word.toLowerCase())) return false;
  return isCjk(word.charAt(0)) ? Array.from(word).length > 1 : word.length > 2 || /^\p{Lu}{2}$/u.test(word);
}
