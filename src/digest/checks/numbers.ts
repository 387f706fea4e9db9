import { editDistance } from '../../edit-distance';
import { findQuantities } from '../../text/numbers';
import type { Quantity } from '../../text/numbers';
import type { Sentence } from '../../text/sentence';
import { halfWidth } from '../../text/width';
import { kindOfUnit } from '../../text/lexicon/units';
import { followsFrom, hasAmount } from './arithmetic';
import type { Check, Claim } from './check';
import { likeliest } from './likeliest';

const REFERENCES = 'section|clause|article|schedule|annex|appendix|table|figure|page|line|no\\.?|nr\\.?';
/** Matches a word before the number of a clause, a page or a table, such as `Section`. */
const CLAUSE_REFERENCE = new RegExp(`(?:[第条款表图页]|附件|附录|\\b(?:${REFERENCES}))\\s*$`, 'iu');
/**
 * Two swapped digits count as a typing error only in numbers with at least this many digits. In a shorter
 * number, it is more likely that another number is meant.
 */
const SHORTEST_SWAPPED = 3;
/** One changed digit counts as a typing error only in numbers with at least this many digits. */
const SHORTEST_CHANGED = 5;

/** A number in a text of the document. */
interface Rival extends Quantity {
  readonly text: string;
}

/**
 * Checks the numbers of a statement, except those that are in the document or can be computed from the
 * passage (the sentences that belong to the statement). A number contradicts the document in these cases:
 * - The document has the same digits with another unit or scale.
 * - The passage has a number that differs by a typing error.
 * - The number is a period of time, and the passage has only other periods.
 * - The number is a period of days, weeks or months, and the passage has no period.
 *
 * All other numbers are left to the second reading by a model.
 */
export const numbers: Check = {
  name: 'numbers',
  rule: 'A number has the same digits, unit and scale as in the document.',
  run: (claim) => {
    const inPassage = claim.passage.flatMap((sentence) => claim.source.evidence(sentence).quantities);
    for (const quantity of claim.stated.quantities) {
      const isReference = CLAUSE_REFERENCE.test(
        claim.words.slice(Math.max(0, quantity.at - 12), quantity.at),
      );
      if (!quantity.certain || quantity.label || isReference || isKnown(claim, quantity)) continue;
      if (followsFrom(quantity, inPassage)) continue;
      const rivals = rivalsOf(claim, quantity);
      const found = likeliest(claim.words, quantity, rivals);
      const isPeriod = kindOfUnit(quantity.unit) === 'time' && quantity.unit !== 'year';
      if (found !== undefined) return { fact: 'number', stated: shownIn(claim.words, quantity), found };
      if (isPeriod) return { fact: 'number', stated: shownIn(claim.words, quantity) };
    }
    return undefined;
  },
};

/**
 * True when a sentence contains the amount, or exactly its digits without a unit. Digits without a unit are
 * common in tables. The digits are compared as they are written, because it can be ambiguous which separator
 * is the decimal point.
 */
function isKnown({ source, words }: Claim, stated: Quantity): boolean {
  if (hasAmount(source.amounts, stated)) return true;
  const digits = digitsOf(words, stated);
  return (
    digits.length > 2 &&
    source.sentences.some((sentence) =>
      placesOf(sentence.text, digits).some((at) => isBare(source.evidence(sentence).quantities, at)),
    )
  );
}

/** Returns the digits as they are written, without magnitude and unit. */
function digitsOf(text: string, { at, length }: Quantity): string {
  return /\d[\d.,'’]*\d|\d/u.exec(halfWidth(text.slice(at, at + length)))?.[0] ?? '';
}

/** Returns the offsets at which a sentence contains the digits, except inside a longer number. */
function placesOf(original: string, digits: string): number[] {
  const text = halfWidth(original);
  if (!text.includes(digits)) return [];
  const isPart = (at: number): boolean =>
    /\d[.,'’]?$/u.test(text.slice(0, at)) || /^[.,'’]?\d/u.test(text.slice(at + digits.length));
  const found: number[] = [];
  for (let at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1))
    if (!isPart(at)) found.push(at);
  return found;
}

function isBare(quantities: readonly Quantity[], place: number): boolean {
  return quantities.every(({ at, length, unit }) => place < at || place >= at + length || unit === '');
}

/** Returns the numbers in the document that the statement may have meant. */
function rivalsOf({ source, words, passage }: Claim, stated: Quantity): Rival[] {
  const inTexts = (sentences: readonly Sentence[]): Rival[] =>
    sentences.flatMap(({ text }) => findQuantities(text).map((quantity) => ({ ...quantity, text })));
  const digits = digitsOf(words, stated);
  const isSameDigits = (other: Rival): boolean => digits !== '' && digitsOf(other.text, other) === digits;
  const inPassage = inTexts(passage).filter((other) => isAlike(stated, other));
  const otherScale = inPassage.filter(
    (other) => !isPlain(other) && (isSameDigits(other) || other.value === stated.value),
  );
  if (otherScale.length > 0) return otherScale;
  if (kindOfUnit(stated.unit) === 'time') return inPassage.filter(({ unit }) => unit !== '');
  const slips = inPassage.filter((other) => isSlip(digits, digitsOf(other.text, other)));
  return slips.length > 0
    ? slips
    : inTexts(source.sentences).filter(
        (other) => !isPlain(other) && isAlike(stated, other) && isSameDigits(other),
      );
}

/** True when a number has only digits. Its unit and scale may be in a heading, so they cannot be compared. */
function isPlain({ text, unit, ...figure }: Rival): boolean {
  return unit === '' && digitsOf(text, { ...figure, unit }).length === figure.length;
}

/** True when both numbers have a unit of the same kind (currency, time, ...), or when neither has a unit. */
function isAlike(stated: Quantity, other: Quantity): boolean {
  if (other.label || stated.unit === '' ? other.unit !== '' : other.unit === '') return false;
  return kindOfUnit(stated.unit) === kindOfUnit(other.unit);
}

/** True when two digits are swapped, or one digit of a long number is different. */
function isSlip(one: string, other: string): boolean {
  const [a, b] = [one.replace(/\D/gu, ''), other.replace(/\D/gu, '')];
  const isSwap = [...a].sort().join('') === [...b].sort().join('');
  const isLongEnough = a.length === b.length && a.length >= (isSwap ? SHORTEST_SWAPPED : SHORTEST_CHANGED);
  return isLongEnough && a !== b && editDistance(a, b, 1) === 1;
}

/**
 * Returns the number as it is written in the text, including a currency sign before it and a unit after it.
 */
function shownIn(text: string, { at, length }: Quantity): string {
  return likeliest('', { at: 0, length: 0 }, [{ text, at, length }]) ?? text.slice(at, at + length);
}
