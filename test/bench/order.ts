/**
 * Compares the plugin's reading order with PDFium's: `npm run bench:order -- DIR [--json out.jsonl]`. The
 * benchmark takes all pairs of neighbouring words in PDFium's text. The result is the share of these pairs
 * that the plugin's text contains too. A Chinese or Japanese character is one word. A page is skipped if
 * either text has fewer than 50 words.
 *
 * PDFium's text has the order of the content stream. On some pages this order is useless, so the plugin
 * orders the text by its position. The results of such pages are listed separately.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { layoutPage } from '../../src/pdf/layout';
import { openPatched } from '../patched-pdfjs';
import { agreement, type Agreement, wordsOf } from './order-score';
import { extractedByPage, textItems } from './paragraphs-extract';

const FEWEST_WORDS = 50;

interface PageScore extends Agreement {
  readonly file: string;
  readonly page: number;
  readonly byGeometry: boolean;
}

async function referenceTexts(library: PDFiumLibrary, bytes: Uint8Array): Promise<string[]> {
  const document = await library.loadDocument(bytes);
  try {
    return [...document.pages()].map((page) => page.getText());
  } finally {
    document.destroy();
  }
}

async function scoresOf(library: PDFiumLibrary, folder: string, file: string): Promise<PageScore[]> {
  const bytes = new Uint8Array(await readFile(join(folder, file)));
  const references = await referenceTexts(library, bytes.slice());
  const document = await openPatched(bytes);
  try {
    const pages = await textItems(document);
    const extracted = extractedByPage(pages);
    return pages.flatMap((page, index) => {
      const reference = wordsOf(references[index] ?? '');
      const ours = (extracted[index] ?? []).flatMap(wordsOf);
      if (Math.min(reference.length, ours.length) < FEWEST_WORDS) return [];
      const byGeometry = layoutPage(page).byGeometry === true;
      return [{ file, page: page.number, byGeometry, ...agreement(reference, ours) }];
    });
  } finally {
    await document.destroy();
  }
}

function share(scores: readonly Agreement[]): string {
  const pairs = scores.reduce((sum, score) => sum + score.pairs, 0);
  return (scores.reduce((sum, score) => sum + score.shared, 0) / Math.max(1, pairs)).toFixed(4);
}

function meanOfPages(scores: readonly Agreement[]): string {
  const sum = scores.reduce((total, { shared, pairs }) => total + shared / pairs, 0);
  return (sum / Math.max(1, scores.length)).toFixed(4);
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' } },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new Error('Usage: npm run bench:order -- DIR [--json out.jsonl]');
  const names = await readdir(folder, { recursive: true });
  const library = await PDFiumLibrary.init();
  const scores: PageScore[] = [];
  let skipped = 0;
  for (const file of names.filter((name) => name.toLowerCase().endsWith('.pdf')).sort()) {
    try {
      scores.push(...(await scoresOf(library, folder, file)));
    } catch {
      // Encrypted and damaged files are skipped.
      skipped += 1;
    }
  }
  library.destroy();
  if (values.json !== undefined) {
    await writeFile(values.json, scores.map((score) => `${JSON.stringify(score)}\n`).join(''));
  }
  const flowing = scores.filter(({ byGeometry }) => !byGeometry);
  const ordered = scores.filter(({ byGeometry }) => byGeometry);
  for (const score of ordered)
    console.log(`by geometry  ${share([score])}  page ${String(score.page)}  ${score.file}`);
  console.log(`${String(skipped)} files skipped`);
  for (const [name, some] of [
    ['stream order', flowing],
    ['by geometry', ordered],
    ['all', scores],
  ] as const) {
    console.log(
      `${name}: ${share(some)} of all pairs, ${meanOfPages(some)} (mean of pages), ${String(some.length)} pages`,
    );
  }
}

await main();
