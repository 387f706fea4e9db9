import type { Sentence } from '../../text/sentence';
import { comparable, locateQuote } from './quotes';
import type { Located } from './quotes';
import { WORTH_CITING, type Search } from './search';
import { isRow } from '../../text/table';
import type { Source } from './source';

/** A passage has this number of sentences before and after each cited sentence. */
const REACH = 2;
/** If at most this many rows are missing between two table rows of a passage, they are added. */
const HOLE = 4;

/** The sentences and the quote in the document that support a statement. */
export interface Tied {
  /**
   * The numbers of the sentences that support the statement, ascending. Empty when there is no such sentence.
   */
  readonly cited: readonly number[];
  /** The position of the statement's quote; absent when the quote is too short or not in the document. */
  readonly quote?: Located;
}

/** The model's statement with its quote and its references. */
export interface Pointer {
  readonly text: string;
  /** Empty when the model gave no quote. */
  readonly quote: string;
  readonly refs: readonly number[];
}

/**
 * Ties a statement to the document: to the sentences that it cites and to those that contain its quote.
 * References to sentences that do not exist are dropped. To correct missing and wrong references, other
 * sentences are added if the cited ones do not contain the content of the statement.
 */
export function tie(source: Source, search: Search, { text, quote, refs }: Pointer): Tied {
  const named = source.existing(refs);
  const located = isDistinctive(quote) ? locateQuote(source, quote, named) : undefined;
  // If the quote is not found, the statement itself may be a sentence of the document.
  const repeated = located ?? (isDistinctive(text) ? locateQuote(source, text, named) : undefined);
  const own = source.existing([...named, ...(repeated?.sentences ?? [])]);
  const found = search.missing(text, passageOf(source, own), WORTH_CITING);
  // The sentences that the model named are kept, even if others match better.
  const cited = source.existing([...own, ...(own.length === 0 ? found : found.slice(0, 2))]);
  return { cited, ...(located === undefined ? {} : { quote: located }) };
}

/**
 * Returns the sentences that a statement is compared with: the cited ones, their neighbours and their
 * headings.
 */
export function passageOf(source: Source, cited: readonly number[]): Sentence[] {
  const near = source.around(cited, REACH);
  const headings = cited.flatMap((number) => source.headings(number));
  return withoutHoles(
    source,
    [...new Set([...near, ...headings])].sort((a, b) => a.number - b.number),
  );
}

/**
 * Adds the table rows that are missing between two rows of a passage, because the statement may be about one
 * of the missing rows.
 */
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
 * True when a text is long enough to identify its position in the document: at least four Chinese characters,
 * twelve letters or a number of four digits.
 */
function isDistinctive(quote: string): boolean {
  const text = comparable(quote);
  const han = text.match(/[\u3400-\u9fff]/gu)?.length ?? 0;
  return han * 3 + (text.length - han) >= 12 || /\d{4}/u.test(text);
}
