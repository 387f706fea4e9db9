import type { Timers } from '../clock';
import { sha256 } from '../hash';
import type { NoteState } from '../note/content';
import { withoutTimes } from '../note/without-times';
import type { DeviceStore } from '../device-store';
import type { QueueEntry } from './queue-entry';

/** One of several notes that were made from the same PDF. */
export interface Twin {
  readonly path: string;
  /** Local time of creation; undefined when the note does not contain it. */
  readonly created: string | undefined;
  /** True when the names of the note and its PDF are equal. `a 1.md` for `a.pdf` is not plain. */
  readonly isPlain: boolean;
  readonly state: NoteState | undefined;
}

export interface TwinPorts {
  readonly twins: (sha256: string) => readonly Twin[];
  /**
   * Returns the hash of the PDF from which a note was made; null for a note that the plugin has not written.
   */
  readonly hashOf: (notePath: string) => string | null;
  /** Returns null when the note no longer exists. */
  readonly read: (path: string) => Promise<string | null>;
  readonly trash: (path: string) => Promise<void>;
  /**
   * Adds to the note at `path` the changes that the user made in another note of the same PDF. `text` is the
   * text of this other note. Returns false when the note no longer exists.
   */
  readonly reunite: (path: string, text: string) => Promise<boolean>;
  /**
   * Returns whether the note is proven. A proven note has a PDF with this hash in an inbox folder, and nobody
   * has changed the generated text of the note.
   */
  readonly isProven: (path: string, sha256: string) => Promise<boolean>;
  readonly store: DeviceStore;
  readonly timers: Timers;
  /** Called with the number of notes that were removed. */
  readonly onWithdrawn: (count: number) => void;
  /**
   * Called when this device keeps its own superfluous note at `path`, because the note at `other` is not
   * proven or has another archived text.
   */
  readonly onDoubt: (path: string, other: string) => void;
  readonly onTrouble: (thrown: unknown) => void;
}

const storeKey = 'pdf-inbox-written';

/**
 * Maximum number of stored entries, of about 140 bytes each. Two devices rarely write more notes before they
 * sync.
 */
const mostRemembered = 500;

const mostTouched = 50;

/**
 * The plugin waits this time, in ms, before it compares the notes of a PDF. A sync service often writes
 * several notes at once, and all of them must be compared.
 */
const pause = 4_000;

/** Rank of a note's content. A note that ranks higher than the remaining note is not removed. */
const rankByState: Readonly<Record<NoteState, number>> = { failed: 0, pending: 1, offline: 2, complete: 3 };

const rankOf = ({ state }: Twin): number => (state === undefined ? rankByState.complete : rankByState[state]);

/**
 * Returns the superfluous notes of one PDF; the result is the same on every device. The note with the PDF's
 * name stays. If there is none, the oldest note stays. If another note has the same creation time as the
 * note that stays, it is a copy that a user made, so it stays too.
 */
export function surplus(notes: readonly Twin[]): readonly Twin[] {
  return ranked(notes).surplus;
}

function ranked(notes: readonly Twin[]): { readonly remaining?: Twin; readonly surplus: readonly Twin[] } {
  const dated = notes.filter(({ created }) => created !== undefined);
  const rank = ({ isPlain, created }: Twin): string => `${isPlain ? '0' : '1'}${created ?? ''}`;
  const [remaining, ...others] = dated.sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
  if (remaining === undefined) return { surplus: [] };
  const isSurplus = (other: Twin): boolean =>
    other.created !== remaining.created && rankOf(other) <= rankOf(remaining);
  return { remaining, surplus: others.filter(isSurplus) };
}

/**
 * Returns the archived text of a note; null when there is none. Notes that were made from the same PDF have
 * the same archived text.
 */
