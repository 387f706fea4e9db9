import { getLinkpath, type App, type TFile } from 'obsidian';
import { toFailure } from '../failure';
import { format, type Messages } from '../i18n/messages';
import type { Settings } from '../settings';
import type { Stages } from '../stages';
import { isPdfPath } from '../inbox/scope';
import { readDigestFrontmatter } from '../note/frontmatter';
import type { Actions, Pair } from './commands';
import { createDashboard } from './dashboard';
import type { Notices } from './notices';

/** What the user can ask for, done. */
export class AppActions implements Actions {
  constructor(
    private readonly app: App,
    private readonly stages: Stages,
    private readonly notices: Notices,
    private readonly messages: Messages,
    private readonly settings: () => Settings,
  ) {}

  digestPdf(file: TFile): void {
    this.#run(this.stages.inbox.process(file));
  }

  digestFolder(folder: string): void {
    this.#run(this.#reconcile(folder));
  }

  digestInbox(): void {
    const { inboxFolder } = this.settings();
    if (inboxFolder !== '/' && this.app.vault.getFolderByPath(inboxFolder) === null) {
      this.notices.say(format(this.messages.notices.inboxMissing, { folder: inboxFolder }));
    } else this.digestFolder(inboxFolder);
  }

  cancelAll(): void {
    this.stages.inbox.cancelAll();
    this.notices.say(this.messages.notices.cancelled);
  }

  retryFailed(): void {
    const { inbox, queue, history, endpoint } = this.stages;
    endpoint.forgetFailures();
    for (const { file } of history.unfinished) this.#run(inbox.process(file));
    this.#run(inbox.completeNotes());
    queue.resume();
  }

  sourceOf(note: TFile): TFile | null {
    const links = this.app.metadataCache.getFileCache(note)?.frontmatterLinks ?? [];
    const source = links.find((link) => link.key === 'source_file');
    return source ? this.app.metadataCache.getFirstLinkpathDest(getLinkpath(source.link), note.path) : null;
  }

  pairOf(file: TFile): Pair | null {
    const { vault, metadataCache } = this.app;
    if (isPdfPath(file.path)) {
      const note = vault.getFileByPath(this.stages.notes.bySource(file.path) ?? '');
      return note === null ? null : { pdf: file, note };
    }
    if (readDigestFrontmatter(metadataCache.getFileCache(file)?.frontmatter) === null) return null;
    const pdf = this.sourceOf(file);
    return pdf === null ? null : { pdf, note: file };
  }

  regenerate({ pdf, note }: Pair): void {
    this.#run(this.stages.inbox.process(pdf, note));
  }

  open(file: TFile): void {
    this.#run(this.app.workspace.getLeaf(false).openFile(file));
  }

  createDashboard(): void {
    this.#run(this.#dashboard());
  }

  async #dashboard(): Promise<void> {
    const { dashboard } = this.messages;
    const { file, existed } = await createDashboard(this.app, dashboard);
    if (existed) this.notices.say(dashboard.existed);
    await this.app.workspace.getLeaf(false).openFile(file);
  }

  async #reconcile(folder: string): Promise<void> {
    const found = await this.stages.inbox.reconcile(folder);
    const { notices } = this.messages;
    this.notices.say(found === 0 ? notices.nothingNew : format(notices.started, { count: found }));
  }

  #run(work: Promise<void>): void {
    work.catch((thrown: unknown) => this.notices.fail(toFailure(thrown)));
  }
}

interface SettingsWindow {
  open(): void;
  openTabById(id: string): void;
}

function isSettingsWindow(value: unknown): value is SettingsWindow {
  return typeof value === 'object' && value !== null && 'open' in value && 'openTabById' in value;
}

/** Opens the plugin's tab. The app has no public way to; where the usual one is missing, nothing happens. */
export function openSettingsTab(app: App, tab: string): void {
  const settings: unknown = Reflect.get(app, 'setting');
  if (!isSettingsWindow(settings)) return;
  settings.open();
  settings.openTabById(tab);
}
