import { normalizePath, type CliData, type CliFlags, type Plugin, type Vault } from 'obsidian';
import type { Failure } from '../failure';
import { failureText, format, type Messages } from '../i18n/messages';
import type { Outcome, Pause, Queue, QueueEntry } from '../inbox/queue';
import { isPdfPath } from '../inbox/scope';
import type { PdfFile } from '../inbox/vault';
import type { Log } from '../log';
import type { Stages } from '../app/stages';
import { clockTime } from './clock-time';
import { megabytes } from './megabytes';
import { statusText } from './status-bar';

/** The output of a command: `text` for people, or `data` as JSON. `ok` is false when the command failed. */
export interface Answer {
  readonly text: string;
  readonly data: { readonly ok: boolean } & Readonly<Record<string, unknown>>;
}

/**
 * What ended the wait for a PDF: its final entry, a pause of the queue, or null when the plugin is unloaded.
 */
type Ended = QueueEntry | Pause | null;

/** The functions and objects that the command line uses. */
export interface CliPorts {
  readonly stages: Pick<Stages, 'queue' | 'history' | 'notes'>;
  readonly messages: Messages;
  /** Queues everything that can be retried, without asking the user. Resolves to the number of PDFs. */
  readonly retry: () => Promise<number>;
  readonly log: Pick<Log, 'failure'>;
}

/** Registers the commands `pdf-inbox`, `pdf-inbox:status` and `pdf-inbox:retry` on the app's command line. */
export function addCli(plugin: Plugin, ports: CliPorts): void {
  const words = ports.messages.cli;
  const closing = new AbortController();
  plugin.register(() => closing.abort());
  const add = (
    command: string,
    description: string,
    flags: CliFlags,
    work: (params: CliData) => Answer | Promise<Answer>,
  ): void => {
    plugin.registerCliHandler(
      command,
      description,
      { ...flags, json: { description: words.json } },
      async (params) => {
        const { text, data } = await answered(work, params, ports);
        return (params['json'] ?? 'false') === 'false' ? text : JSON.stringify(data);
      },
    );
  };
  const path = { value: '<path>', description: words.path, required: true };
  add('pdf-inbox', words.digest, { path }, ({ path: given }) =>
    digestByPath(plugin.app.vault, ports, given, closing.signal),
  );
  add('pdf-inbox:status', words.status, {}, () => statusAnswer(ports));
  add('pdf-inbox:retry', words.retry, {}, async () => {
    const retried = await ports.retry();
    return { text: format(words.retried, { count: retried }), data: { ok: true, retried } };
  });
}

async function answered(
  work: (params: CliData) => Answer | Promise<Answer>,
  params: CliData,
  { messages, log }: CliPorts,
): Promise<Answer> {
  try {
    return await work(params);
  } catch (thrown) {
    return failed({}, log.failure(thrown), messages);
  }
}

