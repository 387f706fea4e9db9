/**
 * The model's answer in the form that the prompt asks for. Its content has not been compared with the
 * document yet.
 */

/**
 * Types of documents, in the order in which the prompt lists them. These values are stored in notes, so a
 * new version of the plugin must not change them.
 */
export const documentTypes = [
  'contract',
  'invoice',
  'quotation',
  'purchase-order',
  'receipt',
  'statement',
  'payslip',
  'minutes',
  'notice',
  'policy',
  'plan',
  'report',
  'paper',
  'letter',
  'manual',
  'slides',
  'form',
  'certificate',
  'resume',
  'court',
  'application',
  'other',
] as const;
export type DocumentType = (typeof documentTypes)[number];

export interface DraftStatement {
  readonly text: string;
  readonly refs: readonly number[];
}

export const dueKinds = ['absolute', 'relative', 'recurring', 'none'] as const;

export interface DraftDue {
  readonly kind: (typeof dueKinds)[number];
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
  readonly doc_type: DocumentType;
  readonly language: string;
  readonly tags: readonly string[];
  readonly summary: readonly DraftStatement[];
  readonly actions: readonly DraftAction[];
  readonly points: readonly DraftStatement[];
  readonly facts: readonly DraftFact[];
  /** The values of the user's own fields. Absent when the answer has no such list. */
  readonly fields?: readonly DraftFact[];
}
