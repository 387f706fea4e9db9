import { loadPdfJs, type App } from 'obsidian';
import type { Citation } from '../digest/digest';
import { logTrouble } from '../log';
import { holdsPassage } from '../note/selection';
import type { PdfViewer } from '../note/viewer';

/**
 * Versions of pdf.js whose text items are those of 5.3.93, by which we read (506 pages compared, no
 * difference).
 */
const sameItems = /^5\.3\.\d/;
/** Bounds of looking for ourselves: bytes of a PDF, pages of it, ms in all. */
const maxBytes = 50_000_000;
const maxPages = 40;
const maxTime = 10_000;

/** The app's pdf.js, as far as it is used here. Nothing of it is ever set. */
interface PdfJs {
  readonly version: string;
  readonly getDocument: (source: Readonly<Record<string, unknown>>) => LoadingTask;
}
interface LoadingTask {
  readonly promise: Promise<{ readonly getPage: (page: number) => Promise<PdfJsPage> }>;
  readonly destroy: () => Promise<void>;
}
interface PdfJsPage {
  readonly getTextContent: (
    options: object,
  ) => Promise<{ readonly items: readonly { readonly str?: unknown }[] }>;
}

/** Asks the app's viewer which pages it divides into text items as we do. */
export class AppPdfViewer implements PdfViewer {
  constructor(private readonly app: App) {}

  async markablePages(pdfPath: string, passages: readonly Citation[]): Promise<ReadonlySet<number>> {
    const pages = new Set(passages.map(({ page }) => page));
    if (pages.size === 0) return pages;
    try {
      const pdfJs: unknown = await loadPdfJs();
      if (!isPdfJs(pdfJs)) return new Set();
      if (sameItems.test(pdfJs.version)) return pages;
      return pages.size > maxPages ? new Set() : await this.#compare(pdfJs, pdfPath, passages);
    } catch (thrown) {
      // Without the mark a link still opens its page.
      logTrouble('viewer-silent', thrown);
      return new Set();
    }
  }

  async #compare(pdfJs: PdfJs, pdfPath: string, passages: readonly Citation[]): Promise<ReadonlySet<number>> {
    const file = this.app.vault.getFileByPath(pdfPath);
    if (file === null || file.stat.size > maxBytes) return new Set();
    const data = new Uint8Array(await this.app.vault.readBinary(file));
    const loading = pdfJs.getDocument({ data, verbosity: 0, isEvalSupported: false });
    const alike = new Set<number>();
    const end = timeLimit(maxTime);
    try {
      await Promise.race([end.reached, compareInto(alike, loading, passages)]);
      return new Set(alike);
    } finally {
      end.cancel();
      await loading.destroy();
    }
  }
}

/** Adds page after page, so that what was compared in time counts. */
async function compareInto(
  alike: Set<number>,
  loading: LoadingTask,
  passages: readonly Citation[],
): Promise<void> {
  const document = await loading.promise;
  for (const number of new Set(passages.map(({ page }) => page))) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const texts = items.flatMap(({ str }) => (typeof str === 'string' ? [str] : []));
    const own = passages.filter((citation) => citation.page === number);
    if (own.every(({ passage }) => holdsPassage(texts, passage ?? []))) alike.add(number);
  }
}

function timeLimit(ms: number): { readonly reached: Promise<void>; readonly cancel: () => void } {
  let timer = 0;
  const reached = new Promise<void>((resolve) => {
    timer = window.setTimeout(resolve, ms);
  });
  return { reached, cancel: () => window.clearTimeout(timer) };
}

function isPdfJs(value: unknown): value is PdfJs {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'version' in value &&
    typeof value.version === 'string' &&
    'getDocument' in value &&
    typeof value.getDocument === 'function'
  );
}
