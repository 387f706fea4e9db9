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
import { Queue, type QueueEvents } from '../inbox/queue';
import { isBelow } from '../inbox/scope';
import { Twins } from '../inbox/twins';
import type { DeviceMemory } from '../llm/ports';
import type { Log } from '../log';
import { saysNotReadTwice } from '../note/checking-lines';
import type { NoteMaker } from '../note/maker';
import { isOwnFailure, processPdf } from '../pipeline';
import type { SettingsStore } from '../settings/store';
import { createDocumentWorker } from '../workers/document/client';
import { browserPorts } from '../workers/document/start';
import { DeviceSwitch } from './device-switch';
import { AppEndpoint } from './endpoint';
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
  const device: DeviceMemory = {
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
  const endpoint = new AppEndpoint(app, () => store.current);
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
    watches: () => ({ folder: store.current.inboxFolder, automatic: automatic.get() }),
    onLeftAlone: (entry) => history.record(entry),
    onTrouble,
  });
  inbox.subscribe(() => ui.showState(queue, inbox));
  const fingerprint = (): string =>
    JSON.stringify([endpoint.fingerprint(), readsTwice(), store.current.checkModel]);
  whenEndpointChanges(plugin, fingerprint, () => {
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
