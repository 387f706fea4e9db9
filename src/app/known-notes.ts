import { getLinkpath, TFile, type App, type CachedMetadata, type EventRef } from 'obsidian';
import type { Checking } from '../digest/digest';
import { frontmatterIn } from './frontmatter-in';
import { nextSlice } from './next-slice';
import type { NoteState } from '../note/content';
import { lacksSecondReading, readDigestFrontmatter } from '../note/frontmatter';
import { readSource, type NoteSource } from '../note/source';
import type { IncompleteNote, KnownNotes } from '../inbox/known-notes';
import type { NoteFile } from '../note/writer';
import type { Twin } from '../inbox/twins';

interface NoteRecord {
  readonly sha256: string;
  /** The property `source_file`. It is resolved at each use, because the PDF may be renamed. */
  readonly source: NoteSource | null;
  readonly state: NoteState | undefined;
  readonly checked: Checking['level'] | undefined;
  /**
   * True when the note has the property `pdf_digest`, which records the lines that the plugin generated
   * (`note/merge/base.ts`).
   */
  readonly signed: boolean;
  /** The note's property `created`; absent until the app has parsed the note. */
  readonly created?: string;
}

export interface KnownNotesEvents {
  /** Called with the hash of a PDF whenever the index records a note of this PDF. */
  readonly onNote: (sha256: string) => void;
  /** Called with the hash of a PDF that has more than one note. */
  readonly onTwins: (sha256: string) => void;
  /** Called after the index has recorded a change of a note. `text` is the new text of the note. */
  readonly onChanged: (notePath: string, sha256: string, text: string) => void;
  /**
   * Called when a PDF without a known note gets a note. If an earlier note of this PDF was deleted, `from` is
   * the path of that note. The earlier and the new note may be the same: when another program moves a note,
   * the app reports that one note was deleted and another one was created.
   */
  readonly onFound: (sha256: string, notePath: string, from?: string) => void;
  /** Called when the only note of a PDF was deleted. */
  readonly onDeleted: (pdf: TFile, sha256: string) => void;
  /** Finds a note by the hash in its text; see `KnownNotes.unreadable`. */
  readonly findUnreadable: KnownNotes['unreadable'];
}

/**
 * Maximum time, in ms, to wait for the app to parse a large vault. After that, this class reads the remaining
 * notes itself.
 */
const indexPatience = 30_000;

/** After this many notes, indexing pauses, so that the app can draw. */
const notesPerSlice = 2_000;

/**
 * The index of digest notes, built from the app's metadata cache. It holds hashes, links and states, but no
 * text.
 */
export class AppKnownNotes implements KnownNotes {
  readonly #records = new Map<TFile, NoteRecord>();
  readonly #byHash = new Map<string, Set<TFile>>();
  /** For each hash of a PDF, the path at which the PDF was last seen. */
  readonly #seen = new Map<string, string>();
  /** The key is a former path of a note that was moved or deleted; the value is the hash of its PDF. */
  readonly #former = new Map<string, string>();
  /** The key is the hash of a PDF whose last note was deleted; the value is the path of that note. */
  readonly #lost = new Map<string, string>();
  #ready: Promise<void> | null = null;

  constructor(
    private readonly app: App,
    private readonly register: (ref: EventRef) => void,
    private readonly events: KnownNotesEvents,
  ) {}

  ready(): Promise<void> {
    this.#ready ??= this.#index();
    return this.#ready;
  }

