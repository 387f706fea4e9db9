import type { App, TFile } from 'obsidian';
import type { Stages } from '../app/stages';
import { Cancelled } from '../failure';
import { interfaceLanguages } from '../i18n/language';
import { messagesFor, type Messages } from '../i18n/messages';
import type { Origin } from '../inbox/queue';
import { readDigestFrontmatter } from '../note/frontmatter';
import type { Settings } from '../settings';
import { countInbox, digestFolder, resumeFolder, type CataloguePorts } from './catalogue';
import { askToComplete } from './complete-modal';
import { copyDiagnostics, type Facts } from './copy-diagnostics';
import { makeDashboard } from './dashboard/index';
import { PdfPicker } from './first-run/pdf-picker';
import { askToForget, forgottenText } from './forget';
import type { Notices } from './notices';
import type { Pair, Pairs } from './pairs';
import { PreviewModal } from './preview-modal';
import { presetOf } from './setting-values';
import { writeTemplate } from './write-template';

/** The functions and objects that the actions of the user need. */
export interface ActionPorts {
  readonly app: App;
  readonly stages: Stages;
  readonly notices: Notices;
  readonly messages: Messages;
  readonly settings: () => Settings;
  readonly facts: () => Facts;
  readonly pairs: Pairs;
  /** Aborted when the plugin is unloaded. */
  readonly unloading: AbortSignal;
}

/** The actions whose code is loaded when the user runs the first of them. Each can throw a failure. */
export class LoadedActions {
  constructor(private readonly ports: ActionPorts) {}

  digestFolder(folder: string): Promise<void> {
    return digestFolder(this.ports.app, folder, this.#catalogue);
  }

  /** Digests one folder after another, because the user may have to answer a question for each. */
  async digestFolders(folders: readonly string[]): Promise<void> {
    const { app, notices } = this.ports;
    for (const folder of folders) {
      if (folder === '/' || app.vault.getFolderByPath(folder) !== null) await this.digestFolder(folder);
      else notices.inboxMissing(folder);
    }
  }

  countInbox(folder: string): Promise<void> {
    return countInbox(this.ports.app, folder, this.#catalogue);
  }

  resumeFolder(): Promise<void> {
    return resumeFolder(this.#catalogue);
  }

  /**
   * Queues all PDFs that failed or have an incomplete note, and resumes the queue. Resolves to the number of
   * queued PDFs.
   */
  async retry(origin: Origin): Promise<number> {
    const { notes, queue, history, endpoint, completion } = this.ports.stages;
    endpoint.forgetFailures();
    await notes.ready();
    const unfinished = history.unfinished.filter(({ file, note }) => queue.add(file, origin, note));
    const count = unfinished.length + (await completion.retry(origin));
    queue.resume();
    return count;
  }

  /** Retries like {@link retry}, and asks whether to complete the notes of the offline engine. */
  async retryAndAsk(): Promise<void> {
    await this.retry('asked');
    const { app, messages, settings: current, stages } = this.ports;
    const { completion } = stages;
    const offline = await completion.offline();
    if (offline.length === 0) return;
    const sizes = offline.map(({ pdf }) => app.vault.getFileByPath(pdf.path)?.stat.size ?? 0);
    const settings = current();
    const model = settings.model || (presetOf(settings)?.model ?? '');
    const question = { sizes, model, readsTwice: settings.secondReading };
    if (await askToComplete(app, messages, question)) await completion.completeOffline();
  }

  async complete(pair: Pair): Promise<void> {
    const { app, messages, notices, pairs, stages } = this.ports;
    const { frontmatter } = app.metadataCache.getFileCache(pair.note) ?? {};
    const hasDigest = readDigestFrontmatter(frontmatter)?.state === 'complete';
    const lacks = pairs.canReadTwice(pair.note) || statesUnreadPages(await app.vault.cachedRead(pair.note));
    if (hasDigest && !lacks) notices.show(messages.completion.isComplete);
    else await stages.inbox.process(pair.pdf, pair.note);
  }

  /** Lets the user choose a PDF, and shows its text as it would be sent. */
  choosePreview(): void {
    const { app, messages, notices } = this.ports;
    const preview = (pdf: TFile): void =>
      void this.preview(pdf).catch((thrown: unknown) => notices.fail(thrown));
    new PdfPicker(app, messages.preview.choose, preview).open();
  }

  async preview(file: TFile): Promise<void> {
    const { app, messages, settings, stages, unloading } = this.ports;
    if (unloading.aborted) return;
    const { queue, endpoint } = stages;
    const modal = new PreviewModal(app, file.name, messages, queue.working !== null);
    const close = (): void => modal.close();
    unloading.addEventListener('abort', close, { signal: modal.closing });
    modal.open();
    try {
      const sent = await stages.previewSent(file, modal.closing, (done, of) => modal.progress(done, of));
      modal.show(sent, endpoint.isOnDevice && settings().redact.length > 0);
    } catch (thrown) {
      modal.close();
      if (!(thrown instanceof Cancelled)) throw thrown;
    }
  }

  async createDashboard(): Promise<void> {
    const { app, messages, notices, settings, stages } = this.ports;
    await stages.notes.ready();
    const ownFields = settings().ownFields.map(({ name }) => name);
    const { file, outcome } = await makeDashboard(app, messages, stages.device, ownFields);
    if (outcome !== 'created') notices.show(messages.dashboard[outcome]);
    await app.workspace.getLeaf(false).openFile(file);
  }

  writeTemplate(): Promise<void> {
    return writeTemplate(this.ports.app, this.ports.messages);
  }

  async copyDiagnostics(): Promise<void> {
    const { facts, messages, notices } = this.ports;
    await copyDiagnostics(facts());
    notices.show(messages.notices.diagnosticsCopied);
  }

  async forgetDevice(): Promise<void> {
    const { app, messages, notices, stages } = this.ports;
    if (!(await askToForget(app, messages))) return;
    stages.inbox.cancelAll();
    notices.show(forgottenText(messages, await stages.forget()));
  }

  get #catalogue(): CataloguePorts {
    const { stages, messages, settings, notices, unloading: signal } = this.ports;
    return { stages, messages, settings, signal, showNotice: (text) => notices.show(text) };
  }
}

/** Returns whether a note in any language states that pages were not read. */
function statesUnreadPages(text: string): boolean {
  return interfaceLanguages.some((language) => text.includes(`**${messagesFor(language).note.notAllRead}**`));
}