/** Returns the vault path for a path that the user typed or that is part of a link. */
export function vaultPathOf(given: string): string {
  return normalizePath(given.replace(/^\.\//, ''));
}

/**
 * Queues a PDF by its vault path, without asking the user, and waits for its note. `text` is the path of the
 * note, or the reason why there is none.
 */
export async function digestByPath(
  vault: Vault,
  { stages, messages }: CliPorts,
  given = '',
  closing: AbortSignal,
): Promise<Answer> {
  const words = messages.cli;
  const path = vaultPathOf(given);
  const no = (kind: Exclude<keyof typeof words, 'link'>): Answer =>
    refused({ path }, kind, format(words[kind], { path }));
  if (given === '') return no('noPath');
  const file = vault.getFileByPath(path);
  if (file === null) return no(vault.getFolderByPath(path) === null ? 'noFile' : 'notPdf');
  if (!isPdfPath(path)) return no('notPdf');
  await stages.notes.ready();
  const { queue } = stages;
  if (queue.working?.file !== file && !queue.add(file, 'requested')) return no('full');
  return answerFor(file, await ending(queue, file, closing), messages);
}

function ending(queue: Queue, file: PdfFile, closing: AbortSignal): Promise<Ended> {
  return new Promise((resolve) => {
    const finish = (ended: Ended): void => {
      forget();
      closing.removeEventListener('abort', close);
      resolve(ended);
    };
    const look = (entry: QueueEntry | null): void => {
      if (entry?.file === file && hasEnded(entry)) finish(entry);
      else if (queue.paused !== null && queue.working?.file !== file) finish(queue.paused);
    };
    const forget = queue.subscribe(look);
    const close = (): void => finish(null);
    closing.addEventListener('abort', close);
    look(null);
  });
}

/**
 * Returns whether an entry is final. It is not final if the file was still incomplete, or if the PDF was put
 * back into the queue: then the PDF is processed again.
 */
function hasEnded({ state }: QueueEntry): boolean {
  if (state.kind === 'ended') return state.outcome.kind !== 'unfinished' && state.outcome.kind !== 'held-up';
  return state.kind === 'failed' || state.kind === 'cancelled';
}

function answerFor(file: PdfFile, ended: Ended, messages: Messages): Answer {
  const { path } = file;
  const words = messages.cli;
  if (ended === null) return refused({ path }, 'stopped', words.stopped);
  if (!('file' in ended)) return refused({ path, waiting: true }, 'paused', pauseText(ended, messages));
  const { state } = ended;
  if (state.kind === 'failed') return failed({ path }, state.failure, messages);
  if (state.kind === 'ended') return outcomeAnswer(file, state.outcome, messages);
  return refused({ path }, 'cancelled', format(words.cancelled, { path }));
}

function outcomeAnswer({ path, name }: PdfFile, outcome: Outcome, messages: Messages): Answer {
  switch (outcome.kind) {
    case 'written': {
      const { notePath: note, state, failure } = outcome;
      if (failure !== undefined) return failed({ path, note, state }, failure, messages);
      return { text: note, data: { ok: true, path, note, state } };
    }
    case 'known':
      return { text: outcome.notePath, data: { ok: true, path, note: outcome.notePath, state: 'known' } };
    case 'changed':
      return refused({ path, note: outcome.notePath }, 'changed', format(messages.notices.changed, { name }));
    case 'needs-you':
      return refused(
        { path, waiting: true },
        outcome.need.kind,
        `${needText(name, outcome, messages)} ${messages.cli.askedInApp}`,
      );
    case 'left-out':
      return refused({ path }, 'left-out', format(messages.notices.leftOut, { name }));
    case 'unfinished':
    case 'held-up':
    case 'gone':
      return refused({ path }, 'gone', format(messages.cli.gone, { path }));
  }
}

function needText(
  name: string,
  { need }: Extract<Outcome, { kind: 'needs-you' }>,
  messages: Messages,
): string {
  if (need.kind === 'password') return failureText(messages, need.failure).sentence;
  if (need.kind === 'crash') return messages.queue.crash;
  if (need.kind === 'size')
    return format(messages.queue.size, { size: megabytes(need.size), limit: megabytes(need.limit) });
  if (need.kind === 'images') return format(messages.queue.images, { pages: need.pages });
  if (need.kind === 'claim') return format(messages.queue.claims[need.doubt], { note: need.notePath });
  return format(messages.notices.asksForCost, {
    name,
    pages: need.pages,
    tokens: need.tokens.toLocaleString(),
  });
}

function pauseText({ failure, until }: Pause, messages: Messages): string {
  if (failure === undefined) return messages.cli.pausedByUser;
  const time = until === undefined ? {} : { time: clockTime(until) };
  return format(messages.notices.paused, { ...failureText(messages, failure), ...time });
}

function refused(about: Readonly<Record<string, unknown>>, kind: string, sentence: string): Answer {
  return { text: sentence, data: { ok: false, ...about, error: { kind, sentence } } };
}

/** Returns the answer for a failure. If a note was written nevertheless, the text begins with its path. */
function failed(about: Readonly<Record<string, unknown>>, failure: Failure, messages: Messages): Answer {
  const { sentence, wayOn } = failureText(messages, failure);
  const { note } = about;
  const text = typeof note === 'string' ? `${note}\n${sentence} ${wayOn}` : `${sentence} ${wayOn}`;
  return { text, data: { ok: false, ...about, error: { kind: failure.kind, sentence, wayOn } } };
}

/** Returns the state of the queue. */
export function statusAnswer({ stages: { queue, history }, messages }: CliPorts): Answer {
  const words = messages.cli;
  const { paused, working, waiting } = queue;
  const step = statusText({ working, waiting: [], paused: null }, { arriving: [] }, messages);
  const entries = history.entries.map((entry) => describe(entry, messages));
  const of = (kind: string): typeof entries => entries.filter((entry) => entry.kind === kind);
  const [needsYou, broken, done] = [of('needs-you'), of('failed'), of('done')];
  const lines = [
    paused === null ? '' : pauseText(paused, messages),
    step === '' ? '' : format(words.working, { text: step }),
    waiting.length === 0
      ? ''
      : [
          format(words.waiting, { count: waiting.length }),
          ...waiting.map(({ file }) => `  ${file.path}`),
        ].join('\n'),
    ...needsYou.map(({ path, sentence }) => format(words.needsYou, { name: path, sentence })),
    ...broken.map(({ path, sentence }) => format(words.failed, { name: path, sentence })),
    done.length === 0 ? '' : format(words.done, { count: done.length }),
  ].filter((line) => line !== '');
  const data = {
    ok: true,
    paused: paused === null ? null : pauseText(paused, messages),
    working: working === null ? null : { path: working.file.path, step },
    waiting: waiting.map(({ file }) => file.path),
    needsYou,
    failed: broken,
    done,
  };
  return { text: lines.join('\n') || words.idle, data };
}

interface Described {
  readonly kind: 'done' | 'needs-you' | 'failed' | 'other';
  readonly path: string;
  readonly note?: string;
  readonly sentence: string;
}

function describe({ file, state }: QueueEntry, messages: Messages): Described {
  const { path } = file;
  if (state.kind === 'failed')
    return { kind: 'failed', path, sentence: failureText(messages, state.failure).sentence };
  if (state.kind !== 'ended') return { kind: 'other', path, sentence: '' };
  const { outcome } = state;
  if (outcome.kind === 'needs-you')
    return { kind: 'needs-you', path, sentence: needText(file.name, outcome, messages) };
  if (outcome.kind !== 'written') return { kind: 'other', path, sentence: '' };
  const { failure, notePath: note } = outcome;
  if (failure === undefined) return { kind: 'done', path, note, sentence: '' };
  return { kind: 'failed', path, note, sentence: failureText(messages, failure).sentence };
}
