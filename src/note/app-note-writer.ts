import { normalizePath, stringifyYaml, type App, type TFile } from 'obsidian';
import { Cancelled, Failure } from '../failure';
import type { Messages } from '../i18n/messages';
import type { Settings } from '../settings';
import type { NoteContent, NotePorts } from './content';
import { mergeNote, type MergeResult } from './merge';
import { notePath } from './name';
import { renderNote } from './render';
import { citedPassages } from './selection';
import type { PdfViewer } from './viewer';
import type { NoteFile, NoteUpdate, NoteUpdater, NoteWriter } from './writer';

/** Writes notes into the app's vault. */
export class AppNoteWriter implements NoteWriter, NoteUpdater {
  constructor(
    private readonly app: App,
    private readonly messages: Messages,
    private readonly settings: () => Settings,
    private readonly viewer: PdfViewer,
  ) {}

  async write(pdfPath: string, content: NoteContent, stillWanted: () => boolean): Promise<string> {
    const settings = this.settings();
    const noteFolder = settings.noteFolder === '' ? '' : normalizePath(settings.noteFolder);
    const refused = new Set<string>();
    const markable = await this.#markable(pdfPath, content);
    for (;;) {
      await this.#makeFolder(noteFolder);
      const pdf = this.app.vault.getFileByPath(pdfPath);
      if (pdf === null || !stillWanted()) throw new Cancelled();
      const names = this.#namesIn(noteFolder === '' ? (pdf.parent?.path ?? '/') : noteFolder);
      const taken = (path: string): boolean => names.has(path.toLowerCase()) || refused.has(path);
      const path = notePath({ pdfPath, noteFolder, taken });
      const text = renderNote(content, settings, this.messages, this.#ports(pdf, path, markable));
      try {
        const note = await this.app.vault.create(path, text);
        return note.path;
      } catch (cause) {
        // Another writer took the name in the meantime, or the disk knows a file that the app does not yet.
        if (!(await this.#isThere(path))) throw new Failure('vault-write', { cause, passing: true, details: { path } });
        refused.add(path);
      }
    }
  }

  async update(note: NoteFile, pdfPath: string, content: NoteContent, stillWanted: () => boolean): Promise<NoteUpdate> {
    const { vault } = this.app;
    const markable = await this.#markable(pdfPath, content);
    const [file, pdf] = [vault.getFileByPath(note.path), vault.getFileByPath(pdfPath)];
    if (file === null || pdf === null || !stillWanted()) throw new Cancelled();
    const fresh = renderNote(content, this.settings(), this.messages, this.#ports(pdf, file.path, markable));
    let before = '';
    let merged: MergeResult = { text: fresh, conflicts: [] };
    try {
      await vault.process(file, (text) => {
        before = text;
        merged = mergeNote(text, fresh);
        return merged.text;
      });
    } catch (cause) {
      throw new Failure('vault-write', { cause, passing: true, details: { path: file.path } });
    }
    return { note: file, before, after: merged.text, conflicts: merged.conflicts };
  }

  #markable(pdfPath: string, { digest }: NoteContent): Promise<ReadonlySet<number>> {
    return this.viewer.markablePages(pdfPath, digest === undefined ? [] : citedPassages(digest));
  }

  async #makeFolder(folder: string): Promise<void> {
    if (folder === '' || folder === '/' || this.app.vault.getFolderByPath(folder) !== null) return;
    try {
      await this.app.vault.createFolder(folder);
    } catch (cause) {
      if (await this.#isThere(folder)) return;
      throw new Failure('vault-write', { cause, passing: true, details: { path: folder } });
    }
  }

  /** Vault paths of everything in the folder, in lower case: names collide ignoring case. */
  #namesIn(folder: string): ReadonlySet<string> {
    const parent = folder === '/' || folder === '' ? this.app.vault.getRoot() : this.app.vault.getFolderByPath(folder);
    return new Set(parent?.children.map((child) => child.path.toLowerCase()));
  }

  #isThere(path: string): Promise<boolean> {
    return this.app.vault.adapter.exists(path);
  }

  #ports(pdf: TFile, path: string, markable: ReadonlySet<number>): NotePorts {
    return {
      // For a PDF the app writes an embed; the note wants the link.
      link: (subpath, alias) =>
        this.app.fileManager.generateMarkdownLink(pdf, path, subpath, alias).replace(/^!/, ''),
      sourceLink: `[[${this.app.metadataCache.fileToLinktext(pdf, path)}]]`,
      pdfPath: pdf.path,
      marks: (page) => markable.has(page),
      yaml: (properties) => stringifyYaml(properties),
    };
  }
}
