import type { App, TFile } from 'obsidian';
import type { Stages } from '../app/stages';
import { frontmatterIn } from '../app/frontmatter-in';
import { Failure } from '../failure';
import { format, type Messages } from '../i18n/messages';
import type { QueueEntry } from '../inbox/queue';
import { afterPdfMoved } from '../note/follow-pdf';
import { readDigestFrontmatter } from '../note/frontmatter';
import { namePartsOf, renameAll, titleNames, type Move } from '../note/title-name';
import type { Settings } from '../settings';
import type { Pair } from './commands';
import type { Notices } from './notices';
import { RenameQuestions } from './rename-questions';

/**
 * Maximum time, in ms, to wait until the app has parsed a new note. The app updates links only in notes that
 * it has parsed.
 */
const parsingPatience = 60_000;

interface Plan {
  readonly pdf: string;
  readonly note: string;
}

interface Renamed extends Pair {
  readonly from: Plan;
  readonly to: Plan;
}

/**
 * Renames PDFs and their notes by the user's pattern, such as `{{date}} {{title}}`. The app updates the links
 * to both files.
 */
export class TitleNames {
  /**
   * The renamings since the start of the app, the latest last. Each item has the renamings that one decision
   * caused; they are undone together.
   */
  #undoable: readonly (readonly Renamed[])[] = [];
  readonly #questions: RenameQuestions;
  /**
   * The renaming in progress. The next renaming waits for it, because two renamings could choose the same
   * name.
   */
  #current: Promise<void> = Promise.resolve();

