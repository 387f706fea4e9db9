import type { Choice, Conflict } from './merge';
import type { NoteJob, NoteMessage } from '../workers/document/note-protocol';

/** What a note is made of, besides what the app answers. */
export type NoteOrder = Omit<NoteJob, 'type'>;

/** The whole note, and what is to be said about it. */
export type MadeNote = Omit<NoteMessage, 'type'>;

/** What was chosen for each conflict, in their order. */
export type Choices = readonly (readonly [Conflict, Choice])[];

/** Digests to notes, as text; nothing is read or written. The door to what makes them in the document worker. */
export interface NoteMaker {
  /**
   * `yaml` writes a flat record, ending with a line break.
   * @throws Failure `unexpected`; Cancelled when the plugin is unloaded; what `yaml` throws.
   */
  make(order: NoteOrder, yaml: (properties: Readonly<Record<string, unknown>>) => string): Promise<MadeNote>;
  /** The note with the user's choices in it. @throws Failure `unexpected`, Cancelled */
  decide(note: string, choices: Choices): Promise<MadeNote>;
}
