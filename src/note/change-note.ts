import { Cancelled, Failure } from '../failure';

/** One note in the vault. */
export interface NoteText {
  read(): Promise<string>;
  /** Replaces the text. `change` gets the current text and returns the new one. */
  process(change: (text: string) => string): Promise<unknown>;
}

export interface ChangedNote<Made> {
  /** The text before the change. */
  readonly before: string;
  readonly made: Made;
}

/** A few tries are enough: a try takes milliseconds, and an editor saves a note only every few seconds. */
const MOST_TRIES = 5;

/**
 * Changes the text of a note. If the note changes before the new text is written, `make` is called again with
 * the changed text, so that no edit is lost.
 * @throws Failure `vault-write`; Cancelled when `mayWrite` returns false; whatever `make` throws
 */
export async function changeNote<Made extends { readonly text: string }>(
  path: string,
  note: NoteText,
  make: (text: string) => Promise<Made>,
  mayWrite: () => boolean = () => true,
): Promise<ChangedNote<Made>> {
  const failed = (cause: unknown): Failure =>
    new Failure('vault-write', { cause, passing: true, details: { path } });
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const before = await note.read().catch((cause: unknown) => Promise.reject(failed(cause)));
    const made = await make(before);
    if (!mayWrite()) throw new Cancelled();
    let isAsRead = false;
    const swap = (now: string): string => {
      isAsRead = now === before;
      return isAsRead ? made.text : now;
    };
    await note.process(swap).catch((cause: unknown) => Promise.reject(failed(cause)));
    if (isAsRead) return { before, made };
  }
  throw failed(new Error('The note kept changing.'));
}
