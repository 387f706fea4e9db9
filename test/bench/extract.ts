/**
 * Measures the built worker in Chromium: its speed compared with plain pdf.js and with PDFium, the time until
 * the first page, how long a long document blocks the main thread, and the growth of memory. The worker,
 * pdf.js and PDFium run in one process. The speed is judged only by its ratio to the speed of plain pdf.js,
 * which does no layout.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { bundleOptions } from '../../build/bundle.mjs';
import { long } from '../fixtures/documents/long';
import { launchBrowser } from '../host/browser';
import type { Reading } from './extract-entry';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The documents to read. Each engine reads each document `rounds` times. */
const documents = [
  { pages: 5, language: 'zh', rounds: 25 },
  { pages: 50, language: 'zh', rounds: 15 },
  { pages: 429, language: 'zh', rounds: 7 },
  { pages: 1158, language: 'en', rounds: 5 },
] as const;
const engines = ['ours', 'plain', 'pdfium'] as const;
/**
 * The minimum speed compared with plain pdf.js, the maximum time in ms for which the main thread is blocked,
 * and the maximum memory growth in KB per page.
 */
const TARGETS = { ratio: 0.95, gap: 50, growth: 100 };

type Engine = (typeof engines)[number];

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

async function bundleEntry(): Promise<string> {
  const options = bundleOptions({ root, entry: 'test/bench/extract-entry.ts', outfile: 'out/extract.js' });
  // This bundle must contain unmodified pdf.js. (The plugin's worker has a patched copy.)
  const plugins = (options.plugins ?? []).filter(({ name }) => name !== 'patch-dependencies');
  const { outputFiles } = await build({
    ...options,
    plugins,
    format: 'iife',
    write: false,
    logLevel: 'error',
  });
  return outputFiles?.[0]?.text ?? '';
}

async function openPage(
  browser: Browser,
  code: string,
  pdfs: ReadonlyMap<string, Uint8Array>,
): Promise<Page> {
  const page = await browser.newPage();
  await page.route('http://localhost/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    const pdf = pdfs.get(pathname);
    if (pdf !== undefined) return route.fulfill({ contentType: 'application/pdf', body: Buffer.from(pdf) });
    if (pathname === '/bench.js')
      return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: code });
    if (!pathname.startsWith('/npm/'))
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    const contentType = pathname.endsWith('.mjs') ? 'text/javascript' : 'application/octet-stream';
    return route.fulfill({
      contentType,
      body: await readFile(`${root}node_modules/${pathname.slice('/npm/'.length)}`),
    });
  });
  await page.goto('http://localhost/');
  await page.addScriptTag({ url: '/bench.js' });
  return page;
}

function read(page: Page, engine: Engine, url: string): Promise<Reading> {
  return page.evaluate(([by, from]) => window.engines[by](from), [engine, url] as const);
}

interface Comparison {
  /** For each engine, the median of its measurements. */
  readonly byEngine: ReadonlyMap<Engine, Reading>;
  /** The time of plain pdf.js divided by the time of the plugin: the median over the rounds. */
  readonly ratio: number;
}

/** The engines take turns, so that they are all slowed when the machine is slow for a while. */
async function compare(page: Page, url: string, rounds: number): Promise<Comparison> {
  const readings = new Map<Engine, Reading[]>(engines.map((engine) => [engine, []]));
  for (const engine of engines) await read(page, engine, url);
  for (let round = 0; round < rounds; round += 1) {
    for (const engine of engines) readings.get(engine)?.push(await read(page, engine, url));
  }
  const byEngine = new Map(
    Array.from(readings, ([engine, all]) => {
      const of = (value: (reading: Reading) => number): number => median(all.map(value));
      return [
        engine,
        {
          pages: of((r) => r.pages),
          characters: of((r) => r.characters),
          took: of((r) => r.took),
          firstPage: of((r) => r.firstPage),
        },
      ];
    }),
  );
  const plain = readings.get('plain') ?? [];
  const ratios = (readings.get('ours') ?? []).map(
    ({ took }, round) => (plain[round]?.took ?? Number.NaN) / took,
  );
  return { byEngine, ratio: median(ratios) };
}

function report({ byEngine, ratio }: Comparison): void {
  for (const [engine, { pages, took, firstPage, characters }] of byEngine) {
    const speed = ((1000 * pages) / took).toFixed(0).padStart(6);
    console.warn(
      `  ${engine.padEnd(7)} ${speed} pages/s   first page ${firstPage.toFixed(0).padStart(5)} ms   ${characters} characters`,
    );
  }
  console.warn(`  ours / plain pdf.js = ${ratio.toFixed(2)} (target: at least ${TARGETS.ratio})`);
}

/** Returns the resident memory, in KB, of the largest renderer process. Linux only. */
async function rendererMemory(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(async ({ id }) => Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${id}/status`, 'utf8'))?.[1]));
  return Math.max(...(await Promise.all(sizes)));
}

/** Reads a PDF in a new browser tab. Returns the growth of memory from page 300 to 1,000, in KB per page. */
async function memoryGrowth(
  browser: Browser,
  code: string,
  pdfs: ReadonlyMap<string, Uint8Array>,
  url: string,
): Promise<number> {
  const page = await openPage(browser, code, pdfs);
  const sizes = new Map<number, Promise<number>>();
  await page.exposeFunction('reached', (done: number) => void sizes.set(done, rendererMemory(browser)));
  await page.evaluate(
    (from) =>
      window.engines.ours(
        from,
        (done) => void (done === 300 || done === 1000 ? window.reached?.(done) : undefined),
      ),
    url,
  );
  const [before = Number.NaN, after = Number.NaN] = await Promise.all([sizes.get(300), sizes.get(1000)]);
  await page.close();
  return (after - before) / 700;
}

async function main(): Promise<void> {
  const pdfs = new Map(documents.map(({ pages, language }) => [`/${pages}.pdf`, long(pages, language)]));
  const code = await bundleEntry();
  const browser = await launchBrowser();
  const missed: string[] = [];
  try {
    const page = await openPage(browser, code, pdfs);
    const cold = await read(page, 'ours', '/5.pdf');
    console.warn(`first page of the first document after the start: ${cold.firstPage.toFixed(0)} ms`);
    for (const { pages, language, rounds } of documents) {
      console.warn(`${pages} pages (${language})`);
      const comparison = await compare(page, `/${pages}.pdf`, rounds);
      report(comparison);
      if (!(comparison.ratio >= TARGETS.ratio)) missed.push(`${pages} pages`);
    }
    await page.close();
    // The digest is measured in a new page. In the page used before, the browser would collect the garbage of
    // the other engines during the measurement.
    const watched = await openPage(browser, code, pdfs);
    const digest = await watched.evaluate((url) => window.engines.digest(url), '/1158.pdf');
    await watched.close();
    console.warn(`offline digest of 1158 pages: ${digest.digested.toFixed(0)} ms after the text`);
    console.warn(
      `longest block of the main thread, text and digest: ${digest.longestGap.toFixed(0)} ms (target: at most ${TARGETS.gap})`,
    );
    if (!(digest.longestGap <= TARGETS.gap)) missed.push('longest gap');
    const growth = await memoryGrowth(browser, code, pdfs, '/1158.pdf');
    console.warn(
      `memory from page 300 to page 1,000: ${growth.toFixed(0)} KB per page (target: at most ${TARGETS.growth})`,
    );
    if (!(growth <= TARGETS.growth)) missed.push('memory');
  } finally {
    await browser.close();
  }
  if (missed.length > 0) {
    console.warn(`missed targets: ${missed.join(', ')}`);
    process.exitCode = 1;
  }
}

await main();
