import { digestDocument } from './digest/digest-document';
import { digestOffline, offlineModel } from './digest/offline/digest-offline';
import type { DigestResult, NotRead, NotReadReason } from './digest/digest';
import { Cancelled, Failure, throwIfCancelled, toFailure } from './failure';
import { sha256, type HashMemory } from './inbox/identify';
import type { KnownNotes } from './inbox/known-notes';
import type { Outcome, QueueEntry, Step } from './inbox/queue';
import type { FileStat, InboxVault } from './inbox/vault';
import { looksWhole } from './inbox/whole';
import type { LanguageModel } from './llm/model';
import type { NoteContent } from './note/content';
import type { NoteWriter } from './note/writer';
import type { PdfText } from './pdf/document';
import type { PdfExtractor } from './pdf/extractor';
import { toSentences } from './text/segment';
import { estimateTokens } from './text/tokens';

export interface DigestOptions {
  readonly instructions: string;
  readonly outputLanguage: string;
}

export interface PipelinePorts {
  readonly vault: InboxVault;
  readonly notes: KnownNotes;
  readonly hashes: HashMemory;
  readonly extractor: PdfExtractor;
  readonly writer: NoteWriter;
  /** The configured model, or null for the offline engine. @throws Failure `llm-key-missing` */
  readonly model: () => Promise<LanguageModel | null>;
  readonly options: () => DigestOptions;
  readonly now: () => Date;
}

/** How long a PDF without an end marker may still be in the making, in ms since its last change. */
const unfinishedFor = 10_000;

/** What the stages share about the PDF at hand. */
interface Job {
  readonly ports: PipelinePorts;
  readonly entry: QueueEntry;
  readonly signal: AbortSignal;
  readonly onStep: (step: Step) => void;
  readonly stat: FileStat;
  readonly hash: string;
}

/** A note's content as far as the stages decide it. */
type Content = Omit<NoteContent, 'created' | 'pdfName' | 'sha256'>;

/**
 * One PDF through all stages, in order. A note appears whole at the end or not at all; whatever happens before then
 * leaves nothing behind.
 * @throws Failure when there is nothing to write a note about and a later try may do better, or Cancelled.
 */
export async function processPdf(
  ports: PipelinePorts,
  entry: QueueEntry,
  signal: AbortSignal,
  onStep: (step: Step) => void,
): Promise<Outcome> {
  const { file, origin } = entry;
  const stat = await ports.vault.stat(file);
  if (stat === null) return { kind: 'gone' };
  const bytes = await ports.vault.read(file);
  throwIfCancelled(signal);
  const age = ports.now().getTime() - stat.mtime;
  if (origin !== 'asked' && age < unfinishedFor && !looksWhole(bytes)) return { kind: 'unfinished' };

  const hash = await sha256(bytes);
  throwIfCancelled(signal);
  ports.hashes.remember(file, stat, hash);
  const job = { ports, entry, signal, onStep, stat, hash };
  return recognise(job) ?? write(job, await readAndDigest(job, bytes));
}

/** What is to be said of a PDF that needs no note of its own, or null when it does. */
function recognise({ ports, entry, hash }: Job): Outcome | null {
  const known = ports.notes.byHash(hash);
  if (known !== null) return { kind: 'known', notePath: known };
  // A file that came under a taken name is new; one whose bytes changed in place belongs to its note.
  if (entry.origin !== 'modified' && entry.origin !== 'found') return null;
  const older = ports.notes.bySource(entry.file.path);
  return older === null ? null : { kind: 'changed', notePath: older };
}

async function readAndDigest(job: Job, bytes: ArrayBuffer): Promise<Content> {
  let text: PdfText;
  try {
    const onPage = (done: number, of: number): void => job.onStep({ kind: 'extracting', done, of });
    text = await job.ports.extractor.extract(bytes, { signal: job.signal, onPage });
  } catch (thrown) {
    return unreadable(thrown);
  }
  const archive = archiveOf(text);
  const read = { pageCount: text.pageCount, archive, notRead: notReadPages(text) };
  if (archive.length === 0) {
    return { ...read, state: 'failed', reason: new Failure('pdf-no-text', { details: { pages: text.pageCount } }) };
  }
  return digest(job, text, read);
}

/** A PDF that no second try would open gets a note that says so. Everything else is thrown on. */
function unreadable(thrown: unknown): Content {
  if (thrown instanceof Cancelled) throw thrown;
  const reason = toFailure(thrown);
  if (reason.passing || !reason.kind.startsWith('pdf-')) throw reason;
  return { state: 'failed', reason, pageCount: 0, notRead: [], archive: [] };
}

async function digest(
  { ports, signal, onStep }: Job,
  text: PdfText,
  read: Pick<Content, 'pageCount' | 'archive' | 'notRead'>,
): Promise<Content> {
  const document = { sentences: toSentences(text.pages), pageCount: text.pageCount, notRead: read.notRead };
  const options = ports.options();
  try {
    const model = await ports.model();
    if (model === null) {
      onStep({ kind: 'digesting', part: 1, of: 1, model: offlineModel });
      return { ...read, state: 'offline', ...digestedBy(digestOffline(document, options)) };
    }
    const onProgress = ({ part, of }: { part: number; of: number }): void =>
      onStep({ kind: 'digesting', part, of, model: model.name });
    onProgress({ part: 1, of: 1 });
    const countTokens = (words: string): number => model.estimateTokens?.(words) ?? estimateTokens(words);
    const asked = { ...options, signal, estimateTokens: countTokens, onProgress };
    const result = await digestDocument(document, model, asked);
    return { ...read, state: 'complete', ...digestedBy(result) };
  } catch (thrown) {
    if (thrown instanceof Cancelled || signal.aborted) throw new Cancelled();
    return { ...read, state: 'pending', reason: toFailure(thrown) };
  }
}

function digestedBy({ digest: made, model, tokens, notRead }: DigestResult): Partial<Content> {
  return { digest: made, model, notRead, ...(tokens === undefined ? {} : { tokens }) };
}

async function write({ ports, entry, signal, onStep, stat, hash }: Job, content: Content): Promise<Outcome> {
  const { file } = entry;
  throwIfCancelled(signal);
  const now = await ports.vault.stat(file);
  if (now === null) return { kind: 'gone' };
  if (now.size !== stat.size || now.mtime !== stat.mtime) return { kind: 'unfinished' };
  onStep({ kind: 'writing' });
  const note = { ...content, created: ports.now(), pdfName: file.name, sha256: hash };
  const notePath = await ports.writer.write(file.path, note, () => !signal.aborted && ports.vault.exists(file));
  ports.notes.add(notePath, hash, file.path);
  const failure = content.reason instanceof Failure ? { failure: content.reason } : {};
  return { kind: 'written', notePath, state: content.state, ...failure };
}

/** The text by page, for the archive; pages without any are left out. */
function archiveOf(text: PdfText): Content['archive'] {
  return text.pages
    .map((page) => ({ page: page.number, text: page.paragraphs.map((paragraph) => paragraph.text).join('\n') }))
    .filter((page) => page.text.trim() !== '');
}

function notReadPages(text: PdfText): readonly NotRead[] {
  const pages = new Map<NotReadReason, number[]>();
  for (const { kind, number } of text.pages) {
    if (kind === 'text' || kind === 'blank') continue;
    pages.set(kind, [...(pages.get(kind) ?? []), number]);
  }
  return [...pages].map(([reason, numbers]) => ({ reason, pages: numbers }));
}
