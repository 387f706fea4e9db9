import type { NotRead, NotReadReason } from '../digest/digest';
import { runBounded } from '../run-bounded';
import { Failure } from '../failure';
import { traitsOf } from '../failure-kinds';
import type { LaidOutReading, PageAnswer, PageReader } from '../llm/page-reader';
import type { Page } from '../pdf/document';
import type { PdfExtractor } from '../pdf/extractor';
import { recognisedPage, type RecognisedParagraph } from '../pdf/recognised-page';

/** The document's pages after scanned ones have been looked at. */
export interface LookedAtPages {
  /** All pages, in order, those that were read with their text. */
  readonly pages: readonly Page[];
  /** The pages without usable text that were not read, and why. */
  readonly notRead: readonly NotRead[];
  /** As the endpoint reported, unusable answers included; left out when it reported none. */
  readonly tokens?: number;
  /** What ended the reading, else the last thing that went wrong, when something did. */
  readonly failure?: Failure;
  /** Lets go of what is kept for another try. Never rejects. */
  readonly release?: () => Promise<void> | undefined;
}

/** One PDF, opened once for all its pages. */
export interface PageImages {
  readonly pdf: { readonly file: Blob; readonly sha256: string };
  readonly extractor: Pick<PdfExtractor, 'renderPage'>;
  readonly password?: string;
}

export interface LookOptions {
  readonly signal: AbortSignal;
  /** Called before the first page and after each. */
  readonly onPage: (done: number, of: number) => void;
  /** Called with the failure of each page that went wrong. */
  readonly onFailure?: (failure: Failure) => void;
}

/**
 * Whether only the eye can tell what stands on a page. Drawings are among them: whole documents are printed with their
 * letters as outlines, which look like drawings to us, and who has pages read wants to lose none. A drawing without
 * lettering costs about as much as three pages of text. Unreadable pages are not: what stopped the reader once would
 * stop it again.
 */
export function isForTheEye({ kind }: Page): boolean {
  return kind === 'scan' || kind === 'garbage' || kind === 'drawing';
}

/** Pages as they are, with those that have no usable text named. */
export function leaveOut(pages: readonly Page[]): LookedAtPages {
  return { pages, notRead: byReason(pages.flatMap((page) => missing(page))) };
}

/**
 * Has the pages without usable text read from their images, a few at a time. A page that is refused, or answered with
 * something else than its text, is left out and named; a failure that every page would share ends the reading, and
 * what has been read by then is kept.
 * @throws Cancelled.
 */
export async function readScannedPages(
  pages: readonly Page[],
  images: PageImages,
  reader: PageReader<LaidOutReading>,
  options: LookOptions,
): Promise<LookedAtPages> {
  const wanted = pages.filter(isForTheEye);
  const spell = new Spell();
  let done = 0;
  options.onPage(done, wanted.length);
  const looks = await runBounded(
    wanted.map((page) => async (): Promise<Look> => {
      if (spell.ended !== undefined) return { page, reason: 'vision-failed' };
      const look = await lookAt(page, images, reader, options.signal);
      spell.take(look);
      if ('failure' in look && look.failure !== undefined) options.onFailure?.(look.failure);
      done += 1;
      options.onPage(done, wanted.length);
      return look;
    }),
    reader.concurrency,
    options.signal,
  );
  return { ...together(pages, looks, spell), release: () => reader.release?.() };
}

/** What became of one page. */
type Look =
  | { readonly page: Page; readonly paragraphs: readonly RecognisedParagraph[]; readonly tokens?: number }
  | { readonly page: Page; readonly reason: NotReadReason; readonly tokens?: number; readonly failure?: Failure };

async function lookAt(page: Page, images: PageImages, reader: PageReader<LaidOutReading>, signal: AbortSignal): Promise<Look> {
  const { pdf, extractor, password } = images;
  try {
    const render = { signal, ...(password === undefined ? {} : { password }) };
    const image = async (): Promise<Blob> => (await extractor.renderPage(pdf.file, page.number, render)).jpeg;
    return taken(page, await reader.read({ id: `${pdf.sha256} ${page.number}`, image }, signal));
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    return { page, reason: reasonOf(thrown), failure: thrown };
  }
}

function taken(page: Page, { reading, tokens }: PageAnswer<LaidOutReading>): Look {
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
  return new Failure(problem === 'cut-off' ? 'llm-cut-off' : 'llm-bad-answer', { details: { reason: problem } });
}

/** Why a failure leaves its page unread; `vision-failed` for a failure that every page would share. */
function reasonOf({ kind }: Failure): NotReadReason {
  return traitsOf(kind).page ?? 'vision-failed';
}

/** Pages in a row that go wrong, each in its own way, before it is no longer about the pages. */
const MOST_IN_A_ROW = 5;

/** How the reading goes, and whether it is over before the last page. */
class Spell {
  #inARow = 0;
  ended: Failure | undefined;
  last: Failure | undefined;

  take(look: Look): void {
    if ('paragraphs' in look || look.failure === undefined) {
      this.#inARow = 0;
      return;
    }
    this.#inARow += 1;
    this.last = look.failure;
    if (look.reason === 'vision-failed' || this.#inARow === MOST_IN_A_ROW) this.ended ??= look.failure;
  }
}

function together(pages: readonly Page[], looks: readonly Look[], spell: Spell): LookedAtPages {
  const byPage = new Map(looks.map((look) => [look.page.number, look]));
  const reported = looks.flatMap(({ tokens }) => tokens ?? []);
  const failure = spell.ended ?? spell.last;
  const seen = pages.map((page) => {
    const look = byPage.get(page.number);
    return look !== undefined && 'paragraphs' in look ? recognisedPage(page, look.paragraphs) : page;
  });
  return {
    pages: seen,
    notRead: byReason(pages.flatMap((page) => missing(page, byPage.get(page.number))), spell.ended),
    ...(reported.length === 0 ? {} : { tokens: reported.reduce((sum, tokens) => sum + tokens, 0) }),
    ...(failure === undefined ? {} : { failure }),
  };
}

interface Missing {
  readonly page: number;
  readonly reason: NotReadReason;
}

function missing({ number, kind, damaged }: Page, look?: Look): readonly Missing[] {
  if (damaged) return [{ page: number, reason: 'damaged' }];
  if (look !== undefined) return 'paragraphs' in look ? [] : [{ page: number, reason: look.reason }];
  return kind === 'text' || kind === 'blank' ? [] : [{ page: number, reason: kind }];
}

/** Pages by reason, in the order in which the reasons first come up. */
function byReason(missed: readonly Missing[], ended?: Failure): readonly NotRead[] {
  const pages = new Map<NotReadReason, number[]>();
  for (const { page, reason } of missed) pages.set(reason, [...(pages.get(reason) ?? []), page]);
  return Array.from(pages, ([reason, numbers]) => ({
    reason,
    pages: numbers,
    ...(reason === 'vision-failed' && ended !== undefined ? { failure: ended } : {}),
  }));
}
