import { normalizePath, type Vault } from 'obsidian';
import { format, type Messages } from '../i18n/messages';
import type { Outcome, Pause, Queue, QueueEntry } from '../inbox/queue';
import { isPdfPath } from '../inbox/scope';
import type { PdfFile } from '../inbox/vault';
import { failed, needText, pauseText, refused, type Answer, type AnswerPorts } from './answer';

/**
 * What ended the wait for a PDF: its final entry, a pause of the queue, or null when the plugin is unloaded.
 */
type Ended = QueueEntry | Pause | null;

/** Returns the vault path for a path that the user typed or that is part of a link. */
export function vaultPathOf(given: string): string {
  return normalizePath(given.replace(/^\.\//, ''));
}

/**
 * Queues a PDF by its vault path, without asking the user, and waits for its note. The `text` of the answer
 * is the path of the note, or the reason why there is no note.
 */
export async function digestByPath(
  vault: Vault,
  { stages, messages }: AnswerPorts,
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
 * Returns whether an entry is final. If the file was still incomplete, or the PDF was put back into the
 * queue, the entry is not final, because the PDF will be processed again.
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
