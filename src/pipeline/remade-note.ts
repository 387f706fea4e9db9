import { doubtOf } from '../inbox/claims';
import type { Outcome, QueueEntry } from '../inbox/queue';
import { isRequest } from '../inbox/queue-entry';
import type { PipelinePorts } from './ports';
import type { Job } from './without-digest';

/**
 * Returns the note about the previous version of a PDF if that version could not be read; otherwise null. The
 * plugin can write a digest of the current version into this note without asking the user.
 */
export function failedNote(
  ports: PipelinePorts,
  { file, origin, note, anew }: QueueEntry,
  hash: string,
): Pick<QueueEntry, 'note'> | null {
  const { notes, hashes } = ports;
  if (isRequest(origin) || note !== undefined || anew === true || notes.byHash(hash) !== null) return null;
  const path = notes.bySource(file.path);
  const before = path === null ? null : notes.hashOf(path);
  if (path === null || before === null || before === hash || notes.stateOf(path) !== 'failed') return null;
  const isDoubtful = doubtOf(ports, file.path, path, origin) !== null || !hashes.everHad(file.path, before);
  return isDoubtful ? null : { note: { path } };
}

/**
 * Returns the job that makes the note of a PDF again, if two conditions hold: pages were added to the PDF
 * soon after this device wrote the note, and nobody has changed the note. Otherwise returns null.
 */
export async function grownNote(job: Job, outcome: Outcome): Promise<Job | null> {
  const { ports, entry, stat } = job;
  if (outcome.kind !== 'changed' || entry.note !== undefined || outcome.changes === undefined) return null;
  const { changed, removed, added } = outcome.changes;
  const hasMorePages = added.length > 0 && changed.length === 0 && removed.length === 0;
  if (!hasMorePages || !ports.growing.hasGrown(entry.file, stat.size)) return null;
  const { notePath: path } = outcome;
  const isOwn = await ports.isUntouched(path, ports.notes.hashOf(path) ?? '');
  return isOwn ? { ...job, entry: { ...entry, note: { path } } } : null;
}
