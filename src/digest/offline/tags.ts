import type { DraftFact } from '../../llm/draft';
import { STOPWORDS } from '../../text/lexicon/stopwords';
import type { DocumentType } from '../digest';
import { everydayTags } from './everyday-tags';
import { keywordsIn } from './keywords-line';
import { scoreWith } from './linear';
import type { Passage } from './passages';
import { MOST_WORDS, phrasesOf, type Phrase, type Phrases } from './phrases';
import { TAG_WEIGHTS } from './weights';
import type { Unit } from './units';

const MOST_TAGS = 8;
/**
 * Minimum score (log odds) of a tag. Authors choose fewer than one in ten of the phrases below this score as
 * keywords. Without these phrases, F1 on the training half of each data set is the same or higher.
 */
const LEAST_SCORE = -2.5;
/**
 * Minimum score (log odds) of a tag of an everyday document, such as a letter. It is lower than
 * `LEAST_SCORE`, because `isMeant` has already removed most phrases of such a document.
 */
const LEAST_EVERYDAY_SCORE = -4.2;

/**
 * Maximum number of words of a short text, such as an abstract. A minor phrase (`isMinor`) can be a tag of a
 * short text, because a short text may mention its subject only once. Of the long texts, only papers can have
 * such tags.
 */
const SHORT_TEXT = 200;
/** Minimum score (log odds) of a tag that is no name and not in the title or in a heading. */
const LEAST_MINOR_SCORE = -1.5;

/** Number of words above which the weights for long texts are used. */
const LONG = 1000;
/** Matches parties and amounts of contracts, and numbers of chapters. They are not subjects of a document. */
const NO_TAG = /[甲乙丙双]方|^人民币?$|人民币|[壹贰叁肆伍陆柒捌玖拾佰仟]|^\d|^第[一二三四五六七八九十]/u;

/** Matches a word that ends with the number of a footnote, such as `Lindqvist1`. */
const FOOTNOTE = /\p{Ll}{3}\d$/u;

/**
 * Returns at most eight tags: the document's own keywords, or else its best phrases. No phrase contains
 * another.
 * @param facts contain the names of the parties; in everyday documents, a part of such a name is not a tag
 */
export function tagsOf(
  units: readonly Unit[],
  passages: readonly Passage[],
  { language, type, facts }: { language: string; type: DocumentType; facts: readonly DraftFact[] },
): string[] {
  const own = keywordsIn(units);
  if (own.length > 0) return own;
  const found = phrasesOf(passages);
  const chosen = chosenOf(found, language, everydayTags(type, facts));
  const isLongText = type !== 'paper' && found.words > SHORT_TEXT;
  return chosen.filter((each) => !isLongText || !isMinor(each)).map(({ phrase }) => phrase.text);
}

interface Scored {
  readonly phrase: Phrase;
  readonly score: number;
}

/** Returns the best phrases. `isMeant` is given only for everyday documents. */
function chosenOf(
  { phrases, words }: Phrases,
  language: string,
  isMeant: ((phrase: Phrase) => boolean) | undefined,
): Scored[] {
  const weights = tagWeightsOf(language, words);
  const least = isMeant === undefined ? LEAST_SCORE : LEAST_EVERYDAY_SCORE;
  const scored = phrases
    .filter((phrase) => isTag(phrase) && isMeant?.(phrase) !== false)
    // In an everyday document, the words of the title show the subject better than repeated phrases.
    .map((phrase) => ({
      phrase,
      score:
        scoreWith(weights, phrase.features) +
        (isMeant !== undefined && phrase.isInTitle ? phrase.keys.length : 0),
    }))
    .sort((a, b) => b.score - a.score);
  const counts = new Map(phrases.map(({ keys, count }) => [keys.join(' '), count]));
  const isOverlapping = (phrase: Phrase, other: Phrase): boolean =>
    isWithin(phrase, other) || isNextPart(phrase, other, counts);
  const chosen: Scored[] = [];
  for (const each of scored) {
    if (chosen.length === MOST_TAGS || each.score < least) break;
    if (
      !chosen.some(({ phrase }) => isOverlapping(phrase, each.phrase) || isOverlapping(each.phrase, phrase))
    )
      chosen.push(each);
  }
  return chosen;
}

/** Long stories, tables and forms contain many minor phrases that have nothing to do with the subject. */
function isMinor({ phrase, score }: Scored): boolean {
  return !isProminent(phrase) && (phrase.count === 1 || score < LEAST_MINOR_SCORE);
}

function isProminent({ isInTitle, isInHeading, isCapitalised }: Phrase): boolean {
  return isInTitle || isInHeading || isCapitalised;
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

function isInPassing(phrase: Phrase): boolean {
  return phrase.count === 1 && !isProminent(phrase) && !/\p{Script=Han}/u.test(phrase.text);
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

/**
 * True if `next` begins with the last words of `phrase`, and the two are only parts of a longer phrase:
 * `warehouse management` and `management system` in a text about a `warehouse management system`.
 */
function isNextPart(phrase: Phrase, next: Phrase, counts: ReadonlyMap<string, number>): boolean {
  for (let shared = 1; shared < Math.min(phrase.keys.length, next.keys.length); shared += 1) {
    if (phrase.keys.slice(-shared).join(' ') !== next.keys.slice(0, shared).join(' ')) continue;
    const joined = [...phrase.keys, ...next.keys.slice(shared)];
    // `counts` has no phrases of more than `MOST_WORDS` words.
    if (joined.length > MOST_WORDS || (counts.get(joined.join(' ')) ?? 0) >= next.count) return true;
  }
  return false;
}
