import type { NotRead, NotReadReason } from '../digest/digest';
import { runBounded } from '../run-bounded';
import { Failure } from '../failure';
import { traitsOf } from '../failure-kinds';
import type { LaidOutReading, PageAnswer, PageReader } from '../llm/page-reader';
import type { Page } from '../pdf/document';
import type { PdfExtractor } from '../pdf/extractor';
import { recognisedPage, type RecognisedParagraph } from '../pdf/recognised-page';

/** The document's pages after the scanned pages were read. */
export interface ReadingResult {
  /** All pages, in order. Pages that were read from images have their recognised text. */
  readonly pages: readonly Page[];
  /** The pages without usable text that were not read, and why. */
  readonly notRead: readonly NotRead[];
  /** Tokens that the endpoint reported, including those of unusable answers; absent when it reported none. */
  readonly tokens?: number;
  /** The failure that ended the reading, otherwise the last failure of a page; absent when there was none. */
  readonly failure?: Failure;
  /** Deletes the answers that are cached for a retry. Never rejects. */
  readonly release?: () => Promise<void> | undefined;
}

/** One PDF whose pages are rendered. */
export interface PageImages {
  readonly pdf: { readonly file: Blob; readonly sha256: string };
  readonly extractor: Pick<PdfExtractor, 'renderPage'>;
  readonly password?: string;
}

export interface ReadingOptions {
  readonly signal: AbortSignal;
  /** Called before the first page and after each. */
  readonly onPage: (done: number, of: number) => void;
  /** Called with the failure of each page that could not be read. */
  readonly onFailure?: (failure: Failure) => void;
}

/**
 * Returns whether a page has to be read from its image. This is true for a drawing, because it may contain
 * letters as outlines. It is false for an unreadable page, because the page cannot be rendered.
 */
export function needsVision({ kind }: Page): boolean {
  return kind === 'scan' || kind === 'garbage' || kind === 'drawing';
}

/**
 * Returns the pages unchanged, and lists those without usable text as not read.
 * @param reason why no image is read; by default, the kind of the page is the reason
 */
export function leaveOut(pages: readonly Page[], reason?: NotReadReason): ReadingResult {
  const result = (page: Page): PageResult | undefined =>
    reason === undefined || !needsVision(page) ? undefined : { page, reason };
  return { pages, notRead: byReason(pages.flatMap((page) => missing(page, result(page)))) };
}

/**
 * Reads the pages without usable text from their images, several at a time. A page is listed as not read if
 * the model refuses it or returns no usable text for it. A failure that would affect every page ends the
 * reading; the pages read until then are kept.
 * @throws Cancelled
 */
export async function readScannedPages(
  pages: readonly Page[],
  images: PageImages,
  reader: PageReader<LaidOutReading>,
  options: ReadingOptions,
): Promise<ReadingResult> {
  const wanted = pages.filter(needsVision);
  const state = new ReadingState();
  let done = 0;
  options.onPage(done, wanted.length);
  const results = await runBounded(
    wanted.map((page) => async (): Promise<PageResult> => {
      if (state.ended !== undefined) return { page, reason: 'vision-failed' };
      const result = await readPage(page, images, reader, options.signal);
      state.take(result);
      if ('failure' in result && result.failure !== undefined) options.onFailure?.(result.failure);
      done += 1;
      options.onPage(done, wanted.length);
      return result;
    }),
    reader.concurrency,
    options.signal,
  );
  return { ...combine(pages, results, state), release: () => reader.release?.() };
}

type PageResult =
  | { readonly page: Page; readonly paragraphs: readonly RecognisedParagraph[]; readonly tokens?: number }
  | {
      readonly page: Page;
      readonly reason: NotReadReason;
      readonly tokens?: number;
      readonly failure?: Failure;
    };

async function readPage(
  page: Page,
  images: PageImages,
  reader: PageReader<LaidOutReading>,
  signal: AbortSignal,
): Promise<PageResult> {
  const { pdf, extractor, password } = images;
  try {
    const render = { signal, ...(password === undefined ? {} : { password }) };
    const image = async (): Promise<Blob> => (await extractor.renderPage(pdf.file, page.number, render)).jpeg;
    return resultOf(page, await reader.read({ id: `${pdf.sha256} ${page.number}`, image }, signal));
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    return { page, reason: reasonOf(thrown), failure: thrown };
  }
}

function resultOf(page: Page, { reading, tokens }: PageAnswer<LaidOutReading>): PageResult {
  const cost = tokens === undefined ? {} : { tokens };
  switch (reading.kind) {
    case 'text':
      return { page, paragraphs: reading.paragraphs, ...cost };
    case 'no-text':
      return { page, reason: 'no-text-found', ...cost };
    case 'refused':
      return { page, reason: 'content-filter', failure: new Failure('llm-refused'), ...cost };
    case 'unusable':
      return { page, reason: 'not-recognised', failure: unusable(reading.problem), ...cost };
  }
}

function unusable(problem: string): Failure {
  return new Failure(problem === 'cut-off' ? 'llm-cut-off' : 'llm-bad-answer', {
    details: { reason: problem },
  });
}

/** Returns the reason why a page was not read; `vision-failed` for a failure that would affect every page. */
function reasonOf({ kind }: Failure): NotReadReason {
  return traitsOf(kind).page ?? 'vision-failed';
}

/** After this many failed pages in a row, the cause is assumed to affect every page. */
const MOST_IN_A_ROW = 5;

/** Collects the results, and decides whether the reading ends before the last page. */
class ReadingState {
  #inARow = 0;
  ended: Failure | undefined;
  last: Failure | undefined;

  take(result: PageResult): void {
    if ('paragraphs' in result || result.failure === undefined) {
      this.#inARow = 0;
      return;
    }
    this.#inARow += 1;
    this.last = result.failure;
    if (result.reason === 'vision-failed' || this.#inARow === MOST_IN_A_ROW) this.ended ??= result.failure;
  }
}

function combine(pages: readonly Page[], results: readonly PageResult[], state: ReadingState): ReadingResult {
  const byPage = new Map(results.map((result) => [result.page.number, result]));
  const reported = results.flatMap(({ tokens }) => tokens ?? []);
  const failure = state.ended ?? state.last;
  const seen = pages.map((page) => {
    const result = byPage.get(page.number);
    return result !== undefined && 'paragraphs' in result ? recognisedPage(page, result.paragraphs) : page;
  });
  return {
    pages: seen,
    notRead: byReason(
      pages.flatMap((page) => missing(page, byPage.get(page.number))),
      state.ended,
    ),
    ...(reported.length === 0 ? {} : { tokens: reported.reduce((sum, tokens) => sum + tokens, 0) }),
    ...(failure === undefined ? {} : { failure }),
  };
}

interface Missing {
  readonly page: number;
  readonly reason: NotReadReason;
}

function missing({ number, kind, damaged }: Page, result?: PageResult): readonly Missing[] {
  if (damaged) return [{ page: number, reason: 'damaged' }];
  if (result !== undefined) return 'paragraphs' in result ? [] : [{ page: number, reason: result.reason }];
  return kind === 'text' || kind === 'blank' ? [] : [{ page: number, reason: kind }];
}

function byReason(missed: readonly Missing[], ended?: Failure): readonly NotRead[] {
  const pages = new Map<NotReadReason, number[]>();
  for (const { page, reason } of missed) pages.set(reason, [...(pages.get(reason) ?? []), page]);
  return Array.from(pages, ([reason, numbers]) => ({
    reason,
    pages: numbers,
    ...(reason === 'vision-failed' && ended !== undefined ? { failure: ended } : {}),
  }));
}
