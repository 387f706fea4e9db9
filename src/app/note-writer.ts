import {
  getLanguage,
  normalizePath,
  stringifyYaml,
  TFile,
  type App,
  type DataWriteOptions,
  type TAbstractFile,
} from 'obsidian';
import { Cancelled, Failure, type FailureDetails } from '../failure';
import type { Settings } from '../settings';
import { settingsFor } from '../settings/settings-for';
import { makeFolder } from './make-folder';
import { frontmatterIn } from './frontmatter-in';
import { changeNote } from '../note/change-note';
import type { NoteContent } from '../note/content';
import { readDigestFrontmatter } from '../note/frontmatter';
import { linkMarks, type LinkForm, type MadeNote, type NoteMaker } from '../note/maker';
import { notePath } from '../note/name';
import { citedPassages } from '../note/selection';
import type { PdfViewer } from '../note/viewer';
import { vaultWords, type VaultWords } from './vault-words';
import type { NoteFile, NoteUpdate, NoteUpdater, NoteWriter } from '../note/writer';

/**
 * Writes notes into the app's vault. `maker` makes their text. This class reads from the app what `maker`
 * needs: the template, the form of links, and the pages on which links can mark text.
 */
export class AppNoteWriter implements NoteWriter, NoteUpdater {
  /**
   * The key is the path of a template. The value is the problem that this template had at the last note, as
   * JSON, or an empty text.
   */
  readonly #reported = new Map<string, string>();

  constructor(
    private readonly app: App,
    private readonly maker: NoteMaker,
    private readonly settings: () => Settings,
    private readonly viewer: PdfViewer,
    private readonly onTrouble: (failure: Failure) => void,
    /** Called before a new note is created, with the hash of its PDF and the text of the note. */
    private readonly onNewNote: (sha256: string, text: string) => Promise<void>,
    /** Called before a note is updated, with the hash of its PDF and the text before and after the update. */
    private readonly onUpdate: (sha256: string, before: string, after: string) => Promise<void>,
  ) {}

  async write(
    pdfPath: string,
    content: NoteContent,
    mayWrite: () => boolean,
    time?: number,
  ): Promise<NoteFile> {
    const { vault } = this.app;
    const { noteFolder: set } = this.#settingsFor(pdfPath, content);
    const noteFolder = set === '' ? '' : normalizePath(set);
    const refused = new Set<string>();
    const markable = await this.#markable(pdfPath, content);
    for (;;) {
      await makeFolder(vault, noteFolder);
      const pdf = this.#pdf(pdfPath);
      const names = this.#namesIn(noteFolder === '' ? (pdf.parent?.path ?? '/') : noteFolder);
      const unparsed: string[] = [];
      const taken = (name: string): boolean => {
        const file = names.get(name.toLowerCase());
        if (file instanceof TFile && this.app.metadataCache.getFileCache(file) === null)
          unparsed.push(file.path);
        return file !== undefined || refused.has(name);
      };
      const path = notePath({ pdfPath, noteFolder, taken });
      // A file that the app has not parsed yet may be a note of the same PDF, written by another device.
      for (const there of unparsed) if (await this.#isOf(there, content)) return this.#at(there);
      const { text } = await this.#make(pdf, path, content, markable);
      await this.onNewNote(content.sha256, text);
      if (!mayWrite()) throw new Cancelled();
      try {
        return await this.#create(path, text, time === undefined ? {} : { mtime: time });
      } catch (cause) {
        // If a file has this name now, the next free name is tried. Otherwise the write has failed.
        if (!(await this.#isThere(path)))
          throw new Failure('vault-write', { cause, passing: true, details: { path } });
        // A sync service may have just written a note of the same PDF to this path.
        if (await this.#isOf(path, content)) return this.#at(path);
        refused.add(path);
      }
    }
  }

  /**
   * Creates a note. Another plugin may move the new note at once. `Vault.create` then fails, because it does
   * not find the note at `path`. But the listener of the event `create` got the file object of the note, and
   * the app keeps the path in this object up to date.
   */
  async #create(path: string, text: string, options: DataWriteOptions): Promise<NoteFile> {
    const { vault } = this.app;
    let made: TFile | null = null;
    const ref = vault.on('create', (file) => {
      if (file instanceof TFile && file.path === path) made = file;
    });
    try {
      const created: TFile | null = await vault.create(path, text, options);
      return created ?? made ?? this.#at(path);
    } catch (cause) {
      const moved = made as TFile | null;
      if (moved === null || moved.path === path || (await vault.read(moved)) !== text) throw cause;
      return moved;
    } finally {
      vault.offref(ref);
    }
  }

  /**
   * Returns the note at a vault path. When the app's index does not have the note, the result has only the
   * path.
   */
  #at(path: string): NoteFile {
    return this.app.vault.getFileByPath(path) ?? { path };
  }

  async update(
    note: NoteFile,
    pdfPath: string,
    content: NoteContent,
    mayWrite: () => boolean,
    isAutomatic: boolean,
  ): Promise<NoteUpdate> {
    const { vault } = this.app;
    const markable = await this.#markable(pdfPath, content);
    const [file, pdf] = [vault.getFileByPath(note.path), this.#pdf(pdfPath)];
    if (file === null) throw new Cancelled();
    const text = {
      read: () => vault.read(file),
      process: (change: (now: string) => string) =>
        vault.process(
          file,
          change,
          isAutomatic ? { mtime: Math.min(file.stat.mtime + 1_000, Date.now()) } : {},
        ),
    };
    const merged = async (existing: string): Promise<MadeNote> => {
      const made = await this.#make(pdf, file.path, content, markable, existing);
      await this.onUpdate(content.sha256, existing, made.text);
      return made;
    };
    const { before, made } = await changeNote(
      file.path,
      text,
      merged,
      () => vault.getFileByPath(file.path) !== null && mayWrite(),
    );
    return { note: file, before, after: made.text, conflicts: made.conflicts };
  }

  async #make(
    pdf: TFile,
    path: string,
    content: NoteContent,
    markable: ReadonlySet<number>,
    existing?: string,
  ): Promise<MadeNote> {
    const settings = this.#settingsFor(pdf.path, content);
    const { tags, taskFormat, archive, archiveLimit, factProperties, me, titleAsHeading } = settings;
    const words = content.digest === undefined ? null : await vaultWords(this.app, path);
    const template = await this.#template(settings.template);
    const order = {
      content,
      layout: {
        tags,
        taskFormat,
        archive,
        archiveLimit,
        factProperties,
        me,
        titleAsHeading,
        digestTags: {
          policy: settings.tagPolicy,
          prefix: settings.tagPrefix,
          inProperty: settings.tagsInProperty,
          known: words?.tags ?? [],
        },
        propertyTypes: words?.types ?? {},
        ...(template === null ? {} : { template }),
      },
      language: getLanguage(),
      links: { ...this.#links(pdf, path, markable), notes: this.#noteLinks(path, content, words) },
      ...(existing === undefined ? {} : { existing }),
    };
    const made = await this.maker.make(order, stringifyYaml);
    this.#report(made.problem, settings.template);
    return made;
  }

  #settingsFor(pdfPath: string, { digest }: NoteContent): Settings {
    return settingsFor(this.settings(), pdfPath, digest?.documentType);
  }

  /** Returns the user's template: null when none is set, empty when the file does not exist. */
  async #template(path: string): Promise<string | null> {
    if (path === '') return null;
    const file = this.app.vault.getFileByPath(path);
    try {
      return file === null ? '' : await this.app.vault.cachedRead(file);
    } catch (cause) {
      throw new Failure('vault-read', { cause, passing: true, details: { path } });
    }
  }

  /** Reports a problem of the template, unless the template had the same problem at the last note. */
  #report(problem: FailureDetails | undefined, path: string): void {
    const current = problem === undefined ? '' : JSON.stringify(problem);
    if (problem !== undefined && current !== this.#reported.get(path)) {
      this.onTrouble(new Failure('template-invalid', { details: { ...problem, path } }));
    }
    this.#reported.set(path, current);
  }

