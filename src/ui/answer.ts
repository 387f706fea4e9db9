import { Cancelled, type Failure } from '../failure';
import { failureText, format, type Messages } from '../i18n/messages';
import type { Outcome, Pause, QueueEntry } from '../inbox/queue';
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

/** The functions and objects that answers need. */
export interface AnswerPorts {
  readonly stages: Pick<Stages, 'queue' | 'history' | 'notes'>;
  readonly messages: Messages;
  readonly log: Pick<Log, 'failure'>;
}

/** Returns the answer of `work`, or an answer with the reason when it throws. Never rejects. */
export async function answerOf(
  work: () => Answer | Promise<Answer>,
  { messages, log }: AnswerPorts,
): Promise<Answer> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Cancelled) return refused({}, 'stopped', messages.cli.stopped);
    return failed({}, log.failure(thrown), messages);
  }
}

/** Returns the answer of a command that did not write the note, although nothing failed. */
export function refused(about: Readonly<Record<string, unknown>>, kind: string, sentence: string): Answer {
  return { text: sentence, data: { ok: false, ...about, error: { kind, sentence } } };
}

/** Returns the answer for a failure. If a note was written nevertheless, the text begins with its path. */
export function failed(
  about: Readonly<Record<string, unknown>>,
  failure: Failure,
  messages: Messages,
): Answer {
  const { sentence, wayOn } = failureText(messages, failure);
  const { note } = about;
  const text = typeof note === 'string' ? `${note}\n${sentence} ${wayOn}` : `${sentence} ${wayOn}`;
  return { text, data: { ok: false, ...about, error: { kind: failure.kind, sentence, wayOn } } };
}

/** Returns why a PDF waits for the user. */
export function needText(
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

/** Returns why the queue is paused. */
export function pauseText({ failure, until }: Pause, messages: Messages): string {
  if (failure === undefined) return messages.cli.pausedByUser;
  const time = until === undefined ? {} : { time: clockTime(until) };
  return format(messages.notices.paused, { ...failureText(messages, failure), ...time });
}

/** Returns the state of the queue. */
export function statusAnswer({ stages: { queue, history }, messages }: AnswerPorts): Answer {
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
