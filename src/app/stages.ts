import type { Plugin } from 'obsidian';
import { systemClock } from '../clock';
import { allMessages } from '../i18n/messages';
import { FolderJobs, survey, type Catalogue, type SurveyOptions } from '../inbox/catalogue';
import { Completion } from '../inbox/completion';
import { Declined } from '../inbox/declined';
import { History } from '../inbox/history';
import { HashMemory } from '../inbox/identify';
import { InFlight } from '../inbox/in-flight';
import { Inbox } from '../inbox/inbox';
import { Queue, type Pause, type QueueEvents } from '../inbox/queue';
import { isBelow } from '../inbox/scope';
import { Twins } from '../inbox/twins';
import type { DeviceStore } from '../device-store';
import { Failure } from '../failure';
import type { Log } from '../log';
import { saysNotReadTwice } from '../note/checking-lines';
import type { NoteMaker } from '../note/maker';
import { isOwnFailure, processPdf } from '../pipeline';
import type { Settings } from '../settings';
import { Approvals } from '../settings/approvals';
import type { SettingsStore } from '../settings/store';
import { createDocumentWorker } from '../workers/document/client';
import { dropAnswers } from '../workers/endpoint/answer-store';
import { browserPorts } from '../workers/document/start';
import { DeviceSwitch } from './device-switch';
import { AppEndpoint } from './endpoint';
import { forgetDevice, type Forgotten } from './forget';
import { AppInboxVault } from './inbox-vault';
import { AppKnownNotes } from './known-notes';
import { noteProof } from './note-proof';
import { pipelinePorts } from './pipeline-ports';
import { sliceReader } from './read-slice';
import type { StagesUi } from './stages-ui';
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
  /** Closes the circuit breakers that failures have opened, then resumes a paused queue. */
  readonly goOn: () => void;
  /** What the user has approved of the settings that decide what leaves this device. */
  readonly approvals: Approvals;
  /** Pauses the queue while changes wait for approval, and resumes it afterwards. */
  readonly followApprovals: () => void;
  /** Removes what the plugin keeps on this device, and returns how much that was. Cancel all work before. */
  readonly forget: () => Promise<Forgotten>;
  /** Removes answers that are too old. */
  readonly expire: () => void;
  /**
   * Queues the PDFs of the watched folder that have no note, where this device digests PDFs automatically.
   * Resolves when the notes are known.
   */
  readonly reconcile: () => Promise<void>;
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
 * Connects the stages to each other, to the app and to the interface. Everything it starts ends when the
 * plugin is unloaded.
 */
export function connectStages(plugin: Plugin, store: SettingsStore, ui: StagesUi, log: Log): Stages {
  const { app } = plugin;
  const onTrouble = (thrown: unknown): void => ui.fail(thrown);
  const device: DeviceStore = {
    load: (key) => app.loadLocalStorage(key) as unknown,
    save: (key, value) => app.saveLocalStorage(key, value),
  };
  const vault = new AppInboxVault(app.vault);
  const notes: AppKnownNotes = new AppKnownNotes(
    app,
    (ref) => plugin.registerEvent(ref),
    (hash) => twins.met(hash),
  );
  const hashes = new HashMemory(device);
  const inFlight = new InFlight(device);
  const isInInbox = (path: string): boolean => isBelow(store.current.inboxFolder, path);
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
  const endpoint = new AppEndpoint(app, () => store.current, device, refusal);
  const automatic = new DeviceSwitch(app);
  const history = new History();
  const folderJobs = new FolderJobs(device);
  const readsTwice = (): boolean => store.current.provider !== 'offline' && store.current.secondReading;
  const ports = pipelinePorts(app, {
    settings: () => store.current,
    vault,
    notes,
    hashes,
    inFlight,
    isInInbox,
    worker,
    endpoint,
    readsTwice,
    ui,
    log,
    ahead: () => inbox.ahead,
  });
  const twins = new Twins({
    ...appTwinFiles(app),
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
      if (!declined.record(entry)) ui.report(entry);
      ui.showState(queue, inbox);
      if (entry.state.kind === 'ended' && entry.state.outcome.kind === 'unfinished') inbox.waitLonger(entry);
      completion.record(entry);
      twins.record(entry).catch(onTrouble);
    },
    onIdle: () => {
      ui.showState(queue, inbox);
      ui.queueFellIdle();
      inbox.queueFellIdle();
      if (inbox.ahead === 0) folderJobs.save(null);
    },
    onPause: (pause, before) => {
      ui.queuePaused(pause, () => goOn());
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
    unapproved,
  );
  const goOn = (): void => {
    endpoint.forgetFailures();
    queue.resume();
  };
  const completion: Completion = new Completion({
    vault,
    notes,
    hashes,
    queue,
    store: device,
    hasModel: () => store.current.provider !== 'offline',
    readsTwice,
    saysNotReadTwice: async ({ path }) => {
      const note = app.vault.getFileByPath(path);
      return note !== null && saysNotReadTwice(await app.vault.cachedRead(note), allMessages());
    },
    byItself: () => store.current.completeByItself && automatic.get(),
    isInInbox,
    isOwn: isOwnFailure,
    onTrouble,
  });
  // The app may be quit while a PDF is read, which is not the fault of the PDF.
  plugin.registerEvent(app.workspace.on('quit', () => inFlight.close()));
  const inbox: Inbox = new Inbox({
    vault,
    notes,
    hashes,
    queue,
    timers: systemClock,
    watches: () => ({
      folder: store.current.inboxFolder,
      automatic: automatic.get() && approvals.approvesFolder,
    }),
    onLeftAlone: (entry) => history.record(entry),
    onTrouble,
  });
  inbox.subscribe(() => ui.showState(queue, inbox));
  const fingerprint = (): string =>
    JSON.stringify([endpoint.fingerprint(), readsTwice(), store.current.checkModel]);
  const reconcile = async (): Promise<void> => {
    // Commands need the notes' state even on a device that does not process PDFs automatically.
    await (automatic.get() && approvals.approvesFolder ? inbox.reconcile() : notes.ready());
  };
  const followApprovals = (): void => {
    const pause = unapproved();
    const { paused } = queue;
    if (paused !== null && paused.failure === undefined) {
      // The pause of the user stays, but the change must not wait unseen until the user resumes.
      ui.queuePaused(pause ?? paused, goOn);
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
    if (queue.paused?.failure) goOn();
    completion.endpointMended();
  });
  plugin.register(() => {
    inFlight.close();
    inbox.dispose();
    twins.dispose();
    worker.dispose();
    endpoint.dispose();
  });
  const readSlice = sliceReader(app.vault);
  const surveyPorts = { vault, notes, hashes, readSlice, underWay: () => inbox.underWay };
  return {
    inbox,
    notes,
    queue,
    approvals,
    followApprovals,
    forget: () => forgetDevice(app, device, [hashes, inFlight, completion, twins, endpoint, approvals]),
    // When the database cannot be opened, the next start or the next answer makes up for it.
    expire: () => void dropAnswers(app.vault.getName(), 'old').catch(() => undefined),
    reconcile,
    goOn,
    history,
    endpoint,
    automatic,
    maker: worker.maker,
    completion,
    folderJobs,
    survey: (folder, options) => survey(folder, surveyPorts, options),
  };
}
