import type { App, TFile } from 'obsidian';
import type { Diagnosis } from '../diagnostics';
import { Cancelled } from '../failure';
import { interfaceLanguages } from '../i18n/language';
import { messagesFor, type Messages } from '../i18n/messages';
import type { Settings } from '../settings';
import { inboxFolders } from '../settings/settings-for';
import type { Stages } from '../app/stages';
import type { Origin } from '../inbox/queue';
import { readDigestFrontmatter } from '../note/frontmatter';
import type { CataloguePorts } from './catalogue';
import type { Actions } from './commands';
import { copyDiagnostics } from './copy-diagnostics';
import type { Pair, Pairs } from './pairs';
import { presetOf } from './setting-values';
import type { Notices } from './notices';
import type { TitleNames } from './rename/title-names';

/** Carries out the user's commands. Failures become notices. */
export class AppActions implements Actions {
  constructor(
    private readonly app: App,
    private readonly stages: Stages,
    private readonly notices: Notices,
    private readonly messages: Messages,
    private readonly settings: () => Settings,
    private readonly diagnosis: () => Diagnosis,
    private readonly pairs: Pairs,
    private readonly titleNames: TitleNames,
    /** Aborted when the plugin is unloaded. */
    private readonly unloading: AbortSignal,
  ) {}

  digestPdf(file: TFile): void {
    this.#run(this.stages.inbox.process(file));
  }

  previewSent(file: TFile | null): void {
    this.#run(file === null ? this.#choosePreview() : this.#preview(file));
  }

  digestFolder(folder: string): void {
    this.#run(this.#digestFolder(folder));
  }

  digestInbox(): void {
    this.#run(this.#digestFolders(inboxFolders(this.settings())));
  }