  constructor(
    private readonly app: App,
    private readonly stages: Pick<Stages, 'queue' | 'notes' | 'noteRewritten'>,
    private readonly settings: () => Settings,
    private readonly messages: Messages,
    private readonly notices: Pick<Notices, 'show' | 'offer' | 'ask' | 'fail'>,
    /** Aborted when the plugin is unloaded. No further renaming begins then. */
    private readonly unloading: AbortSignal,
  ) {
    this.#questions = new RenameQuestions(app, messages, notices, {
      newName: (pair) => this.#newName(pair),
      rename: (pairs) => this.#run(() => this.#renameAll(pairs)),
    });
  }

  /**
   * If a PDF has just got its first digest, renames the PDF, or remembers it for the question in {@link
   * queueFellIdle}. The settings decide which.
   */
  record({ file, state }: QueueEntry): void {
    const { renameByTitle } = this.settings();
    if (renameByTitle === 'never' || state.kind !== 'ended' || state.outcome.kind !== 'written') return;
    const { outcome } = state;
    const { vault } = this.app;
    const [pdf, note] = [vault.getFileByPath(file.path), vault.getFileByPath(outcome.notePath)];
    const isFirst = outcome.update === undefined || !hasDigest(outcome.update.before);
    if (pdf === null || note === null || !isFirst) return;
    if (outcome.state !== 'complete' && outcome.state !== 'offline') return;
    const pair = { pdf, note };
    if (renameByTitle === 'always') this.#run(() => this.#rename(pair, false));
    else this.#questions.add(pair);
  }

  /** Asks about the PDFs that were digested since the queue was last idle. */
  queueFellIdle(): void {
    this.#run(() => this.#questions.ask());
  }

  rename(pair: Pair): void {
    this.#run(() => this.#rename(pair, true));
  }

  get canUndo(): boolean {
    return this.#undoable.length > 0;
  }

  undo(): void {
    const last = this.#undoable.at(-1);
    if (last !== undefined) this.#run(() => this.#undo(last));
  }

  #run(work: () => Promise<void>): void {
    this.#current = this.#current
      .then(() => (this.unloading.aborted ? undefined : work()))
      .catch((thrown: unknown) => this.notices.fail(thrown));
  }

  /** Returns undefined when no name can be made, or when the PDF already has the name. */
  async #newName(pair: Pair): Promise<string | undefined> {
    const { vault } = this.app;
    // The user may have renamed or deleted the files since they were digested.
    if (vault.getFileByPath(pair.pdf.path) === null || vault.getFileByPath(pair.note.path) === null)
      return undefined;
    const [plan] = await this.#plans(pair, []);
    return plan === undefined || isSame(plan, pathsOf(pair)) ? undefined : nameIn(plan.pdf);
  }

  /** @param isRequested true when the user waits for the result */
  async #rename(pair: Pair, isRequested: boolean): Promise<void> {
    const { rename: words } = this.messages;
    const renamed: Renamed[] = [];
    const reason = await this.#renamed(pair, (one) => {
      renamed.push(one);
      this.#undoable = [...this.#undoable, renamed];
    });
    const [{ from, pdf } = { from: undefined, pdf: pair.pdf }] = renamed;
    if (reason !== null && isRequested) this.#refuse(reason, pair.pdf.name);
    if (from === undefined) return;
    const text = format(words.done, { from: nameIn(from.pdf), to: pdf.name });
    this.notices.offer(text, [[words.undo, () => this.#run(() => this.#undo(renamed))]], isRequested);
  }

  /** Renames several PDFs. If one cannot be renamed, the others still are. */
  async #renameAll(pairs: readonly Pair[]): Promise<void> {
    const [first, ...more] = pairs;
    if (first === undefined) return;
    if (more.length === 0) return this.#rename(first, true);
    const { rename: words } = this.messages;
    const renamed: Renamed[] = [];
    for (const pair of pairs) {
      try {
        const reason = await this.#renamed(pair, (one) => renamed.push(one));
        if (reason !== null) this.#refuse(reason, pair.pdf.name);
      } catch (thrown) {
        this.notices.fail(thrown);
      }
    }
    if (renamed.length === 0) return;
    this.#undoable = [...this.#undoable, renamed];
    const text = format(words.doneAll, { count: renamed.length });
    this.notices.offer(text, [[words.undo, () => this.#run(() => this.#undo(renamed))]], true);
  }

  /**
   * `onRenamed` is called when the files have their new names but the property of the note is not updated
   * yet.
   * @returns null, or the reason why nothing was renamed
   * @throws Failure `vault-rename` or `vault-write`
   */
  async #renamed(
    pair: Pair,
    onRenamed: (renamed: Renamed) => void,
  ): Promise<'busy' | 'untitled' | 'same' | null> {
    const isParsed = await this.#isParsed(pair.note);
    if (this.unloading.aborted) return 'busy';
    if (!isParsed) throw this.#failure(pair);
    const refused: string[] = [];
    for (;;) {
      if (this.#isBusy(pair)) return 'busy';
      const [plan] = await this.#plans(pair, refused);
      if (plan === undefined) return 'untitled';
      const from = pathsOf(pair);
      if (isSame(plan, from)) return 'same';
      let follow: () => Promise<void>;
      try {
        follow = await this.#move(pair, plan);
      } catch (cause) {
        // The disk may have a file that the app does not know. If a file already has its new name, the disk
        // is not searched, because the search would find that file itself.
        const unknown = isSame(pathsOf(pair), from) ? await this.#onDisk(plan, from) : [];
        if (unknown.length === 0) throw this.#failure(pair, cause);
        refused.push(...unknown);
        continue;
      }
      onRenamed({ ...pair, from, to: plan });
      await follow();
      return null;
    }
  }

  /** If a renaming cannot be undone now, it can be undone later. */
  async #undo(group: readonly Renamed[]): Promise<void> {
    const { rename: words } = this.messages;
    this.#undoable = this.#undoable.filter((one) => one !== group);
    const undone: Renamed[] = [];
    const later: Renamed[] = [];
    for (const renamed of group) {
      try {
        const reason = await this.#undone(renamed);
        if (reason === null) undone.push(renamed);
        else this.#refuse(reason, reason === 'busy' ? renamed.pdf.name : nameIn(renamed.to.pdf));
        if (reason === 'busy') later.push(renamed);
      } catch (thrown) {
        later.push(renamed);
        this.notices.fail(thrown);
      }
    }
    if (later.length > 0) this.#undoable = [...this.#undoable, later];
    const [first, second] = undone;
    if (first === undefined) return;
    this.notices.show(
      second === undefined
        ? format(words.undone, { from: nameIn(first.to.pdf), to: first.pdf.name })
        : format(words.undoneAll, { count: undone.length }),
    );
  }

  /**
   * Undoes one renaming.
   * @returns null, or the reason why it was not undone
   * @throws Failure `vault-rename` when the files keep their new names
   * @throws Failure `vault-write` when the property of the note cannot be updated
   */
  async #undone(renamed: Renamed): Promise<'busy' | 'notUndone' | null> {
    const { from, to } = renamed;
    const isThere = ({ path }: TFile): boolean => this.app.vault.getFileByPath(path) !== null;
    const isUnchanged = isSame(pathsOf(renamed), to) && isThere(renamed.pdf) && isThere(renamed.note);
    const isFree = !this.#isTaken(renamed, from) && (await this.#onDisk(from, to)).length === 0;
    if (this.#isBusy(renamed)) return 'busy';
    if (!isUnchanged || !isFree) return 'notUndone';
    let follow: () => Promise<void>;
    try {
      follow = await this.#move(renamed, from);
    } catch (cause) {
      throw this.#failure(renamed, cause);
    }
    await follow();
    return null;
  }

  #refuse(reason: 'busy' | 'untitled' | 'same' | 'notUndone', name: string): void {
    if (!this.unloading.aborted) this.notices.show(format(this.messages.rename[reason], { name }));
  }

  /**
   * Renames both files or none. Returns a function that then updates the property `source_file` of the note.
   * The returned function throws Failure `vault-write` when it cannot change the note; the files keep their
   * new names.
   */
  async #move({ pdf, note }: Pair, to: Plan): Promise<() => Promise<void>> {
    const { vault, fileManager, metadataCache } = this.app;
    const before = await vault.read(note);
    const hash = this.stages.notes.hashOf(note.path);
    const moves: Move<TFile>[] = [
      { file: pdf, to: to.pdf },
      { file: note, to: to.note },
    ];
    const from = pdf.path;
    await renameAll(moves, (file, path) => fileManager.renameFile(file, path));
    const linktext = metadataCache.fileToLinktext(pdf, note.path);
    const followed = (text: string): string =>
      afterPdfMoved(text, sourceIn(before), { from, to: pdf.path, linktext });
    return async () => {
      try {
        const text = await vault.read(note);
        if (followed(text) !== text) await vault.process(note, followed);
        if (hash === null) return;
        this.stages.notes.seen(hash, pdf.path);
        await this.stages.noteRewritten(hash, before, await vault.read(note));
      } catch (cause) {
        throw new Failure('vault-write', { cause, details: { path: note.path } });
      }
    };
  }

  /**
   * Returns the first names that are free, in a list; an empty list if the document has no value for the
   * pattern.
   */
  async #plans(pair: Pair, refused: readonly string[]): Promise<readonly Plan[]> {
    const { pdf, note } = pair;
    const properties = frontmatterIn(await this.app.vault.cachedRead(note));
    const kinds: Readonly<Record<string, string>> = this.messages.note.kinds;
    const parts = namePartsOf(properties, pdf.basename, (kind) => kinds[kind]);
    const names = titleNames(this.settings().renamePattern, parts, `.${pdf.extension}`);
    for (const name of names ?? []) {
      const plan = { pdf: beside(pdf, name), note: beside(note, name) };
      if (!this.#isTaken(pair, plan) && !refused.includes(plan.pdf) && !refused.includes(plan.note))
        return [plan];
    }
    return [];
  }

  /** Returns whether another file or folder has one of these names. File systems may ignore case. */
  #isTaken({ pdf, note }: Pair, plan: Plan): boolean {
    const wanted = [plan.pdf, plan.note].map((path) => path.toLowerCase());
    const siblings = [...(pdf.parent?.children ?? []), ...(note.parent?.children ?? [])];
    return siblings.some((one) => one !== pdf && one !== note && wanted.includes(one.path.toLowerCase()));
  }

  /**
   * Returns the new paths at which the disk already has another file. If a path changes only in case, the
   * file there is the renamed file itself.
   */
  async #onDisk(to: Plan, from: Plan): Promise<readonly string[]> {
    const there: string[] = [];
    for (const which of ['pdf', 'note'] as const) {
      const isOther = to[which].toLowerCase() !== from[which].toLowerCase();
      if (isOther && (await this.app.vault.adapter.exists(to[which]))) there.push(to[which]);
    }
    return there;
  }

  #isBusy({ pdf, note }: Pair): boolean {
    const { working } = this.stages.queue;
    return working !== null && (working.file === pdf || working.note === note);
  }

  /** Resolves to false when the app has not parsed the note in time, or when the plugin is unloaded. */
  #isParsed(note: TFile): Promise<boolean> {
    const { metadataCache } = this.app;
    if (metadataCache.getFileCache(note)?.frontmatter !== undefined) return Promise.resolve(true);
    return new Promise((resolve) => {
      const finish = (isParsed: boolean): void => {
        window.clearTimeout(timer);
        metadataCache.offref(ref);
        this.unloading.removeEventListener('abort', stop);
        resolve(isParsed);
      };
      const stop = (): void => finish(false);
      this.unloading.addEventListener('abort', stop);
      const timer = window.setTimeout(() => finish(false), parsingPatience);
      const ref = metadataCache.on('changed', (file) => {
        if (file === note) finish(true);
      });
    });
  }

  #failure({ pdf }: Pair, cause?: unknown): Failure {
    return new Failure('vault-rename', { cause, details: { name: pdf.name } });
  }
}

/** Returns whether the text of a note records that it has a digest. */
function hasDigest(text: string): boolean {
  const state = readDigestFrontmatter(frontmatterIn(text))?.state;
  return state === 'complete' || state === 'offline';
}

function sourceIn(text: string): unknown {
  const properties = frontmatterIn(text);
  return typeof properties === 'object' && properties !== null
    ? Reflect.get(properties, 'source_file')
    : null;
}

function pathsOf({ pdf, note }: Pair): Plan {
  return { pdf: pdf.path, note: note.path };
}

function isSame(one: Plan, other: Plan): boolean {
  return one.pdf === other.pdf && one.note === other.note;
}

function beside({ path, name, extension }: TFile, newName: string): string {
  return `${path.slice(0, path.length - name.length)}${newName}.${extension}`;
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
