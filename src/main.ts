import { getLanguage, Plugin } from 'obsidian';
import { toFailure } from './failure';
import { isChinese } from './i18n/language';
import { messagesFor, type Messages } from './i18n/messages';
import { watchVault } from './inbox/app-watch';
import { builtInInstructions } from './llm/built-in-instructions';
import { SettingsStore } from './settings-store';
import { connectStages, type Stages } from './stages';
import { AppActions, openSettingsTab } from './ui/actions';
import { addCommands, addFileMenu } from './ui/commands';
import { NoteReview } from './ui/note-review';
import { Notices } from './ui/notices';
import { PdfInboxSettingTab } from './ui/settings-tab';

/** Wires the parts to the app; nothing else. What a PDF goes through is in `pipeline/`. */
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

    const notices: Notices = new Notices(messages, {
      openNote: (path) => void this.app.workspace.openLinkText(path, '', false),
      openSettings: () => openSettingsTab(this.app, this.manifest.id),
      retry: (entry) => void stages.inbox.process(entry.file),
      regenerate: (entry, notePath) => {
        const note = this.app.vault.getFileByPath(notePath);
        if (note !== null) void stages.inbox.process(entry.file, note);
      },
      undo: (update) => void review.undo(update).catch((thrown: unknown) => notices.fail(toFailure(thrown))),
      decide: (update) => void review.decide(update).catch((thrown: unknown) => notices.fail(toFailure(thrown))),
    });
    const stages = connectStages(this, store, messages, notices);
    const review = new NoteReview(this.app, stages.maker, messages, (text) => notices.say(text));
    const actions = new AppActions(this.app, stages, notices, messages, () => store.current);
    addCommands(this, messages, actions);
    addFileMenu(this, messages, actions);
    this.#addSettingTab(store, messages, stages);

    // Before this, the app reports every file it loads as if it were new.
    this.app.workspace.onLayoutReady(() => {
      if (!this.#unloading.signal.aborted) this.#start(store, stages, notices);
    });
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.#store?.reload();
  }

  #start(store: SettingsStore, { inbox, automatic }: Stages, notices: Notices): void {
    watchVault(this, inbox, {
      folder: () => store.current.inboxFolder,
      moved: (folder) => {
        void store.change({ inboxFolder: folder });
        notices.inboxMoved(folder);
      },
    });
    notices.rejectedSettings(store.rejected);
    if (automatic.get()) inbox.reconcile().catch((thrown: unknown) => notices.fail(toFailure(thrown)));
  }

  #addSettingTab(store: SettingsStore, messages: Messages, { inbox, automatic, endpoint }: Stages): void {
    const { vault } = this.app;
    this.addSettingTab(
      new PdfInboxSettingTab(this.app, this, {
        messages,
        store,
        automatic,
        builtInInstructions: builtInInstructions(isChinese(getLanguage()) ? 'zh' : 'en'),
        testConnection: () => endpoint.test(this.#unloading.signal),
        listModels: (signal) => endpoint.models(signal),
        spentToday: () => endpoint.spending.today,
        folderExists: (path) => path === '/' || vault.getFolderByPath(path) !== null,
        createFolder: async (path) => void (await vault.createFolder(path)),
        onChange: (key) => {
          if ((key === 'inboxFolder' || key === 'auto') && automatic.get()) void inbox.reconcile();
        },
      }),
    );
  }
}
