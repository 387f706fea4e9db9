import type { QueueEntry } from '../../inbox/queue';
import type { PdfFile } from '../../inbox/vault';

/** The sections in the order in which they are shown. */
export const sectionIds = ['working', 'yours', 'failed', 'changed', 'waiting', 'done', 'known'] as const;
export type SectionId = (typeof sectionIds)[number];

export type Sections = Readonly<Record<SectionId, readonly QueueEntry[]>>;

/**
 * Assigns the entries to sections. `done` gets only entries that ended at `since` (ms since 1970) or later.
 * If `waiting` has two entries for one PDF (one in the queue and one for a file that is still being written),
 * only the first is shown.
 */
export function sectionsOf(
  working: QueueEntry | null,
  waiting: readonly QueueEntry[],
  history: readonly QueueEntry[],
  since: number,
): Sections {
  const ended: Record<SectionId, QueueEntry[]> = {
    working: [],
    yours: [],
    failed: [],
    changed: [],
    waiting: [],
    done: [],
    known: [],
  };
  for (const entry of [...history].reverse()) {
    const id = endedSection(entry);
    if (id !== null && (id !== 'done' || (entry.endedAt ?? 0) >= since)) ended[id].push(entry);
  }
  return { ...ended, working: working === null ? [] : [working], waiting: waiting.filter(isFirstOfFile()) };
}

function isFirstOfFile(): (entry: QueueEntry) => boolean {
  const seen = new Set<PdfFile>();
  return ({ file }) => seen.size < seen.add(file).size;
}

/** Returns null for entries that are not shown, such as cancelled or deleted PDFs. */
function endedSection({ state, note }: QueueEntry): SectionId | null {
  if (state.kind === 'failed') return 'failed';
  if (state.kind !== 'ended') return null;
  switch (state.outcome.kind) {
    case 'written':
      return state.outcome.failure === undefined ? 'done' : 'failed';
    case 'known':
      return note === undefined ? 'known' : null;
    case 'left-out':
      return 'known';
    case 'changed':
      return 'changed';
    case 'needs-you':
      return 'yours';
    case 'unfinished':
    case 'held-up':
    case 'gone':
      return null;
  }
}

/** Returns the start of the local day that contains `now`. Both are in ms since 1970. */
export function startOfDay(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0);
}
