import type { DraftStatement } from '../../llm/draft';
import { abstractOf, type AbstractSentence } from './abstract';
import type { Candidate } from './candidates';
import { readingWidth, shorten, withoutMarker } from './clauses';
import { endsAsSentence } from './noise';
import { chooseDiverse } from './rank';
import type { Unit } from './units';

/** Maximum width of a summary in columns: about 300 Han characters (two columns each) or 150 words. */
const SUMMARY_WIDTH = { han: 600, other: 1000 } as const;
/** Maximum width of a summary, as a share of the width of the text. `SUMMARY_WIDTH` applies as well. */
const LARGEST_SHARE = 0.35;
/** An abstract is shown whole if it is at most this many times as wide as `SUMMARY_WIDTH`. */
const ABSTRACT_SUMMARIES = 1.5;
/** If an abstract is narrower than this share of the maximum width of the summary, sentences are added. */
const SHORT_ABSTRACT = 0.2;
const MOST_SENTENCES = 14;
/** If there are at least this many whole sentences, incomplete sentences are not shown. */
const LEAST_WHOLE = 4;
/** A text with at most this many sentences is short. */
const SHORT_TEXT = 4;
/** Maximum number of key points. */
const POINTS = 6;
/** Maximum width of a statement in columns. A wider sentence is cut after the last clause that fits. */
const WIDEST = 420;

/** The score of a key point is reduced by this number for each better sentence in the same section. */
const SECTION = 0.5;

/** A sentence that was chosen, with the text to show. */
export interface Chosen {
  readonly unit: Unit;
  readonly text: string;
}

/**
 * Returns the summary in document order: the document's own abstract, or else its best sentences without
 * repetitions.
 * @param isNotice true for a notice: its first sentence is then added to the summary
 */
export function summaryOf(
  units: readonly Unit[],
  candidates: readonly Candidate[],
  isHan: boolean,
  isNotice = false,
): Chosen[] {
  const script = isHan ? 'han' : 'other';
  const whole = candidates.reduce((sum, { unit }) => sum + readingWidth(unit.text), 0);
  const most = Math.min(SUMMARY_WIDTH[script], whole * LARGEST_SHARE);
  const own = within(abstractOf(units, isHan), SUMMARY_WIDTH[script] * ABSTRACT_SUMMARIES);
  const width = own.reduce((sum, { text }) => sum + readingWidth(text), 0);
  if (own.length > 0 && width >= most * SHORT_ABSTRACT) return own.map(shown);
  const taken = new Set(own.map(({ unit }) => unit));
  const ended = candidates.filter(isWhole);
  const free = (ended.length < LEAST_WHOLE ? candidates : ended).filter(({ unit }) => !taken.has(unit));
  // The first sentence of a notice or of a short text names the subject. So it is shown even if other
  // sentences have a higher score.
  const [opening] =
    isNotice || free.length <= SHORT_TEXT ? free.filter(({ unit }) => !/如下[：:]$/u.test(unit.text)) : [];
  const announced = opening === undefined ? [] : [shown({ unit: opening.unit, text: opening.unit.text })];
  const spent = announced.reduce((sum, { text }) => sum + readingWidth(text), width);
  const rest = free.filter((each) => each !== opening);
  const filled = [...own.map(shown), ...announced, ...best(rest, most - spent)];
  return filled.sort((a, b) => (a.unit.numbers[0] ?? 0) - (b.unit.numbers[0] ?? 0));
}

function within(sentences: readonly AbstractSentence[], most: number): AbstractSentence[] {
  let width = 0;
  return sentences.filter(({ text }, index) => {
    width += Math.min(WIDEST, readingWidth(text));
    return index === 0 || width <= most;
  });
}

/** Returns the best sentences with a total width of about `most` columns, best first. */
function best(candidates: readonly Candidate[], most: number): Chosen[] {
  const scores = candidates.map(({ score }) => score);
  const order = chooseDiverse(
    scores,
    candidates.map(({ vector }) => vector),
    MOST_SENTENCES,
  );
  const chosen: Chosen[] = [];
  let width = 0;
  for (const index of order) {
    const candidate = candidates[index];
    if (candidate === undefined) continue;
    const next = shown({ unit: candidate.unit, text: candidate.unit.text });
    const own = readingWidth(next.text);
    if (width + own > most * 1.08 && width > most * 0.4) continue;
    chosen.push(next);
    width += own;
    if (width >= most * 0.94) break;
  }
  return chosen;
}

/**
 * Returns the key points in document order: the best sentences, spread over the sections. Sentences that the
 * summary or a task already contains are left out.
 * @param used the numbers of the sentences that tasks contain
 */
export function pointsOf(
  candidates: readonly Candidate[],
  taken: readonly Chosen[],
  used: ReadonlySet<number>,
): Chosen[] {
  const isTaken = ({ unit }: Candidate): boolean => taken.some((other) => other.unit === unit);
  const isUsed = ({ unit }: Candidate): boolean => unit.numbers.some((number) => used.has(number));
  const free = candidates.filter((each) => !isTaken(each) && isWhole(each) && !isUsed(each));
  const seen = new Map<number, number>();
  // The second and third best sentences of a section score less, so that the points cover the document.
  const ranked = [...free].sort((a, b) => b.score - a.score);
  const scores = ranked.map((candidate) => {
    const before = seen.get(candidate.section) ?? 0;
    seen.set(candidate.section, before + 1);
    return candidate.score - SECTION * before;
  });
  const vectors = ranked.map(({ vector }) => vector);
  const known = candidates.filter(isTaken).map(({ vector }) => vector);
  const order = chooseDiverse(scores, vectors, POINTS, known);
  return order
    .flatMap((index) => ranked[index] ?? [])
    .sort((a, b) => (a.unit.numbers[0] ?? 0) - (b.unit.numbers[0] ?? 0))
    .map(({ unit }) => shown({ unit, text: unit.text }));
}

export function toStatement({ unit, text }: Chosen): DraftStatement {
  return { text, refs: unit.numbers };
}

function shown({ unit, text }: Chosen): Chosen {
  return { unit, text: shorten(withoutMarker(text), WIDEST) };
}

/** Returns true for a sentence that is complete and does not introduce a list. */
function isWhole({ unit }: Candidate): boolean {
  return endsAsSentence(unit.text) && !/[:：]$/u.test(unit.text);
}
