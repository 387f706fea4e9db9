import type { DraftStatement } from '../../llm/draft';
import type { Candidate } from './candidates';
import { readingWidth, shorten, withoutMarker } from './clauses';
import { endsAsSentence } from './noise';
import { chooseDiverse } from './rank';

const SUMMARY_SENTENCES = 5;
const POINTS = 6;
/** Columns of one statement, at most; a longer sentence is shown up to the last clause that fits. */
const WIDEST = 420;
/** Columns of the summary together, past which no further sentence is added (but never fewer than three). */
const SUMMARY_WIDTH = 900;

/** The most central sentences, unlike one another, in document order. */
export function summaryOf(candidates: readonly Candidate[]): Candidate[] {
  const order = chooseDiverse(
    candidates.map(({ score }) => score),
    candidates.map(({ vector }) => vector),
    SUMMARY_SENTENCES,
  );
  const chosen: Candidate[] = [];
  let width = 0;
  for (const index of order) {
    const candidate = candidates[index];
    if (candidate === undefined) continue;
    const own = Math.min(WIDEST, readingWidth(candidate.unit.text));
    if (chosen.length >= 3 && width + own > SUMMARY_WIDTH) continue;
    chosen.push(candidate);
    width += own;
  }
  return inOrder(chosen);
}

/**
 * The best sentence of each section that the summary leaves out, then further good ones, in document order.
 */
export function pointsOf(
  candidates: readonly Candidate[],
  taken: readonly Candidate[],
  used: ReadonlySet<number>,
): Candidate[] {
  const free = candidates.filter(
    (candidate) =>
      !taken.includes(candidate) &&
      isWhole(candidate) &&
      !candidate.unit.numbers.some((number) => used.has(number)),
  );
  const seen = new Map<number, number>();
  // A section's second and third best count less, so that the points cover the document.
  const ranked = [...free].sort((a, b) => b.score - a.score);
  const scores = ranked.map((candidate) => {
    const before = seen.get(candidate.section) ?? 0;
    seen.set(candidate.section, before + 1);
    return candidate.score / (1 + before);
  });
  const order = chooseDiverse(
    scores,
    ranked.map(({ vector }) => vector),
    POINTS,
    taken.map(({ vector }) => vector),
  );
  return inOrder(order.flatMap((index) => ranked[index] ?? []));
}

export function toStatement(candidate: Candidate): DraftStatement {
  return { text: shorten(withoutMarker(candidate.unit.text), WIDEST), refs: candidate.unit.numbers };
}

/** A point stands alone: a whole sentence, no lead-in to a list. */
function isWhole({ unit }: Candidate): boolean {
  return endsAsSentence(unit.text) && !/[:：]$/u.test(unit.text);
}

function inOrder(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => (a.unit.numbers[0] ?? 0) - (b.unit.numbers[0] ?? 0));
}
