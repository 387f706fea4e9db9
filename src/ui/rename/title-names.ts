import type { App } from 'obsidian';
import { frontmatterIn } from '../../app/frontmatter-in';
import { format, type Messages } from '../../i18n/messages';
import type { QueueEntry } from '../../inbox/queue';
import { readDigestFrontmatter } from '../../note/frontmatter';
import type { Settings } from '../../settings';
import type { Pair } from '../pairs';
import type { Notices } from '../notices';
import type { PairRenamer, Renamed, RenameStages } from './pair-renamer';
import { RenameQuestions } from './questions';

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
    private readonly stages: RenameStages,
    private readonly settings: () => Settings,
    private readonly messages: Messages,
    private readonly notices: Pick<Notices, 'show' | 'offer' | 'ask' | 'fail'>,
    /** Aborted when the plugin is unloaded. No further renaming begins then. */
    private readonly unloading: AbortSignal,
  ) {
    this.#questions = new RenameQuestions(app, messages, notices, {
      newName: async (pair) => {
        const path = await (await this.#renamer()).newPath(pair);
        return path === undefined ? undefined : nameIn(path);
      },
      rename: (pairs) => this.#run(() => this.#renameAll(pairs)),
    });
  }

  /**
   * If a PDF has just got its first digest, renames the PDF, or remembers it so that {@link queueFellIdle}
   * asks about it. The setting `renameByTitle` decides which.
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

  /** The code that renames is not loaded at the start of the app. */
  async #renamer(): Promise<PairRenamer> {
    const { app, stages, settings, messages, unloading } = this;
    const { PairRenamer } = await import('./pair-renamer');
    return new PairRenamer(app, stages, () => settings().renamePattern, messages.note.kinds, unloading);
  }

  /** @param isRequested true when the user waits for the result */
  async #rename(pair: Pair, isRequested: boolean): Promise<void> {
    const { rename: words } = this.messages;
    const renamed: Renamed[] = [];
    const renamer = await this.#renamer();
    const reason = await renamer.rename(pair, (one) => {
      renamed.push(one);
      this.#undoable = [...this.#undoable, renamed];
    });
    const [{ from, pdf } = { from: undefined, pdf: pair.pdf }] = renamed;
    if (reason !== null && isRequested) this.#refuse(reason, pair.pdf.name);
    if (from === undefined) return;
    const text = format(words.done, { from: nameIn(from.pdf), to: pdf.name });
    this.notices.offer(text, [[words.undo, () => this.#run(() => this.#undo(renamed))]], isRequested);
  }

  /** Renames several PDFs. If one of them cannot be renamed, the others are renamed nevertheless. */
  async #renameAll(pairs: readonly Pair[]): Promise<void> {
    const [first, ...more] = pairs;
    if (first === undefined) return;
    if (more.length === 0) return this.#rename(first, true);
    const { rename: words } = this.messages;
    const renamed: Renamed[] = [];
    const renamer = await this.#renamer();
    for (const pair of pairs) {
      try {
        const reason = await renamer.rename(pair, (one) => renamed.push(one));
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
   * Undoes renamings. A renaming that was not undone because the PDF is busy, or because of an error, can be
   * undone later.
   */
  async #undo(group: readonly Renamed[]): Promise<void> {
    const { rename: words } = this.messages;
    const renamer = await this.#renamer();
    this.#undoable = this.#undoable.filter((one) => one !== group);
    const undone: Renamed[] = [];
    const later: Renamed[] = [];
    for (const renamed of group) {
      try {
        const reason = await renamer.undo(renamed);
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

  #refuse(reason: 'busy' | 'untitled' | 'same' | 'notUndone', name: string): void {
    if (!this.unloading.aborted) this.notices.show(format(this.messages.rename[reason], { name }));
  }
}

function hasDigest(text: string): boolean {
  const state = readDigestFrontmatter(frontmatterIn(text))?.state;
  return state === 'complete' || state === 'offline';
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
