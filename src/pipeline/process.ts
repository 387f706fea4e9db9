import type { DigestResult } from '../digest/digest';
import { offlineModel } from '../digest/engine';
import type { OnProgress } from '../digest/parts/progress';
import { Cancelled, Failure, throwIfCancelled, toFailure } from '../failure';
import { traitsOf } from '../failure-kinds';
import { sha256 } from '../hash';
import type { Outcome, QueueEntry, Step } from '../inbox/queue';
import { isRequest } from '../inbox/queue-entry';
import type { NoteContent, NoteState } from '../note/content';
import type { NoteFile, NoteUpdate } from '../note/writer';
import type { FileStat } from '../inbox/vault';
import { looksComplete } from '../inbox/whole';
import { allowing, NeedsYou, type Allow } from './approve';
import { guarded } from './guarded';
import { keptHere } from './kept-here';
import { HeldUp, pauseFor } from './hold-up';
import type { PipelinePorts } from './ports';
import { failedNote, grownNote } from './remade-note';
import { lackOf } from './second-reading';
import { readPdf, type Content, type ReadContent, type ReadDocument } from './read-pdf';
import { doubtfulClaim, known, tooLargeForAutomaticWork, waitingNote, type Job } from './without-digest';

/** If a PDF has no end marker, it is treated as incomplete until this many ms after its last change. */
const unfinishedFor = 10_000;

/**
 * Processes one PDF through all stages. Nothing in the vault changes before the note is written at the end.
 * @throws Failure when no note can be written now and a later attempt may succeed
 * @throws Cancelled
 */
export async function processPdf(
  ports: PipelinePorts,
  entry: QueueEntry,
  signal: AbortSignal,
  onStep: (step: Step) => void,
): Promise<Outcome> {
  const { patience } = ports;
  try {
    const outcome = await begin(ports, entry, signal, onStep);
    if (outcome.kind !== 'unfinished') patience.done(entry.file);
    return outcome;
  } catch (thrown) {
    // Another program may be using the file for a short time, so the PDF is tried again later.
    const isBusy = thrown instanceof Failure && thrown.kind === 'vault-read' && thrown.passing;
    if (isBusy && entry.origin !== 'asked' && patience.again(entry.file)) return { kind: 'unfinished' };
    patience.done(entry.file);
    throw thrown;
  }
}

async function begin(
  ports: PipelinePorts,
  entry: QueueEntry,
  signal: AbortSignal,
  onStep: (step: Step) => void,
): Promise<Outcome> {
  const doubted = doubtfulClaim(ports, entry);
  if (doubted !== null) return { kind: 'needs-you', need: doubted };
  const stat = await ports.vault.stat(entry.file);
  if (stat === null) return { kind: 'gone' };
  const tooLarge = tooLargeForAutomaticWork(ports, entry, stat);
  if (tooLarge !== null) return tooLarge;
  const arrived = await arrive(ports, entry, stat, signal);
  if (arrived === null) return { kind: 'unfinished' };
  const { hash } = arrived;
  const failed = failedNote(ports, entry, hash);
  const target = { ...waitingNote(ports, entry, hash), ...failed, ...entry };
  const isRemade = failed !== null;
  const own = guarded(keptHere(ports, entry.file), target, hash);
  const job = { isRemade, ports: own, entry: target, signal, onStep, stat, hash };
  try {
    const outcome = await known(job, arrived.pdf);
    const grown = outcome === null ? null : await grownNote(job, outcome);
    if (outcome !== null && grown === null) return outcome;
    return await digestAndWrite(grown ?? job, arrived.pdf);
  } catch (thrown) {
    if (thrown instanceof HeldUp) return { kind: 'held-up', pause: thrown.pause };
    if (thrown instanceof NeedsYou) return { kind: 'needs-you', need: thrown.need };
    if (!(thrown instanceof Failure)) throw thrown;
    const { needsApproval, needsPassword } = traitsOf(thrown.kind);
    if (needsApproval === true) return { kind: 'held-up', pause: { failure: thrown } };
    if (needsPassword !== true) throw thrown;
    return { kind: 'needs-you', need: { kind: 'password', failure: thrown } };
  }
}

