import { getLanguage, Plugin } from 'obsidian';
import { toFailure } from './failure';
import { isChinese } from './i18n/language';
import { messagesFor, type Messages } from './i18n/messages';
import { DeviceSwitch } from './inbox/app-device-switch';
import { AppKnownNotes } from './inbox/app-notes';
import { AppInboxVault, windowClock } from './inbox/app-vault';
import { watchVault } from './inbox/app-watch';
import { HashMemory } from './inbox/identify';
import { Inbox } from './inbox/inbox';
import { Queue } from './inbox/queue';
import { AppEndpoint } from './llm/app-endpoint';
import { builtInInstructions } from './llm/prompt-texts';
import { AppNoteWriter } from './note/app-note-writer';
import { createPdfExtractor } from './pdf/create-extractor';
import { browserPorts } from './pdf/start-worker';
import type { PipelinePorts } from './pipeline';
import { SettingsStore } from './settings-store';
import { AppActions, openSettingsTab } from './ui/actions';
import { addCommands, addFileMenu } from './ui/commands';
import { Notices } from './ui/notices';
import { PdfInboxSettingTab } from './ui/settings-tab';
import { StatusBar } from './ui/status-bar';

/** Wires the parts to the app; nothing else. What a PDF goes through is in `pipeline.ts`. */
export default class PdfInboxPlugin extends Plugin {
  #store: SettingsStore | null = null;
  readonly #unloading = new AbortController();

  override async onload(): Promise<void> {
    const language = getLanguage();
    const messages = messagesFor(language);
    const store = await SettingsStore.open(
      { load: () => this.loadData() as Promise<unknown>, save: (data) => this.saveData(data) },
      language,
    );
    this.#store = store;
    this.register(() => this.#unloading.abort());

    const automatic = new DeviceSwitch(this.app);
    const endpoint = new AppEndpoint(this.app, () => store.current);
    const notices: Notices = new Notices(messages, {
      openNote: (path) => void this.app.workspace.openLinkText(path, '', false),
      openSettings: () => openSettingsTab(this.app, this.manifest.id),
      retry: (entry) => void inbox.process(entry.file),
    });
    const inbox = this.#startStages(store, messages, automatic, endpoint, notices);
    const actions = new AppActions(this.app, inbox, notices, messages, () => store.current);
    addCommands(this, messages, actions);
    addFileMenu(this, messages, actions);
    this.#addSettingTab(store, messages, automatic, endpoint, inbox);

    // Before this, the app reports every file it loads as if it were new.
    this.app.workspace.onLayoutReady(() => {
      if (this.#unloading.signal.aborted) return;
      watchVault(this, inbox, {
        folder: () => store.current.inboxFolder,
        moved: (folder) => {
          void store.change({ inboxFolder: folder });
          notices.inboxMoved(folder);
        },
      });
      notices.rejectedSettings(store.rejected);
      if (automatic.get()) inbox.reconcile().catch((thrown: unknown) => notices.fail(toFailure(thrown)));
    });
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.#store?.reload();
  }

  #startStages(
    store: SettingsStore,
    messages: Messages,
    automatic: DeviceSwitch,
    endpoint: AppEndpoint,
    notices: Notices,
  ): Inbox {
    const { app } = this;
    const vault = new AppInboxVault(app.vault);
    const notes = new AppKnownNotes(app, (ref) => this.registerEvent(ref));
    const hashes = new HashMemory({
      load: (key) => app.loadLocalStorage(key) as unknown,
      save: (key, value) => app.saveLocalStorage(key, value),
    });
    const extractor = createPdfExtractor(browserPorts);
    const ports: PipelinePorts = {
      vault,
      notes,
      hashes,
      extractor,
      writer: new AppNoteWriter(app, messages, () => store.current),
      model: () => endpoint.model(),
      options: () => ({ instructions: store.current.prompt, outputLanguage: store.current.outputLanguage }),
      now: () => new Date(),
    };
    const status = new StatusBar(this.addStatusBarItem(), messages);
    const queue: Queue = new Queue(
      // The stages are evaluated with the first PDF, not when the app starts.
      async (entry, signal, onStep) => (await import('./pipeline')).processPdf(ports, entry, signal, onStep),
      {
        onChange: (entry) => {
          notices.report(entry);
          status.show(queue.working, queue.waiting.length);
          if (entry.state.kind === 'ended' && entry.state.outcome.kind === 'unfinished') inbox.waitLonger(entry);
        },
        onIdle: () => {
          status.show(null, 0);
          notices.queueFellIdle();
          inbox.queueFellIdle();
        },
        onPause: (pause) => notices.paused(pause, () => queue.resume()),
      },
      windowClock,
    );
    const inbox = new Inbox({
      vault,
      notes,
      hashes,
      queue,
      timers: windowClock,
      watches: () => ({ folder: store.current.inboxFolder, automatic: automatic.get() }),
      onTrouble: (thrown) => notices.fail(toFailure(thrown)),
    });
    this.register(() => {
      inbox.dispose();
      extractor.dispose();
      status.dispose();
    });
    return inbox;
  }

  #addSettingTab(
    store: SettingsStore,
    messages: Messages,
    automatic: DeviceSwitch,
    endpoint: AppEndpoint,
    inbox: Inbox,
  ): void {
    const { vault } = this.app;
    const reconcile = (): void => {
      if (automatic.get()) void inbox.reconcile();
    };
    this.addSettingTab(
      new PdfInboxSettingTab(this.app, this, {
        messages,
        store,
        automatic,
        builtInInstructions: builtInInstructions(isChinese(getLanguage()) ? 'zh' : 'en'),
        testConnection: () => endpoint.test(this.#unloading.signal),
        folderExists: (path) => path === '/' || vault.getFolderByPath(path) !== null,
        createFolder: async (path) => void (await vault.createFolder(path)),
        onChange: (key) => {
          if (key === 'inboxFolder' || key === 'auto') reconcile();
        },
      }),
    );
  }
}
