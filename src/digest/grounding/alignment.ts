import { findDates } from '../../text/dates';
import { findQuantities } from '../../text/numbers';
import type { Quantity } from '../../text/numbers';
import { rolesAt } from './names';

/** What two texts are compared by: a character of Chinese, a word of a spaced script, a figure, a date, a party, a mark. */
export interface Token {
  readonly kind: 'word' | 'empty' | 'figure' | 'date' | 'role' | 'mark';
  /** In the form it is compared in: the stem of a word, the value of a figure. */
  readonly key: string;
  /** As it stands there. */
  readonly text: string;
  /** Of a figure. */
  readonly unit?: string;
}

/** What a statement has in place of words of a passage, between two places where they say the same. */
export interface Gap {
  readonly said: readonly Token[];
  readonly read: readonly Token[];
  /** What both have before and behind it, nearest first; empty where one of the texts begins or ends. */
  readonly before: readonly Token[];
  readonly behind: readonly Token[];
}

/** Words that a rewording adds, drops and changes freely. */
const EMPTY =
  /^(?:[的了在于由向将把与和及或其该本应当须需得为是至自对按照且每各若如则也都已曾请就所之者内起时以给可方之等并您你我们他她它]|the|an?|of|to|in|on|at|by|for|with|its|their|this|that|these|those|his|her|your|our|is|are|be|been|being|was|were|it|they|we|you|i|shall|must|will|would|should|can|may|and|or|as|any|such|has|have|had|do|does|did|so|then|there|here|than|from|which|who|also|per|within|upon|after|before|if|when|unless|until|not|no|only|under|up|out|into|US|USD|EUR|GBP|HKD|CNY|RMB|JPY|dollars?|euros?|percent|first)$/iu;
const PARTS = /[\p{Script=Latin}\p{M}]+(?:['’-][\p{Script=Latin}\p{M}]+)*|\p{Script=Han}|[，、。；;：:！？!?\n\t()（）]|[,.](?!\d)/gu;
const MARK = /^[^\p{L}]/u;
/** Longer texts are not aligned: the work grows with the product of both. */
const LONGEST = 400;

type Span = Token & { readonly at: number; readonly end: number };

/** The tokens of a text, in order. */
export function tokensOf(text: string): Token[] {
  const dates: Span[] = findDates(text).filter(({ value }) => value !== '').map(({ at, length, value }) => ({ kind: 'date', key: `@${value}`, text: text.slice(at, at + length), at, end: at + length }));
  const figures: Span[] = findQuantities(text).map((figure) => figureToken(text, figure));
  const roles: Span[] = rolesAt(text).map(({ key, at, end }) => ({ kind: 'role', key: `=${key}`, text: text.slice(at, end), at, end }));
  const words: Span[] = Array.from(text.matchAll(PARTS), (match) => {
    const [word] = match;
    const kind = MARK.test(word) ? 'mark' : EMPTY.test(word) ? 'empty' : 'word';
    return { kind, key: kind === 'mark' ? '|' : stem(word), text: word, at: match.index, end: match.index + word.length };
  });
  const taken: Span[] = [];
  // A figure within a date, and a character within either, is part of it.
  for (const span of [...dates, ...roles, ...figures, ...words]) {
    if (!taken.some(({ at, end }) => span.at < end && at < span.end)) taken.push(span);
  }
  return taken.sort((a, b) => a.at - b.at);
}

function figureToken(text: string, { at, length, value, unit }: Quantity): Span {
  return { kind: 'figure', unit, key: `#${value}`, text: text.slice(at, at + length), at, end: at + length };
}

/** A word without what its form adds: `receiving` and `received` are one. */
export function stem(word: string): string {
  const plain = word.toLowerCase().replace(/['’]s?$/u, '');
  return plain.length <= 4 ? plain.replace(/([^su])s$/u, '$1') : plain.replace(/(?:abilit(?:y|ies)|able|ations?|ions?|ings?|ed|es|s|ly|e)$/u, '').slice(0, 8);
}

/** The places where a statement differs from the passage it follows; none when they have too little in common. */
export function gapsBetween(said: readonly Token[], read: readonly Token[]): Gap[] {
  if (said.length > LONGEST || read.length > LONGEST) return [];
  const pairs = withoutStrays(said, matches(said, read));
  return [...pairs, [said.length, read.length] as const].flatMap(([toSaid, toRead], index) => {
    const [fromSaid, fromRead] = index === 0 ? ([-1, -1] as const) : (pairs[index - 1] ?? ([-1, -1] as const));
    if (toSaid - fromSaid === 1 && toRead - fromRead === 1) return [];
    return [{
      said: said.slice(fromSaid + 1, toSaid),
      read: read.slice(fromRead + 1, toRead),
      before: pairs.slice(0, index).reverse().flatMap(([one]) => said[one] ?? []),
      behind: pairs.slice(index).flatMap(([one]) => said[one] ?? []),
    }];
  });
}

type Pair = readonly [said: number, read: number];

/** The longest run of tokens both have in order, words counting more than what is empty. */
function matches(said: readonly Token[], read: readonly Token[]): Pair[] {
  const width = read.length + 1;
  const best = new Float64Array((said.length + 1) * width);
  const score = (one: number, other: number): number => best[one * width + other] ?? 0;
  for (let one = said.length - 1; one >= 0; one -= 1) {
    for (let other = read.length - 1; other >= 0; other -= 1) {
      const same = weight(said[one], read[other]);
      // Neighbours that stay neighbours are worth a little more than the same words far apart.
      const next = same > 0 && weight(said[one + 1], read[other + 1]) > 0 ? 0.5 : 0;
      best[one * width + other] = Math.max(score(one + 1, other), score(one, other + 1), same > 0 ? same + next + score(one + 1, other + 1) : 0);
    }
  }
  const pairs: Pair[] = [];
  for (let one = 0, other = 0; one < said.length && other < read.length;) {
    const same = weight(said[one], read[other]);
    const next = same > 0 && weight(said[one + 1], read[other + 1]) > 0 ? 0.5 : 0;
    if (same > 0 && score(one, other) === same + next + score(one + 1, other + 1)) pairs.push([one++, other++]);
    else if (score(one, other) === score(one + 1, other)) one += 1;
    else other += 1;
  }
  return pairs;
}

const WEIGHTS: Readonly<Record<Token['kind'], number>> = { word: 1, figure: 3, date: 3, role: 1, empty: 0.25, mark: 0.125 };

function weight(one: Token | undefined, other: Token | undefined): number {
  if (one === undefined || other === undefined || one.key !== other.key) return 0;
  return one.text.length > 1 && one.kind === 'word' ? 2 : WEIGHTS[one.kind];
}

/** One character of Chinese in common, alone, is chance. */
function withoutStrays(said: readonly Token[], pairs: readonly Pair[]): Pair[] {
  return pairs.filter(([one, other], index) => {
    const token = said[one];
    if (token === undefined || token.kind === 'figure' || token.kind === 'date' || token.kind === 'role' || /^\p{Script=Latin}/u.test(token.text)) return true;
    const joins = (pair: Pair | undefined, step: number): boolean => pair?.[0] === one + step && pair[1] === other + step;
    return joins(pairs[index - 1], -1) || joins(pairs[index + 1], 1);
  });
}
