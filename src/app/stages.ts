import type { Plugin } from 'obsidian';
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
import { Patience } from '../inbox/patience';
import { Queue, type Pause, type QueueEntry, type QueueEvents } from '../inbox/queue';
import { defaultSettleTimes } from '../inbox/settle';
import { Twins } from '../inbox/twins';
import type { DeviceStore } from '../device-store';
import { Failure } from '../failure';
import type { Log } from '../log';
import { saysNotReadTwice } from '../note/checking-lines';
import type { NoteMaker } from '../note/maker';
import { isOwnFailure, processPdf } from '../pipeline';
import type { Settings } from '../settings';
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
import { DeviceSwitch } from './device-switch';
import { AppEndpoint } from './endpoint';
import { forgetDevice, type Forgotten } from './forget';
import { AppInboxVault } from './inbox-vault';
import { AppKnownNotes } from './known-notes';
import { noteProof } from './note-proof';
import { OneWindow } from './one-window';
import { pipelinePorts } from './pipeline-ports';
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
  /** Readmits the PDF of this entry to automatic work, and removes the entry from the history. */
  readonly readmit: (entry: QueueEntry) => void;
  /** Keeps the note of a changed PDF as it is. The user is not asked about the current bytes again. */
  readonly keepNote: (entry: QueueEntry) => void;
  /** Closes the circuit breakers that failures have opened, then resumes a paused queue. */
  readonly goOn: () => void;
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
  /**
   * Queues the PDFs of the watched folder that have no note, if this device digests PDFs automatically. If
   * the folder is new on this device, the user is asked first. Resolves when all notes are known, and does
   * not wait until the PDFs are digested.
   */
  readonly reconcile: () => Promise<void>;
  /**
   * Must be called when the watched folder was renamed or moved in the app. The user is then not asked about
   * its PDFs.
   */
  readonly inboxMoved: (folder: string) => void;
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
}

/**
 * Returns whether a path matches *Excluded files* in the settings of the app. Its function for this is not
 * part of the published API, so nothing is excluded where it is missing.
 */
function isExcluded({ metadataCache }: Plugin['app'], path: string): boolean {
  const test: unknown = Reflect.get(metadataCache, 'isUserIgnored');
  return typeof test === 'function' && Reflect.apply(test, metadataCache, [path]) === true;
}

/** The pause of a window while another window of the vault works. */
const otherWindow = { failure: new Failure('other-window') };