/**
 * Reads and hashes the file. The bytes are returned as a Blob, because a Blob can be read again for page
 * images, and the browser can keep a Blob out of memory. Returns null while the file is still being written.
 */
async function arrive(
  ports: PipelinePorts,
  { file, origin }: QueueEntry,
  stat: FileStat,
  signal: AbortSignal,
): Promise<{ readonly hash: string; readonly pdf: Blob } | null> {
  const bytes = await ports.vault.read(file);
  throwIfCancelled(signal);
  const age = ports.now().getTime() - stat.mtime;
  const mayGrow = origin !== 'asked' && age < unfinishedFor && !looksComplete(bytes);
  // The number of attempts is limited, because a file with a time in the future would always look new.
  if (mayGrow && ports.patience.again(file)) return null;
  const hash = await sha256(bytes);
  throwIfCancelled(signal);
  ports.hashes.remember(file, stat, hash);
  return { hash, pdf: new Blob([bytes]) };
}

async function digestAndWrite(job: Job, file: Blob): Promise<Outcome> {
  const { entry, hash, signal, onStep } = job;
  // Automatic work must not open a modal. If a modal is needed, the PDF waits until the user chooses this
  // PDF.
  const mayAsk = entry.origin === 'asked';
  const { name } = entry.file;
  const allow = allowing(job.ports.allowance, name, mayAsk ? job.ports.askCost : null, signal);
  const result = await readPdf({ file, name, sha256: hash }, job.ports, { signal, onStep, mayAsk, allow });
  const { content, release } =
    'unread' in result ? unread(job, result.unread) : await digest(job, result.document, result.read, allow);
  const outcome = await write(job, content);
  // Cached answers are deleted only after the note is written and complete. Otherwise a retry would pay for
  // them again.
  if (outcome.kind !== 'written' || outcome.state === 'pending') return outcome;
  if (outcome.notReadTwice?.failure !== undefined) return outcome;
  await release?.();
  await result.release?.();
  return outcome;
}

/**
 * Returns the content of a note for a PDF without readable text. If the endpoint does not offer the vision
 * model, only scanned pages are affected, so the queue does not pause.
 * @throws HeldUp when other PDFs are waiting and would fail for the same reason
 */
function unread(job: Job, content: Content): Digested {
  const { reason } = content;
  if (reason instanceof Failure && reason.kind !== 'llm-model-unknown') holdUp(job, reason);
  return { content };
}

/** @throws HeldUp when the failure would affect every PDF and other PDFs are waiting */
function holdUp({ ports }: Job, reason: Failure): void {
  const pause = pauseFor(reason, ports.now().getTime());
  if (pause !== null && ports.waitingCount() > 0) throw new HeldUp(pause);
}

/** A note's content, and a function that deletes the answers that were cached for the note. */
interface Digested {
  readonly content: Content;
  readonly release?: () => Promise<void> | undefined;
}

async function digest(job: Job, document: ReadDocument, read: ReadContent, allow: Allow): Promise<Digested> {
  const { ports, entry, signal, onStep } = job;
  try {
    const model = ports.model();
    const name = model?.name ?? offlineModel;
    const onProgress: OnProgress = ({ part, of, words, stage }) =>
      onStep({ kind: 'digesting', part, of, model: name, words, ...(stage === undefined ? {} : { stage }) });
    // With a model, progress starts after the plan is made and approved.
    if (model === null) onProgress({ part: 1, of: 1, words: 0 });
    const result = await ports.engine.digest({ ...document, ...read }, model, {
      ...(await ports.options(entry.file.path)),
      signal,
      onProgress,
      approve: (plan) => allow(plan, read.pageCount),
    });
    const state = model === null ? 'offline' : 'complete';
    const onlyHere =
      model === null && ports.mustStayOnDevice(entry.file.path) ? { onlyHere: true as const } : {};
    return {
      content: { ...read, state, ...onlyHere, ...digestedBy(result, read) },
      release: () => model?.release?.(),
    };
  } catch (thrown) {
    if (thrown instanceof Cancelled || signal.aborted) throw new Cancelled();
    if (thrown instanceof HeldUp || thrown instanceof NeedsYou) throw thrown;
    const reason = toFailure(thrown);
    if (traitsOf(reason.kind).needsApproval) throw reason;
    holdUp(job, reason);
    return { content: { ...read, state: 'pending', reason } };
  }
}

