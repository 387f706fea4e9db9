import { STOPWORDS } from '../../text/lexicon/stopwords';
import { keywordsIn } from './keywords-line';
import { scoreWith } from './linear';
import type { Passage } from './passages';
import { phrasesOf, type Phrase, type Phrases } from './phrases';
import { TAG_WEIGHTS } from './weights';
import type { Unit } from './units';

const MOST_TAGS = 8;
/**
 * Minimum score (log odds) of a tag. Authors choose fewer than one in ten of the phrases below this score as
 * keywords. Without these phrases, F1 is the same or higher in each data set. It was measured on the half of
 * the data that the weights were trained on.
 */
const LEAST_SCORE = -2.5;
/**
 * Minimum score (log odds) of a tag of an everyday document, such as a letter. It is lower than
 * `LEAST_SCORE`, because `isMeant` has already removed most phrases of such a document.
 */
const LEAST_EVERYDAY_SCORE = -4.2;

/** Number of words above which a text counts as long. */
const LONG = 1000;
/** Matches parties and amounts of contracts, and numbers of chapters. They are not subjects of a document. */
const NO_TAG = /[甲乙丙双]方|^人民币?$|人民币|[壹贰叁肆伍陆柒捌玖拾佰仟]|^\d|^第[一二三四五六七八九十]/u;

/** Matches a word that ends with the number of a footnote, such as the name of an author in `Lindqvist1`. */
const FOOTNOTE = /\p{Ll}{3}\d$/u;

/**
 * Returns at most eight tags: the document's own keywords, or else its best phrases. No phrase contains
 * another.
 * @param isMeant given only for everyday documents, such as letters; returns false for phrases that are not
 * good tags
 */
export function tagsOf(
  units: readonly Unit[],
  passages: readonly Passage[],
  language: string,
  isMeant?: (phrase: Phrase) => boolean,
): string[] {
  const own = keywordsIn(units);
  return own.length > 0 ? own : chosenOf(phrasesOf(passages), language, isMeant);
}

function chosenOf(
  { phrases, words }: Phrases,
  language: string,
  isMeant: ((phrase: Phrase) => boolean) | undefined,
): string[] {
  const weights = tagWeightsOf(language, words);
  const least = isMeant === undefined ? LEAST_SCORE : LEAST_EVERYDAY_SCORE;
  const scored = phrases
    .filter((phrase) => isTag(phrase) && isMeant?.(phrase) !== false)
    // In an everyday document, the words of the title show the subject better than repeated phrases.
    .map((phrase) => ({
      phrase,
      score: scoreWith(weights, phrase.features) + (isMeant === undefined ? 0 : inTitle(phrase)),
    }))
    .sort((a, b) => b.score - a.score);
  const chosen: Phrase[] = [];
  for (const { phrase, score } of scored) {
    if (chosen.length === MOST_TAGS || score < least) break;
    if (!chosen.some((other) => isWithin(other, phrase) || isWithin(phrase, other))) chosen.push(phrase);
  }
  return chosen.map(({ text }) => text);
}

/** If the phrase is in the title, returns the number of its words; otherwise 0. */
function inTitle({ keys, features }: Phrase): number {
  return features[6] === 1 ? keys.length : 0;
}

/**
 * Returns the key of the weights for a document. The weights give the log odds that an author would choose a
 * phrase as a keyword.
 */
export function tagSetOf(language: string, words: number): keyof typeof TAG_WEIGHTS {
  const length = words > LONG ? 'Long' : 'Short';
  if (/^(?:zh|ja|ko)/u.test(language)) return `zh${length}`;
  return language === 'en' || language === 'und' ? `en${length}` : 'other';
}

function tagWeightsOf(language: string, words: number): readonly number[] {
  return TAG_WEIGHTS[tagSetOf(language, words)];
}

/** An identifier is not a tag, and neither is a single word that is common or that occurs only in passing. */
function isTag(phrase: Phrase): boolean {
  const { text, keys, features } = phrase;
  const isAllowed =
    !STOPWORDS.has(text) && !NO_TAG.test(text) && !FOOTNOTE.test(text) && !keys.some(isIdentifier);
  const rarity = features[8] ?? 0;
  return isAllowed && !INNER_S.test(text) && (keys.length > 1 || (rarity > 0.5 && !isInPassing(phrase)));
}

/**
 * True for a word without Han characters that occurs only once, is not in the title or in a heading, and is
 * written in lower case.
 */
function isInPassing({ text, features }: Phrase): boolean {
  const [repeated = 0, title = 0, heading = 0, capitals = 0] = [1, 6, 7, 14].map((at) => features[at]);
  const isProminent = repeated > 0 || title === 1 || heading === 1 || capitals >= 0.5;
  return !isProminent && !/\p{Script=Han}/u.test(text);
}

/**
 * Matches a phrase in which a word before the last one ends with `s`, such as `gulls watch`. Such a word is
 * mostly a verb, or a noun before its verb.
 */
const INNER_S = /^(?:.* )?\p{Ll}{3,}[^csui\P{L}]s .*\p{Ll}/u;
/** Minimum number of letters and digits of an identifier. */
const IDENTIFIER_LENGTH = 8;
/** Minimum number of changes between letters and digits in an identifier. */
const IDENTIFIER_CHANGES = 3;

/**
 * True for a word such as a hash or an order number. A name such as `ISO27001` is not an identifier, because
 * it changes only once from letters to digits.
 */
function isIdentifier(word: string): boolean {
  if (/\d{6}/u.test(word)) return true;
  const changes = word.match(/\p{L}(?=\p{N})|\p{N}(?=\p{L})/gu)?.length ?? 0;
  return changes >= IDENTIFIER_CHANGES && word.length >= IDENTIFIER_LENGTH;
}

function isWithin(inner: Phrase, outer: Phrase): boolean {
  return ` ${outer.keys.join(' ')} `.includes(` ${inner.keys.join(' ')} `);
}
