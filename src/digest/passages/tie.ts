import type { Sentence } from '../../text/sentence';
import { comparable, locateQuote } from './quotes';
import type { Located } from './quotes';
import { WORTH_CITING, type Search } from './search';
import { isRow, type Source } from './source';

/** Sentences before and after a cited one that belong to its passage. */
export const REACH = 2;
/** Sentences of a hole in a table that are shown, at most. */
const HOLE = 4;

/** A statement's place in the document. */
export interface Tied {
  /** The sentences it rests on, ascending; empty when none was named or found. */
  readonly cited: readonly number[];
  /** Where its quote stands. */
  readonly quote?: Located;
}

/** What a model says about where a statement comes from. */
export interface Pointer {
  readonly text: string;
  /** Empty when there is none. */
  readonly quote: string;
  readonly refs: readonly number[];
}

/**
 * Ties a statement to the document: to the sentences it cites and to the one its quote stands in. References
 * that no sentence has are dropped. Where these do not say what the statement says, the sentences that do are
 * added, so that a reference that is missing, off by one or at the heading does no harm.
 */
export function tie(source: Source, search: Search, { text, quote, refs }: Pointer): Tied {
  const named = source.existing(refs);
  const located = isTelling(quote) ? locateQuote(source, quote, named) : undefined;
  // A statement may repeat a sentence of the document, whatever it cites.
  const repeated = located ?? (isTelling(text) ? locateQuote(source, text, named) : undefined);
  const own = source.existing([...named, ...(repeated?.sentences ?? [])]);
  const found = search.missing(text, passageOf(source, own), WORTH_CITING);
  // Sentences that the model named hold even where others say more.
  const cited = source.existing([...own, ...(own.length === 0 ? found : found.slice(0, 2))]);
  return { cited, ...(located === undefined ? {} : { quote: located }) };
}

/**
 * The sentences a statement is checked and read against: the cited ones, their neighbours and their headings.
 */
export function passageOf(source: Source, cited: readonly number[]): Sentence[] {
  const near = source.around(cited, REACH);
  const headings = cited.flatMap((number) => source.headings(number));
  return withoutHoles(
    source,
    [...new Set([...near, ...headings])].sort((a, b) => a.number - b.number),
  );
}

/** With the rows that are missing between two rows: what a statement calls the largest may be one of them. */
function withoutHoles(source: Source, sentences: readonly Sentence[]): Sentence[] {
  return sentences.flatMap((sentence, index) => {
    const before = sentences[index - 1];
    const gap = before === undefined ? 0 : sentence.number - before.number - 1;
    if (before === undefined || gap < 1 || gap > HOLE || !isRow(before) || !isRow(sentence))
      return [sentence];
    const between = Array.from({ length: gap }, (_, at) => before.number + 1 + at);
    return [...source.around(between, 0), sentence];
  });
}

/**
 * A quote of a word or two stands everywhere and tells no place: four Chinese characters or twelve letters.
 */
function isTelling(quote: string): boolean {
  const text = comparable(quote);
  const han = text.match(/[\u3400-\u9fff]/gu)?.length ?? 0;
  return han * 3 + (text.length - han) >= 12 || /\d{4}/u.test(text);
}
