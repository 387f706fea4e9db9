/**
 * `npm run cases:pdf -- DIR [-v] [NN ...]` reads each `NN-name.pdf` of a folder with the built worker in
 * Chromium, and compares its text with `NN-name.txt` (see `match.ts`). `-v` prints the text that was read.
 * Exits with 1 when a case fails.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page as BrowserPage } from 'playwright-core';
import type { PdfText } from '../../src/pdf/document';
import { launchBrowser } from '../host/browser';
import { openStage } from '../unit/pdf/in-browser';
import type { Outcome } from '../unit/pdf/browser-entry';
import { compare } from './match';

/** A case fails when its PDF takes longer than this, in ms. */
const TOO_LONG = 60_000;

interface Result {
  readonly passed: boolean;
  readonly problems: readonly string[];
  readonly output: string;
}

async function read(page: BrowserPage, file: string): Promise<Outcome> {
  const base64 = readFileSync(file).toString('base64');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lost = new Promise<Outcome>((settle) => {
    timer = setTimeout(() => settle({ failure: 'hung' }), TOO_LONG);
    page.once('crash', () => settle({ failure: 'crashed' }));
  });
  const reading = page.evaluate((bytes) => new window.pdfStage.Stage().extract({ base64: bytes }), base64);
  const outcome = await Promise.race([
    lost,
    reading.catch((error: unknown): Outcome => ({ failure: String(error) })),
  ]);
  clearTimeout(timer);
  return outcome;
}

function printed({ pages }: PdfText): string {
  const mark = { heading: 'h', text: 't', 'list-item': 'l', row: 'r' } as const;
  return pages
    .flatMap((page) => [
      `=== page ${String(page.number)} ${page.kind}`,
      ...page.paragraphs.map(({ kind, text }) => `[${mark[kind]}] ${text.replaceAll('\t', ' ⇥ ')}`),
    ])
    .join('\n');
}

function judged(outcome: Outcome, expected: string): Result {
  if ('failure' in outcome) {
    const isExpected =
      !/^(hung|crashed|Error)/.test(outcome.failure) && compare(expected, []).missing.length === 0;
    return { passed: isExpected, problems: [outcome.failure], output: '' };
  }
  const output = outcome.text.pages.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  const { missing, forbidden } = compare(expected, output);
  const problems = [
    ...missing.map((line) => `missing    ${line}`),
    ...forbidden.map((line) => `forbidden  ${line}`),
  ];
  return { passed: problems.length === 0, problems, output: printed(outcome.text) };
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { verbose: { type: 'boolean', short: 'v' } },
  });
  const [folder, ...only] = positionals;
  if (folder === undefined) throw new Error('Usage: npm run cases:pdf -- DIR [-v] [NN ...]');
  const names = readdirSync(resolve(folder))
    .filter((name) => name.endsWith('.pdf'))
    .sort();
  const wanted = names.filter((name) => only.length === 0 || only.some((start) => name.startsWith(start)));
  if (wanted.length === 0) throw new Error(`${folder} has no PDF whose name begins with a wanted number.`);
  let browser = await launchBrowser();
  let page = await openStage(browser);
  let passed = 0;
  for (const name of wanted) {
    const file = join(resolve(folder), name);
    const truth = file.replace(/\.pdf$/, '.txt');
    const result = judged(await read(page, file), existsSync(truth) ? readFileSync(truth, 'utf8') : '');
    if (result.passed) passed += 1;
    console.log(`${result.passed ? 'pass' : 'FAIL'}  ${name}`);
    for (const problem of result.passed ? [] : result.problems)
      console.log(`        ${problem.replaceAll('\t', ' ⇥ ')}`);
    if (values.verbose) console.log(result.output);
    if (result.problems.some((problem) => /^(hung|crashed)/.test(problem))) {
      await browser.close();
      browser = await launchBrowser();
      page = await openStage(browser);
    }
  }
  await browser.close();
  console.log(`\n${String(passed)} of ${String(wanted.length)} cases pass`);
  if (passed < wanted.length) process.exitCode = 1;
}

await main();
