import { findDates } from '../../text/dates';
import type { DateMention } from '../../text/dates';
import { documentLanguage } from '../../text/language';
import { normalise } from '../../text/normalise';
import type { Normalised } from '../../text/normalise';
import { findQuantities } from '../../text/numbers';
import type { Quantity } from '../../text/numbers';
import type { Sentence } from '../../text/sentence';
import { headingRows, isRow, rowsOfTable } from '../../text/table';
import { captionScale, scaled } from './table-unit';

/** The language of a document is determined from this number of sentences at its beginning. */
const LANGUAGE_SAMPLE = 2_000;
/** Maximum distance of a sentence from its heading, in sentences. */
const HEADING_REACH = 60;
/** This number of sentences directly above a table may be its caption. */
const CAPTION = 2;

/** The numbers and dates in a text. */
export interface Evidence {
  readonly quantities: readonly Quantity[];
  readonly dates: readonly DateMention[];
}

/**
 * The document that statements are compared with. Each sentence is analysed once, when it is first needed.
 */
export class Source {
  readonly sentences: readonly Sentence[];
  readonly #indexes = new Map<number, number>();
  readonly #normalised = new Map<number, Normalised>();
  readonly #evidence = new Map<number, Evidence>();
  readonly #joined = new Map<(text: string) => string, string>();
  #language: string | undefined;
  #amounts: ReadonlyMap<number, ReadonlySet<string>> | undefined;
  #onPage: ReadonlyMap<number, readonly Sentence[]> | undefined;

  constructor(sentences: readonly Sentence[]) {
    this.sentences = sentences;
    sentences.forEach((sentence, index) => this.#indexes.set(sentence.number, index));
  }

  /** BCP 47 tag of the document's language; `und` when the text does not show it. */
  get language(): string {
    this.#language ??= documentLanguage(
      this.sentences
        .slice(0, LANGUAGE_SAMPLE)
        .map(({ text }) => text)
        .join('\n'),
    );
    return this.#language;
  }

  /** Returns the sentence with this number; undefined when the document has none. */
  sentence(number: number): Sentence | undefined {
    const index = this.#indexes.get(number);
    return index === undefined ? undefined : this.sentences[index];
  }

