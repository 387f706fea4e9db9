import type { Sentence } from '../../text/sentence';
import { pagesOf, type Part } from './plan';

/**
 * Splits a part of a document in two: between two pages if it has several pages, otherwise between two
 * sentences. Returns null for a single sentence.
 */
export function halve(part: Part): readonly [Part, Part] | null {
  const { sentences } = part;
  const pageStarts = cutsOf(sentences, (sentence, before) => sentence.page !== before.page);
  const cuts = pageStarts.length > 0 ? pageStarts : cutsOf(sentences, () => true);
  const cut = nearestTo(0.5, sentences, cuts);
  return cut === undefined ? null : [partOf(sentences.slice(0, cut)), partOf(sentences.slice(cut))];
}

function partOf(sentences: readonly Sentence[]): Part {
  return { sentences, pages: pagesOf(sentences) };
}

/** Returns the indexes of the sentences before which a part may be cut. */
function cutsOf(
  sentences: readonly Sentence[],
  mayCut: (sentence: Sentence, before: Sentence) => boolean,
): number[] {
  return sentences.flatMap((sentence, index) => {
    const before = sentences[index - 1];
    return before !== undefined && mayCut(sentence, before) ? [index] : [];
  });
}

/** Returns the cut nearest to the offset `share` × the length of the text. */
function nearestTo(
  share: number,
  sentences: readonly Sentence[],
  cuts: readonly number[],
): number | undefined {
  const total = lengthOf(sentences);
  const distance = (cut: number): number => Math.abs(total * share - lengthOf(sentences.slice(0, cut)));
  return cuts.reduce<number | undefined>(
    (best, cut) => (best === undefined || distance(cut) < distance(best) ? cut : best),
    undefined,
  );
}

/**
 * A cut moves to the nearest page boundary if the distance is at most this share of the length of a piece.
 */
const UNEVEN = 0.05;

/**
 * Cuts a part into `count` pieces of similar length. A cut is made at a page boundary if one is near,
 * otherwise between two sentences. If the part has too few sentences, there are fewer than `count` pieces.
 */
export function cutEvenly(part: Part, count: number): readonly Part[] {
  const { sentences } = part;
  if (count < 2 || sentences.length < 2) return [part];
  const first = Math.floor(count / 2);
  const share = first / count;
  const cuts = cutsOf(sentences, () => true);
  const even = nearestTo(share, sentences, cuts) ?? 1;
  const pages = cuts.filter((cut) => sentences[cut]?.page !== sentences[cut - 1]?.page);
  const page = nearestTo(share, sentences, pages) ?? even;
  const between = lengthOf(sentences.slice(Math.min(page, even), Math.max(page, even)));
  const cut = between * count <= lengthOf(sentences) * UNEVEN ? page : even;
  return [
    ...cutEvenly(partOf(sentences.slice(0, cut)), first),
    ...cutEvenly(partOf(sentences.slice(cut)), count - first),
  ];
}

export function lengthOf(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, sentence) => sum + sentence.text.length, 0);
}
