import { Failure } from '../../../src/failure';
import type { NoteState } from '../../../src/note/content';
import type { NoteFile } from '../../../src/note/writer';
import type { IncompleteNote, KnownNotes } from '../../../src/inbox/known-notes';
import type { Clock } from '../../../src/clock';
import type { FileStat, InboxVault, PdfFile } from '../../../src/inbox/vault';

interface StoredFile extends PdfFile {
  path: string;
  name: string;
  bytes: Uint8Array;
  mtime: number;
}

/** A vault in memory. As in the app, the object of a file stays the same when its path changes. */
export class MemoryVault implements InboxVault {
  readonly files = new Set<StoredFile>();

  write(path: string, text: string, mtime = 0): StoredFile {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const file = { path, name, bytes: new TextEncoder().encode(text), mtime };
    this.files.add(file);
    return file;
  }

  pdfsBelow(folder: string): readonly PdfFile[] {
    return [...this.files].filter((file) => folder === '/' || file.path.startsWith(`${folder}/`));
  }

  stat(file: PdfFile): Promise<FileStat | null> {
    const stored = [...this.files].find((candidate) => candidate === file);
    return Promise.resolve(stored ? { size: stored.bytes.length, mtime: stored.mtime } : null);
  }

  read(file: PdfFile): Promise<ArrayBuffer> {
    const stored = [...this.files].find((candidate) => candidate === file);
    if (!stored) return Promise.reject(new Failure('vault-file-gone'));
    return Promise.resolve(stored.bytes.slice().buffer);
  }

  exists(file: PdfFile): boolean {
    return [...this.files].some((candidate) => candidate === file);
  }
}

export class MemoryNotes implements KnownNotes {
  readonly notes: { path: string; sha256: string; source: string }[] = [];
  /** Paths of notes without the property `pdf_digest`. */
  readonly unsigned = new Set<string>();
  /** The key is the path of a note whose properties cannot be read; the value is the hash in its text. */
  readonly damaged = new Map<string, string>();

  ready(): Promise<void> {
    return Promise.resolve();
  }

  byHash(sha256: string): string | null {
    return this.notes.find((note) => note.sha256 === sha256)?.path ?? null;
  }

  unreadable(sha256: string, pdfPath: string): Promise<string | null> {
    const path = pdfPath.replace(/\.pdf$/, '.md');
    return Promise.resolve(this.damaged.get(path) === sha256 ? path : null);
  }

  hashOf(notePath: string): string | null {
    return this.notes.find((note) => note.path === notePath)?.sha256 ?? null;
  }

  isSigned(notePath: string): boolean {
    return !this.unsigned.has(notePath);
  }

  bySource(pdfPath: string): string | null {
    return this.notes.find((note) => note.source === pdfPath)?.path ?? null;
  }

  sources(): ReadonlySet<string> {
    return new Set(this.notes.map(({ source }) => source));
  }

  stateOf(): NoteState | undefined {
    return undefined;
  }

  lacksSecondReading(): boolean {
    return false;
  }

  incomplete(): readonly IncompleteNote[] {
    return [];
  }

  seen(): void {
    // Needed only when another program moves a PDF, which cannot happen in memory.
  }

  add({ path }: NoteFile, sha256: string, source: string): void {
    this.notes.push({ path, sha256, source });
  }
}

/**
 * A clock that stands still until a test calls `pass`. Before each timer, `pass` waits until all promises
 * have settled.
 */
export class ManualTimers implements Clock {
  #now = 0;
  #next = 1;
  readonly pending = new Map<number, { at: number; callback: () => void }>();

  now(): number {
    return this.#now;
  }

  set(callback: () => void, ms: number): number {
    const timer = this.#next++;
    this.pending.set(timer, { at: this.#now + ms, callback });
    return timer;
  }

  clear(timer: number): void {
    this.pending.delete(timer);
  }

  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      await settlePromises();
      const due = [...this.pending].filter(([, { at }]) => at <= until).sort((a, b) => a[1].at - b[1].at)[0];
      if (!due) break;
      const [timer, { at, callback }] = due;
      this.pending.delete(timer);
      this.#now = at;
      callback();
    }
    this.#now = until;
  }
}

/** Waits until all promises that can settle have settled. */
export function settlePromises(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
