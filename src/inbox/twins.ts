import type { Timers } from '../clock';
import { sha256 } from '../hash';
import type { NoteState } from '../note/content';
import type { DeviceStore } from './identify';
import type { QueueEntry } from './queue-entry';

/** One of several notes that were made from the same bytes. */
export interface Twin {
  readonly path: string;
  /** Local time of creation as written in the note; undefined when it has none. */
  readonly created: string | undefined;
  /** Whether the note has the name of its PDF, without a number or an addition of a sync service. */
  readonly isPlain: boolean;
  readonly state: NoteState | undefined;
}

export interface TwinPorts {
  readonly twins: (sha256: string) => readonly Twin[];
  /** Hash of the bytes that a note was made from; null when it is not a note of ours. */
  readonly hashOf: (notePath: string) => string | null;
  /** The note's text, or null when it is gone. */
  readonly read: (path: string) => Promise<string | null>;
  readonly trash: (path: string) => Promise<void>;
  /**
   * Whether a note is what it claims to be: its PDF lies in an inbox folder and has these bytes, and the text
   * of the note is as the plugin generated it, according to the note's own record of its lines.
   */
  readonly isProven: (path: string, sha256: string) => Promise<boolean>;
  readonly store: DeviceStore;
  readonly timers: Timers;
  /** Called with the number of notes that were removed. */
  readonly onWithdrawn: (count: number) => void;
  /** Called with a note that this device would have removed for another one that is not proven. */
  readonly onDoubt: (path: string, other: string) => void;
  readonly onTrouble: (thrown: unknown) => void;
}

const storeKey = 'pdf-inbox-written';

/**
 * The most notes to remember as this device wrote them, at about 140 bytes each. Two devices rarely stay out
 * of sync for longer.
 */
const mostRemembered = 500;

/**
 * How long to wait in ms after two notes of a PDF were found, because a sync service often brings several at
 * once.
 */
const pause = 4_000;

/** Rank of the content in a note. A removed note never ranks higher than the one that stays. */
const worth: Readonly<Record<NoteState, number>> = { failed: 0, pending: 1, offline: 2, complete: 3 };

const worthOf = ({ state }: Twin): number => (state === undefined ? worth.complete : worth[state]);

/**
 * Selects the superfluous notes of one PDF. The result is the same on every device: the note with the PDF's
 * name stays, or else the oldest one. A note with the same creation time as that one is a copy that somebody
 * made, so it stays too.
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
 * Handles two devices that processed the same PDF at once and wrote a note each. Each device removes its own
 * note if that is the superfluous one and its text is exactly as this device wrote it. So no note that
 * somebody edited is removed, and never both. Whoever can write to the vault can write a note that claims to
 * be older: the note that stays must be proven and keep the same archived text, or the user decides.
 */
export class Twins {
  /** Hash of each note's text, by the hash of its PDF. */
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

  /** Handles a change of a queue entry: remembers the text of each new note. */
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

  /** Call this when a PDF has more than one note. */
  met(pdf: string): void {
    // Each device removes only notes that it wrote itself.
    if (!this.#written.has(pdf)) return;
    this.#met.add(pdf);
    this.ports.timers.clear(this.#timer);
    this.#timer = this.ports.timers.set(() => {
      this.#withdraw().catch(this.ports.onTrouble);
    }, pause);
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
        if (!(await this.#mayStay(stays.path, path, pdf))) {
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

  /** Whether a note of this device may be removed for the other note. */
  async #mayStay(other: string, own: string, pdf: string): Promise<boolean> {
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
    return text === null ? null : sha256(new TextEncoder().encode(text));
  }
}
