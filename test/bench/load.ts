/**
 * What the plugin adds to the start of the app: how long the bundle takes to compile and run, as the app does it (the
 * whole file evaluated as one function), against the same plugin with pdf.js bundled the usual way (its two halves as
 * plain imports) and against a plugin that does nothing. They take turns in one browser; what counts is the ratio.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { bundleOptions } from '../../build/bundle.mjs';
import { packedModules } from '../../build/packed-modules.mjs';
import { packedWords } from '../../build/packed-words.mjs';
import { launchBrowser } from '../host/browser';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ROUNDS = 15;
/** The plugin may take at most this share of the eager bundle's time. */
const TARGET = 0.1;

const emptyPlugin = `import { Plugin } from 'obsidian'; export default class extends Plugin {}`;

/** Evaluated at the start, whether a PDF ever comes or not. */
const eagerPlugin = `
  import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
  import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
  import Plugin from './src/main';
  export default class extends Plugin { use() { return [pdfjs, worker]; } }`;

/** A bundle that is made as `main.js` is, but with pdf.js as it comes. */
async function bundle(contents: string): Promise<string> {
  const { entryPoints: _, ...options } = bundleOptions({ root, entry: '', outfile: 'out/bench.js' });
  const stdin = { contents, resolveDir: root, loader: 'ts' } as const;
  const { outputFiles } = await build({ ...options, plugins: [packedWords, packedModules()], stdin, write: false, logLevel: 'error' });
  return outputFiles[0]?.text ?? '';
}

/** Milliseconds to compile and run a bundle once, in a page of its own. */
async function timeOnce(browser: Browser, code: string): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.route('http://localhost/**', (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: code })
        : route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    await page.goto('http://localhost/');
    return await page.evaluate(async () => {
      const source = await (await fetch('/plugin.js')).text();
      // What a bundle takes from the app at this point is classes to extend.
      const obsidian = new Proxy(
        {},
        {
          get() {
            return Object;
          },
        },
      );
      const module: { exports: { default?: unknown } } = { exports: {} };
      // The app's own way, to the letter; the number keeps the engine from remembering an earlier compilation.
      const evaluate: unknown = Reflect.get(window, 'eval');
      if (typeof evaluate !== 'function') throw new Error('This page may not evaluate code.');
      const name = `plugin:${Math.random()}`;
      const start = performance.now();
      const run: unknown = Reflect.apply(evaluate, undefined, [
        `(function anonymous(require,module,exports){${source}\n})\n//# sourceURL=${name}\n`,
      ]);
      if (typeof run !== 'function') throw new Error('The bundle did not compile.');
      Reflect.apply(run, undefined, [() => obsidian, module, module.exports]);
      const took = performance.now() - start;
      if (typeof module.exports.default !== 'function') throw new Error('The bundle exports no plugin.');
      return took;
    });
  } finally {
    await page.close();
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

async function main(): Promise<void> {
  const bundles = [
    ['empty plugin', await bundle(emptyPlugin)],
    ['pdf.js eager', await bundle(eagerPlugin)],
    ['main.js', await readFile(`${root}main.js`, 'utf8')],
  ] as const;
  const times = new Map<string, number[]>(bundles.map(([name]) => [name, []]));
  const browser = await launchBrowser();
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, code] of bundles) times.get(name)?.push(await timeOnce(browser, code));
    }
  } finally {
    await browser.close();
  }
  const of = (name: string): number => median(times.get(name) ?? []);
  for (const [name, code] of bundles) {
    console.warn(`${name.padEnd(14)} ${of(name).toFixed(1).padStart(7)} ms   ${code.length.toLocaleString('en')} characters`);
  }
  const ratio = of('main.js') / of('pdf.js eager');
  console.warn(`main.js / pdf.js eager = ${ratio.toFixed(3)} (median of ${ROUNDS} rounds; at most ${TARGET} wanted)`);
  if (!(ratio <= TARGET)) process.exitCode = 1;
}

await main();
