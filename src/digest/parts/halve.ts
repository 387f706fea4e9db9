import type { Sentence } from '../../text/sentence';
import { pagesOf, type Part } from './plan';

/**
 * Splits a part in two: between pages if it has several, otherwise between sentences. Returns null for a
 * single sentence.
 */
export function halve(part: Part): readonly [Part, Part] | null {
  const { sentences } = part;
  const pageStarts = cutsOf(sentences, (sentence, before) => sentence.page !== before.page);
  const cuts = pageStarts.length > 0 ? pageStarts : cutsOf(sentences, () => true);
  const cut = nearestToMiddle(sentences, cuts);
  return cut === undefined ? null : [partOf(sentences.slice(0, cut)), partOf(sentences.slice(cut))];
}

function partOf(sentences: readonly Sentence[]): Part {
  return { sentences, pages: pagesOf(sentences) };
}

/** Returns the indices at which the second half may start. */
function cutsOf(
  sentences: readonly Sentence[],
  mayCut: (sentence: Sentence, before: Sentence) => boolean,
): number[] {
  return sentences.flatMap((sentence, index) => {
    const before = sentences[index - 1];
    return before !== undefined && mayCut(sentence, before) ? [index] : [];
  });
}

/** Returns the cut for which the lengths of the halves differ least. */
function nearestToMiddle(sentences: readonly Sentence[], cuts: readonly number[]): number | undefined {
  const total = lengthOf(sentences);
  const unevenness = (cut: number): number => Math.abs(total - 2 * lengthOf(sentences.slice(0, cut)));
  return cuts.reduce<number | undefined>(
    (best, cut) => (best === undefined || unevenness(cut) < unevenness(best) ? cut : best),
    undefined,
  );
}

export function lengthOf(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, sentence) => sum + sentence.text.length, 0);
}
