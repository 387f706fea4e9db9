import { CHINESE_NUMERAL } from '../../text/chinese-numerals';
import { axesIn, withoutOpposites } from './opposites';

/** A stretch of a sentence between two marks, with the words that tell what it is about. */
export interface Clause {
  readonly text: string;
  /** Word stems of spaced scripts, pairs of characters of Chinese: without figures, modals, negations, and what says little. */
  readonly content: ReadonlySet<string>;
}

const MARKS = /(?:[，。；;：:！？!?\n\t]|[,.](?!\d)|\b(?:and|while|whereas|but|then|if|provided that|of whom|of which)\b|但是?|而且?|并且?|以及|同时)+/iu;
/** Words that many clauses share or that a rewording changes freely. */
const EMPTY_WORDS = new RegExp(
  `[\\d${CHINESE_NUMERAL}]+|[的了在于由向将把被与和及或其该本应须需当得为是自至到对按且每各若如则即也都已曾正请就所之者内前后起时从以给]|不|未|无|没|可以?|必须|负责|如果|可能|人民币|元`,
  'gu',
);
const STOP_WORDS: ReadonlySet<string> = new Set([
  'the', 'and', 'for', 'with', 'from', 'that', 'this', 'which', 'shall', 'must', 'will', 'may', 'can', 'should', 'would',
  'not', 'has', 'have', 'had', 'are', 'was', 'were', 'been', 'being', 'its', 'their', 'his', 'her', 'any', 'all', 'each',
  'such', 'other', 'than', 'least', 'most', 'more', 'less', 'fewer', 'within', 'after', 'before', 'until', 'over', 'under', 'need', 'does', 'did',
  'without', 'neither', 'either', 'both', 'nor', 'only', 'into', 'upon', 'per', 'days', 'day', 'months', 'month', 'years', 'year', 'weeks', 'week',
]);
const STEM = 5;
/** Share of a clause's words that another has to have to be the one it renders. */
const ALIKE = 0.65;
/** How much less than the best another clause may have and still be meant. */
const CLOSE = 0.15;
const FEWEST = 2;

export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  for (const part of text.split(MARKS)) {
    const last = clauses.at(-1);
    const content = contentOf(part);
    if (part.trim() === '') continue;
    if (content.size >= FEWEST || last === undefined) clauses.push({ text: part.trim(), content });
    // Too little to be told by: it belongs to what it follows.
    else clauses.splice(-1, 1, joined(last, { text: part.trim(), content }));
  }
  return clauses;
}

/** The clauses that say what a clause says, as far as words tell; none when it is worded anew. */
export function counterparts(clause: Clause, among: readonly Clause[]): Clause[] {
  if (clause.content.size < FEWEST) return [];
  const shares = among.map((other) => ({ other, share: shareOf(clause.content, other.content) }));
  const best = Math.max(0, ...shares.map(({ share }) => share));
  return best < ALIKE ? [] : shares.filter(({ share }) => share >= best - CLOSE).map(({ other }) => other);
}

/** Where no clause alone says it: two in a row, as one. */
export function pairsAlike(clause: Clause, among: readonly Clause[]): Clause[] {
  return counterparts(clause, among.slice(1).map((other, index) => joined(among[index] ?? other, other)));
}

function joined(one: Clause, other: Clause): Clause {
  return { text: `${one.text}, ${other.text}`, content: new Set([...one.content, ...other.content]) };
}

function shareOf(wanted: ReadonlySet<string>, given: ReadonlySet<string>): number {
  const shared = [...wanted].filter((word) => given.has(word)).length;
  return shared < FEWEST ? 0 : shared / wanted.size;
}

function contentOf(original: string): Set<string> {
  const text = withoutOpposites(original);
  const content = new Set<string>(axesIn(original));
  for (const [run] of text.replace(EMPTY_WORDS, ' ').matchAll(/[\u3400-\u9fff]{2,}/gu)) {
    for (let at = 0; at + 1 < run.length; at += 1) content.add(run.slice(at, at + 2));
  }
  for (const [word] of text.toLowerCase().matchAll(/[\p{Script=Latin}]{3,}/gu)) {
    if (!STOP_WORDS.has(word)) content.add(word.slice(0, STEM));
  }
  return content;
}
