import type { Timers } from '../clock';
import { sha256 } from '../hash';
import type { NoteState } from '../note/content';
import { withoutTimes } from '../note/without-times';
import type { DeviceStore } from '../device-store';
import type { QueueEntry } from './queue-entry';

/** One of several notes that were made from the same bytes. */
export interface Twin {
  readonly path: string;
  /** Local time of creation as the note records it; undefined when it records none. */
  readonly created: string | undefined;
  /** True when the note has the name of its PDF, without a number or an addition of a sync service. */
  readonly isPlain: boolean;
  readonly state: NoteState | undefined;
}

export interface TwinPorts {
  readonly twins: (sha256: string) => readonly Twin[];
  /**
   * Returns the hash of the bytes that a note was made from; null when the plugin has not written the note.
   */
  readonly hashOf: (notePath: string) => string | null;
  /** Returns the note's text, or null when the note no longer exists. */
  readonly read: (path: string) => Promise<string | null>;
  readonly trash: (path: string) => Promise<void>;
  /**
   * Returns whether a note is what it claims to be. Its PDF must be in an inbox folder and have these bytes.
   * The text of the note must be as the plugin generated it, according to the note's own record of its lines.
   */
  readonly isProven: (path: string, sha256: string) => Promise<boolean>;
  readonly store: DeviceStore;
  readonly timers: Timers;
  /** Called with the number of notes that were removed. */
  readonly onWithdrawn: (count: number) => void;
  /**
   * Called when this device keeps its own superfluous note at `path`, because the note at `other` is not
   * proven.
   */
  readonly onDoubt: (path: string, other: string) => void;
  readonly onTrouble: (thrown: unknown) => void;
}

const storeKey = 'pdf-inbox-written';

/**
 * Maximum number of notes for which the hash of the written text is kept, at about 140 bytes each. Two
 * devices rarely write more notes before they sync.
 */
const mostRemembered = 500;

/**
 * Time to wait after two notes of a PDF were found, in ms, because a sync service often writes several notes
 * at once.
 */
const pause = 4_000;

/** Rank of a note's content. A removed note never ranks higher than the remaining one. */
const worth: Readonly<Record<NoteState, number>> = { failed: 0, pending: 1, offline: 2, complete: 3 };

const worthOf = ({ state }: Twin): number => (state === undefined ? worth.complete : worth[state]);

/**
 * Returns the superfluous notes of one PDF. The result is the same on every device. The note with the PDF's
 * name stays; if there is none, the oldest one stays. A note with the same creation time as the remaining one
 * is a copy that a user made, so it stays too.
 */
export function surplus(notes: readonly Twin[]): readonly Twin[] {
  return ranked(notes).surplus;
}

/** The note that stays, and the superfluous ones. */
function ranked(notes: readonly Twin[]): { readonly stays?: Twin; readonly surplus: readonly Twin[] } {
  const dated = notes.filter(({ created }) => created !== undefined);
  const rank = ({ isPlain, created }: Twin): string => `${isPlain ? '0' : '1'}${created ?? ''}`;
  const [stays, ...others] = dated.sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
  if (stays === undefined) return { surplus: [] };
  const isSurplus = (other: Twin): boolean =>
    other.created !== stays.created && worthOf(other) <= worthOf(stays);
  return { stays, surplus: others.filter(isSurplus) };
}

/**
 * The archived text of a note, from its callout or its HTML block; null when there is none. Notes that two
 * devices make of the same bytes have the same one.
 */