  /** Digests one folder after another, because the user may have to answer a question for each. */
  async #digestFolders(folders: readonly string[]): Promise<void> {
    for (const folder of folders) {
      if (folder === '/' || this.app.vault.getFolderByPath(folder) !== null) await this.#digestFolder(folder);
      else this.notices.inboxMissing(folder);
    }
  }

  async #digestFolder(folder: string): Promise<void> {
    const { digestFolder } = await import('./catalogue');
    await digestFolder(this.app, folder, this.#catalogue);
  }

  /**
   * Counts the PDFs in a folder that has become the inbox, and asks which of them to digest. @throws Failure
   */
  async countInbox(folder: string): Promise<void> {
    const { countInbox } = await import('./catalogue');
    return countInbox(this.app, folder, this.#catalogue);
  }

  /**
   * Continues to digest a folder if the app was closed before the folder was finished. After that, starts the
   * automatic completion of notes. The promise also resolves when the work is cancelled.
   */
  async resumeAfterStart(): Promise<void> {
    try {
      if (this.stages.folderJobs.load() !== null) {
        const { resumeFolder } = await import('./catalogue');
        await resumeFolder(this.#catalogue);
      }
      this.stages.completion.startAutomatically();
    } catch (thrown) {
      if (!(thrown instanceof Cancelled)) throw thrown;
    }
  }

  cancelAll(): void {
    this.stages.folderJobs.save(null);
    this.stages.inbox.cancelAll();
    this.notices.show(this.messages.notices.cancelled);
  }

  retryFailed(): void {
    this.#run(this.#retryAndAsk());
  }

  /**
   * Queues all PDFs that failed or have an incomplete note, and resumes the queue. Resolves to the number of
   * queued PDFs.
   */
  async retry(origin: Origin): Promise<number> {
    const { notes, queue, history, endpoint, completion } = this.stages;
    endpoint.forgetFailures();
    await notes.ready();
    const unfinished = history.unfinished.filter(({ file, note }) => queue.add(file, origin, note));
    const count = unfinished.length + (await completion.retry(origin));
    queue.resume();
    return count;
  }

  complete(pair: Pair): void {
    this.#run(this.#complete(pair));
  }

  readTwice(pair: Pair): void {
    this.stages.endpoint.forgetFailures();
    this.regenerate(pair);
  }

  regenerate({ pdf, note }: Pair): void {
    this.#run(this.stages.inbox.process(pdf, note));
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
    this.#run(this.app.workspace.getLeaf(false).openFile(file));
  }

  createDashboard(): void {
    this.#run(this.#dashboard());
  }

  writeTemplate(): void {
    this.#run(this.#writeTemplate());
  }

  copyDiagnostics(): void {
    this.#run(this.#copyDiagnostics());
  }

  forgetDevice(): void {
    this.#run(this.#forgetDevice());
  }

  async #choosePreview(): Promise<void> {
    const { PdfPicker } = await import('./first-run/pdf-picker');
    new PdfPicker(this.app, this.messages.preview.choose, (pdf) => this.previewSent(pdf)).open();
  }

  async #preview(file: TFile): Promise<void> {
    const { PreviewModal } = await import('./preview-modal');
    if (this.unloading.aborted) return;
    const { queue, endpoint } = this.stages;
    const modal = new PreviewModal(this.app, file.name, this.messages, queue.working !== null);
    const close = (): void => modal.close();
    this.unloading.addEventListener('abort', close, { signal: modal.closing });
    modal.open();
    try {
      const sent = await this.stages.previewSent(file, modal.closing, (done, of) => modal.progress(done, of));
      modal.show(sent, endpoint.isOnDevice && this.settings().redact.length > 0);
    } catch (thrown) {
      modal.close();
      if (!(thrown instanceof Cancelled)) throw thrown;
    }
  }

  async #writeTemplate(): Promise<void> {
    const { writeTemplate } = await import('./write-template');
    await writeTemplate(this.app, this.messages);
  }

  async #forgetDevice(): Promise<void> {
    const { askToForget, forgottenText } = await import('./forget');
    if (!(await askToForget(this.app, this.messages))) return;
    this.stages.inbox.cancelAll();
    this.notices.show(forgottenText(this.messages, await this.stages.forget()));
  }

  async #copyDiagnostics(): Promise<void> {
    await copyDiagnostics(this.diagnosis());
    this.notices.show(this.messages.notices.diagnosticsCopied);
  }

  async #retryAndAsk(): Promise<void> {
    await this.retry('asked');
    const { completion } = this.stages;
    const offline = await completion.offline();
    if (offline.length === 0) return;
    const sizes = offline.map(({ pdf }) => this.app.vault.getFileByPath(pdf.path)?.stat.size ?? 0);
    const settings = this.settings();
    const model = settings.model || (presetOf(settings)?.model ?? '');
    const question = { sizes, model, readsTwice: settings.secondReading };
    const { askToComplete } = await import('./complete-modal');
    if (await askToComplete(this.app, this.messages, question)) await completion.completeOffline();
  }

  async #complete(pair: Pair): Promise<void> {
    const { frontmatter } = this.app.metadataCache.getFileCache(pair.note) ?? {};
    const hasDigest = readDigestFrontmatter(frontmatter)?.state === 'complete';
    const lacks =
      this.pairs.canReadTwice(pair.note) || statesUnreadPages(await this.app.vault.cachedRead(pair.note));
    if (hasDigest && !lacks) this.notices.show(this.messages.completion.isComplete);
    else this.regenerate(pair);
  }

  async #dashboard(): Promise<void> {
    await this.stages.notes.ready();
    const { makeDashboard } = await import('./dashboard/index');
    const { file, outcome } = await makeDashboard(
      this.app,
      this.messages,
      this.stages.device,
      this.settings().ownFields.map(({ name }) => name),
    );
    if (outcome !== 'created') this.notices.show(this.messages.dashboard[outcome]);
    await this.app.workspace.getLeaf(false).openFile(file);
  }

  get #catalogue(): CataloguePorts {
    const { stages, messages, settings, unloading: signal } = this;
    return { stages, messages, settings, signal, showNotice: (text) => this.notices.show(text) };
  }

  #run(work: Promise<void>): void {
    work.catch((thrown: unknown) => this.notices.fail(thrown));
  }
}

/** Returns whether a note in any language states that pages were not read. */
function statesUnreadPages(text: string): boolean {
  return interfaceLanguages.some((language) => text.includes(`**${messagesFor(language).note.notAllRead}**`));
}
