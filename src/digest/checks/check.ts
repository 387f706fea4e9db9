import type { Sentence } from '../../text/sentence';
import type { HardFact } from '../digest';
import type { Evidence, Source } from '../passages/source';

/** What a check receives: a statement with its values and its passage. */
export interface Claim {
  readonly source: Source;
  /**
   * The text of the statement. For a fact it is `name: value`; for an action it has owner and deadline too.
   */
  readonly words: string;
  /** Present only when the statement is a fact. */
  readonly fact?: { readonly name: string; readonly value: string };
  /** The numbers and dates in `words`. */
  readonly stated: Evidence;
  /** The cited sentences, ascending. */
  readonly cited: readonly Sentence[];
  /** The cited sentences with their neighbours and headings, ascending. */
  readonly passage: readonly Sentence[];
}

/** A value in a statement and the different value in the document, both in their original spelling. */
export interface Contradiction {
  readonly fact: HardFact;
  readonly stated: string;
  /** Absent when the document has no corresponding value. */
  readonly found?: string;
}

/**
 * One rule about hard facts, such as numbers and names. It compares characters and numbers; it never judges
 * what a sentence means.
 */
export interface Check {
  /** A short name for reports. */
  readonly name: string;
  /** The rule in words. */
  readonly rule: string;
  /** Returns the first contradiction; undefined when there is none. */
  readonly run: (claim: Claim) => Contradiction | undefined;
}

/**
 * An example for a check: the lines of a document, a statement about them, and the value that the check finds
 * in the document.
 */
export interface CheckExample {
  /** Sentences of the document, numbered from 1. A tab separates the cells of a row. */
  readonly lines: readonly string[];
  readonly text: string;
  readonly fact?: { readonly name: string; readonly value: string };
  readonly refs: readonly number[];
  /**
   * The document's value as the note shows it; `null` when the document has none; absent when the
   * check finds no contradiction.
   */
  readonly found?: string | null;
}
