import type { App } from 'obsidian';
import { Cancelled } from '../failure';
import { format, type Messages } from '../i18n/messages';
import { chosen, isFew, type Catalogue } from '../inbox/catalogue';
import { usualChoice, type Choice } from '../inbox/folder-jobs';
import { isBelow } from '../inbox/scope';
import type { Settings } from '../settings';
import { inboxFolders, isInInbox } from '../settings/settings-for';
import type { Stages } from '../app/stages';
import { CatalogueModal } from './catalogue-modal';

/** If a scan takes longer than this number of ms, a window opens and shows the progress. */
const scanDelay = 400;

export interface CataloguePorts {
  readonly stages: Pick<Stages, 'survey' | 'folderJobs' | 'inbox' | 'automatic'>;
  readonly messages: Messages;
  readonly settings: () => Settings;
  readonly showNotice: (text: string) => void;
  /** Aborted when the plugin is unloaded. */
  readonly signal: AbortSignal;
}

/**
 * Scans a folder and queues its new PDFs. When there are many, the user has to confirm first.
 * @throws Failure
 */
export async function digestFolder(app: App, folder: string, ports: CataloguePorts): Promise<void> {
  const { messages, showNotice } = ports;
  const found = await scan(app, folder, ports, false);
  if (found === null) return;
  const { catalogue, choice } = found;
  if (catalogue.fresh.length === 0)
    showNotice(
      format(messages.catalogue.nothingNew, { folder: nameOf(app, folder), ...waitingIn(catalogue) }),
    );
  else if (choice !== null) start(catalogue, choice, ports);
}

/**
 * Scans a folder that has become the inbox. If it has few new PDFs, all are queued at once. If it has many,
 * the user chooses which of them to digest, and the other PDFs are left out on this device. If the user
 * closes the window, all are left out.
 * @throws Failure
 */
export async function countInbox(app: App, folder: string, ports: CataloguePorts): Promise<void> {
  const found = await scan(app, folder, ports, true);
  if (found === null) return;
  const { catalogue, choice } = found;
  if (choice === null) ports.stages.inbox.decline(catalogue.fresh.map(({ file }) => file));
  else if (isFew(catalogue)) await ports.stages.inbox.reconcile(folder, true);
  else start(catalogue, choice, ports);
}

/**
 * Scans a folder, and asks for a choice if it has many new PDFs. `choice` is null if the user closed the
 * window without a choice. The result is null if the user cancelled the scan. The scan of a new inbox cannot
 * be cancelled.
 */
async function scan(
  app: App,
  folder: string,
  ports: CataloguePorts,
  isNewInbox: boolean,
): Promise<{ readonly catalogue: Catalogue; readonly choice: Choice | null } | null> {
  const { stages } = ports;
  const looking = new AbortController();
  const { modal, answer } = modalFor(app, folder, ports, isNewInbox, looking);
  let isOpen = false;
  const timer = window.setTimeout(() => {
    isOpen = true;
    modal.open();
  }, scanDelay);
  try {
    const catalogue = await stages.survey(folder, {
      // If the user closes the window, the scan of a new inbox goes on, so that all its PDFs can be left out.
      signal: isNewInbox ? ports.signal : looking.signal,
      onProgress: (done, total) => modal.progress(done, total),
    });
    window.clearTimeout(timer);
    if (looking.signal.aborted) return { catalogue, choice: null };
    if (isFew(catalogue)) {
      if (isOpen) modal.close();
      return { catalogue, choice: usualChoice };
    }
    if (!isOpen) modal.open();
    modal.show(catalogue);
    return { catalogue, choice: await answer };
  } catch (thrown) {
    if (!(thrown instanceof Cancelled)) throw thrown;
    return null;
  } finally {
    window.clearTimeout(timer);
  }
}

/** Returns whether a PDF at this vault path is digested automatically on this device. */
function isWatched(path: string, { settings, stages }: CataloguePorts): boolean {
  return stages.automatic.get() && isInInbox(settings(), path);
}

function nameOf(app: App, folder: string): string {
  return folder === '/' ? app.vault.getName() : folder;
}

/**
 * Continues to digest a folder that was not finished when the app was closed.
 * @throws Cancelled when the plugin is unloaded
 */
export async function resumeFolder({ stages, messages, showNotice, signal }: CataloguePorts): Promise<void> {
  const job = stages.folderJobs.load();
  if (job === null) return;
  const catalogue = await stages.survey(job.folder, { signal, onProgress: () => undefined });
  const picked = chosen(catalogue.fresh, job.choice);
  stages.inbox.take(picked.map(({ file }) => file));
  if (picked.length > 0)
    showNotice(format(messages.catalogue.goingOn, { folder: job.folder, count: picked.length }));
  else if (stages.inbox.waitingCount === 0) stages.folderJobs.save(null);
}

function modalFor(
  app: App,
  folder: string,
  ports: CataloguePorts,
  isNewInbox: boolean,
  looking: AbortController,
): { readonly modal: CatalogueModal; readonly answer: Promise<Choice | null> } {
  const { messages, settings } = ports;
  const isAutomatic = ports.stages.automatic.get();
  const contains = inboxFolders(settings()).some((watched) => isBelow(folder, `${watched}/x`));
  let answered = (_choice: Choice | null): void => undefined;
  const answer = new Promise<Choice | null>((resolve) => {
    answered = resolve;
  });
  const modal = new CatalogueModal(app, {
    messages,
    name: nameOf(app, folder),
    isNewInbox,
    isFree: settings().provider === 'offline',
    readsTwice: settings().secondReading,
    isWatched: isWatched(`${folder}/x`, ports) || (isAutomatic && contains),
    onAnswer: (choice) => {
      looking.abort();
      answered(choice);
    },
  });
  return { modal, answer };
}

function waitingIn({ waiting }: Catalogue): { readonly count?: number } {
  return waiting === 0 ? {} : { count: waiting };
}

function start({ folder, fresh }: Catalogue, choice: Choice, ports: CataloguePorts): void {
  const { stages, messages, showNotice } = ports;
  const picked = new Set(chosen(fresh, choice));
  if (!isFew({ fresh })) stages.folderJobs.save({ folder, choice });
  // The other PDFs of the inbox are left out. Otherwise the next start of the app would digest them.
  const others = fresh.filter((pdf) => !picked.has(pdf) && isWatched(pdf.file.path, ports));
  stages.inbox.decline(others.map(({ file }) => file));
  stages.inbox.take([...picked].map(({ file }) => file));
  showNotice(format(messages.notices.started, { count: picked.size }));
}
