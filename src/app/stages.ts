import { Platform, type Plugin } from 'obsidian';
import { systemClock } from '../clock';
import { allMessages } from '../i18n/messages';
import type { Catalogue, SurveyOptions } from '../inbox/catalogue';
import { Completion } from '../inbox/completion';
import { Inbox } from '../inbox/inbox';
import { MissingFolders } from '../inbox/missing-folders';
import { Queue } from '../inbox/queue';
import { defaultSettleTimes } from '../inbox/settle';
import { Twins } from '../inbox/twins';
import type { Log } from '../log';
import { statesNotReadTwice } from '../note/checking-lines';
import type { NoteMaker } from '../note/maker';
import { sizeLimits, type SizeLimits } from '../pdf/size-limits';
import { isOwnFailure } from '../pipeline/hold-up';
import {
  inboxFolders,
  isInInbox as isInInboxOf,
  isOnlyOnThisDevice,
  noteFoldersFor,
} from '../settings/settings-for';
import type { SettingsStore } from '../settings/store';
import { dropAnswers } from '../workers/endpoint/answer-store';
import { appDeviceStore } from './app-device-store';
import { Decisions } from './decisions';
import { AppEndpoint } from './endpoint';
import type { Forgotten } from './forget';
import { HoldUps } from './hold-ups';
import { InboxFolders } from './inbox-folders';
import { AppInboxVault, isExcluded } from './inbox-vault';
import { AppKnownNotes } from './known-notes';
import { LazyDocumentWorker } from './lazy-document-worker';
import { LazyPipeline } from './lazy-pipeline';
import { openMemory, type Memory } from './memory';
import { OneWindow, windowName } from './one-window';
import { queueEvents } from './queue-events';
import { Secrets } from './secrets';
import type { StagesUi } from './stages-ui';
import { unreadableNotes } from './unreadable-note';
import { appTwinFiles } from './twin-files';
import { whenEndpointChanges } from './watch-endpoint';

/** The parts of the running plugin that its user interface uses. */
export interface Stages extends Pick<
  Memory,
  'history' | 'automatic' | 'device' | 'approvals' | 'folderJobs'
> {
  readonly inbox: Inbox;
  readonly notes: AppKnownNotes;
  readonly queue: Queue;
  readonly endpoint: AppEndpoint;
  readonly decisions: Decisions;
  /** Closes the circuit breakers that failures have opened, then resumes a paused queue. */
  readonly resumeWork: () => void;
  /** Pauses the queue while changed settings wait for the user's approval, and resumes it afterwards. */
  readonly followApprovals: () => void;
  /**
   * Removes the data that the plugin has collected on this device (see `forgetDevice`), and returns the
   * number of removed entries. The caller must cancel all work before.
   */
  readonly forget: () => Promise<Forgotten>;
  /** Removes cached answers that are too old. */
  readonly expire: () => void;
  readonly folders: InboxFolders;
  /** Must be called when a folder of the vault was created, deleted or renamed. */
  readonly foldersChanged: () => void;
  /** Must be called when a file was renamed or moved. */
  readonly fileMoved: (from: string, to: string) => void;
  /**
   * Must be called after the plugin has changed the links of a note. `sha256` is the hash of the note's PDF.
   */
  readonly noteRewritten: (sha256: string, before: string, after: string) => Promise<void>;
  readonly completion: Completion;
  /**
   * Counts the PDFs of a folder, and lists those that have no note.
   * @throws Failure `code-not-loaded`, Cancelled
   */
  readonly survey: (folder: string, options: SurveyOptions) => Promise<Catalogue>;
  readonly maker: NoteMaker;
  readonly previewSent: LazyPipeline['previewSent'];
}

/**
 * Connects the parts of the plugin, such as the inbox, the queue and the endpoint, to each other, to the app
 * and to the interface. When the plugin is unloaded, everything that this function started is ended.
 */
