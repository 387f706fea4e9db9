import { Failure } from '../failure';
import { doubtOf } from '../inbox/claims';
import { missingNote } from '../inbox/missing-note';
import type { Need, Outcome, QueueEntry, Step } from '../inbox/queue';
import { isRequest } from '../inbox/queue-entry';
import type { FileStat } from '../inbox/vault';
import type { PageChanges } from '../note/changes/page-changes';
import { NeedsYou } from './approve';
import type { PipelinePorts } from './ports';

/** The data that the steps share about the current PDF. */
export interface Job {
  readonly ports: PipelinePorts;
  readonly entry: QueueEntry;
  readonly signal: AbortSignal;
  readonly onStep: (step: Step) => void;
  readonly stat: FileStat;
  readonly hash: string;
  /** True when a note that was made from earlier bytes of this PDF is made again from the current bytes. */
  readonly isRemade: boolean;
}

/**
 * If `doubtOf` returns a doubt whether a note belongs to its PDF, returns the decision that the user has to
 * make; otherwise null. A note that the user chose in the app is not checked.
 */
export function doubtfulClaim(ports: PipelinePorts, { file, origin, note }: QueueEntry): Need | null {
  if (note === undefined || origin === 'asked') return null;
  const doubt = doubtOf(ports, file.path, note.path, origin);
  return doubt === null ? null : { kind: 'claim', notePath: note.path, doubt };
}

/**
 * Returns the outcome for a PDF that is too large to be read automatically, because reading it could end the
 * app. If the file has a note and was not modified, the outcome is `known`; otherwise the user has to decide.
 * Returns null for a smaller PDF, and for a PDF that the user chose.
 * @throws Failure `pdf-too-large` when this device must not read the PDF even if the user chooses it
 */
export function tooLargeForAutomaticWork(
  ports: PipelinePorts,
  { file, origin, note }: QueueEntry,
  { size }: FileStat,
): Outcome | null {
  const { automatic: limit, requested } = ports.sizeLimits();
  const isChosen = origin === 'asked';
  if (size <= (isChosen ? requested : limit)) return null;
  const isNew = isChosen || note !== undefined || origin === 'modified';
  const older = isNew ? null : ports.notes.bySource(file.path);
  if (older !== null) return { kind: 'known', notePath: older };
  if (size > requested) throw new Failure('pdf-too-large', { details: { bytes: size, limit: requested } });
  return { kind: 'needs-you', need: { kind: 'size', size, limit } };
}

/**
 * If the user chose a PDF whose note still has no digest, returns this note. Otherwise returns an empty
 * object.
 */
export function waitingNote(
  ports: PipelinePorts,
  { file, origin, note, anew }: QueueEntry,
  hash: string,
): Pick<QueueEntry, 'note'> {
  if (!isRequest(origin) || note !== undefined || anew === true) return {};
  const waiting = ports.notes
    .incomplete()
    .find(({ pdf, state, sha256: made }) => pdf === file && state === 'pending' && made === hash);
  const isDoubtful = waiting && doubtOf(ports, file.path, waiting.note.path, origin) !== null;
  return waiting === undefined || isDoubtful ? {} : { note: waiting.note };
}

/** Returns the outcome for a PDF that needs no new digest, or null when it needs one. */
export async function known(job: Job, pdf: Blob): Promise<Outcome | null> {
  const { ports, entry, hash } = job;
  const notePath = ports.notes.byHash(hash);
  if (job.isRemade) return null;
  if (entry.note !== undefined)
    return entry.origin === 'asked' ? null : endOfAutomaticWork(job, entry.note.path, notePath);
  if (notePath !== null && entry.anew !== true) {
    ports.notes.seen(hash, entry.file.path);
    return { kind: 'known', notePath };
  }
  const missing = entry.anew === true ? null : await missingNote(ports, hash, entry.file.path);
  // At the user's request, a deleted note is written again. But no second note is written beside a note that
  // cannot be read.
  if (missing !== null && (missing.kind === 'known' || !isRequest(entry.origin))) return missing;
  // A file that the user chose, or that is new, gets a new note, even if an older note contains its path. A
  // file that changed in place belongs to its note.
  if (entry.origin === 'asked' || entry.origin === 'arrived') return null;
  const older = ports.notes.bySource(entry.file.path);
  if (older === null) return null;
  const what = await whatChanged(job, older, pdf);
  // Annotations and repairs of a file change its bytes but not its text. The user is not asked about such
  // changes.
  if (what.changes !== undefined && isSameText(what.changes)) return { kind: 'known', notePath: older };
  return { kind: 'changed', notePath: older, sha256: hash, ...what };
}

/**
 * Compares the PDF with its note. Returns an empty object when the PDF cannot be opened or must not be read
 * automatically. If the user then regenerates the note, the app shows why the PDF was not read.
 * @throws Cancelled
 */
async function whatChanged(
  { ports, signal, onStep }: Job,
  notePath: string,
  pdf: Blob,
): Promise<{ readonly pages?: number; readonly changes?: PageChanges }> {
  const onPage = (done: number, of: number): void => onStep({ kind: 'extracting', done, of });
  try {
    const { pageCount } = await ports.extractor.extract(pdf, { signal, onPage, sources: 'in-worker' });
    const changes = await ports.changesSince(notePath, pdf, signal);
    return { pages: pageCount, ...(changes === null ? {} : { changes }) };
  } catch (thrown) {
    if (thrown instanceof NeedsYou) return {};
    if (!(thrown instanceof Failure)) throw thrown;
    ports.onSideFailure(thrown);
    return {};
  }
}

function isSameText({ changed, added, removed, notCompared }: PageChanges): boolean {
  return [changed, added, removed, notCompared].every((pages) => pages.length === 0);
}

/**
 * Returns the outcome if automatic work for the note `target` must not continue, otherwise null. `knownAt` is
 * the path of a note that was made from the current bytes of the PDF, or null.
 */
function endOfAutomaticWork(
  { ports, entry, hash }: Job,
  target: string,
  knownAt: string | null,
): Outcome | null {
  const { notes, hashes, readsTwice } = ports;
  const state = notes.stateOf(target);
  const isLacking = readsTwice() && notes.lacksSecondReading(target);
  if (state === 'complete' && !isLacking) return { kind: 'known', notePath: target };
  if (state === 'failed' && knownAt !== null) return { kind: 'known', notePath: knownAt };
  const claimed = notes.hashOf(target) ?? '';
  const hasDigest = state === 'offline' || state === 'complete';
  // The hash in a note can be false. If it differs from the hash of the PDF, work continues only if this
  // device has read a PDF with the note's hash at the same path.
  const mayFollow = !hasDigest && knownAt === null && hashes.everHad(entry.file.path, claimed);
  return claimed !== hash && !mayFollow ? { kind: 'changed', notePath: target } : null;
}
