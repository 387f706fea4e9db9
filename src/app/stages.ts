import { Platform, type Plugin } from 'obsidian';
import { systemClock } from '../clock';
import { allMessages } from '../i18n/messages';
import { FolderJobs, survey, type Catalogue, type SurveyOptions } from '../inbox/catalogue';
import { Completion } from '../inbox/completion';
import { Declined } from '../inbox/declined';
import { History } from '../inbox/history';
import { Growing } from '../inbox/growing';
import { HashMemory } from '../inbox/identify';
import { InFlight } from '../inbox/in-flight';
import { Inbox } from '../inbox/inbox';
import { LeftOut } from '../inbox/left-out';
import { MissingFolders } from '../inbox/missing-folders';
import { Patience } from '../inbox/patience';
import { Queue, type QueueEvents } from '../inbox/queue';
import { defaultSettleTimes } from '../inbox/settle';
import { Twins } from '../inbox/twins';
import type { PdfFile } from '../inbox/vault';
import type { DeviceStore } from '../device-store';
import type { Log } from '../log';
import { statesNotReadTwice } from '../note/checking-lines';
import type { NoteMaker } from '../note/maker';
import { sizeLimits } from '../pdf/size-limits';
import type { PipelinePorts } from '../pipeline';
import { isOwnFailure } from '../pipeline/hold-up';
import type { SentPreview } from '../pipeline/preview';
import { Approvals } from '../settings/approvals';
import {
  inboxFolders,
  isInInbox as isInInboxOf,
  isOnlyOnThisDevice,
  noteFoldersFor,
} from '../settings/settings-for';
import type { SettingsStore } from '../settings/store';
import { createDocumentWorker } from '../workers/document/client';
import { dropAnswers } from '../workers/endpoint/answer-store';
import { browserPorts } from '../workers/document/start';
import { appDeviceStore } from './app-device-store';
import { Decisions } from './decisions';
import { DeviceSwitch } from './device-switch';
import { AppEndpoint } from './endpoint';
import { forgetDevice, type Forgotten } from './forget';
import { HoldUps } from './hold-ups';
import { InboxFolders } from './inbox-folders';
import { AppInboxVault, isExcluded } from './inbox-vault';
import { AppKnownNotes } from './known-notes';
import { noteProof } from './note-proof';
import { OneWindow, windowName } from './one-window';
import type { PipelineParts } from './pipeline-ports';
import { sliceReader } from './read-slice';
import { Secrets } from './secrets';
import { WatchedFolders } from '../inbox/watched-folders';
import type { StagesUi } from './stages-ui';
import { unreadableNotes } from './unreadable-note';
import { appTwinFiles } from './twin-files';
import { whenEndpointChanges } from './watch-endpoint';

/** The running parts that the interface uses. */
export interface Stages {
  readonly inbox: Inbox;
  readonly notes: AppKnownNotes;
  readonly queue: Queue;
  readonly history: History;
  readonly endpoint: AppEndpoint;
  readonly automatic: DeviceSwitch;
  readonly device: DeviceStore;
  readonly decisions: Decisions;
  /** Closes the circuit breakers that failures have opened, then resumes a paused queue. */
  readonly resumeWork: () => void;
  /** The record of the settings that the user has approved on this device. */
  readonly approvals: Approvals;
  /** Pauses the queue while changes wait for approval, and resumes it afterwards. */
  readonly followApprovals: () => void;
  /**
   * Removes all data that the plugin keeps on this device, and returns the number of removed entries. Cancel
   * all work first.
   */
  readonly forget: () => Promise<Forgotten>;
  /** Removes answers that are too old. */
  readonly expire: () => void;
  readonly folders: InboxFolders;
  /** Must be called when a folder of the vault was created, deleted or renamed. */
  readonly foldersChanged: () => void;
  /** Must be called when a file was renamed or moved. */
  readonly fileMoved: (from: string, to: string) => void;
  /**
   * Must be called after the plugin has changed the links of a note, with the hash of its PDF and the text
   * before and after.
   */
  readonly noteRewritten: (sha256: string, before: string, after: string) => Promise<void>;
  readonly completion: Completion;
  /** Remembers which folder is being digested. */
  readonly folderJobs: FolderJobs;
  /**
   * Counts the PDFs of a folder, and lists those that have no note.
   * @throws Cancelled
   */
  readonly survey: (folder: string, options: SurveyOptions) => Promise<Catalogue>;
  readonly maker: NoteMaker;
  /** Returns what would be sent for a PDF; see `previewSent`. @throws Failure, Cancelled */
  readonly previewSent: (
    file: PdfFile,
    signal: AbortSignal,
    onPage: (done: number, of: number) => void,
  ) => Promise<SentPreview>;
}

/**
 * Connects the stages to each other, to the app and to the interface. Everything it starts ends when the
 * plugin is unloaded.
 */
