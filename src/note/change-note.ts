import { Cancelled, Failure } from '../failure';

/** One note in the vault. */
export interface NoteText {
  read(): Promise<string>;
  /** Writes what is made of the note as it is at that moment. */
  process(change: (text: string) => string): Promise<unknown>;
}

export interface ChangedNote<Made> {
  /** The whole note as it was. */
  readonly before: string;
  readonly made: Made;
}

/** How often a note may change while something is made of it. What is made takes ms, and an editor saves every few seconds. */
const MOST_TRIES = 5;

/**
 * Has something made of a note and writes it, if the note is then still what was read; else it is made anew, so that
 * nothing is lost that was written in the meantime. `stillWanted` is asked right before each write.
 * @throws Failure `vault-write`; Cancelled when it is no longer wanted; what `make` throws.
 */
export async function changeNote<Made extends { readonly text: string }>(
  path: string,
  note: NoteText,
  make: (text: string) => Promise<Made>,
  stillWanted: () => boolean = () => true,
): Promise<ChangedNote<Made>> {
  const failed = (cause: unknown): Failure => new Failure('vault-write', { cause, passing: true, details: { path } });
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const before = await note.read().catch((cause: unknown) => Promise.reject(failed(cause)));
    const made = await make(before);
    if (!stillWanted()) throw new Cancelled();
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