  /** Returns the numbers for which a sentence exists, in ascending order without duplicates. */
  existing(numbers: readonly number[]): number[] {
    return [...new Set(numbers)].filter((number) => this.#indexes.has(number)).sort((a, b) => a - b);
  }

  /**
   * Returns the sentences with these numbers, and `reach` sentences before and after each, in ascending
   * order.
   */
  around(numbers: readonly number[], reach: number): Sentence[] {
    const indexes = new Set<number>();
    for (const number of numbers) {
      const centre = this.#indexes.get(number);
      if (centre === undefined) continue;
      for (let index = centre - reach; index <= centre + reach; index += 1) indexes.add(index);
    }
    return [...indexes].sort((a, b) => a - b).flatMap((index) => this.sentences[index] ?? []);
  }

  /** Returns the sentences that have text items on the page, in the order of the document. */
  onPage(page: number): readonly Sentence[] {
    this.#onPage ??= byPage(this.sentences);
    return this.#onPage.get(page) ?? [];
  }

  /**
   * Returns the heading above a sentence. For a row of a table, it also returns the table's caption and
   * heading rows.
   */
  headings(number: number): Sentence[] {
    const index = this.#indexes.get(number);
    if (index === undefined) return [];
    const found: Sentence[] = [];
    const heading = headingRows(this.sentences, index);
    const [first] = heading;
    if (first !== undefined) {
      found.push(...this.sentences.slice(Math.max(0, first - CAPTION), first));
      found.push(...heading.flatMap((row) => this.sentences[row] ?? []));
    }
    for (let above = index - 1; above >= Math.max(0, index - HEADING_REACH); above -= 1) {
      const sentence = this.sentences[above];
      if (sentence?.kind === 'heading') return [sentence, ...found];
    }
    return found;
  }

  /**
   * Finds the table to which a sentence belongs. `rows` has the last heading row and all rows below it.
   * `above` has the other heading rows. Both are empty when the sentence is not a row.
   */
  table(number: number): { readonly above: readonly Sentence[]; readonly rows: readonly Sentence[] } {
    const index = this.#indexes.get(number) ?? -1;
    const headings = headingRows(this.sentences, index).filter((row, at) => at === 0 || row < index);
    const sentencesAt = (rows: readonly number[]): Sentence[] =>
      rows.flatMap((row) => this.sentences[row] ?? []);
    const lowest = headings.at(-1) ?? 0;
    return {
      above: sentencesAt(headings.slice(0, -1)),
      rows: sentencesAt(rowsOfTable(this.sentences, index).filter((row) => row >= lowest)),
    };
  }

  /**
   * Returns the last heading row of the table to which a sentence belongs. Undefined when the sentence is not
   * a row, or is itself a heading row.
   */
  headingRow(number: number): Sentence | undefined {
    const index = this.#indexes.get(number);
    const last = index === undefined ? undefined : headingRows(this.sentences, index).at(-1);
    return last === undefined || last === index ? undefined : this.sentences[last];
  }

  /**
   * Returns all sentences as one text, with one line for each. The function `change` is applied to each
   * sentence. The result is cached for each function.
   */
  joined(change: (text: string) => string): string {
    return remember(this.#joined, change, () => this.sentences.map(({ text }) => change(text)).join('\n'));
  }

  /** Returns true when the document contains the words exactly as they are written. */
  contains(words: string): boolean {
    return this.joined(asWritten).includes(words);
  }

  /**
   * Returns the values that `find` finds in the sentences, in the order of the document. The result is kept
   * in `cache`, so `find` is called only once for each sentence.
   */
  found<Found>(
    find: (text: string) => readonly Found[],
    cache: WeakMap<Source, readonly Found[]>,
  ): readonly Found[] {
    const known = cache.get(this);
    if (known !== undefined) return known;
    const all = this.sentences.flatMap(({ text }) => find(text));
    cache.set(this, all);
    return all;
  }

  /**
   * Maps the absolute value of each amount in the document to the units with which it occurs. An empty unit
   * means that the amount occurs without a unit.
   */
  get amounts(): ReadonlyMap<number, ReadonlySet<string>> {
    this.#amounts ??= amountsIn(this.sentences.flatMap((sentence) => this.evidence(sentence).quantities));
    return this.#amounts;
  }

  normalised(sentence: Sentence): Normalised {
    return remember(this.#normalised, sentence.number, () => normalise(sentence.text));
  }

  /**
   * Returns the numbers and dates that begin in a sentence, with their offsets in its text. A number that is
   * broken at a hyphen at the end of the sentence continues in the next sentence: `thirty-` / `five days`.
   * Each number of a table row is also returned in the unit from the caption or the heading of the table.
   */
  evidence(sentence: Sentence): Evidence {
    return remember(this.#evidence, sentence.number, () => {
      const own = this.#evidenceFrom(sentence);
      if (!isRow(sentence)) return own;
      const scale = captionScale(this.headings(sentence.number).map(({ text }) => text));
      return { ...own, quantities: [...own.quantities, ...scaled(own.quantities, scale)] };
    });
  }

  #evidenceFrom(sentence: Sentence): Evidence {
    let [{ text }, next] = [sentence, this.sentence(sentence.number + 1)];
    while (next !== undefined && /^\p{L}-$/u.test(text.trimEnd().slice(-2))) {
      text = text.trimEnd() + next.text;
      next = this.sentence(next.number + 1);
    }
    const all = evidenceIn(text);
    if (text === sentence.text) return all;
    const begins = ({ at }: { readonly at: number }): boolean => at < sentence.text.length;
    return { quantities: all.quantities.filter(begins), dates: all.dates.filter(begins) };
  }
}

function asWritten(text: string): string {
  return text;
}

/**
 * Returns the numbers and dates of a text. A number that is part of a date is left out, unless it is the
 * year.
 */
export function evidenceIn(text: string): Evidence {
  const dates = findDates(text);
  const counts = ({ at, length, value }: Quantity): boolean =>
    /^\d{4}$/u.test(value) || !dates.some((date) => at < date.at + date.length && at + length > date.at);
  return { quantities: findQuantities(text).filter(counts), dates };
}

function amountsIn(quantities: readonly Quantity[]): ReadonlyMap<number, ReadonlySet<string>> {
  const amounts = new Map<number, Set<string>>();
  for (const { value, unit } of quantities) {
    const size = Math.abs(Number(value));
    const known = amounts.get(size);
    if (known === undefined) amounts.set(size, new Set([unit]));
    else known.add(unit);
  }
  return amounts;
}

function byPage(sentences: readonly Sentence[]): ReadonlyMap<number, readonly Sentence[]> {
  const pages = new Map<number, Sentence[]>();
  for (const sentence of sentences) {
    for (const page of new Set(sentence.source.map((run) => run.page))) {
      const known = pages.get(page);
      if (known === undefined) pages.set(page, [sentence]);
      else known.push(sentence);
    }
  }
  return pages;
}

function remember<Key, Value>(cache: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
