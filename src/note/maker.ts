import type { Choice, Conflict, MergeResult } from './merge';
import type { NoteJob } from './protocol';

/** What a note is made of, besides what the app answers. */
export type NoteOrder = Omit<NoteJob, 'type'>;

/** What was chosen for each conflict, in their order. */
export type Choices = readonly (readonly [Conflict, Choice])[];

/** Digests to notes, as text; nothing is read or written. The door to what makes them in the document worker. */
export interface NoteMaker {
  /**
   * `yaml` writes a flat record, ending with a line break.
   * @throws Failure `unexpected`; Cancelled when the plugin is unloaded; what `yaml` throws.
   */
  make(order: NoteOrder, yaml: (properties: Readonly<Record<string, unknown>>) => string): Promise<MergeResult>;
  /** The note with the user's choices in it. @throws Failure `unexpected`, Cancelled */
  decide(note: string, choices: Choices): Promise<MergeResult>;
}
