import { loadPdfJs, type App } from 'obsidian';
import type { Citation } from '../digest/digest';
import { logTrouble } from '../log';
import { holdsPassage } from '../note/selection';
import type { PdfViewer } from '../note/viewer';

/**
 * Matches the versions of pdf.js that split text into the same items as 5.3.93, the plugin's version. In a
 * comparison of 506 pages, there was no difference.
 */
const sameItems = /^5\.3\.\d/;
/** Maximum size of a PDF whose pages are compared, in bytes. */
const maxBytes = 50_000_000;
/**
 * Maximum number of pages with passages (the texts that links cite). If more pages have passages, no page is
 * compared.
 */
const maxPages = 40;
/** Maximum time to compare the pages of one PDF, in ms. */
const maxTime = 10_000;

/** The parts of the app's pdf.js that are used here. */
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

/**
 * Finds the pages that the app's viewer splits into the same text items as the plugin does. A link can mark
 * its passage only on these pages.
 */
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
      // Without markable pages, each link opens its page but marks no passage.
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

/**
 * Compares one page after another. If the viewer splits the passages of a page into the same items as the
 * plugin, the page is added to `alike` at once, because the time limit can end the comparison at any page.
 */
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