function archiveIn(text: string): string | null {
  const fence = /^> (`{3,})text$/m.exec(text);
  const [from, end] =
    fence === null ? [text.indexOf('\n<pre>\n'), '\n</pre>'] : [fence.index, `\n> ${fence[1] ?? ''}\n`];
  const to = from < 0 ? -1 : text.indexOf(end, from);
  return to < 0 ? null : text.slice(from, to);
}

/**
 * Handles the case that two devices processed the same PDF at once and both wrote a note. Each device removes
 * its own note if that is the superfluous one and its text is exactly as this device wrote it. Therefore a
 * note that a user edited is never removed, and one of the two notes always stays. Whoever can write to the
 * vault can write a note that claims to be older. So the note that stays must be proven and keep the same
 * archived text; otherwise the user decides.
 */
export class Twins {
  /** The hash of each note's text. The key is the hash of its PDF. */
  readonly #written: Map<string, string>;
  readonly #met = new Set<string>();
  #timer = 0;

  constructor(private readonly ports: TwinPorts) {
    const stored = ports.store.load(storeKey);
    const pairs: readonly unknown[] = Array.isArray(stored) ? stored : [];
    this.#written = new Map(
      pairs.filter((pair): pair is [string, string] => Array.isArray(pair) && pair.length === 2),
    );
  }

  /** Handles a change of a queue entry. It stores the hash of each new note's text. */
  async record({ state, anew }: QueueEntry): Promise<void> {
    if (state.kind !== 'ended' || state.outcome.kind !== 'written' || state.outcome.update !== undefined)
      return;
    const { notePath } = state.outcome;
    const pdf = this.ports.hashOf(notePath);
    const text = await this.#textHash(notePath);
    if (pdf === null || text === null) return;
    this.#written.delete(pdf);
    // A note that the user wanted beside another one is never removed.
    if (anew !== true) this.#written.set(pdf, text);
    for (const oldest of this.#written.keys()) {
      if (this.#written.size <= mostRemembered) break;
      this.#written.delete(oldest);
    }
    this.#save();
  }

  /**
   * Returns whether this device wrote the note of the PDF with this hash and nobody has changed the note
   * since then.
   */
  async isUntouched(notePath: string, pdf: string): Promise<boolean> {
    const written = this.#written.get(pdf);
    return written !== undefined && written === (await this.#textHash(notePath));
  }

  /** Must be called when a PDF has more than one note. */
  met(pdf: string): void {
    // Each device removes only notes that it wrote itself.
    if (!this.#written.has(pdf)) return;
    this.#met.add(pdf);
    this.ports.timers.clear(this.#timer);
    this.#timer = this.ports.timers.set(() => {
      this.#withdraw().catch(this.ports.onTrouble);
    }, pause);
  }

  /** Forgets which notes this device wrote, so that it no longer withdraws any of them. */
  forget(): void {
    this.#written.clear();
  }

  dispose(): void {
    this.ports.timers.clear(this.#timer);
  }

  async #withdraw(): Promise<void> {
    let withdrawn = 0;
    const met = [...this.#met];
    this.#met.clear();
    for (const pdf of met) {
      const { stays, surplus: others } = ranked(this.ports.twins(pdf));
      for (const { path } of others) {
        if (stays === undefined || (await this.#textHash(path)) !== this.#written.get(pdf)) continue;
        if (!(await this.#mayReplace(stays.path, path, pdf))) {
          // The user is asked once.
          this.#written.delete(pdf);
          this.#save();
          this.ports.onDoubt(path, stays.path);
          break;
        }
        await this.ports.trash(path);
        withdrawn += 1;
      }
    }
    if (withdrawn > 0) this.ports.onWithdrawn(withdrawn);
  }

  /** Returns true when a note of this device may be removed for the other note. */
  async #mayReplace(other: string, own: string, pdf: string): Promise<boolean> {
    const [text, mine] = [await this.ports.read(other), await this.ports.read(own)];
    if (text === null || mine === null) return false;
    const archive = archiveIn(text);
    return archive !== null && archive === archiveIn(mine) && this.ports.isProven(other, pdf);
  }

  #save(): void {
    this.ports.store.save(storeKey, [...this.#written]);
  }

  async #textHash(path: string): Promise<string | null> {
    const text = await this.ports.read(path);
    return text === null ? null : sha256(new TextEncoder().encode(withoutTimes(text)));
  }
}
