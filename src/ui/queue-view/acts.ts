import { traitsOf } from '../../failure-kinds';
import type { QueueEntry } from '../../inbox/queue';
import type { SectionId } from './sections';

/** What can be done about a PDF in the list. */
export type Act =
  | 'open-note'
  | 'open-pdf'
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
  | 'forget';

/** What a row offers. */
export interface Offer {
  /** On buttons in the row. */
  readonly shown: readonly Act[];
  /** In its menu, after those. */
  readonly more: readonly Act[];
  /** For Enter, and a click on the name. */
  readonly open: Act;
}

/** The note that an entry has led to, or is about. */
export function noteOf({ note, state }: QueueEntry): string | undefined {
  const outcome = state.kind === 'ended' ? state.outcome : undefined;
  return outcome && 'notePath' in outcome ? outcome.notePath : note?.path;
}

export function offerOf(section: SectionId, entry: QueueEntry): Offer {
  switch (section) {
    case 'working':
      return { shown: ['cancel'], more: ['open-pdf'], open: 'open-pdf' };
    case 'waiting':
      return { shown: ['cancel'], more: [...(isQueued(entry) ? (['to-top', 'up', 'down'] as const) : []), 'open-pdf'], open: 'open-pdf' };
    case 'yours': {
      const answer = asksForPassword(entry) ? 'password' : 'decide';
      return { shown: [answer, 'forget'], more: ['open-pdf'], open: answer };
    }
    case 'failed':
      return offerOfFailed(entry);
    case 'changed':
      return { shown: ['regenerate'], more: ['open-note', 'new-note', 'open-pdf', 'forget'], open: 'open-note' };
    case 'done': {
      const reading: readonly Act[] = isNotReadTwice(entry) ? ['second-reading'] : [];
      const more = ['open-pdf', 'regenerate', 'forget'] as const;
      return { shown: [...reading, 'open-note'], more, open: 'open-note' };
    }
  }
}

/** Whether its note has a digest whose statements were not all read a second time. */
export function isNotReadTwice({ state }: QueueEntry): boolean {
  const outcome = state.kind === 'ended' ? state.outcome : undefined;
  return outcome?.kind === 'written' && outcome.notReadTwice !== undefined;
}

/** Whether it has a place in the queue that can be changed. */
export function isQueued({ state }: QueueEntry): boolean {
  return state.kind === 'waiting';
}

function offerOfFailed(entry: QueueEntry): Offer {
  const { state } = entry;
  const ended = state.kind === 'ended' && state.outcome.kind === 'written' ? state.outcome : undefined;
  const failure = state.kind === 'failed' ? state.failure : ended?.failure;
  const mend: readonly Act[] = failure && traitsOf(failure.kind).mendedInSettings ? ['settings'] : [];
  const note: readonly Act[] = noteOf(entry) === undefined ? [] : ['open-note'];
  return { shown: ['retry', ...mend], more: [...note, 'open-pdf', 'forget'], open: note[0] ?? 'open-pdf' };
}

function asksForPassword({ state }: QueueEntry): boolean {
  return state.kind === 'ended' && state.outcome.kind === 'needs-you' && state.outcome.need.kind === 'password';
}