/** Returns the name by which the windows of this vault find each other on this device. */
function windowName(device: DeviceStore): string {
  const stored = device.load('pdf-inbox-window');
  if (typeof stored === 'string') return stored;
  const name = `pdf-inbox-${crypto.randomUUID()}`;
  device.save('pdf-inbox-window', name);
  return name;
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
    onDeleted: (pdf, sha256) => {
      if (!isInInbox(pdf.path)) return;
      const outcome = { kind: 'left-out', reason: 'deleted', sha256 } as const;
      history.record({ file: pdf, origin: 'found', state: { kind: 'ended', outcome }, endedAt: Date.now() });
      ui.showState(queue, inbox);
    },
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
  const worker = createDocumentWorker(browserPorts);
  const approvals = new Approvals(store, device);
  const refusal = (settings: Settings): Failure | null => {
    const changes = approvals.pendingWith(settings);
    if (changes.length === 0) return null;
    return new Failure('settings-not-approved', { details: { changes: ui.changesText(changes) } });
  };
  const unapproved = (): Pause | null => {
    const failure = refusal(store.current);
    return failure === null ? null : { failure };
  };
  const endpoint = new AppEndpoint(
    app.vault.getName(),
    new Secrets(app),
    () => store.current,
    device,
    refusal,
  );
  const automatic = new DeviceSwitch(device);
  const oneWindow = new OneWindow(window.navigator.locks, windowName(device), systemClock, (isWorking) => {
    if (!isWorking) queue.pause(otherWindow);
    else if (queue.paused?.failure === otherWindow.failure) queue.resume();
    if (isWorking) reconcile().catch(onTrouble);
  });
  const isAutomatic = (): boolean => automatic.get() && oneWindow.isWorking;
  const watched = new WatchedFolders(
    device,
    store.isNew || store.isUnreadable ? [] : approvals.approvedFolders,
  );
  const history = new History();
  const folderJobs = new FolderJobs(device);
  const staysHere = (pdfPath: string): boolean =>
    isOnlyOnThisDevice(store.current, pdfPath) && !endpoint.isPrivate;
  const readsTwice = (): boolean => store.current.provider !== 'offline' && store.current.secondReading;
  const ports = pipelinePorts(app, {
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
    staysHere,
    readsTwice,
    ui,
    log,
    waitingCount: () => inbox.waitingCount,
  });
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
      const isOldNews = [declined.record(entry), leftOut.isOldNews(entry)].includes(true);
      if (!isOldNews) ui.report(entry);
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
      ui.queuePaused(pause, () => resume());
      ui.showState(queue, inbox);
      // The entries that failed just before the pause failed for the same reason, so they are processed
      // again.
      if (pause === null && before?.failure) completion.again(history.pending);
    },
  };
  const queue: Queue = new Queue(
    (entry, signal, onStep) => processPdf(ports, entry, signal, onStep),
    events,
    systemClock,
    () => endpoint.spending.sinceStart,
    () => (oneWindow.isWorking ? unapproved() : otherWindow),
  );
  const goOn = (): void => {
    endpoint.forgetFailures();
    queue.resume();
  };
  /** Resumes the queue for the user, who may want this window to work instead of another one. */
  const resume = (): void => {
    if (oneWindow.isWorking) goOn();
    else oneWindow.takeOver();
  };
  const completion: Completion = new Completion({
    vault,
    notes,
    hashes,
    queue,
    store: device,
    hasModel: () => store.current.provider !== 'offline',
    staysHere,
    readsTwice,
    saysNotReadTwice: async ({ path }) => {
      const note = app.vault.getFileByPath(path);
      return note !== null && saysNotReadTwice(await app.vault.cachedRead(note), allMessages());
    },
    isAutomatic: () => store.current.completeByItself && isAutomatic(),
    isInInbox,
    isOwn: isOwnFailure,
    onTrouble,
  });
  // If the user quits the app while a PDF is being read, the PDF is not the cause of the end.
  plugin.registerEvent(app.workspace.on('quit', () => inFlight.close()));
  const inbox: Inbox = new Inbox({
    vault,
    notes,
    hashes,
    leftOut,
    queue,
    timers: systemClock,
    isExcluded: (path) => isExcluded(app, path),
    settleTimes: { ...defaultSettleTimes, stillFor: () => store.current.settleSeconds * 1_000 },
    watches: () => ({
      folders: inboxFolders(store.current),
      automatic: isAutomatic() && approvals.approvesFolder,
    }),
    onLeftAlone: (entry) => history.record(entry),
    onTrouble,
  });
  inbox.subscribe(() => ui.showState(queue, inbox));
  const fingerprint = (): string =>
    JSON.stringify([endpoint.fingerprint(), readsTwice(), store.current.checkModel]);
  const askAboutFolders = async (folders: readonly string[]): Promise<void> => {
    for (const folder of folders) {
      await ui.inboxChanged(folder);
      watched.take(folder);
    }
  };
  const reconcile = async (): Promise<void> => {
    const folders = inboxFolders(store.current);
    const known = folders.filter((folder) => watched.has(folder));
    // While the settings file is unreadable, the watched folders are the default ones, which may differ from
    // the user's.
    const isUsers = !store.isUnreadable || known.length === folders.length;
    const isWatching = isAutomatic() && approvals.approvesFolder && isUsers;
    // Commands need the notes' state even on a device that does not process PDFs automatically.
    await notes.ready();
    if (!isWatching || !oneWindow.isWorking) return;
    watched.keep(folders);
    for (const folder of known) await inbox.reconcile(folder);
    // Other work need not wait for the user's answers.
    askAboutFolders(folders.filter((folder) => !known.includes(folder))).catch(onTrouble);
  };
  const followApprovals = (): void => {
    const pause = unapproved();
    const { paused } = queue;
    if (paused !== null && paused.failure === undefined) {
      // The user's own pause stays. But the user has to see at once that a change waits for approval.
      ui.queuePaused(pause ?? paused, resume);
    } else if (pause !== null) queue.pause(pause);
    else if (paused?.failure?.kind === 'settings-not-approved') {
      goOn();
      reconcile().catch(onTrouble);
    }
  };
  approvals.subscribe(followApprovals);
  whenEndpointChanges(plugin, fingerprint, () => {
    followApprovals();
    if (unapproved() !== null) return;
    if (queue.paused?.failure && oneWindow.isWorking) goOn();
    completion.endpointMended();
  });
  oneWindow.start();
  plugin.register(() => {
    oneWindow.dispose();
    inFlight.close();
    inbox.dispose();
    twins.dispose();
    worker.dispose();
    endpoint.dispose();
  });
  const readSlice = sliceReader(app.vault);
  const surveyPorts = { vault, notes, hashes, leftOut, readSlice, underWay: () => inbox.underWay };
  return {
    inbox,
    notes,
    queue,
    approvals,
    followApprovals,
    forget: () =>
      forgetDevice(app, device, [hashes, leftOut, inFlight, completion, twins, endpoint, approvals]),
    // When the database cannot be opened now, the answers are deleted at the next start or with the next
    // answer.
    expire: () => void dropAnswers(app.vault.getName(), 'old').catch(() => undefined),
    reconcile,
    inboxMoved: (folder) => watched.take(folder),
    fileMoved: (from, to) => history.moved(from, to),
    noteRewritten: (hash, before, after) => twins.rewrote(hash, before, after),
    readmit: ({ file, state }) => {
      const outcome = state.kind === 'ended' ? state.outcome : undefined;
      leftOut.readmit(file.path, outcome?.kind === 'left-out' ? outcome.sha256 : undefined);
      history.forget([file]);
    },
    keepNote: (entry) => {
      const outcome = entry.state.kind === 'ended' ? entry.state.outcome : undefined;
      if (outcome?.kind !== 'changed' || outcome.sha256 === undefined) return;
      leftOut.keepNote(outcome.sha256);
      const left = { kind: 'left-out', reason: 'kept', sha256: outcome.sha256 } as const;
      history.record({ ...entry, state: { kind: 'ended', outcome: left } });
      ui.showState(queue, inbox);
    },
    goOn: resume,
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