  byHash(sha256: string): string | null {
    for (const note of this.#byHash.get(sha256) ?? []) return note.path;
    return null;
  }

  /** Returns the current path of a note that had the path `notePath`; `notePath` if there is no such note. */
  whereIs(notePath: string): string {
    if (this.app.vault.getFileByPath(notePath) !== null) return notePath;
    return this.byHash(this.#former.get(notePath) ?? '') ?? notePath;
  }

  async unreadable(sha256: string, pdfPath: string): Promise<string | null> {
    const path = await this.events.findUnreadable(sha256, pdfPath);
    const note = path === null ? null : this.app.vault.getFileByPath(path);
    // If the app has not parsed the note yet, the properties are read from the file.
    if (note !== null && this.app.metadataCache.getFileCache(note) === null)
      this.#takeFrontmatter(note, frontmatterIn(await this.app.vault.cachedRead(note)));
    return path;
  }

  hashOf(notePath: string): string | null {
    const note = this.app.vault.getFileByPath(notePath);
    return (note && this.#records.get(note)?.sha256) ?? null;
  }

  isSigned(notePath: string): boolean {
    const note = this.app.vault.getFileByPath(notePath);
    return note !== null && this.#records.get(note)?.signed === true;
  }

  twins(sha256: string): readonly Twin[] {
    return Array.from(this.#byHash.get(sha256) ?? [], (note) => {
      const { source, created, state } = this.#records.get(note) ?? { source: null, state: undefined };
      const target = source === null ? '' : 'link' in source ? source.link : source.path;
      const pdfName = target.replace(/^.*\/|\.pdf$/gi, '');
      return { path: note.path, created, state, isPlain: note.basename === pdfName };
    });
  }

  bySource(pdfPath: string): string | null {
    for (const note of this.#records.keys()) if (this.sourceOf(note)?.path === pdfPath) return note.path;
    return null;
  }

  sources(): ReadonlySet<string> {
    return new Set(Array.from(this.#records.keys(), (note) => this.sourceOf(note)?.path ?? ''));
  }

  stateOf(notePath: string): NoteState | undefined {
    const note = this.app.vault.getFileByPath(notePath);
    return note === null ? undefined : this.#records.get(note)?.state;
  }

  lacksSecondReading(notePath: string): boolean {
    const note = this.app.vault.getFileByPath(notePath);
    const record = note === null ? undefined : this.#records.get(note);
    return record !== undefined && lacksSecondReading(record);
  }

  incomplete(): readonly IncompleteNote[] {
    return Array.from(this.#records).flatMap(([note, record]) => {
      const { state, sha256 } = record;
      if (state === undefined || (state === 'complete' && !lacksSecondReading(record))) return [];
      const pdf = this.sourceOf(note);
      return pdf === null ? [] : [{ note, pdf, state, sha256 }];
    });
  }

  add(
    { path }: NoteFile,
    sha256: string,
    pdfPath: string,
    state: NoteState,
    checked?: Checking['level'],
  ): void {
    const note = this.app.vault.getFileByPath(path);
    if (note) this.#put(note, { sha256, source: { path: pdfPath }, state, checked, signed: true });
  }

  seen(sha256: string, pdfPath: string): void {
    this.#seen.set(sha256, pdfPath);
  }

  /**
   * Returns the PDF in a note's property `source_file`, or else the PDF whose hash is in the note; null when
   * neither is found.
   */
  sourceOf(note: TFile): TFile | null {
    const { source, sha256 } = this.#records.get(note) ?? { source: null, sha256: '' };
    const linked = source === null ? null : this.#resolve(source, note);
    // When a PDF is renamed outside the app, the link in its note is not updated, so the PDF is found by its
    // hash.
    return linked ?? this.app.vault.getFileByPath(this.#seen.get(sha256) ?? '');
  }

  #resolve(source: NoteSource, note: TFile): TFile | null {
    if ('path' in source) return this.app.vault.getFileByPath(source.path);
    return this.app.metadataCache.getFirstLinkpathDest(getLinkpath(source.link), note.path);
  }

  async #index(): Promise<void> {
    // Before the layout is ready, the app has not listed all notes.
    await new Promise<void>((resolve) => this.app.workspace.onLayoutReady(resolve));
    this.register(
      this.app.metadataCache.on('changed', (file, data, cache) => {
        this.#take(file, cache);
        const sha256 = this.#records.get(file)?.sha256;
        if (sha256 !== undefined) this.events.onChanged(file.path, sha256, data);
      }),
    );
    this.register(
      this.app.vault.on('delete', (file) => {
        if (file instanceof TFile) this.#deleted(file);
      }),
    );
    this.register(
      this.app.vault.on('rename', (file, from) => {
        const sha256 = file instanceof TFile ? this.#records.get(file)?.sha256 : undefined;
        if (sha256 !== undefined) this.#former.set(from, sha256);
      }),
    );
    let unparsed = await this.#takeParsed(this.app.vault.getMarkdownFiles());
    if (unparsed.length === 0) return;
    await this.#parsedOr(indexPatience);
    unparsed = await this.#takeParsed(unparsed);
    for (const file of unparsed) {
      this.#takeFrontmatter(file, frontmatterIn(await this.app.vault.cachedRead(file)));
    }
  }

  async #takeParsed(files: readonly TFile[]): Promise<TFile[]> {
    const unparsed: TFile[] = [];
    for (const [index, file] of files.entries()) {
      if (index % notesPerSlice === notesPerSlice - 1) await nextSlice();
      const cache = this.app.metadataCache.getFileCache(file);
      if (cache) this.#take(file, cache);
      else unparsed.push(file);
    }
    return unparsed;
  }

  #parsedOr(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const finish = (): void => {
        window.clearTimeout(timer);
        this.app.metadataCache.offref(ref);
        resolve();
      };
      const timer = window.setTimeout(finish, ms);
      const ref = this.app.metadataCache.on('resolved', finish);
      this.register(ref);
    });
  }

  #take(file: TFile, cache: CachedMetadata): void {
    const link = cache.frontmatterLinks?.find((candidate) => candidate.key === 'source_file');
    this.#takeFrontmatter(file, cache.frontmatter, link?.link);
  }

  #takeFrontmatter(file: TFile, frontmatter: unknown, link?: string): void {
    const sha256: unknown =
      typeof frontmatter === 'object' && frontmatter !== null && 'pdf_sha256' in frontmatter
        ? frontmatter.pdf_sha256
        : undefined;
    if (
      typeof frontmatter !== 'object' ||
      frontmatter === null ||
      typeof sha256 !== 'string' ||
      sha256 === ''
    )
      this.#drop(file);
    else {
      const created = 'created' in frontmatter ? { created: String(frontmatter.created) } : {};
      const read = readDigestFrontmatter(frontmatter);
      const signed = read?.signed === true;
      const text = 'source_file' in frontmatter ? frontmatter.source_file : null;
      const source = link === undefined ? readSource(text) : { link };
      this.#put(file, { sha256, source, state: read?.state, checked: read?.checked, signed, ...created });
    }
  }

  #put(file: TFile, record: NoteRecord): void {
    const { sha256 } = record;
    const isNew = !this.#byHash.has(sha256);
    this.#drop(file);
    this.#records.set(file, record);
    const notes = this.#byHash.get(sha256) ?? new Set();
    this.#byHash.set(sha256, notes.add(file));
    this.events.onNote(sha256);
    if (isNew) this.events.onFound(sha256, file.path, this.#lost.get(sha256));
    this.#lost.delete(sha256);
    if (notes.size > 1) this.events.onTwins(sha256);
  }

  #deleted(note: TFile): void {
    const sha256 = this.#records.get(note)?.sha256;
    const pdf = this.sourceOf(note);
    this.#drop(note);
    if (sha256 === undefined) return;
    this.#former.set(note.path, sha256);
    if (this.byHash(sha256) !== null) return;
    this.#lost.set(sha256, note.path);
    if (pdf !== null) this.events.onDeleted(pdf, sha256);
  }

  #drop(file: TFile): void {
    const record = this.#records.get(file);
    if (!record) return;
    this.#records.delete(file);
    const notes = this.#byHash.get(record.sha256);
    notes?.delete(file);
    if (notes?.size === 0) this.#byHash.delete(record.sha256);
  }
}
