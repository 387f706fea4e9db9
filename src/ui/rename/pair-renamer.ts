import type { App, TFile } from 'obsidian';
import { frontmatterIn } from '../../app/frontmatter-in';
import type { Stages } from '../../app/stages';
import { Failure } from '../../failure';
import { afterPdfMoved } from '../../note/follow-pdf';
import { renameAll, type Move } from '../../note/title-name';
import type { Pair } from '../pairs';
import { isSame, pathsOf, Plans, type Plan } from './plans';

/**
 * Maximum time, in ms, to wait until the app has parsed a new note. The app updates links only in notes that
 * it has parsed.
 */
const parsingPatience = 60_000;

export type RenameStages = Pick<Stages, 'queue' | 'notes' | 'noteRewritten'>;

/** A renaming that can be undone. */
export interface Renamed extends Pair {
  readonly from: Plan;
  readonly to: Plan;
}

/**
 * Renames a PDF and its note, or undoes a renaming. The app updates the links to both files, and the note
 * gets the new path of its PDF. Two calls must not run at the same time, because they could choose the same
 * name.
 */
export class PairRenamer {
  readonly #plans: Plans;

  constructor(
    private readonly app: App,
    private readonly stages: RenameStages,
    /** Returns the pattern of names; see the setting `renamePattern`. */
    pattern: () => string,
    /** The name of each kind of document in the user's language. */
    kinds: Readonly<Record<string, string>>,
    /** Aborted when the plugin is unloaded. */
    private readonly unloading: AbortSignal,
  ) {
    this.#plans = new Plans(app, pattern, kinds);
  }

  /**
   * Returns the path that a renaming would give to the PDF; undefined when both files would keep
   * their names.
   */
  async newPath(pair: Pair): Promise<string | undefined> {
    // The user may have deleted one of the files.
    if (!this.#isThere(pair.pdf) || !this.#isThere(pair.note)) return undefined;
    const plan = await this.#plans.free(pair, []);
    return plan === undefined || isSame(plan, pathsOf(pair)) ? undefined : plan.pdf;
  }

  /**
   * `onRenamed` is called when the files have their new names, before the property `source_file` of the note
   * is updated.
   * @returns null, or the reason why nothing was renamed
   * @throws Failure `vault-rename` or `vault-write`
   */
  async rename(
    pair: Pair,
    onRenamed: (renamed: Renamed) => void,
  ): Promise<'busy' | 'untitled' | 'same' | null> {
    const isParsed = await this.#isParsed(pair.note);
    if (this.unloading.aborted) return 'busy';
    if (!isParsed) throw this.#failure(pair);
    const refused: string[] = [];
    for (;;) {
      if (this.#isBusy(pair)) return 'busy';
      const plan = await this.#plans.free(pair, refused);
      if (plan === undefined) return 'untitled';
      const from = pathsOf(pair);
      if (isSame(plan, from)) return 'same';
      let follow: () => Promise<void>;
      try {
        follow = await this.#move(pair, plan);
      } catch (cause) {
        // A file that the app does not know may have the new name. The disk is searched for such a file only
        // if the PDF and the note have their old names. Otherwise the search would find the PDF or the note.
        const unknown = isSame(pathsOf(pair), from) ? await this.#plans.onDisk(plan, from) : [];
        if (unknown.length === 0) throw this.#failure(pair, cause);
        refused.push(...unknown);
        continue;
      }
      onRenamed({ ...pair, from, to: plan });
      await follow();
      return null;
    }
  }

  /**
   * Undoes one renaming.
   * @returns null, or the reason why it was not undone
   * @throws Failure `vault-rename` when the files keep their new names
   * @throws Failure `vault-write` when the property of the note cannot be updated
   */
  async undo(renamed: Renamed): Promise<'busy' | 'notUndone' | null> {
    const { from, to } = renamed;
    const isUnchanged =
      isSame(pathsOf(renamed), to) && this.#isThere(renamed.pdf) && this.#isThere(renamed.note);
    const isFree = !this.#plans.isTaken(renamed, from) && (await this.#plans.onDisk(from, to)).length === 0;
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

  /**
   * Renames both files or none. The returned function updates the property `source_file` of the note. If this
   * function throws Failure `vault-write`, the files keep their new names.
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

  #isThere({ path }: TFile): boolean {
    return this.app.vault.getFileByPath(path) !== null;
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

function sourceIn(text: string): unknown {
  const properties = frontmatterIn(text);
  return typeof properties === 'object' && properties !== null
    ? Reflect.get(properties, 'source_file')
    : null;
}