function archiveIn(text: string): string | null {
  const fence = /^> (`{3,})text$/m.exec(text);
  const [from, end] =
    fence === null ? [text.indexOf('\n<pre>\n'), '\n</pre>'] : [fence.index, `\n> ${fence[1] ?? ''}\n`];
  const to = from < 0 ? -1 : text.indexOf(end, from);
  return to < 0 ? null : text.slice(from, to);
}

/** The data that this device stores about a note that it wrote. */
interface Wrote {
  /** The hash of the text of the note. */
  readonly text: string;
  /** The note's property `created`. It distinguishes this note from the notes of other devices. */
  readonly created: string | undefined;
}

/**
 * Handles two notes of one PDF that were written by two devices at the same time. Each device removes its
 * own note if it is the superfluous one. If somebody has changed this note, the changes are first added to
 * the note that stays.
 *
 * Anyone who can write to the vault can write a note that claims to be older. So a note is only removed if
 * the other note is proven and has the same archived text; otherwise the user decides.
 *
 * A sync service may replace this device's note by the note of another device. If the user had already
 * changed this device's note, the plugin adds the user's changes to the other note.
 */
export class Twins {
  /** The key is the hash of the PDF. */
  readonly #written: Map<string, Wrote>;
  /** The last text of each note that somebody changed. The key is the hash of the PDF. */
  readonly #touched = new Map<string, string>();
  /** Hashes of PDFs with several notes that have not been compared yet. */
  readonly #found = new Set<string>();
  #timer = 0;

  constructor(private readonly ports: TwinPorts) {
    const stored = ports.store.load(storeKey);
    const pairs: readonly unknown[] = Array.isArray(stored) ? stored : [];
    this.#written = new Map(pairs.flatMap(wroteIn));
  }

  /** Must be called with the text of each new note of this device, before the note is created. */
  async wrote(pdf: string, text: string): Promise<void> {
    this.#written.delete(pdf);
    this.#written.set(pdf, { text: await hashOf(text), created: createdIn(text) });
    for (const oldest of this.#written.keys()) {
      if (this.#written.size <= mostRemembered) break;
      this.#written.delete(oldest);
    }
    this.#save();
  }

  /**
   * Must be called before the plugin replaces the text of a note. If this device wrote the text `before`, the
   * text `after` is recorded as written by this device, too. `pdf` is the hash of the PDF from which `after`
   * was made.
   */
  async rewrote(pdf: string, before: string, after: string): Promise<void> {
    const old = await hashOf(before);
    if ([...this.#written.values()].some(({ text }) => text === old)) await this.wrote(pdf, after);
  }

  /**
   * Must be called when a queue entry changes. If the user requested a second note of a PDF, both notes stay.
   */
  record({ state, anew }: QueueEntry): void {
    if (anew !== true || state.kind !== 'ended' || state.outcome.kind !== 'written') return;
    const pdf = this.ports.hashOf(state.outcome.notePath);
    if (pdf !== null && this.#written.delete(pdf)) this.#save();
  }

  /**
   * Returns whether this device wrote the note, and nobody has changed the note since. `pdf` is the hash of
   * the note's PDF.
   */
  async isUntouched(notePath: string, pdf: string): Promise<boolean> {
    const text = await this.ports.read(notePath);
    return text !== null && this.#written.get(pdf)?.text === (await hashOf(text));
  }

  /** Must be called with each new text of a note. `pdf` is the hash of the note's PDF. */
  async changed(notePath: string, pdf: string, text: string): Promise<void> {
    const own = this.#written.get(pdf);
    if (own?.created === undefined) return;
    if (createdIn(text) === own.created) {
      const isUntouched = own.text === (await hashOf(text));
      this.#touched.delete(pdf);
      if (isUntouched) return;
      this.#touched.set(pdf, text);
      for (const oldest of this.#touched.keys()) {
        if (this.#touched.size <= mostTouched) break;
        this.#touched.delete(oldest);
      }
      return;
    }
    const lost = this.#touched.get(pdf);
    if (lost === undefined || this.ports.twins(pdf).some(({ created }) => created === own.created)) return;
    this.#touched.delete(pdf);
    let isAdded = false;
    try {
      isAdded = await this.ports.reunite(notePath, lost);
    } finally {
      // If the changes could not be added, the plugin tries again at the next change of the note.
      if (!isAdded) this.#touched.set(pdf, lost);
    }
  }

  /** Must be called when a PDF has more than one note. */
  foundTwins(pdf: string): void {
    if (!this.#written.has(pdf)) return;
    this.#found.add(pdf);
    this.ports.timers.clear(this.#timer);
    this.#timer = this.ports.timers.set(() => {
      this.#withdraw().catch(this.ports.onTrouble);
    }, pause);
  }

  /** Forgets which notes this device wrote, so that none of them is removed any more. */
  forget(): void {
    this.#written.clear();
    this.#touched.clear();
  }

  dispose(): void {
    this.ports.timers.clear(this.#timer);
  }

  async #withdraw(): Promise<void> {
    let withdrawn = 0;
    const met = [...this.#found];
    this.#found.clear();
    for (const pdf of met) {
      const { remaining, surplus: others } = ranked(this.ports.twins(pdf));
      for (const { path, created } of others) {
        const [own, text] = [this.#written.get(pdf), await this.ports.read(path)];
        if (remaining === undefined || own === undefined || text === null) continue;
        const isUntouched = (await hashOf(text)) === own.text;
        if (!isUntouched && (own.created === undefined || created !== own.created)) continue;
        if (!(await this.#mayReplace(remaining.path, text, pdf))) {
          // The note is removed from `#written`, so that the user is asked about it only once.
          this.#written.delete(pdf);
          this.#save();
          this.ports.onDoubt(path, remaining.path);
          break;
        }
        if (!isUntouched && !(await this.ports.reunite(remaining.path, text))) continue;
        // If the note was changed meanwhile, the notes are compared again.
        if ((await this.ports.read(path)) !== text) {
          this.foundTwins(pdf);
          continue;
        }
        this.#touched.delete(pdf);
        await this.ports.trash(path);
        withdrawn += 1;
      }
    }
    if (withdrawn > 0) this.ports.onWithdrawn(withdrawn);
  }

  async #mayReplace(other: string, ownNote: string, pdf: string): Promise<boolean> {
    const text = await this.ports.read(other);
    if (text === null) return false;
    const archive = archiveIn(text);
    return archive !== null && archive === archiveIn(ownNote) && this.ports.isProven(other, pdf);
  }

  #save(): void {
    const stored = Array.from(this.#written, ([pdf, { text, created }]) => [pdf, text, created]);
    this.ports.store.save(storeKey, stored);
  }
}

/** Reads one stored entry. Entries of earlier versions have no creation time. */
function wroteIn(stored: unknown): readonly (readonly [string, Wrote])[] {
  const fields: readonly unknown[] = Array.isArray(stored) ? stored : [];
  const [pdf, text, created] = fields;
  if (typeof pdf !== 'string' || typeof text !== 'string') return [];
  return [[pdf, { text, created: typeof created === 'string' ? created : undefined }]];
}

/** Returns a hash that does not depend on the times that other plugins write into notes. */
function hashOf(note: string): Promise<string> {
  return sha256(new TextEncoder().encode(withoutTimes(note)));
}

/** Returns the unparsed property `created` of a note; undefined when there is none. */
function createdIn(note: string): string | undefined {
  const frontmatter = /^---\r?\n[\s\S]*?\n---\r?(?:\n|$)/.exec(note)?.[0] ?? '';
  return /^created:[ \t]*["']?([^"'\r\n]+?)["']?[ \t]*\r?$/m.exec(frontmatter)?.[1];
}
