import { getLinkpath, type App, type TFile } from 'obsidian';
import type { AppKnownNotes } from '../app/known-notes';
import { isPdfPath } from '../inbox/scope';
import { lacksSecondReading, readDigestFrontmatter, type DigestFrontmatter } from '../note/frontmatter';
import type { Settings } from '../settings';

/** A PDF and the note that was made from it. */
export interface Pair {
  readonly pdf: TFile;
  readonly note: TFile;
}

/** Finds the PDF of a note and the note of a PDF, and decides which commands a note allows. */
export class Pairs {
  constructor(
    private readonly app: App,
    private readonly notes: Pick<AppKnownNotes, 'sourceOf' | 'bySource'>,
    private readonly settings: () => Settings,
  ) {}

  /** Returns the PDF that a note was made from; null when no such PDF is found. */
  sourceOf(note: TFile): TFile | null {
    const links = this.app.metadataCache.getFileCache(note)?.frontmatterLinks ?? [];
    const source = links.find((link) => link.key === 'source_file');
    const linked = source
      ? this.app.metadataCache.getFirstLinkpathDest(getLinkpath(source.link), note.path)
      : null;
    return linked ?? this.notes.sourceOf(note);
  }

  /** Returns the pair that a PDF or a note belongs to; null when the other file is missing. */
  pairOf(file: TFile): Pair | null {
    const { vault } = this.app;
    if (isPdfPath(file.path)) {
      const note = vault.getFileByPath(this.notes.bySource(file.path) ?? '');
      return note === null ? null : { pdf: file, note };
    }
    if (this.#digestOf(file) === null) return null;
    const pdf = this.sourceOf(file);
    return pdf === null ? null : { pdf, note: file };
  }

  /** Returns whether a note may be incomplete and can be completed now. */
  canComplete(note: TFile): boolean {
    const digest = this.#digestOf(note);
    const { provider, scannedPages } = this.settings();
    if (digest?.state === 'pending' || digest?.state === 'failed' || this.canReadTwice(note)) return true;
    return (
      provider !== 'offline' &&
      (digest?.state === 'offline' || (digest?.state === 'complete' && scannedPages === 'vision'))
    );
  }

  /** Returns true when the second reading of some statements is missing and is possible now. */
  canReadTwice(note: TFile): boolean {
    const digest = this.#digestOf(note);
    const { provider, secondReading } = this.settings();
    return provider !== 'offline' && secondReading && digest !== null && lacksSecondReading(digest);
  }

  /** Returns true when a note has a digest, because the new file name is made from the digest. */
  canRename(note: TFile): boolean {
    const state = this.#digestOf(note)?.state;
    return state === 'complete' || state === 'offline';
  }

  #digestOf(note: TFile): DigestFrontmatter | null {
    return readDigestFrontmatter(this.app.metadataCache.getFileCache(note)?.frontmatter);
  }
}
