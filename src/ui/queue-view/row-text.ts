import { offlineModel } from '../../digest/engine';
import { failureLine, failureText, format, type Messages } from '../../i18n/messages';
import type { Digesting, Need, Outcome, QueueEntry, Step, Written } from '../../inbox/queue';
import type { PageChanges } from '../../note/changes/page-changes';
import { pageRanges } from '../../note/page-ranges';
import { clockTime } from '../clock-time';
import { megabytes } from '../megabytes';

/** The content of a row, besides its PDF's name. */
export interface RowText {
  readonly detail: string;
  /**
   * The finished share of the work, from 0 to 1; null when it is unknown; absent when no work is in progress.
   */
  readonly progress?: number | null;
}

/** The data that the text is made from, besides the entry. */
export interface RowContext {
  readonly messages: Messages;
  readonly inboxFolders: readonly string[];
  /** Returns the number of pages of a note's PDF, from the properties of the note. */
  readonly pagesOf: (notePath: string) => number | undefined;
  /** The current time, in ms since 1970. */
  readonly now: number;
}

/** Returns the text and the progress of an entry's row. */
export function rowText(entry: QueueEntry, context: RowContext): RowText {
  const { state } = entry;
  const { messages } = context;
  switch (state.kind) {
    case 'arriving':
      if (state.bytes !== null)
        return { detail: format(messages.queue.arriving, { size: sizeText(state.bytes) }) };
      return { detail: folderText(entry, context) };
    case 'waiting':
      return { detail: folderText(entry, context) };
    case 'working':
      return { detail: workingText(state, context), progress: progressOf(state.step) };
    case 'failed':
      return { detail: failureLine(messages, state.failure) };
    case 'ended':
      return { detail: outcomeText(state.outcome, entry, context) };
    case 'cancelled':
      return { detail: '' };
  }
}

/** Returns `12 KB` or `3.4 MB`; an empty text for 0 bytes. */
function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return bytes === 0 ? '' : `${String(Math.ceil(bytes / 1_000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Returns the PDF's folder; an empty text for the inbox folder and the root of the vault. */
function folderText({ file }: QueueEntry, { messages, inboxFolders }: RowContext): string {
  const folder = file.path.slice(0, -file.name.length - 1);
  return folder === '' || inboxFolders.includes(folder) ? '' : format(messages.queue.inFolder, { folder });
}

type Working = Extract<QueueEntry['state'], { kind: 'working' }>;

function workingText(state: Working, { messages: { queue }, now }: RowContext): string {
  const { step, tokens } = state;
  const words = step.kind === 'digesting' ? (step.words ?? 0) : 0;
  const left = timeLeft(state, now);
  const parts = [stepText(step, queue)];
  if (tokens > 0) parts.push(format(queue.tokens, { count: tokens.toLocaleString() }));
  else if (words > 0) parts.push(format(queue.words, { count: words.toLocaleString() }));
  if (left !== null) {
    const minutes = Math.round(left / 60_000);
    parts.push(minutes < 1 ? queue.underAMinute : format(queue.minutesLeft, { count: minutes }));
  }
  return parts.join(' · ');
}

function stepText(step: Step, queue: Messages['queue']): string {
  if (step.kind === 'digesting') return digestingText(step, queue);
  return format(queue.steps[step.kind], 'done' in step ? { done: step.done, of: step.of } : {});
}

function digestingText(step: Digesting, { steps, stages }: Messages['queue']): string {
  const { stage, model, part, of } = step;
  if (stage !== undefined) return format(stages[stage], of > 1 ? { part, of } : {});
  if (model === offlineModel) return steps.picking;
  return format(of > 1 ? steps.askingPart : steps.asking, { model, part, of });
}

function doneOf(step: Step): readonly [done: number, of: number] | null {
  if (step.kind === 'digesting') return step.of > 1 ? [step.part - 1, step.of] : null;
  return 'done' in step ? [step.done, step.of] : null;
}

function progressOf(step: Step): number | null {
  const [done, of] = doneOf(step) ?? [0, 0];
  return of === 0 ? null : done / of;
}

/** A step must have run for at least this time, in ms, before the remaining time is estimated. */
const minimumRun = 3_000;

/**
 * Estimates how many ms a step still needs. Null when nothing is done yet, when the step has just started, or
 * when it has no parts or pages.
 */
export function timeLeft({ step, since }: Pick<Working, 'step' | 'since'>, now: number): number | null {
  const [done, of] = doneOf(step) ?? [0, 0];
  const elapsed = now - since;
  return done < 1 || done >= of || elapsed < minimumRun ? null : (elapsed / done) * (of - done);
}

const mostRanges = 10;

function changesText(changes: PageChanges, { queue, note }: Messages): string {
  const parts = (['changed', 'added', 'removed', 'notCompared'] as const).flatMap((kind) => {
    const pages = pageRanges(changes[kind], note, mostRanges);
    return pages === '' ? [] : [format(queue.changes[kind], { pages })];
  });
  return parts.length === 0
    ? queue.changedSameText
    : format(queue.changedIn, { changes: parts.join(queue.changes.separator) });
}

/** `notReadTwice` is set if the second reading (a check of the statements by a model) is incomplete. */
function writtenText({ state, notReadTwice, onlyHere }: Written, messages: Messages): string {
  const { queue } = messages;
  if (onlyHere === true) return queue.onlyHere;
  if (notReadTwice === undefined) return state === 'offline' ? queue.offline : '';
  const why = notReadTwice.failure === undefined ? {} : failureText(messages, notReadTwice.failure);
  return format(queue.notReadTwice, why);
}

function needText(need: Need, queue: Messages['queue']): string {
  switch (need.kind) {
    case 'password':
      return queue.password;
    case 'crash':
      return queue.crash;
    case 'size':
      return format(queue.size, { size: megabytes(need.size), limit: megabytes(need.limit) });
    case 'claim':
      return format(queue.claims[need.doubt], { note: need.notePath });
    case 'images':
      return format(queue.images, { pages: need.pages });
    case 'cost': {
      const { pages, tokens } = need;
      return format(queue.cost, { pages: pages.toLocaleString(), tokens: tokens.toLocaleString() });
    }
  }
}

function outcomeText(outcome: Outcome, { endedAt }: QueueEntry, context: RowContext): string {
  const { messages } = context;
  const { queue } = messages;
  const time = endedAt === undefined ? '' : clockTime(endedAt);
  switch (outcome.kind) {
    case 'written':
      if (outcome.failure) return failureLine(messages, outcome.failure);
      return format(queue.doneAt, { time, state: writtenText(outcome, messages) });
    case 'known':
      return format(outcome.isUnreadable === true ? queue.unreadable : queue.known, {
        note: outcome.notePath,
      });
    case 'left-out':
      return queue.leftOut[outcome.reason];
    case 'changed': {
      const { pages: now = '', changes } = outcome;
      if (changes !== undefined) return changesText(changes, messages);
      const before = context.pagesOf(outcome.notePath) ?? '';
      return before === now && now !== ''
        ? format(queue.changedSamePages, { now })
        : format(queue.changed, { before, now });
    }
    case 'needs-you':
      return needText(outcome.need, queue);
    case 'unfinished':
    case 'held-up':
    case 'gone':
      return '';
  }
}
