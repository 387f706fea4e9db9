import type { Sentence } from '../../text/sentence';
import type { HardFact } from '../digest';
import type { Evidence, Source } from '../passages/source';

/** A statement with everything that checks read of it and of its passage, prepared once. */
export interface Claim {
  readonly source: Source;
  /** All its words: of a fact `name: value`, of an action also who has to do it and by when. */
  readonly words: string;
  /** Set for a fact only. */
  readonly fact?: { readonly name: string; readonly value: string };
  /** The figures and dates of `words`. */
  readonly stated: Evidence;
  /** The cited sentences, ascending. */
  readonly cited: readonly Sentence[];
  /** The cited sentences with their neighbours and headings, ascending. */
  readonly passage: readonly Sentence[];
}

/** What a check found wrong: both values in the words of the statement and of the document. */
export interface Contradiction {
  readonly fact: HardFact;
  readonly stated: string;
  /** Left out when the document has nothing in its place. */
  readonly found?: string;
}

/** One rule about hard facts. It compares letters and figures; it never judges what a sentence means. */
export interface Check {
  /** Short, for reports. */
  readonly name: string;
  /** The rule in one sentence. */
  readonly rule: string;
  /**
   * The first contradiction; undefined when there is none, or when the statement has nothing of this kind.
   */
  readonly run: (claim: Claim) => Contradiction | undefined;
}

/**
 * A statement that shows what a check does: the lines of a document, what is stated about them, what is
 * found.
 */
export interface CheckExample {
  /** Sentences of the document, numbered from 1; a tab parts the cells of a row. */
  readonly lines: readonly string[];
  readonly text: string;
  readonly fact?: { readonly name: string; readonly value: string };
  readonly refs: readonly number[];
  /** The document's value as the reason shows it, `null` when it has none; left out when all is well. */
  readonly found?: string | null;
}
