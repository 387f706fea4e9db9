import type { Timers } from '../clock';
import { sha256 } from '../hash';
import type { NoteState } from '../note/content';
import type { DeviceStore } from './identify';
import type { QueueEntry } from './queue-entry';

/** One of several notes made from the same bytes. */
export interface Twin {
  readonly path: string;
  /** Local time as the note has it; undefined when it says none. */
  readonly created: string | undefined;
  /** Whether it is called as its PDF is, with no number and no addition of a sync service. */
  readonly isPlain: boolean;
  readonly state: NoteState | undefined;
}

export interface TwinPorts {
  readonly twins: (sha256: string) => readonly Twin[];
  /** Hash of the bytes a note was made from; null when it is none of ours. */
  readonly hashOf: (notePath: string) => string | null;
  /** The note's text, or null when it is gone. */
  readonly read: (path: string) => Promise<string | null>;
  readonly trash: (path: string) => Promise<void>;
  readonly store: DeviceStore;
  readonly timers: Timers;
  /** Told how many notes were withdrawn. */
  readonly onWithdrawn: (count: number) => void;
  readonly onTrouble: (thrown: unknown) => void;
}

const storeKey = 'pdf-inbox-written';

/** Notes remembered as this device wrote them, at some 140 bytes each. Devices seldom miss each other for longer. */
const mostRemembered = 500;

/** ms after notes have met: a sync service that brings one often brings more. */
const pause = 4_000;

/** What is worth keeping; of two notes the one that goes never has more. */
const worth: Readonly<Record<NoteState, number>> = { failed: 0, pending: 1, offline: 2, complete: 3 };

const worthOf = ({ state }: Twin): number => (state === undefined ? worth.complete : worth[state]);

/**
 * Which of the notes of one PDF are too many, decided by what is the same on every device: the one that is called as
 * its PDF stays, else the first. A note with the same time as the one that stays is a copy somebody made of it.
 */
export function surplus(notes: readonly Twin[]): readonly Twin[] {
  const dated = notes.filter(({ created }) => created !== undefined);
  const rank = ({ isPlain, created }: Twin): string => `${isPlain ? '0' : '1'}${created ?? ''}`;
  const [stays, ...others] = dated.sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
  return others.filter((other) => stays && other.created !== stays.created && worthOf(other) <= worthOf(stays));
}

/**
 * Two devices that worked on a PDF at once have written a note each. Each device takes back its own when that is the
 * one too many, and only when it is letter by letter as it wrote it: so never a note that somebody has touched, and
 * never both.
 */
export class Twins {
  /** Hash of a note's text by that of its PDF. */
  readonly #written: Map<string, string>;
  readonly #met = new Set<string>();
  #timer = 0;

  constructor(private readonly ports: TwinPorts) {
    const stored = ports.store.load(storeKey);
    const pairs: readonly unknown[] = Array.isArray(stored) ? stored : [];
    this.#written = new Map(pairs.filter((pair): pair is [string, string] => Array.isArray(pair) && pair.length === 2));
  }

  /** Takes in a change of the queue: a new note is remembered as it is. */
  async record({ state }: QueueEntry): Promise<void> {
    if (state.kind !== 'ended' || state.outcome.kind !== 'written' || state.outcome.update !== undefined) return;
    const { notePath } = state.outcome;
    const pdf = this.ports.hashOf(notePath);
    const text = await this.#textHash(notePath);
    if (pdf === null || text === null) return;
    this.#written.delete(pdf);
    this.#written.set(pdf, text);
    for (const oldest of this.#written.keys()) {
      if (this.#written.size <= mostRemembered) break;
      this.#written.delete(oldest);
    }
    this.ports.store.save(storeKey, [...this.#written]);
  }

  /** There is more than one note of this PDF. */
  met(pdf: string): void {
    // What this device did not write is not its own to take back.
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
      for (const { path } of surplus(this.ports.twins(pdf))) {
        if ((await this.#textHash(path)) !== this.#written.get(pdf)) continue;
        await this.ports.trash(path);
        withdrawn += 1;
      }
    }
    if (withdrawn > 0) this.ports.onWithdrawn(withdrawn);
  }

  async #textHash(path: string): Promise<string | null> {
    const text = await this.ports.read(path);
    return text === null ? null : sha256(new TextEncoder().encode(text));
  }
}
