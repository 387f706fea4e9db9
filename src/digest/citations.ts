import type { Citation } from './digest';
import type { Source } from './source';

/** Sentence numbers as citations: one for each page they stand on, ascending. */
export function citationsOf(source: Source, numbers: readonly number[]): Citation[] {
  const pages = new Map<number, number[]>();
  for (const number of source.existing(numbers)) {
    const page = source.sentence(number)?.page ?? 0;
    pages.set(page, [...(pages.get(page) ?? []), number]);
  }
  return Array.from(pages, ([page, sentences]) => ({ page, sentences })).sort((a, b) => a.page - b.page);
}

/** The sentence numbers behind citations, ascending. */
export function sentencesOf(citations: readonly Citation[]): number[] {
  return citations.flatMap((citation) => citation.sentences).sort((a, b) => a - b);
}
