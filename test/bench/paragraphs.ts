/**
 * Measures how well paragraphs are found in tagged PDFs, as an F1 score: `npm run bench:paragraphs -- DIR
 * [-v]`. A paragraph is correct if it is equal to a paragraph in the structure tree. For comparison, the
 * lines of pdf.js are measured too, as if each line were a paragraph. `-v` lists the differences in each
 * document.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPatched } from '../patched-pdfjs';
import { extractedByPage, plainLines, textItems } from './paragraphs-extract';
import { f1, matches, type Score, sum } from './paragraphs-score';
import { taggedParagraphs } from './paragraphs-truth';

/**
 * A page is measured only if at least this share of its characters is in tags. Many PDFs tag only a part of a
 * page.
 */
const TAGGED_SHARE = 0.5;
/**
 * A page is measured only if its tags have at most this number of lines on average. Some PDFs tag a whole
 * page as one paragraph.
 */
const LINES_PER_TAG = 12;

interface DocumentScore {
  readonly file: string;
  readonly pages: number;
  readonly ours: Score;
  readonly plain: Score;
  readonly missed: readonly string[];
  readonly invented: readonly string[];
}

async function pdfFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.toLowerCase().endsWith('.pdf')).sort();
}

function skipped(file: string, error: unknown): undefined {
  if (verbose) console.log(`skipped ${file}: ${error instanceof Error ? error.message : String(error)}`);
}

async function score(folder: string, file: string): Promise<DocumentScore | undefined> {
  const document = await openPatched(new Uint8Array(await readFile(join(folder, file))));
  try {
    const truths = await taggedParagraphs(document);
    if (truths.every((truth) => truth.length === 0)) return undefined;
    const items = await textItems(document);
    const extracted = extractedByPage(items);
    const ours: Score[] = [];
    const plain: Score[] = [];
    const missed: string[] = [];
    const invented: string[] = [];
    let pages = 0;
    truths.forEach((truth, index) => {
      const page = items[index];
      if (!page || !isTruth(truth, plainLines(page))) return;
      pages += 1;
      const match = matches(truth, extracted[index] ?? []);
      ours.push(match.score);
      missed.push(...match.missed);
      invented.push(...match.invented);
      plain.push(matches(truth, plainLines(page)).score);
    });
    return pages > 0 ? { file, pages, ours: sum(ours), plain: sum(plain), missed, invented } : undefined;
  } finally {
    await document.destroy();
  }
}

function isTruth(truth: readonly string[], lines: readonly string[]): boolean {
  const characters = (texts: readonly string[]): number => texts.join('').replace(/\s/g, '').length;
  return (
    truth.length * LINES_PER_TAG >= lines.length &&
    characters(truth) >= TAGGED_SHARE * Math.max(1, characters(lines))
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / Math.max(1, values.length);
}

const [folder = '.', ...flags] = process.argv.slice(2);
const verbose = flags.includes('-v');
const documents: DocumentScore[] = [];
for (const file of await pdfFiles(folder)) {
  const scored = await score(folder, file).catch((error: unknown) => skipped(file, error));
  if (!scored) continue;
  documents.push(scored);
  const { pages, ours, plain } = scored;
  console.log(
    `${f1(ours).toFixed(2)}  plain ${f1(plain).toFixed(2)}  ${String(pages).padStart(4)} pages  ${ours.truth} paragraphs  ${file}`,
  );
  if (verbose) {
    for (const text of scored.missed.slice(0, 40)) console.log(`    - ${text.slice(0, 160)}`);
    for (const text of scored.invented.slice(0, 40))
      console.log(`    + ${text.slice(0, 160).replaceAll('\t', ' ⇥ ')}`);
  }
}
console.log(
  `\n${documents.length} tagged documents, ${documents.reduce((total, { pages }) => total + pages, 0)} pages`,
);
for (const [name, pick] of [
  ['ours', (d: DocumentScore) => d.ours],
  ['plain pdf.js lines', (d: DocumentScore) => d.plain],
] as const) {
  const all = documents.map(pick);
  console.log(
    `${name}: F1 ${mean(all.map(f1)).toFixed(3)} (mean of documents), ${f1(sum(all)).toFixed(3)} (all paragraphs)`,
  );
}
