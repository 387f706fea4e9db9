/** The model's answer as the contract fixes it: plain strings and sentence numbers, nothing checked yet. */

export interface DraftStatement {
  readonly text: string;
  readonly refs: readonly number[];
}

export interface DraftDue {
  readonly kind: 'absolute' | 'relative' | 'recurring' | 'none';
  readonly text: string;
  readonly date: string;
}

export interface DraftAction extends DraftStatement {
  readonly owner: string;
  readonly quote: string;
  readonly due: DraftDue;
}

export interface DraftFact {
  readonly name: string;
  readonly value: string;
  readonly quote: string;
  readonly refs: readonly number[];
}

export interface Draft {
  readonly title: string;
  readonly doc_type: 'contract' | 'invoice' | 'paper' | 'report' | 'letter' | 'manual' | 'other';
  readonly language: string;
  readonly tags: readonly string[];
  readonly summary: readonly DraftStatement[];
  readonly actions: readonly DraftAction[];
  readonly points: readonly DraftStatement[];
  readonly facts: readonly DraftFact[];
}
