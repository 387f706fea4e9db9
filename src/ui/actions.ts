import type { TFile } from 'obsidian';
import { Cancelled } from '../failure';
import type { Origin } from '../inbox/queue';
import { inboxFolders } from '../settings/settings-for';
import type { Actions } from './commands';
import type { ActionPorts, LoadedActions } from './loaded-actions';
import type { Pair } from './pairs';
import type { TitleNames } from './rename/title-names';

/** Carries out the user's commands. Failures become notices. */
export class AppActions implements Actions {
  constructor(
    private readonly ports: ActionPorts,
    private readonly titleNames: TitleNames,
  ) {}

  digestPdf(file: TFile): void {
    this.#run(this.ports.stages.inbox.process(file));
  }

  previewSent(file: TFile | null): void {
    this.#load((actions) => (file === null ? actions.choosePreview() : actions.preview(file)));
  }

  digestFolder(folder: string): void {
    this.#load((actions) => actions.digestFolder(folder));
  }

  digestInbox(): void {
    const folders = inboxFolders(this.ports.settings());
    this.#load((actions) => actions.digestFolders(folders));
  }

  /**
   * Counts the PDFs in a folder that has become the inbox, and asks which of them to digest. @throws Failure
   */
  async countInbox(folder: string): Promise<void> {
    await (await this.#loaded()).countInbox(folder);
  }

  /**
   * Continues to digest a folder if the app was closed before the folder was finished. After that, starts the
   * automatic completion of notes. The promise also resolves when the work is cancelled.
   */
  async resumeAfterStart(): Promise<void> {
    const { folderJobs, completion } = this.ports.stages;
    try {
      if (folderJobs.load() !== null) await (await this.#loaded()).resumeFolder();
      completion.startAutomatically();
    } catch (thrown) {
      if (!(thrown instanceof Cancelled)) throw thrown;
    }
  }

  cancelAll(): void {
    const { stages, notices, messages } = this.ports;
    stages.folderJobs.save(null);
    stages.inbox.cancelAll();
    notices.show(messages.notices.cancelled);
  }

  retryFailed(): void {
    this.#load((actions) => actions.retryAndAsk());
  }

  /** Queues failed PDFs again without asking the user; see {@link LoadedActions.retry}. */
  async retry(origin: Origin): Promise<number> {
    return (await this.#loaded()).retry(origin);
  }

  complete(pair: Pair): void {
    this.#load((actions) => actions.complete(pair));
  }

  readTwice(pair: Pair): void {
    this.ports.stages.endpoint.forgetFailures();
    this.regenerate(pair);
  }

  regenerate({ pdf, note }: Pair): void {
    this.#run(this.ports.stages.inbox.process(pdf, note));
  }

  renameToTitle(pair: Pair): void {
    this.titleNames.rename(pair);
  }

  get canUndoRename(): boolean {
    return this.titleNames.canUndo;
  }

  undoRename(): void {
    this.titleNames.undo();
  }

  open(file: TFile): void {
    this.#run(this.ports.app.workspace.getLeaf(false).openFile(file));
  }

  createDashboard(): void {
    this.#load((actions) => actions.createDashboard());
  }

  writeTemplate(): void {
    this.#load((actions) => actions.writeTemplate());
  }

  copyDiagnostics(): void {
    this.#load((actions) => actions.copyDiagnostics());
  }

  forgetDevice(): void {
    this.#load((actions) => actions.forgetDevice());
  }

  async #loaded(): Promise<LoadedActions> {
    const { LoadedActions } = await import('./loaded-actions');
    return new LoadedActions(this.ports);
  }

  #load(act: (actions: LoadedActions) => void | Promise<void>): void {
    this.#run(this.#loaded().then(act));
  }

  #run(work: Promise<void>): void {
    work.catch((thrown: unknown) => this.ports.notices.fail(thrown));
  }
}
