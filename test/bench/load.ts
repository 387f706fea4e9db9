/**
 * Measures how much the plugin adds to the start of the app: the time to read `main.js` as UTF-8 text, to
 * compile it and to run it. Three bundles are compared: `main.js`, an eager bundle (the same code, but all of
 * it runs at once), and a plugin that does nothing. They take turns, so a slow period of the machine affects
 * all of them. The result is the time of `main.js` divided by the time of the eager bundle. The desktop app
 * reads a plugin with Node's `readFile(path, 'utf8')` and evaluates the text as one function. So here Node
 * reads the file, and a real Chromium evaluates it.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../host/browser';
import { bundleEager, bundleEmpty } from './load-bundles';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ROUNDS = 15;
/** The largest allowed ratio of the time of `main.js` to the time of the eager bundle. */
const TARGET = 0.15;

interface Bundle {
  readonly name: string;
  readonly path: string;
}

/** Times in ms. `read` includes decoding the bytes. */
interface Times {
  readonly read: number;
  readonly compile: number;
  readonly run: number;
}

async function timeReading(path: string): Promise<number> {
  const start = performance.now();
  await readFile(path, 'utf8');
  return performance.now() - start;
}

async function timeEvaluation(browser: Browser, code: string): Promise<Omit<Times, 'read'>> {
  const page = await browser.newPage();
  try {
    return await evaluate(page, code);
  } finally {
    await page.close();
  }
}

async function evaluate(page: Page, code: string): Promise<Omit<Times, 'read'>> {
  await page.route('http://localhost/**', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: code })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
  );
  await page.goto('http://localhost/');
  return page.evaluate(async () => {
    const source = await (await fetch('/plugin.js')).text();
    // The bundle extends classes of the app. This object returns the class `Object` for every name.
    const obsidian = new Proxy(
      {},
      {
        get() {
          return Object;
        },
      },
    );
    const module: { exports: { default?: unknown } } = { exports: {} };
    const indirectEval: unknown = Reflect.get(window, 'eval');
    if (typeof indirectEval !== 'function') throw new Error('The page has no function eval.');
    // With a random number in the code, the engine cannot reuse an earlier compilation.
    const name = `plugin:${Math.random()}`;
    const start = performance.now();
    const loaded: unknown = Reflect.apply(indirectEval, undefined, [
      `(function anonymous(require,module,exports){${source}\n})\n//# sourceURL=${name}\n`,
    ]);
    const compiled = performance.now();
    if (typeof loaded !== 'function') throw new Error('The bundle did not compile.');
    Reflect.apply(loaded, undefined, [() => obsidian, module, module.exports]);
    const end = performance.now();
    if (typeof module.exports.default !== 'function') throw new Error('The bundle exports no plugin.');
    return { compile: compiled - start, run: end - compiled };
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

const total = ({ read, compile, run }: Times): number => read + compile + run;
const columns = [({ read }: Times) => read, ({ compile }: Times) => compile, ({ run }: Times) => run, total];

async function writeBundles(): Promise<readonly [empty: Bundle, eager: Bundle, ours: Bundle]> {
  const folder = join(root, 'out/bench-load');
  await mkdir(folder, { recursive: true });
  const write = async (name: string, code: string): Promise<Bundle> => {
    const path = join(folder, `${name.replaceAll(' ', '-')}.js`);
    await writeFile(path, code);
    return { name, path };
  };
  return [
    await write('empty plugin', await bundleEmpty()),
    await write('eager bundle', await bundleEager()),
    { name: 'main.js', path: join(root, 'main.js') },
  ];
}

/**
 * The files are read before the browser starts, because the processes of a running browser would slow down
 * the reading.
 */
async function measure(bundles: readonly Bundle[]): Promise<ReadonlyMap<Bundle, readonly Times[]>> {
  const rounds = Array.from({ length: ROUNDS }, () => new Map<Bundle, number>());
  for (const reads of rounds) {
    for (const bundle of bundles) reads.set(bundle, await timeReading(bundle.path));
  }
  const times = new Map(bundles.map((bundle): [Bundle, Times[]] => [bundle, []]));
  const browser = await launchBrowser();
  try {
    for (const reads of rounds) {
      for (const [bundle, taken] of times) {
        const evaluation = await timeEvaluation(browser, await readFile(bundle.path, 'utf8'));
        taken.push({ read: reads.get(bundle) ?? Number.NaN, ...evaluation });
      }
    }
  } finally {
    await browser.close();
  }
  return times;
}

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(14) : cell.padStart(12))).join('');
}

async function main(): Promise<void> {
  const bundles = await writeBundles();
  const times = await measure(bundles);
  const [, eager, ours] = bundles;
  const partsOf = (bundle: Bundle, part: (taken: Times) => number): number[] =>
    (times.get(bundle) ?? []).map(part);
  console.warn(`Medians of ${ROUNDS} rounds, in ms`);
  console.warn(row(['', 'read+decode', 'compile', 'run', 'total', 'bytes']));
  for (const bundle of bundles) {
    const { byteLength } = await readFile(bundle.path);
    const figures = columns.map((part) => median(partsOf(bundle, part)).toFixed(2));
    console.warn(row([bundle.name, ...figures, byteLength.toLocaleString('en')]));
  }
  const eagerTotals = partsOf(eager, total);
  const ratios = partsOf(ours, total).map((taken, round) => taken / (eagerTotals[round] ?? Number.NaN));
  const ratio = median(ratios);
  console.warn(`main.js / eager bundle, median of the rounds: ${ratio.toFixed(3)}; at most ${TARGET}`);
  if (!(ratio <= TARGET)) process.exitCode = 1;
}

await main();
