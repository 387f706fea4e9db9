import type { Failure } from '../../failure';
import { traitsOf } from '../../failure-kinds';
import type { QueueEntry } from '../../inbox/queue';
import type { SectionId } from './sections';

/** An action on a PDF in the list. */
export type Act =
  | 'open-note'
  | 'open-pdf'
  | 'rename'
  | 'to-top'
  | 'up'
  | 'down'
  | 'cancel'
  | 'retry'
  | 'password'
  | 'decide'
  | 'settings'
  | 'regenerate'
  | 'second-reading'
  | 'new-note'
  | 'read-now'
  | 'digest-anyway'
  | 'digest'
  | 'readmit'
  | 'keep-note'
  | 'forget';

/** The actions that a row offers. */
export interface Offer {
  /** Actions with a button in the row. */
  readonly shown: readonly Act[];
  /** Actions without a button. They follow the `shown` actions in the row's menu. */
  readonly more: readonly Act[];
  /** The action when the user presses Enter or clicks the name. */
  readonly open: Act;
}

/** Returns the path of the note that belongs to an entry, if there is one. */
export function noteOf({ note, state }: QueueEntry): string | undefined {
  const outcome = state.kind === 'ended' ? state.outcome : undefined;
  return outcome && 'notePath' in outcome ? outcome.notePath : note?.path;
}

/** Returns the actions for an entry in a section. */
export function offerOf(section: SectionId, entry: QueueEntry): Offer {
  switch (section) {
    case 'working':
      return { shown: ['cancel'], more: ['open-pdf'], open: 'open-pdf' };
    case 'waiting':
      return {
        shown: ['cancel'],
        more: [...(isQueued(entry) ? (['to-top', 'up', 'down'] as const) : []), 'open-pdf'],
        open: 'open-pdf',
      };
    case 'yours': {
      const answer = answerTo(entry);
      const note: readonly Act[] = noteOf(entry) === undefined ? [] : ['open-note'];
      return { shown: [answer, 'forget'], more: [...note, 'open-pdf'], open: answer };
    }
    case 'known':
      if (noteOf(entry) === undefined)
        return { shown: ['digest', 'readmit'], more: ['open-pdf', 'forget'], open: 'open-pdf' };
      return { shown: ['digest-anyway', 'open-note'], more: ['open-pdf', 'forget'], open: 'open-note' };
    case 'failed':
      return offerOfFailed(entry);
    case 'changed':
      return {
        shown: ['regenerate', 'keep-note'],
        more: ['open-note', 'new-note', 'open-pdf', 'forget'],
        open: 'open-note',
      };
    case 'done': {
      const reading: readonly Act[] = isNotReadTwice(entry) ? ['second-reading'] : [];
      const more = ['open-pdf', 'regenerate', 'forget'] as const;
      return { shown: [...reading, 'rename', 'open-note'], more, open: 'open-note' };
    }
  }
}

/** Returns whether the entry's note has statements that were not read a second time. */
export function isNotReadTwice({ state }: QueueEntry): boolean {
  const outcome = state.kind === 'ended' ? state.outcome : undefined;
  return outcome?.kind === 'written' && outcome.notReadTwice !== undefined;
}

/** Returns whether the entry waits in the queue. Its position can then be changed. */
export function isQueued({ state }: QueueEntry): boolean {
  return state.kind === 'waiting';
}

/** Returns the failure of an entry that has failed or whose note is incomplete. */
export function failureIn({ state }: QueueEntry): Failure | undefined {
  const ended = state.kind === 'ended' && state.outcome.kind === 'written' ? state.outcome : undefined;
  return state.kind === 'failed' ? state.failure : ended?.failure;
}

function offerOfFailed(entry: QueueEntry): Offer {
  const failure = failureIn(entry);
  const correction: readonly Act[] =
    failure && traitsOf(failure.kind).correctedInSettings ? ['settings'] : [];
  const note: readonly Act[] = noteOf(entry) === undefined ? [] : ['open-note'];
  return {
    shown: ['retry', ...correction],
    more: [...note, 'open-pdf', 'forget'],
    open: note[0] ?? 'open-pdf',
  };
}

/** Returns the action with which the user answers the question about a PDF. */
function answerTo({ state }: QueueEntry): Act {
  const outcome = state.kind === 'ended' ? state.outcome : undefined;
  const need = outcome?.kind === 'needs-you' ? outcome.need.kind : undefined;
  if (need === 'password') return 'password';
  return need === 'crash' || need === 'size' ? 'read-now' : 'decide';
}
