import type { ExtractedPdf } from '../digest/engine';
import { Cancelled, Failure, toFailure } from '../failure';
import { traitsOf } from '../failure-kinds';
import type { Step } from '../inbox/queue';
import type { NoteContent } from '../note/content';
import type { Page } from '../pdf/document';
import { extractProtected, type Opened, type ProtectedPdf } from '../pdf/extract-protected';
import { NeedsYou, type Allow } from './approve';
import { HeldUp } from './hold-up';
import type { PipelinePorts } from './ports';
import { isForTheEye, leaveOut, readScannedPages, type LookedAtPages } from './scanned-pages';

/** A note's content as far as the stages decide it. */
export type Content = Omit<NoteContent, 'created' | 'pdfName' | 'sha256'>;

/** What reading alone decides of a note. */
export type ReadContent = Pick<Content, 'pageCount' | 'archive' | 'notRead' | 'tokens'>;

/** The document's text, or the note that says why there is none; and what lets go of the pages kept for another try. */
export type ReadPdf = Pick<LookedAtPages, 'release'> &
  ({ readonly document: ReadDocument; readonly read: ReadContent } | { readonly unread: Content });

/** What the digest is made of, besides the text layer that the worker has read. */
export type ReadDocument = Pick<ExtractedPdf, 'pdf' | 'password' | 'recognised'>;

export interface ReadOptions {
  /** Whether the user may be asked for a password now. */
  readonly mayAsk: boolean;
  /** Asked before page images are sent. */
  readonly allow: Allow;
  readonly signal: AbortSignal;
  readonly onStep: (step: Step) => void;
}

/**
 * Bytes to text: the text layer, and what the vision model reads from pages without one.
 * @throws Failure when a later try may do better, or Cancelled.
 */
export async function readPdf(pdf: ProtectedPdf, ports: PipelinePorts, options: ReadOptions): Promise<ReadPdf> {
  const { signal, onStep, mayAsk } = options;
  const onPage = (done: number, of: number): void => onStep({ kind: 'extracting', done, of });
  try {
    const opened = await extractProtected(ports.extractor, pdf, ports.passwords, mayAsk, {
      signal,
      onPage,
      sources: 'in-worker',
    });
    const { pageCount } = opened.text;
    const looked = await lookAtScans(opened, pdf, ports, options);
    const { pages, notRead, tokens, release } = looked;
    const read = { pageCount, archive: archiveOf(pages), notRead, ...(tokens === undefined ? {} : { tokens }) };
    const kept = release === undefined ? {} : { release };
    if (read.archive.length > 0) return { document: documentOf(opened, pdf, pages), read, ...kept };
    return { unread: { ...read, ...withoutText(looked, pageCount) }, ...kept };
  } catch (thrown) {
    return { unread: unreadable(thrown) };
  }
}

function documentOf({ password }: Opened, { file }: ProtectedPdf, pages: readonly Page[]): ReadDocument {
  const recognised = pages.filter((page) => page.recognised);
  return { pdf: file, recognised, ...(password === undefined ? {} : { password }) };
}

/** What a page image and the text read from it cost at the vision models of the presets, rather too much. */
const tokensPerImage = 3_000;

async function lookAtScans(
  { text: { pages }, password }: Opened,
  pdf: ProtectedPdf,
  { extractor, reader, onSideFailure }: PipelinePorts,
  { signal, onStep, allow }: ReadOptions,
): Promise<LookedAtPages> {
  const eye = pages.some(isForTheEye) ? reader() : null;
  if (eye === null) return leaveOut(pages);
  const onPage = (done: number, of: number): void => onStep({ kind: 'recognising', done, of });
  const calls = pages.filter(isForTheEye).length;
  await allow({ parts: calls, calls, tokens: calls * tokensPerImage }, pages.length);
  const images = { pdf, extractor, ...(password === undefined ? {} : { password }) };
  return readScannedPages(pages, images, eye, { signal, onPage, onFailure: onSideFailure });
}

/** The text by page, for the archive; pages without any are left out. */
function archiveOf(pages: readonly Page[]): Content['archive'] {
  return pages
    .map((page) => ({ page: page.number, text: page.paragraphs.map((paragraph) => paragraph.text).join('\n') }))
    .filter((page) => page.text.trim() !== '');
}

/**
 * What is said of a document without any text: `pending` when the vision model could not be asked, so that it may be
 * once it can; `failed` when it has seen the pages, or was not to.
 */
function withoutText({ failure, notRead }: LookedAtPages, pages: number): Pick<Content, 'state' | 'reason'> {
  const reasons = new Set(notRead.map(({ reason }) => reason));
  if (failure !== undefined) return { state: reasons.has('vision-failed') ? 'pending' : 'failed', reason: failure };
  const kind = reasons.has('no-text-found') ? 'pdf-not-recognised' : 'pdf-no-text';
  return { state: 'failed', reason: new Failure(kind, { details: { pages } }) };
}

/** A PDF that no second try would open gets a note that says so. Everything else is thrown on. */
function unreadable(thrown: unknown): Content {
  if (thrown instanceof Cancelled || thrown instanceof HeldUp || thrown instanceof NeedsYou) throw thrown;
  const reason = toFailure(thrown);
  const { origin, needsPassword } = traitsOf(reason.kind);
  if (reason.passing || needsPassword || origin !== 'pdf') throw reason;
  return { state: 'failed', reason, pageCount: 0, notRead: [], archive: [] };
}
