import { findDeadlines } from '../../text/deadlines';
import { comparable, locateQuote } from './quotes';
import type { Source } from './source';

/** Matches a label before the words of a sentence: 第2.1条, `3.`, `(a)`, a bullet. */
const LABEL = /^\s*(?:第[^条\s]{1,8}条\s*|[（(]?[\p{N}a-z]{1,3}(?:\.\d+)*[.)）、]\s*|[•●▪·–-]\s*)/iu;
const ARTICLE = /^(?:the|a|an)\s+/iu;

/** The owner and the deadline of an action, in words. Each is empty when the action has none. */
export interface Added {
  readonly owner: string;
  readonly due: string;
}

/**
 * True when a text is one or more whole, consecutive sentences of the document, word for word, and all of
 * them are cited. If `owner` is not empty, the sentences must begin with it. If `due` is not empty, the
 * sentences must contain this deadline and no other.
 */
export function isWordForWord(
  source: Source,
  text: string,
  cited: readonly number[],
  { owner, due }: Added,
): boolean {
  const located = locateQuote(source, text, cited);
  if (located === undefined || !located.sentences.every((number) => cited.includes(number))) return false;
  const whole = located.sentences.map((number) => source.sentence(number)?.text ?? '').join(' ');
  if (comparable(whole).toLowerCase() !== comparable(text).toLowerCase()) return false;
  return beginsWith(whole, owner) && isOnlyDeadline(whole, due);
}

function beginsWith(text: string, owner: string): boolean {
  const plain = (words: string): string =>
    comparable(words.replace(LABEL, '').replace(ARTICLE, '')).toLowerCase();
  return plain(text).startsWith(plain(owner));
}

function isOnlyDeadline(text: string, due: string): boolean {
  if (due === '') return true;
  return findDeadlines(text).length === 1 && comparable(text).includes(comparable(due));
}
