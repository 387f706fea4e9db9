import { STOPWORDS } from '../../text/lexicon/stopwords';
import { keywordsIn } from './keywords-line';
import { scoreWith } from './linear';
import type { Passage } from './passages';
import { phrasesOf, type Phrase, type Phrases } from './phrases';
import { TAG_WEIGHTS } from './weights';
import type { Unit } from './units';

const MOST_TAGS = 8;
/** Scores (log odds) below these are no tags: the best ones are always shown, the others have to be good. */
const LEAST_SCORE = -4.2;

/** Words from which a text counts as long. */
const LONG = 1000;
/** Words that name parties and amounts of contracts: they are in no subject. */
const NO_TAG = /[甲乙丙双]方|人民币|[壹贰叁肆伍陆柒捌玖拾佰仟]|^\d/u;

/** The document's own key words, or its most telling phrases: at most eight, none within another. */
export function tagsOf(units: readonly Unit[], passages: readonly Passage[], language: string): string[] {
  const own = keywordsIn(units);
  return own.length > 0 ? own : chosenOf(phrasesOf(passages), language);
}

function chosenOf({ phrases, words }: Phrases, language: string): string[] {
  const weights = tagWeightsOf(language, words);
  const scored = phrases
    .filter(isTag)
    .map((phrase) => ({ phrase, score: scoreWith(weights, phrase.features) }))
    .sort((a, b) => b.score - a.score);
  const chosen: Phrase[] = [];
  for (const { phrase, score } of scored) {
    if (chosen.length === MOST_TAGS || score < LEAST_SCORE) break;
    if (!chosen.some((other) => isWithin(other, phrase) || isWithin(phrase, other))) chosen.push(phrase);
  }
  return chosen.map(({ text }) => text);
}

/** Which weights say how likely a phrase is one that the author would choose, as log odds. */
export function tagSetOf(language: string, words: number): keyof typeof TAG_WEIGHTS {
  const length = words > LONG ? 'Long' : 'Short';
  if (/^(?:zh|ja|ko)/u.test(language)) return `zh${length}`;
  return language === 'en' || language === 'und' ? `en${length}` : 'other';
}

function tagWeightsOf(language: string, words: number): readonly number[] {
  return TAG_WEIGHTS[tagSetOf(language, words)];
}

/** A single word that is common in ordinary documents is not a tag, and neither is an identifier. */
function isTag({ text, keys, features }: Phrase): boolean {
  const rarity = features[8] ?? 0;
  const isAllowed = !STOPWORDS.has(text) && !NO_TAG.test(text) && !keys.some(isIdentifier);
  return isAllowed && (keys.length > 1 || rarity > 0.5);
}

/** The number of letters and digits, and of changes between them, from which a word is an identifier. */
const IDENTIFIER_LENGTH = 8;
const IDENTIFIER_CHANGES = 3;

/** True for a word such as a hash or an order number. Names such as `ISO27001` change only once. */
function isIdentifier(word: string): boolean {
  const changes = word.match(/\p{L}(?=\p{N})|\p{N}(?=\p{L})/gu)?.length ?? 0;
  return changes >= IDENTIFIER_CHANGES && word.length >= IDENTIFIER_LENGTH;
}

function isWithin(inner: Phrase, outer: Phrase): boolean {
  return ` ${outer.keys.join(' ')} `.includes(` ${inner.keys.join(' ')} `);
}
