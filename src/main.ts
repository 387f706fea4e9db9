import { getLanguage, Plugin } from 'obsidian';
import { isChinese } from './i18n/language';
import { loadWords, messagesFor, type Messages } from './i18n/messages';
import { watchVault } from './app/watch-vault';
import { Log } from './log';
import { endLater } from './packed-later';
import { builtInInstructions } from './llm/prompt/built-in-instructions';
import { makeFolder } from './app/make-folder';
import { Failure } from './failure';
import { afterFolderMoved, inboxFolders, isInInbox } from './settings/settings-for';
import { SettingsStore } from './settings/store';
import { connectStages, type Stages } from './app/stages';
import { AppActions } from './ui/actions';
import { openSettingsTab } from './ui/open-settings';
import { Pairs } from './ui/pairs';
import { approvalButtons } from './ui/approval-buttons';
import { addLink, createApi, type PdfInboxApi } from './ui/api';
import { addCli } from './ui/cli';
import { addCommands, addFileMenu } from './ui/commands';
import type { Facts } from './ui/copy-diagnostics';
import { FirstRun } from './ui/first-run/first-run';
import { openCorrection } from './ui/correction';
import type { NoteReview } from './ui/note-review';
import { Notices } from './ui/notices';
import { addQueueView } from './ui/queue-view';
import { PdfInboxSettingTab } from './ui/settings-tab';
import { stagesUi } from './ui/stages-ui';
import { TitleNames } from './ui/rename/title-names';

/** Connects the parts to the app and contains no other logic. */
export default class PdfInboxPlugin extends Plugin {
  #store: SettingsStore | null = null;
  #firstRun: FirstRun | null = null;
  #fail = (_thrown: unknown): void => undefined;
  readonly #unloading = new AbortController();
  /** The functions that other plugins may call. Absent until the plugin has loaded. */
  api?: PdfInboxApi;