export function connectStages(plugin: Plugin, store: SettingsStore, ui: StagesUi, log: Log): Stages {
  const { app } = plugin;
  const onTrouble = (thrown: unknown): void => ui.fail(thrown);
  const device = appDeviceStore(app, onTrouble);
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
  const hashes = new HashMemory(device);
  const leftOut = new LeftOut(device, systemClock);
  const patience = new Patience();
  const inFlight = new InFlight(device);
  const isInInbox = (path: string): boolean => isInInboxOf(store.current, path);
  const history = new History();
  const decisions = new Decisions(leftOut, history, isInInbox);
  const worker = createDocumentWorker(browserPorts);
  const approvals = new Approvals(store, device);
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
  const automatic = new DeviceSwitch(device);
  const oneWindow: OneWindow = new OneWindow(
    window.navigator.locks,
    windowName(device),
    systemClock,
    (isWorking) => holdUps.windowChanged(isWorking),
  );
  const isAutomatic = (): boolean => automatic.get() && oneWindow.isWorking;
  const watched = new WatchedFolders(
    device,
    store.isNew || store.isUnreadable ? [] : approvals.approvedFolders,
  );
  const folderJobs = new FolderJobs(device);
  const mustStayOnDevice = (pdfPath: string): boolean =>
    isOnlyOnThisDevice(store.current, pdfPath) && !endpoint.isPrivate;
  const readsTwice = (): boolean => store.current.provider !== 'offline' && store.current.secondReading;
  const automaticSizeLimit = (): number => sizeLimits[Platform.isMobile ? 'mobile' : 'computer'].automatic;
  const parts: PipelineParts = {
    automaticSizeLimit,
    settings: () => store.current,
    vault,
    notes,
    hashes,
    leftOut,
    patience,
    growing: new Growing(() => Date.now()),
    isUntouched: (notePath, hash) => twins.isUntouched(notePath, hash),
    onNewNote: (hash, text) => twins.wrote(hash, text),
    onUpdate: (hash, before, after) => twins.rewrote(hash, before, after),
    inFlight,
    isInInbox,
    worker,
    endpoint,
    mustStayOnDevice,
    readsTwice,
    ui,
    log,
    waitingCount: () => inbox.waitingCount,
  };
  // The code of the pipeline is loaded when the first PDF is processed, because the start of the app does not
  // need it.
  let ports: PipelinePorts | null = null;
  const portsOfPipeline = async (): Promise<PipelinePorts> => {
    const { pipelinePorts } = await import('./pipeline-ports');
    return (ports ??= pipelinePorts(app, parts));
  };
  const twins = new Twins({
    ...appTwinFiles(app, worker.maker),
    twins: (hash) => notes.twins(hash),
    hashOf: (notePath) => notes.hashOf(notePath),
    isProven: noteProof(app, {
      notes,
      vault,
      hashes,
      isInInbox,
      isUnchanged: (note) => worker.maker.isUnchanged(note),
    }),
    store: device,
    timers: systemClock,
    onDoubt: (path, other) => ui.twinDoubted(path, other),
    onWithdrawn: (count) => ui.notesWithdrawn(count),
    onTrouble,
  });
  const declined = new Declined(device);
  const events: QueueEvents = {
    onChange: (entry) => {
      history.record(entry);
      const wasReported = [declined.record(entry), leftOut.wasReported(entry)].includes(true);
      if (!wasReported) ui.report(entry);
      ui.showState(queue, inbox);
      if (entry.state.kind === 'ended' && entry.state.outcome.kind === 'unfinished')
        inbox.waitLonger(entry, patience.roundsOf(entry.file));
      completion.record(entry);
      twins.record(entry);
    },
    onIdle: () => {
      ui.showState(queue, inbox);
      ui.queueFellIdle();
      inbox.queueFellIdle();
      if (inbox.waitingCount === 0) folderJobs.save(null);
    },
    onPause: (pause, before) => {
      ui.queuePaused(pause, holdUps.resume);
      ui.showState(queue, inbox);
      // The entries that failed just before the pause failed for the reason of the pause, so they are
      // processed again.
      if (pause === null && before?.failure) completion.again(history.pending);
    },
  };
  const queue: Queue = new Queue(
    async (entry, signal, onStep) => {
      const { processPdf } = await import('../pipeline/process');
      return processPdf(await portsOfPipeline(), entry, signal, onStep);
    },
    events,
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
    automaticSizeLimit,
    isAutomatic: () => store.current.completeByItself && isAutomatic(),
    isInInbox,
    isOwn: isOwnFailure,
    onTrouble,
  });
  // Quitting the app is not a crash, even if a PDF is being read, so the record of this PDF is removed.
  plugin.registerEvent(app.workspace.on('quit', () => inFlight.close()));
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
    watched,
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
    inFlight.close();
    inbox.dispose();
    twins.dispose();
    worker.dispose();
    endpoint.dispose();
  });
  const readSlice = sliceReader(app.vault);
  const surveyPorts = { vault, notes, hashes, leftOut, readSlice, underWay: () => inbox.underWay };
  return {
    previewSent: async (file, signal, onPage) => {
      const { previewSent } = await import('../pipeline/preview');
      return previewSent(await portsOfPipeline(), file, signal, onPage);
    },
    inbox,
    notes,
    queue,
    approvals,
    followApprovals: holdUps.followApprovals,
    forget: () =>
      forgetDevice(app, device, [hashes, leftOut, inFlight, missing, completion, twins, endpoint, approvals]),
    // When the database cannot be opened now, the answers are deleted at the next start or with the next
    // answer.
    expire: () => void dropAnswers(app.vault.getName(), 'old').catch(() => undefined),
    folders,
    foldersChanged: () => missing.look(),
    fileMoved: (from, to) => history.moved(from, to),
    noteRewritten: (hash, before, after) => twins.rewrote(hash, before, after),
    decisions,
    resumeWork: holdUps.resume,
    history,
    endpoint,
    automatic,
    device,
    maker: worker.maker,
    completion,
    folderJobs,
    survey: (folder, options) => survey(folder, surveyPorts, options),
  };
}
