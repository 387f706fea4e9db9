import type { QueueEntry } from '../../inbox/queue';
import type { PdfFile } from '../../inbox/vault';

/** The parts of the view, in the order they are shown: what moves or asks for the user stands above what only waits. */
export const sectionIds = ['working', 'yours', 'failed', 'changed', 'waiting', 'done'] as const;
export type SectionId = (typeof sectionIds)[number];

export type Sections = Readonly<Record<SectionId, readonly QueueEntry[]>>;

/**
 * Where the entries of the queue and its history are shown; endings before `since` (ms since 1970) are not "today".
 * A PDF that waits is shown once, though it be written on meanwhile: by the first of its entries.
 */
export function sectionsOf(
  working: QueueEntry | null,
  waiting: readonly QueueEntry[],
  history: readonly QueueEntry[],
  since: number,
): Sections {
  const ended: Record<SectionId, QueueEntry[]> = { working: [], yours: [], failed: [], changed: [], waiting: [], done: [] };
  // The latest stand first.
  for (const entry of [...history].reverse()) {
    const id = endedSection(entry);
    if (id !== null && (id !== 'done' || (entry.endedAt ?? 0) >= since)) ended[id].push(entry);
  }
  return { ...ended, working: working === null ? [] : [working], waiting: waiting.filter(isFirstOfFile()) };
}

/** True for the first entry of a file that it is given. */
function isFirstOfFile(): (entry: QueueEntry) => boolean {
  const seen = new Set<PdfFile>();
  return ({ file }) => seen.size < seen.add(file).size;
}

/** What was cancelled, deleted or is still being written is not shown; neither are copies that nobody asked about. */
function endedSection({ state, origin }: QueueEntry): SectionId | null {
  if (state.kind === 'failed') return 'failed';
  if (state.kind !== 'ended') return null;
  switch (state.outcome.kind) {
    case 'written':
      return state.outcome.failure === undefined ? 'done' : 'failed';
    case 'known':
      return origin === 'asked' ? 'done' : null;
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

/** The start of the local day, in ms since 1970. */
export function startOfDay(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0);
}
