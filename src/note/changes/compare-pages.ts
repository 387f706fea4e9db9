import { commonPages, type Pair } from './common-pages';
import type { PageChanges } from './page-changes';
import { likeness, sketchOf, type Sketch } from './sketch';

/**
 * Old pages are compared with all new pages between the same two unchanged pages. If more comparisons than
 * this would be needed there, the pages are paired by their order instead.
 */
const mostWeighed = 250_000;

/**
 * Weights of a pair of pages. `any` is added to every likeness, so that even two pages with the likeness 0
 * form a pair (a changed page). `blank` replaces the likeness of two empty pages; all other equal pages
 * already form pairs (`commonPages`). `unknown` is the weight of a pair if the text of the new page is
 * unknown.
 */
const weights = { any: 0.01, unknown: 0.2, blank: 0.5 };

/**
 * Compares the pages of two versions of a document, and finds added and removed pages. `before` and `after`
 * have one text per page. A text in `after` is null when it is unknown. Returns null when all texts in
 * `after` are unknown, or when there are too many pairs of equal pages.
 */
export function comparePages(
  before: readonly string[],
  after: readonly (string | null)[],
): PageChanges | null {
  const common = after.some((text) => text !== null) ? commonPages(before, after) : null;
  if (common === null) return null;
  const pairs: Pair[] = [];
  let [fromBefore, fromAfter] = [0, 0];
  const ends: readonly Pair[] = [...common, [before.length, after.length]];
  for (const [toBefore, toAfter] of ends) {
    const between = pairUp(before.slice(fromBefore, toBefore), after.slice(fromAfter, toAfter));
    pairs.push(...between.map(([one, other]): Pair => [fromBefore + one, fromAfter + other]));
    [fromBefore, fromAfter] = [toBefore + 1, toAfter + 1];
  }
  const stayed = new Set([...common, ...pairs].map(([, index]) => index));
  const kept = new Set([...common, ...pairs].map(([index]) => index));
  const known = pairs.filter(([, index]) => after[index] !== null);
  return {
    before: before.length,
    changed: known.filter(([one, other]) => before[one] !== after[other]).map(([, index]) => index + 1),
    added: numbers(after.length, (index) => !stayed.has(index)),
    removed: numbers(before.length, (index) => !kept.has(index)),
    notCompared: pairs.filter(([, index]) => after[index] === null).map(([, index]) => index + 1),
  };
}

function numbers(count: number, isIncluded: (index: number) => boolean): readonly number[] {
  return Array.from({ length: count }, (_, index) => index)
    .filter(isIncluded)
    .map((index) => index + 1);
}

/** Pairs pages in order, so that the sum of the weights is as high as possible. */
function pairUp(before: readonly string[], after: readonly (string | null)[]): readonly Pair[] {
  const [rows, columns] = [before.length, after.length];
  if (rows === 0 || columns === 0) return [];
  if (rows * columns > mostWeighed)
    return numbers(Math.min(rows, columns), () => true).map((page): Pair => [page - 1, page - 1]);
  const [olds, news] = [before.map(sketchOf), after.map((text) => (text === null ? null : sketchOf(text)))];
  const weight = (row: number, column: number): number =>
    weightOf(olds[row] ?? [], news[column] ?? null, before[row] === after[column]);
  const best = new Float32Array((rows + 1) * (columns + 1));
  /** The highest total weight of pairs if the pages before `row` and `column` are ignored. */
  const at = (row: number, column: number): number => best[row * (columns + 1) + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const paired = weight(row, column) + at(row + 1, column + 1);
      best[row * (columns + 1) + column] = Math.max(paired, at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: Pair[] = [];
  for (let [row, column] = [0, 0]; row < rows && column < columns;) {
    const here = at(row, column);
    // The two pages form a pair if this is at least as good as leaving out one of them.
    if (here === Math.fround(weight(row, column) + at(row + 1, column + 1))) pairs.push([row++, column++]);
    else if (here === at(row + 1, column)) row += 1;
    else column += 1;
  }
  return pairs;
}

function weightOf(one: Sketch, other: Sketch | null, isSame: boolean): number {
  if (other === null) return weights.unknown;
  return weights.any + (isSame ? weights.blank : likeness(one, other));
}