  override async onload(): Promise<void> {
    const language = getLanguage();
    await loadWords();
    const messages = messagesFor(language);
    const store = await SettingsStore.open(
      { load: () => this.loadData() as Promise<unknown>, save: (data) => this.saveData(data) },
      language,
    );
    this.#store = store;
    this.#fail = (thrown) => notices.fail(thrown);
    this.register(() => {
      this.#unloading.abort();
      endLater();
    });

    const log = new Log();
    const fail = (thrown: unknown): void => notices.fail(thrown);
    const notices: Notices = new Notices(
      messages,
      {
        openNote: (path) => void this.app.workspace.openLinkText(stages.notes.whereIs(path), '', false),
        openSettings: (failure) => correct(failure),
        retry: ({ file, note }) => void stages.inbox.process(file, note).catch(fail),
        regenerate: (entry, notePath) => {
          const note = this.app.vault.getFileByPath(stages.notes.whereIs(notePath));
          if (note !== null) stages.inbox.process(entry.file, note).catch(fail);
        },
        keepNote: (entry) => stages.decisions.keepNote(entry),
        approvalButtons: () => approvalButtons(messages, stages.approvals, fail),
        undo: (update) =>
          void loadReview()
            .then((loaded) => loaded.undo(update))
            .catch(fail),
        decide: (update) =>
          loadReview()
            .then((loaded) => loaded.decide(update))
            .catch(fail),
      },
      log,
    );
    const stages: Stages = connectStages(
      this,
      store,
      stagesUi(this, messages, notices, {
        countInbox: (folder) => actions.countInbox(folder),
        askAboutNames: () => titleNames.queueFellIdle(),
        waitingCount: () => stages.inbox.waitingCount,
      }),
      log,
    );
    const correct = this.#openCorrection(store, messages, stages, fail);
    let review: NoteReview | null = null;
    const loadReview = async (): Promise<NoteReview> => {
      const { NoteReview } = await import('./ui/note-review');
      return (review ??= new NoteReview(this.app, stages.maker, messages, (text) => notices.show(text)));
    };
    const titleNames: TitleNames = new TitleNames(
      this.app,
      stages,
      () => store.current,
      messages,
      notices,
      this.#unloading.signal,
    );
    this.register(
      stages.queue.subscribe((entry) => {
        if (entry !== null) titleNames.record(entry);
      }),
    );
    const facts = (): Facts => ({
      pluginVersion: this.manifest.version,
      settings: store.current,
      hasKey: stages.endpoint.hasKey,
      unapproved: stages.approvals.pending.map(({ aspect }) => aspect),
      automatic: stages.automatic.get(),
      failures: log.failures,
    });
    const pairs = new Pairs(this.app, stages.notes, () => store.current);
    const actions: AppActions = new AppActions(
      {
        app: this.app,
        stages,
        notices,
        messages,
        settings: () => store.current,
        facts,
        pairs,
        unloading: this.#unloading.signal,
      },
      titleNames,
    );
    addCommands(this, messages, actions, pairs);
    addFileMenu(this, messages, actions, pairs);
    const outside = { stages, messages, log, retry: () => actions.retry('requested') };
    addCli(this, outside);
    this.api = createApi(this, outside);
    const link = {
      ...outside,
      isInInbox: (path: string): boolean => isInInbox(store.current, path),
      showNotice: (text: string): void => notices.show(text),
      signal: this.#unloading.signal,
    };
    addLink(this, link, fail);
    addQueueView(this, { messages, stages, settings: () => store.current, actions, pairs, correct, fail });
    const firstRun = new FirstRun(this.app, {
      messages,
      store,
      secretName: () => stages.approvals.secretName,
      automatic: () => stages.automatic.get(),
      device: stages.device,
      log,
      test: (settings, signal) => log.watching(stages.endpoint.test(signal, settings)),
      models: (settings, signal) => log.watching(stages.endpoint.models(signal, settings)),
      digest: (pdf) => actions.digestPdf(pdf),
      signal: this.#unloading.signal,
      onClosed: () => this.#reconcile(stages, actions, notices),
      fail,
    });
    this.#firstRun = firstRun;
    this.#addSettingTab(store, messages, stages, firstRun, actions, log, fail);

    // Until the layout is ready, the app reports each file of the vault as a new file. So the plugin starts
    // its work only when the layout is ready.
    this.app.workspace.onLayoutReady(() => {
      if (!this.#unloading.signal.aborted) this.#start(store, stages, actions, notices);
    });
  }

  override onUserEnable(): void {
    if (this.#firstRun?.isDue) this.#firstRun.open();
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.#store?.reload();
    if (this.#store?.isUnreadable === true) this.#fail(new Failure('settings-unreadable'));
  }

  #start(store: SettingsStore, stages: Stages, actions: AppActions, notices: Notices): void {
    const folderMoved = (from: string, to: string): void => {
      const changes = afterFolderMoved(store.current, from, to);
      if (Object.keys(changes).length === 0) return;
      const before = inboxFolders(store.current);
      const after = inboxFolders({ ...store.current, ...changes });
      const moved = after.filter((folder) => !before.includes(folder));
      moved.forEach((folder) => stages.folders.moved(folder));
      store.change(changes).catch(this.#fail);
      moved.forEach((folder) => notices.inboxMoved(folder));
    };
    watchVault(this, stages.inbox, folderMoved, stages.fileMoved, stages.foldersChanged);
    notices.rejectedSettings(store.rejected);
    if (store.isUnreadable) notices.fail(new Failure('settings-unreadable'));
    stages.followApprovals();
    stages.expire();
    // The app calls `onUserEnable` only after this function has returned. The timeout lets the first-run
    // window open before any PDF is processed.
    window.setTimeout(() => {
      if (this.#firstRun?.isOpen === true) return;
      // The plugin asks what to do with the PDFs in a new inbox folder. After the installation it must not
      // ask this, because the user has not chosen the default folder. So `moved` marks this folder as known.
      if (store.isNew) stages.folders.moved(store.current.inboxFolder);
      this.#reconcile(stages, actions, notices);
    }, 0);
  }

  #reconcile({ folders }: Stages, actions: AppActions, notices: Notices): void {
    if (this.#unloading.signal.aborted) return;
    folders
      .reconcile()
      .then(() => actions.resumeAfterStart())
      .catch((thrown: unknown) => notices.fail(thrown));
  }

  /**
   * Returns a function that opens the dialog or the settings where the user can correct the cause of a
   * failure.
   */
  #openCorrection(
    store: SettingsStore,
    messages: Messages,
    { endpoint }: Stages,
    fail: (thrown: unknown) => void,
  ): (failure: Failure | undefined) => void {
    const { app, manifest } = this;
    const load = (signal: AbortSignal): Promise<readonly string[]> => endpoint.models(signal);
    const openSettings = (): void => openSettingsTab(app, manifest.id);
    return (failure) => openCorrection({ app, messages, store, load, openSettings, fail }, failure);
  }

  #addSettingTab(
    store: SettingsStore,
    messages: Messages,
    { folders, automatic, endpoint, completion }: Stages,
    firstRun: FirstRun,
    actions: AppActions,
    log: Log,
    fail: (thrown: unknown) => void,
  ): void {
    const { vault } = this.app;
    this.addSettingTab(
      new PdfInboxSettingTab(this.app, this, {
        messages,
        store,
        automatic,
        builtInInstructions: builtInInstructions(isChinese(getLanguage()) ? 'zh' : 'en'),
        testConnection: async () => {
          const model = await log.watching(endpoint.test(this.#unloading.signal));
          endpoint.forgetFailures();
          completion.endpointRecovered();
          return model;
        },
        listModels: (signal) => log.watching(endpoint.models(signal)),
        spentToday: () => endpoint.spending.today,
        folderExists: (path) => path === '/' || vault.getFolderByPath(path) !== null,
        createFolder: (path) => makeFolder(vault, path),
        fail,
        openFirstRun: (onClosed) => firstRun.open(onClosed),
        previewSent: () => actions.previewSent(null),
        forgetDevice: () => actions.forgetDevice(),
        onChange: (key) => {
          if (key === 'completeByItself') completion.startAutomatically();
          if (key === 'inboxFolder' || key === 'moreInboxFolders' || key === 'auto')
            folders.reconcile().catch(fail);
        },
      }),
    );
  }
}
