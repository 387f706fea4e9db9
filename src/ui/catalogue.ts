import type { App } from 'obsidian';
import { Cancelled } from '../failure';
import { format, type Messages } from '../i18n/messages';
import { chosen, isFew, usualChoice, type Catalogue, type Choice } from '../inbox/catalogue';
import { isBelow } from '../inbox/scope';
import type { Settings } from '../settings';
import type { Stages } from '../app/stages';
import { CatalogueModal } from './catalogue-modal';

/** The window opens when a scan takes longer than this, in ms. */
const scanDelay = 400;

export interface CataloguePorts {
  readonly stages: Pick<Stages, 'survey' | 'folderJobs' | 'inbox' | 'automatic'>;
  readonly messages: Messages;
  readonly settings: () => Settings;
  readonly say: (text: string) => void;
}

/**
 * Scans a folder and queues its new PDFs. When there are many, the user has to confirm first.
 * @throws Failure
 */
export async function digestFolder(app: App, folder: string, ports: CataloguePorts): Promise<void> {
  const { messages, say, stages } = ports;
  const looking = new AbortController();
  const name = folder === '/' ? app.vault.getName() : folder;
  const { modal, answer } = modalFor(app, folder, name, ports, looking);
  let isOpen = false;
  const timer = window.setTimeout(() => {
    isOpen = true;
    modal.open();
  }, scanDelay);
  try {
    const catalogue = await stages.survey(folder, {
      signal: looking.signal,
      onProgress: (done, total) => modal.progress(done, total),
    });
    window.clearTimeout(timer);
    if (catalogue.fresh.length === 0)
      say(format(messages.catalogue.nothingNew, { folder: name, ...waitingIn(catalogue) }));
    else if (isFew(catalogue)) start(catalogue, usualChoice, ports);
    else {
      modal.open();
      modal.show(catalogue);
      const choice = await answer;
      if (choice !== null) {
        stages.folderJobs.save({ folder, choice });
        start(catalogue, choice, ports);
      }
      return;
    }
    if (isOpen) modal.close();
  } catch (thrown) {
    if (!(thrown instanceof Cancelled)) throw thrown;
  } finally {
    window.clearTimeout(timer);
  }
}

/**
 * Continues digesting a folder, after the app was closed meanwhile.
 * @throws Cancelled when `signal` is aborted
 */
export async function resumeFolder(
  { stages, messages, say }: CataloguePorts,
  signal: AbortSignal,
): Promise<void> {
  const job = stages.folderJobs.load();
  if (job === null) return;
  const catalogue = await stages.survey(job.folder, { signal, onProgress: () => undefined });
  const picked = chosen(catalogue.fresh, job.choice);
  stages.inbox.take(picked.map(({ file }) => file));
  if (picked.length > 0)
    say(format(messages.catalogue.goingOn, { folder: job.folder, count: picked.length }));
  else if (stages.inbox.ahead === 0) stages.folderJobs.save(null);
}

function modalFor(
  app: App,
  folder: string,
  name: string,
  { messages, settings, stages }: CataloguePorts,
  looking: AbortController,
): { readonly modal: CatalogueModal; readonly answer: Promise<Choice | null> } {
  let answered = (_choice: Choice | null): void => undefined;
  const answer = new Promise<Choice | null>((resolve) => {
    answered = resolve;
  });
  const modal = new CatalogueModal(app, {
    messages,
    name,
    isFree: settings().provider === 'offline',
    readsTwice: settings().secondReading,
    isWatched:
      stages.automatic.get() &&
      (isBelow(settings().inboxFolder, `${folder}/x`) || isBelow(folder, `${settings().inboxFolder}/x`)),
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

function start({ fresh }: Catalogue, choice: Choice, { stages, messages, say }: CataloguePorts): void {
  const picked = chosen(fresh, choice);
  stages.inbox.take(picked.map(({ file }) => file));
  say(format(messages.notices.started, { count: picked.length }));
}
