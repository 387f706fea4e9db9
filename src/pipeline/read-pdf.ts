import type { ExtractedPdf } from '../digest/engine';
import { Cancelled, Failure, throwIfCancelled, toFailure } from '../failure';
import { traitsOf } from '../failure-kinds';
import type { Step } from '../inbox/queue';
import type { NoteContent } from '../note/content';
import type { Page } from '../pdf/document';
import { extractProtected, type Opened, type ProtectedPdf } from '../pdf/extract-protected';
import { NeedsYou, type Allow } from './approve';
import { HeldUp } from './hold-up';
import type { PipelinePorts } from './ports';
import { needsVision, leaveOut, readScannedPages, type ReadingResult } from './scanned-pages';

/** A note's content without the fields that are added when the note is written. */
export type Content = Omit<NoteContent, 'created' | 'pdfName' | 'sha256'>;

/** The part of a note's content that is known before the digest. */
export type ReadContent = Pick<Content, 'pageCount' | 'archive' | 'notRead' | 'tokens'>;

/**
 * Either the document with its text, or the content of a note that states why there is no text. `release`
 * deletes the page readings that are cached for a retry.
 */
export type ReadPdf = Pick<ReadingResult, 'release'> &
  ({ readonly document: ReadDocument; readonly read: ReadContent } | { readonly unread: Content });

/** The input of the digest, except the text layer, which the worker has already read and still keeps. */
export type ReadDocument = Pick<ExtractedPdf, 'pdf' | 'password' | 'recognised'>;

export interface ReadOptions {
  /** True when the user may be asked now: for a password, or whether to send page images. */
  readonly mayAsk: boolean;
  /** Checks the cost. It is called before page images are sent. */
  readonly allow: Allow;
  readonly signal: AbortSignal;
  readonly onStep: (step: Step) => void;
}

/**
 * Reads the text of a PDF. If a page has no usable text layer, the vision model reads an image of the page.
 * @throws Failure when a later attempt may succeed
 * @throws Cancelled, HeldUp, NeedsYou
 */
export async function readPdf(
  pdf: ProtectedPdf,
  ports: PipelinePorts,
  options: ReadOptions,
): Promise<ReadPdf> {
  const { signal, onStep, mayAsk } = options;
  const onPage = (done: number, of: number): void => onStep({ kind: 'extracting', done, of });
  try {
    const opened = await extractProtected(ports.extractor, pdf, ports.passwords, mayAsk, {
      signal,
      onPage,
      sources: 'in-worker',
    });
    const { pageCount } = opened.text;
    const reading = await readScans(opened, pdf, ports, options);
    const { pages, notRead, tokens, release } = reading;
    const read = {
      pageCount,
      archive: archiveOf(pages),
      notRead,
      ...(tokens === undefined ? {} : { tokens }),
    };
    const kept = release === undefined ? {} : { release };
    if (read.archive.some(({ text }) => text.trim() !== ''))
      return { document: documentOf(opened, pdf, pages), read, ...kept };
    return { unread: { ...read, ...withoutText(reading, pageCount) }, ...kept };
  } catch (thrown) {
    return { unread: unreadable(thrown) };
  }
}

function documentOf({ password }: Opened, { file }: ProtectedPdf, pages: readonly Page[]): ReadDocument {
  const recognised = pages.filter((page) => page.recognised);
  return { pdf: file, recognised, ...(password === undefined ? {} : { password }) };
}

/**
 * Approximate tokens for one page image and the text read from it. The value is a high estimate for every
 * vision model of the presets.
 */
const tokensPerImage = 3_000;

async function readScans(
  { text: { pages }, password }: Opened,
  pdf: ProtectedPdf,
  { extractor, reader, onSideFailure, askImages }: PipelinePorts,
  { signal, onStep, allow, mayAsk }: ReadOptions,
): Promise<ReadingResult> {
  const visionReader = pages.some(needsVision) ? reader() : null;
  if (visionReader === null) return leaveOut(pages);
  const onPage = (done: number, of: number): void => onStep({ kind: 'recognising', done, of });
  const calls = pages.filter(needsVision).length;
  if (visionReader.needsConsent === true) {
    if (!mayAsk) throw new NeedsYou({ kind: 'images', pages: calls });
    const isAllowed = await askImages({ name: pdf.name, pages: calls }, signal);
    throwIfCancelled(signal);
    if (!isAllowed) return leaveOut(pages, 'image-declined');
  }
  await allow({ parts: calls, calls, tokens: calls * tokensPerImage }, pages.length);
  const images = { pdf, extractor, ...(password === undefined ? {} : { password }) };
  return readScannedPages(pages, images, visionReader, { signal, onPage, onFailure: onSideFailure });
}

function archiveOf(pages: readonly Page[]): Content['archive'] {
  return pages
    .map((page) => ({
      page: page.number,
      text: page.paragraphs.map((paragraph) => paragraph.text).join('\n'),
      ...(page.hidden === undefined ? {} : { hidden: page.hidden }),
    }))
    .filter(({ text, hidden }) => text.trim() !== '' || hidden !== undefined);
}

/**
 * Returns the state of a document without any text. It is `pending` when the vision model could not be used,
 * because a later attempt may succeed. Otherwise it is `failed`, for example when the vision model found no
 * text, or when no vision model is set.
 */
function withoutText({ failure, notRead }: ReadingResult, pages: number): Pick<Content, 'state' | 'reason'> {
  const reasons = new Set(notRead.map(({ reason }) => reason));
  if (failure !== undefined)
    return { state: reasons.has('vision-failed') ? 'pending' : 'failed', reason: failure };
  if (reasons.has('too-complex')) return { state: 'failed', reason: new Failure('pdf-too-complex') };
  const kind = reasons.has('no-text-found') ? 'pdf-not-recognised' : 'pdf-no-text';
  return { state: 'failed', reason: new Failure(kind, { details: { pages } }) };
}

/**
 * If an error means that a PDF can never be opened, returns the content of the note about this PDF. Throws
 * any other error again.
 */
function unreadable(thrown: unknown): Content {
  if (thrown instanceof Cancelled || thrown instanceof HeldUp || thrown instanceof NeedsYou) throw thrown;
  const reason = toFailure(thrown);
  const { origin, needsPassword } = traitsOf(reason.kind);
  if (reason.passing || needsPassword || origin !== 'pdf') throw reason;
  return { state: 'failed', reason, pageCount: 0, notRead: [], archive: [] };
}
