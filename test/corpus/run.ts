/**
 * `npm run corpus -- DIR [--json out.jsonl] [--jobs n]`: reads every PDF below DIR in Chromium, in the worker
 * of the plugin, and prints the outcomes by category. Exits with 1 when a file hung, crashed the browser, or
 * failed for an unknown reason.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { bundleOptions } from '../../build/bundle.mjs';
import { launchBrowser } from '../host/browser';
import type { Read } from './browser-entry';
import { categoriesIn } from './categories';
import { summarise, table, type Result } from './summary';

const root = fileURLToPath(new URL('../..', import.meta.url));
/**
 * Time in ms after which a file counts as hung. The plugin itself stops reading a page after 20 s, and a
 * document after a few such pages.
 */
const HUNG_AFTER_MS = 180_000;

/**
 * Reads files in a browser page. If a file hangs or crashes the page, a new page is opened for the next file.
 */
class Reader {
  readonly #browser: Browser;
  readonly #code: string;
  readonly #folder: string;
  #page: Page | undefined;

  constructor(browser: Browser, code: string, folder: string) {
    this.#browser = browser;
    this.#code = code;
    this.#folder = folder;
  }

  async read(file: string): Promise<Read> {
    const start = Date.now();
    const lost = (failure: string): Read => ({
      failure,
      kinds: [],
      damaged: 0,
      characters: 0,
      took: Date.now() - start,
    });
    this.#page ??= await this.#open();
    const page = this.#page;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hung = new Promise<Read>((settle) => {
      timer = setTimeout(() => settle(lost('hung')), HUNG_AFTER_MS);
    });
    const crashed = new Promise<Read>((settle) => {
      page.once('crash', () => settle(lost('crashed')));
    });
    const read = page.evaluate(
      (url) => window.corpus.read(url),
      `http://localhost/${encodeURIComponent(file)}`,
    );
    const outcome = await Promise.race([
      read.catch((error: unknown) => lost(`unexpected: ${String(error)}`)),
      hung,
      crashed,
    ]);
    clearTimeout(timer);
    if (outcome.failure === 'hung' || outcome.failure === 'crashed') await this.#close();
    return outcome;
  }

  async #open(): Promise<Page> {
    const page = await this.#browser.newPage();
    await page.route('http://localhost/**', (route) => {
      const file = decodeURIComponent(new URL(route.request().url()).pathname.slice(1));
      return file === ''
        ? route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
        : route.fulfill({ contentType: 'application/pdf', body: readFileSync(join(this.#folder, file)) });
    });
    await page.goto('http://localhost/');
    await page.addScriptTag({ content: `(() => { const module = { exports: {} }; ${this.#code}\n })();` });
    return page;
  }

  async #close(): Promise<void> {
    const page = this.#page;
    this.#page = undefined;
    await page?.close();
  }
}

async function bundleStage(): Promise<string> {
  const options = bundleOptions({ root, entry: 'test/corpus/browser-entry.ts', outfile: 'out/corpus.js' });
  const { outputFiles } = await build({ ...options, write: false });
  return outputFiles[0]?.text ?? '';
}

function pdfsBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.pdf$/i.test(name))
    .map((name) => relative(folder, join(folder, name)))
    .sort();
}

async function readAll(folder: string, jobs: number): Promise<Result[]> {
  const categoriesOf = categoriesIn(folder);
  const waiting = pdfsBelow(folder);
  if (waiting.length === 0) throw new Error(`There are no PDFs below ${folder}.`);
  const results: Result[] = [];
  const code = await bundleStage();
  // Each job has a browser of its own, so that a crash affects only one file.
  await Promise.all(
    Array.from({ length: jobs }, async () => {
      const browser = await launchBrowser();
      try {
        const reader = new Reader(browser, code, folder);
        for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
          results.push({ file, categories: categoriesOf(basename(file)), ...(await reader.read(file)) });
        }
      } finally {
        await browser.close();
      }
    }),
  );
  return results.sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' }, jobs: { type: 'string', default: '1' } },
  });
  const [folder] = positionals;
  const jobs = Number(values.jobs);
  if (folder === undefined || !Number.isInteger(jobs) || jobs < 1) {
    throw new Error('Usage: npm run corpus -- DIR [--json out.jsonl] [--jobs n]');
  }
  const results = await readAll(resolve(folder), jobs);
  if (values.json !== undefined) {
    writeFileSync(values.json, results.map((result) => `${JSON.stringify(result)}\n`).join(''));
  }
  process.stdout.write(`${table(summarise(results))}\n`);
  const bad = results.filter(
    ({ failure }) => failure !== undefined && /^(hung|crashed|unexpected)/.test(failure),
  );
  for (const { file, failure } of bad) process.stdout.write(`${file}: ${failure ?? ''}\n`);
  if (bad.length > 0) process.exitCode = 1;
}

await main();
