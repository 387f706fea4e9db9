import type { App } from 'obsidian';
import { frontmatterIn } from '../../app/frontmatter-in';
import type { Messages } from '../../i18n/messages';
import type { QueueEntry } from '../../inbox/queue';
import { readDigestFrontmatter } from '../../note/frontmatter';
import type { Settings } from '../../settings';
import type { Pair } from '../pairs';
import type { Notices } from '../notices';
import type { RenameStages } from './pair-renamer';
import type { Renames } from './renames';

/**
 * Renames PDFs and their notes by the user's pattern, such as `{{date}} {{title}}`. The app updates the links
 * to both files. The code that renames is loaded at its first use.
 */
export class TitleNames {
  #renames: Renames | null = null;
  /**
   * The renaming in progress. The next renaming waits for it, because two renamings at the same time could
   * choose the same name.
   */
  #current: Promise<void> = Promise.resolve();

  constructor(
    private readonly app: App,
    private readonly stages: RenameStages,
    private readonly settings: () => Settings,
    private readonly messages: Messages,
    private readonly notices: Pick<Notices, 'show' | 'offer' | 'ask' | 'fail'>,
    /** Aborted when the plugin is unloaded. */
    private readonly unloading: AbortSignal,
  ) {}

  /**
   * Handles a PDF that has just got its first digest. Depending on the setting `renameByTitle`, the PDF is
   * renamed now, the user is asked later ({@link queueFellIdle}), or nothing happens.
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
    if (renameByTitle === 'always') this.#run((renames) => renames.rename(pair, false));
    else this.#run((renames) => renames.add(pair));
  }

  /** Asks the user whether to rename the PDFs that were digested since the queue was last idle. */
  queueFellIdle(): void {
    this.#inTurn(async () => this.#renames?.ask());
  }

  rename(pair: Pair): void {
    this.#run((renames) => renames.rename(pair, true));
  }

  get canUndo(): boolean {
    return this.#renames?.canUndo === true;
  }

  undo(): void {
    this.#renames?.undo();
  }

  #run(work: (renames: Renames) => void | Promise<void>): void {
    this.#inTurn(async () => work(await this.#load()));
  }

  #inTurn(work: () => Promise<void>): void {
    this.#current = this.#current
      .then(() => (this.unloading.aborted ? undefined : work()))
      .catch((thrown: unknown) => this.notices.fail(thrown));
  }

  async #load(): Promise<Renames> {
    const { app, stages, settings, messages, notices, unloading } = this;
    const { Renames } = await import('./renames');
    const inTurn = (work: () => Promise<void>): void => this.#inTurn(work);
    return (this.#renames ??= new Renames(app, stages, settings, messages, notices, unloading, inTurn));
  }
}

function hasDigest(text: string): boolean {
  const state = readDigestFrontmatter(frontmatterIn(text))?.state;
  return state === 'complete' || state === 'offline';
}