function digestedBy(
  { digest: made, model, tokens, notRead }: DigestResult,
  read: ReadContent,
): Partial<Content> {
  const spent =
    tokens === undefined && read.tokens === undefined ? {} : { tokens: (tokens ?? 0) + (read.tokens ?? 0) };
  return { digest: made, model, notRead, ...spent };
}

async function write({ ports, entry, signal, onStep, stat, hash }: Job, content: Content): Promise<Outcome> {
  const { file } = entry;
  throwIfCancelled(signal);
  const now = await ports.vault.stat(file);
  if (now === null) return { kind: 'gone' };
  if (now.size !== stat.size || now.mtime !== stat.mtime) {
    if (ports.patience.again(file)) return { kind: 'unfinished' };
    throw new Failure('vault-read', { passing: false, details: { name: file.name } });
  }
  onStep({ kind: 'writing' });
  const note = { ...content, created: ports.now(), pdfName: file.name, sha256: hash };
  // Another device may have written the note while this device worked.
  const isForNew = entry.note === undefined && entry.anew !== true;
  const written = (): string | null => (isForNew ? ports.notes.byHash(hash) : null);
  const mayWrite = (): boolean => !signal.aborted && ports.vault.exists(file) && written() === null;
  let result: { readonly note: NoteFile; readonly update?: NoteUpdate };
  try {
    result =
      entry.note === undefined
        ? {
            note: await ports.writer.write(file.path, note, mayWrite, timeOf(entry, stat, note.created)),
          }
        : await updated(ports, entry, entry.note, note, mayWrite);
  } catch (thrown) {
    if (signal.aborted || !(thrown instanceof Cancelled)) throw thrown;
    const isNoteGone = entry.note !== undefined && ports.notes.hashOf(entry.note.path) === null;
    const notePath = isNoteGone ? ports.notes.byHash(hash) : written();
    if (notePath !== null) return { kind: 'known', notePath };
    // The user or another device has deleted the note that was to be updated, so automatic work leaves out
    // this PDF.
    if (isNoteGone && ports.vault.exists(file)) return { kind: 'left-out', reason: 'deleted', sha256: hash };
    throw thrown;
  }
  ports.growing.wrote(file, stat.size);
  const { note: target, ...update } = result;
  ports.notes.add(target, hash, file.path, content.state, content.digest?.checking.level);
  const failure = content.reason instanceof Failure ? { failure: content.reason } : {};
  const notReadTwice = lackOf(content.digest);
  const lack = notReadTwice === undefined ? {} : { notReadTwice };
  const here = content.onlyHere === true ? { onlyHere: true as const } : {};
  return {
    kind: 'written',
    notePath: target.path,
    ...update,
    state: content.state,
    ...failure,
    ...lack,
    ...here,
  };
}

/**
 * Returns the modification time, in ms, of a note that the user did not request: the time of its PDF. If the
 * user has changed the PDF's note on another device, the changed note is then newer, so a sync service keeps
 * it. Undefined for a note that the user requested.
 */
function timeOf({ origin }: QueueEntry, { mtime }: FileStat, now: Date): number | undefined {
  return isRequest(origin) || mtime <= 0 ? undefined : Math.min(mtime, now.getTime());
}

/** Rank of a note by its state. An update must not lower the rank. */
const rankByState: Readonly<Record<NoteState, number>> = { failed: 0, pending: 1, offline: 2, complete: 2 };

/**
 * Updates the note, but leaves it unchanged if its current content ranks higher.
 * @throws Failure the reason why there is no new digest, if the note is left unchanged
 * @throws Failure `vault-write`, or Cancelled
 */
async function updated(
  { notes, writer }: PipelinePorts,
  { file, origin }: QueueEntry,
  target: NoteFile,
  note: NoteContent,
  mayWrite: () => boolean,
): Promise<{ readonly note: NoteFile; readonly update: NoteUpdate }> {
  const before = notes.stateOf(target.path) ?? 'complete';
  if (rankByState[note.state] < rankByState[before]) throw toFailure(note.reason);
  const update = await writer.update(target, file.path, note, mayWrite, !isRequest(origin));
  return { note: update.note, update };
}
