import type { DraftDue } from '../../../../src/llm/answer/draft';

/** A fixture, the sentences a statement about it cites, the statement, and what else an action or a fact has. */
export type Stated = readonly [document: string, refs: readonly number[], text: string, more?: More];

export interface More {
  /** A point unless told otherwise. */
  readonly kind?: 'action' | 'fact';
  readonly name?: string;
  readonly owner?: string;
  /** The sentence that is quoted, when it is not the first one cited. */
  readonly quoted?: number;
  readonly quote?: string;
  readonly due?: DraftDue;
}