  #pdf(path: string): TFile {
    const pdf = this.app.vault.getFileByPath(path);
    if (pdf === null) throw new Cancelled();
    return pdf;
  }

  #markable(pdfPath: string, { digest }: NoteContent): Promise<ReadonlySet<number>> {
    return this.viewer.markablePages(pdfPath, digest === undefined ? [] : citedPassages(digest));
  }

  /** The keys are vault paths in lower case, because file systems may ignore case. */
  #namesIn(folder: string): ReadonlyMap<string, TAbstractFile> {
    const parent =
      folder === '/' || folder === '' ? this.app.vault.getRoot() : this.app.vault.getFolderByPath(folder);
    return new Map(parent?.children.map((child) => [child.path.toLowerCase(), child]));
  }

  /** Returns whether the note at a vault path was made from the same PDF bytes as the given content. */
  async #isOf(path: string, { sha256 }: NoteContent): Promise<boolean> {
    const text = await this.app.vault.adapter.read(path);
    return readDigestFrontmatter(frontmatterIn(text))?.sha256 === sha256;
  }

  #isThere(path: string): Promise<boolean> {
    return this.app.vault.adapter.exists(path);
  }

  /**
   * If the value of a fact contains the name or an alias of a note, the result has a link to this note. Its
   * key is the name or alias in lower case.
   */
  #noteLinks(
    path: string,
    { digest }: NoteContent,
    words: VaultWords | null,
  ): Readonly<Record<string, string>> {
    const names = digest?.facts.flatMap(({ value }) => value.split(/[\u3001\uff1b;]/u)) ?? [];
    const links = names.flatMap((each) => {
      const name = each.trim().toLowerCase();
      const note = words?.notes.get(name);
      if (note === undefined) return [];
      const alias = note.name === note.file.basename ? undefined : note.name;
      return [[name, this.app.fileManager.generateMarkdownLink(note.file, path, '', alias)] as const];
    });
    return Object.fromEntries(links);
  }

  #links(pdf: TFile, path: string, markable: ReadonlySet<number>): LinkForm {
    const { fileManager, metadataCache } = this.app;
    // For a PDF, the app generates an embed (`![[...]]`), but a note needs a link.
    const link = (subpath: string, alias?: string): string =>
      fileManager.generateMarkdownLink(pdf, path, subpath, alias).replace(/^!/, '');
    return {
      file: link(''),
      place: link(linkMarks.subpath, linkMarks.alias),
      source: `[[${metadataCache.fileToLinktext(pdf, path)}]]`,
      pdfPath: pdf.path,
      markable: [...markable],
    };
  }
}
