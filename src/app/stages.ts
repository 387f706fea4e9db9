import type { Plugin } from 'obsidian';
import { systemClock } from '../clock';
import { format, type Messages } from '../i18n/messages';
import { DeviceSwitch } from './device-switch';
import { AppKnownNotes } from './known-notes';
import { sliceReader } from './read-slice';
import { appTwinFiles } from './twin-files';
import { AppInboxVault } from './inbox-vault';
import { FolderJobs, survey, type Catalogue, type SurveyOptions } from '../inbox/catalogue';
import { Completion } from '../inbox/completion';
import { Declined } from '../inbox/declined';
import { History } from '../inbox/history';
import { HashMemory } from '../inbox/identify';
import { Inbox } from '../inbox/inbox';
import { Queue } from '../inbox/queue';
import { Twins } from '../inbox/twins';
import type { Log } from '../log';
import { AppEndpoint } from './endpoint';
import { AppNoteWriter } from './note-writer';
import { AppPdfViewer } from './pdf-viewer';
import { saysNotReadTwice } from '../note/checking-lines';
import type { NoteMaker } from '../note/maker';
import { isOwnFailure, processPdf, type PipelinePorts } from '../pipeline';
import type { SettingsStore } from '../settings/store';
import { costModal } from '../ui/cost-modal';
import type { Notices } from '../ui/notices';
import { AppPasswords } from '../ui/password-modal';
import { openQueue } from '../ui/queue-view/open';
import { StatusBar } from '../ui/status-bar';
import { createDocumentWorker } from '../workers/document/client';
import { browserPorts } from '../workers/document/start';

/** The running parts that the interface talks to. */
export interface Stages {
  readonly inbox: Inbox;
  readonly notes: AppKnownNotes;
  readonly queue: Queue;
  readonly history: History;
  readonly endpoint: AppEndpoint;
  readonly automatic: DeviceSwitch;
  /** Lets a paused queue go on, with what failed before taken as mended. */
  readonly goOn: () => void;
  readonly completion: Completion;
  /** The folder that is being digested. */
  readonly folderJobs: FolderJobs;
  /** Looks through a folder. @throws Cancelled */
  readonly survey: (folder: string, options: SurveyOptions) => Promise<Catalogue>;
  readonly maker: NoteMaker;
}

/** ms between two looks at whether what held the queue up was mended. */
const mendedCheck = 2_000;

/** Connects the stages to each other and to the app. All of it ends when the plugin is unloaded. */
export function connectStages(
  plugin: Plugin,
  store: SettingsStore,
  messages: Messages,
  notices: Notices,
  log: Log,
): Stages {
  const { app } = plugin;
  const trouble = (thrown: unknown): void => notices.fail(thrown);
  const vault = new AppInboxVault(app.vault);
  const notes: AppKnownNotes = new AppKnownNotes(app, (ref) => plugin.registerEvent(ref), (hash) => twins.met(hash));
  const device = {
    load: (key: string) => app.loadLocalStorage(key) as unknown,
    save: (key: string, value: unknown) => app.saveLocalStorage(key, value),
  };
  const hashes = new HashMemory(device);
  const worker = createDocumentWorker(browserPorts);
  const endpoint = new AppEndpoint(app, () => store.current);
  const automatic = new DeviceSwitch(app);
  const history = new History();
  const status = new StatusBar(plugin.addStatusBarItem(), messages, () => void openQueue(app));
  const readsTwice = (): boolean => store.current.provider !== 'offline' && store.current.secondReading;
  const ports: PipelinePorts = {
    vault,
    notes,
    hashes,
    extractor: worker.extractor,
    engine: worker.engine,
    passwords: new AppPasswords(app, messages),
    writer: new AppNoteWriter(app, worker.maker, () => store.current, new AppPdfViewer(app), trouble),
    changesSince: async (notePath, pdf, signal) => {
      const note = app.vault.getFileByPath(notePath);
      return note === null ? null : worker.comparer.compare(pdf, await app.vault.cachedRead(note), signal);
    },
    model: () => endpoint.model(),
    reader: () => endpoint.reader(),
    readsTwice,
    options: () => ({ instructions: store.current.prompt, outputLanguage: store.current.outputLanguage }),
    allowance: () => ({
      confirmAbove: store.current.confirmAboveTokens,
      daily: store.current.dailyTokenLimit,
      spentToday: endpoint.spending.today,
      renewsAt: endpoint.spending.renewsAt,
    }),
    askCost: costModal(app, messages),
    ahead: () => inbox.ahead,
    now: () => new Date(),
    onSideFailure: (failure) => log.failure(failure),
  };
  const folderJobs = new FolderJobs(device);
  const declined = new Declined(device);
  const twins = new Twins({
    ...appTwinFiles(app),
    twins: (hash) => notes.twins(hash),
    hashOf: (notePath) => notes.hashOf(notePath),
    store: device,
    timers: systemClock,
    onWithdrawn: (count) => notices.say(format(messages.notices.withdrawn, { count })),
    onTrouble: trouble,
  });
  const queue: Queue = new Queue(
    (entry, signal, onStep) => processPdf(ports, entry, signal, onStep),
    {
      onChange: (entry) => {
        history.record(entry);
        if (!declined.record(entry)) notices.report(entry);
        status.show(queue, inbox);
        if (entry.state.kind === 'ended' && entry.state.outcome.kind === 'unfinished') inbox.waitLonger(entry);
        completion.record(entry);
        twins.record(entry).catch(trouble);
      },
      onIdle: () => {
        status.show(queue, inbox);
        notices.queueFellIdle();
        inbox.queueFellIdle();
        if (inbox.ahead === 0) folderJobs.save(null);
      },
      onPause: (pause, before) => {
        notices.paused(pause, () => goOn());
        status.show(queue, inbox);
        // What failed just before the queue came to stand still failed for the same reason.
        if (pause === null && before?.failure) completion.again(history.pending);
      },
    },
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
      return note !== null && saysNotReadTwice(await app.vault.cachedRead(note));
    },
    byItself: () => store.current.completeByItself && automatic.get(),
    isOwn: isOwnFailure,
    onTrouble: trouble,
  });
  const inbox: Inbox = new Inbox({
    vault,
    notes,
    hashes,
    queue,
    timers: systemClock,
    watches: () => ({ folder: store.current.inboxFolder, automatic: automatic.get() }),
    onTrouble: trouble,
  });
  inbox.subscribe(() => status.show(queue, inbox));
  // Neither settings nor secrets say when they change on another device or in another window.
  const fingerprint = (): string =>
    JSON.stringify([endpoint.fingerprint(), readsTwice(), store.current.checkModel]);
  let tried = fingerprint();
  plugin.registerInterval(
    window.setInterval(() => {
      const now = fingerprint();
      if (now !== tried && queue.paused?.failure) goOn();
      if (now !== tried) completion.endpointMended();
      tried = now;
    }, mendedCheck),
  );
  plugin.register(() => {
    inbox.dispose();
    twins.dispose();
    worker.dispose();
    status.dispose();
    endpoint.dispose();
  });
  const surveyPorts = { vault, notes, hashes, readSlice: sliceReader(app.vault), underWay: () => inbox.underWay };
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
