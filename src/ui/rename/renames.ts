import type { App } from 'obsidian';
import { format, type Messages } from '../../i18n/messages';
import type { Settings } from '../../settings';
import type { Pair } from '../pairs';
import type { Notices } from '../notices';
import { PairRenamer, type Renamed, type RenameStages } from './pair-renamer';
import { RenameQuestions } from './questions';

/** Renames PDFs, reports the result, asks about new PDFs, and undoes renamings. */
export class Renames {
  /**
   * The renamings since the start of the app, the latest last. Each item has the renamings that one decision
   * caused; they are undone together.
   */
  #undoable: readonly (readonly Renamed[])[] = [];
  readonly #questions: RenameQuestions;
  readonly #renamer: PairRenamer;

  constructor(
    app: App,
    stages: RenameStages,
    settings: () => Settings,
    private readonly messages: Messages,
    private readonly notices: Pick<Notices, 'show' | 'offer' | 'ask' | 'fail'>,
    /** Aborted when the plugin is unloaded. No further renaming begins then. */
    private readonly unloading: AbortSignal,
    /** Runs `work` when all earlier work has ended, and reports the errors of `work`. */
    private readonly inTurn: (work: () => Promise<void>) => void,
  ) {
    const pattern = (): string => settings().renamePattern;
    this.#renamer = new PairRenamer(app, stages, pattern, messages.note.kinds, unloading);
    this.#questions = new RenameQuestions(app, messages, notices, {
      newName: async (pair) => {
        const path = await this.#renamer.newPath(pair);
        return path === undefined ? undefined : nameIn(path);
      },
      rename: (pairs) => this.inTurn(() => this.#renameAll(pairs)),
    });
  }

  /** Remembers a PDF for the next call of {@link ask}. */
  add(pair: Pair): void {
    this.#questions.add(pair);
  }

  /** Asks about the PDFs that were added since the previous call. */
  ask(): Promise<void> {
    return this.#questions.ask();
  }

  get canUndo(): boolean {
    return this.#undoable.length > 0;
  }

  /** Undoes the renamings of the latest decision when all earlier work has ended. */
  undo(): void {
    const last = this.#undoable.at(-1);
    if (last !== undefined) this.inTurn(() => this.#undo(last));
  }

  /** @param isRequested true when the user waits for the result */
  async rename(pair: Pair, isRequested: boolean): Promise<void> {
    const { rename: words } = this.messages;
    const renamed: Renamed[] = [];
    const reason = await this.#renamer.rename(pair, (one) => {
      renamed.push(one);
      this.#undoable = [...this.#undoable, renamed];
    });
    const [{ from, pdf } = { from: undefined, pdf: pair.pdf }] = renamed;
    if (reason !== null && isRequested) this.#refuse(reason, pair.pdf.name);
    if (from === undefined) return;
    const text = format(words.done, { from: nameIn(from.pdf), to: pdf.name });
    this.notices.offer(text, [[words.undo, () => this.inTurn(() => this.#undo(renamed))]], isRequested);
  }

  async #renameAll(pairs: readonly Pair[]): Promise<void> {
    const [first, ...more] = pairs;
    if (first === undefined) return;
    if (more.length === 0) return this.rename(first, true);
    const { rename: words } = this.messages;
    const renamed: Renamed[] = [];
    for (const pair of pairs) {
      try {
        const reason = await this.#renamer.rename(pair, (one) => renamed.push(one));
        if (reason !== null) this.#refuse(reason, pair.pdf.name);
      } catch (thrown) {
        this.notices.fail(thrown);
      }
    }
    if (renamed.length === 0) return;
    this.#undoable = [...this.#undoable, renamed];
    const text = format(words.doneAll, { count: renamed.length });
    this.notices.offer(text, [[words.undo, () => this.inTurn(() => this.#undo(renamed))]], true);
  }

  /**
   * Undoes renamings. A renaming that was not undone because the PDF is busy, or because of an error, can be
   * undone later.
   */
  async #undo(group: readonly Renamed[]): Promise<void> {
    const { rename: words } = this.messages;
    this.#undoable = this.#undoable.filter((one) => one !== group);
    const undone: Renamed[] = [];
    const later: Renamed[] = [];
    for (const renamed of group) {
      try {
        const reason = await this.#renamer.undo(renamed);
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

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