export function connectStages(plugin: Plugin, store: SettingsStore, ui: StagesUi, log: Log): Stages {
  const { app } = plugin;
  const onTrouble = (thrown: unknown): void => ui.fail(thrown);
  const memory = openMemory(appDeviceStore(app, onTrouble), store);
  const { device, hashes, leftOut, history, approvals } = memory;
  const vault = new AppInboxVault(app.vault);
  const notes: AppKnownNotes = new AppKnownNotes(app, (ref) => plugin.registerEvent(ref), {
    onNote: (hash) => leftOut.noted(hash),
    onTwins: (hash) => twins.foundTwins(hash),
    onChanged: (path, hash, text) => void twins.changed(path, hash, text).catch(onTrouble),
    onFound: (sha256, notePath, from) => {
      history.noteFound(sha256);
      if (from !== undefined) history.moved(from, notePath);
    },
    onDeleted: (pdf, sha256) => decisions.noteDeleted(pdf, sha256),
    findUnreadable: unreadableNotes(
      app,
      (pdfPath) => noteFoldersFor(store.current, pdfPath),
      (path) => notes.hashOf(path) !== null,
    ),
  });
  const isInInbox = (path: string): boolean => isInInboxOf(store.current, path);
  const decisions = new Decisions(leftOut, history, isInInbox);
  const worker = new LazyDocumentWorker();
  const holdUps: HoldUps = new HoldUps({
    queue: () => queue,
    approvals,
    settings: () => store.current,
    oneWindow: () => oneWindow,
    ui,
    forgetFailures: () => endpoint.forgetFailures(),
    onFree: () => void folders.reconcile().catch(onTrouble),
  });
  const endpoint = new AppEndpoint(
    app.vault.getName(),
    new Secrets(app),
    () => store.current,
    device,
    holdUps.refusal,
  );
  const oneWindow: OneWindow = new OneWindow(
    window.navigator.locks,
    windowName(device),
    systemClock,
    (isWorking) => holdUps.windowChanged(isWorking),
  );
  const isAutomatic = (): boolean => memory.automatic.get() && oneWindow.isWorking;
  const mustStayOnDevice = (pdfPath: string): boolean =>
    isOnlyOnThisDevice(store.current, pdfPath) && !endpoint.isPrivate;
  const readsTwice = (): boolean => store.current.provider !== 'offline' && store.current.secondReading;
  const limits = (): SizeLimits => sizeLimits[Platform.isMobile ? 'mobile' : 'computer'];
  const pipeline = new LazyPipeline(app, {
    ...memory,
    sizeLimits: limits,
    settings: () => store.current,
    vault,
    notes,
    isUntouched: (notePath, hash) => twins.isUntouched(notePath, hash),
    onNewNote: (hash, text) => twins.wrote(hash, text),
    onUpdate: (hash, before, after) => twins.rewrote(hash, before, after),
    isInInbox,
    worker,
    endpoint,
    spending: endpoint.spending,
    mustStayOnDevice,
    readsTwice,
    ui,
    log,
    waitingCount: () => inbox.waitingCount,
  });
  const twins = new Twins({
    ...appTwinFiles(app, worker.maker),
    twins: (hash) => notes.twins(hash),
    hashOf: (notePath) => notes.hashOf(notePath),
    isProven: async (notePath, hash) => {
      const { isProven } = await import('./note-proof');
      const isUnchanged = (note: string): Promise<boolean> => worker.maker.isUnchanged(note);
      return isProven(app, { notes, vault, hashes, isInInbox, isUnchanged }, notePath, hash);
    },
    store: device,
    timers: systemClock,
    onDoubt: (path, other) => ui.twinDoubted(path, other),
    onWithdrawn: (count) => ui.notesWithdrawn(count),
    onTrouble,
  });
  const queue: Queue = new Queue(
    pipeline.process,
    queueEvents(memory, ui, () => ({
      queue,
      inbox,
      completion,
      twins,
      whereIs: (notePath) => notes.whereIs(notePath),
      resume: holdUps.resume,
    })),
    systemClock,
    () => endpoint.spending.sinceStart,
    holdUps.pause,
  );
  const completion: Completion = new Completion({
    vault,
    notes,
    hashes,
    queue,
    store: device,
    hasModel: () => store.current.provider !== 'offline',
    mustStayOnDevice,
    readsTwice,
    statesNotReadTwice: async ({ path }) => {
      const note = app.vault.getFileByPath(path);
      return note !== null && statesNotReadTwice(await app.vault.cachedRead(note), allMessages());
    },
    automaticSizeLimit: () => limits().automatic,
    isAutomatic: () => store.current.completeByItself && isAutomatic(),
    isInInbox,
    isOwn: isOwnFailure,
    onTrouble,
  });
  // If the app quits normally while a PDF is being read, this PDF has not crashed the app.
  plugin.registerEvent(app.workspace.on('quit', () => memory.inFlight.close()));
  const inbox: Inbox = new Inbox({
    vault,
    notes,
    hashes,
    leftOut,
    queue,
    timers: systemClock,
    isExcluded: (path) => isExcluded(app, path),
    settleTimes: { ...defaultSettleTimes, unchangedFor: () => store.current.settleSeconds * 1_000 },
    watches: () => ({ folders: inboxFolders(store.current), automatic: isWatching() }),
    onLeftAlone: (entry) => history.record(entry),
    onTrouble,
  });
  inbox.subscribe(() => ui.showState(queue, inbox));
  const fingerprint = (): string =>
    JSON.stringify([endpoint.fingerprint(), readsTwice(), store.current.checkModel]);
  const isWatching = (): boolean => isAutomatic() && approvals.approvesFolder;
  const missing: MissingFolders = new MissingFolders({
    store: device,
    timers: systemClock,
    watched: () => inboxFolders(store.current),
    exists: (folder) => folder === '/' || app.vault.getFolderByPath(folder) !== null,
    isWatching: () => folders.isWatching,
    onMissing: (folder) => ui.inboxMissing(folder),
  });
  const folders: InboxFolders = new InboxFolders({
    folders: () => inboxFolders(store.current),
    watched: memory.watched,
    missing,
    isWatching,
    isDefault: () => store.isUnreadable,
    notesReady: () => notes.ready(),
    search: (folder) => inbox.reconcile(folder),
    ask: (folder) => ui.inboxChanged(folder),
    onTrouble,
  });
  approvals.subscribe(holdUps.followApprovals);
  whenEndpointChanges(plugin, fingerprint, () => {
    if (holdUps.endpointChanged()) completion.endpointRecovered();
  });
  oneWindow.start();
  plugin.register(() => {
    oneWindow.dispose();
    missing.dispose();
    memory.inFlight.close();
    inbox.dispose();
    twins.dispose();
    worker.dispose();
    endpoint.dispose();
  });
  return {
    previewSent: (file, signal, onPage) => pipeline.previewSent(file, signal, onPage),
    inbox,
    notes,
    queue,
    approvals,
    followApprovals: holdUps.followApprovals,
    forget: async () => {
      const { forgetDevice } = await import('./forget');
      const { inFlight } = memory;
      const copies = [hashes, leftOut, inFlight, missing, completion, twins, endpoint, approvals];
      return forgetDevice(app, device, copies);
    },
    // If the database cannot be opened now, the old answers are deleted at the next start, or when the next
    // answer is stored.
    expire: () => void dropAnswers(app.vault.getName(), 'old').catch(() => undefined),
    folders,
    foldersChanged: () => missing.look(),
    fileMoved: (from, to) => history.moved(from, to),
    noteRewritten: (hash, before, after) => twins.rewrote(hash, before, after),
    decisions,
    resumeWork: holdUps.resume,
    history,
    endpoint,
    automatic: memory.automatic,
    device,
    maker: worker.maker,
    completion,
    folderJobs: memory.folderJobs,
    survey: async (folder, options) => {
      const { survey } = await import('../inbox/catalogue');
      const { sliceReader } = await import('./read-slice');
      const readSlice = sliceReader(app.vault);
      const ports = { vault, notes, hashes, leftOut, readSlice, underWay: () => inbox.underWay };
      return survey(folder, ports, options);
    },
  };
}
