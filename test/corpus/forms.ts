/**
 * `npm run corpus:forms -- DIR`: compares our text of each page with what PDFium's form API returns. It
 * prints how many values of fields and free-text annotations are in our text (white space is ignored), and
 * how many ticks our text has for the ticked boxes (the positions are not compared).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launchBrowser } from '../host/browser';
import { openStage } from '../unit/pdf/in-browser';
import type { Outcome } from '../unit/pdf/browser-entry';
import { type PageValues, pdfiumForms } from './pdfium-forms';

const TICKED = /\u2611/g;

function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff]+/g, '');
}

async function formsOf(pdf: Uint8Array): Promise<readonly PageValues[]> {
  try {
    return (await pdfiumForms(pdf)).filter(({ values, ticked }) => values.length > 0 || ticked > 0);
  } catch (error) {
    process.stdout.write(`  PDFium does not read it: ${String(error)}\n`);
    return [];
  }
}

function textOfPage(outcome: Outcome, page: number): string {
  if (!('text' in outcome)) return '';
  return (outcome.text.pages[page - 1]?.paragraphs ?? []).map(({ text }) => text).join('\n');
}

type Count = readonly [found: number, wanted: number];

function compare(
  outcome: Outcome,
  { page, values, ticked }: PageValues,
): { readonly text: Count; readonly ticks: Count } {
  const text = textOfPage(outcome, page);
  const missing = values.filter((value) => !squeezed(text).includes(squeezed(value)));
  for (const value of missing) process.stdout.write(`  page ${page}: ${JSON.stringify(value)} is missing\n`);
  const seen = text.match(TICKED)?.length ?? 0;
  if (seen < ticked) process.stdout.write(`  page ${page}: ${seen} of ${ticked} ticks\n`);
  return { text: [values.length - missing.length, values.length], ticks: [Math.min(seen, ticked), ticked] };
}

async function main(folder: string): Promise<void> {
  const browser = await launchBrowser();
  const page = await openStage(browser);
  const text = { found: 0, wanted: 0 };
  const ticks = { found: 0, wanted: 0 };
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((each) => /\.pdf$/i.test(each))
    .sort()) {
    const pdf = readFileSync(join(folder, name));
    const pages = await formsOf(pdf);
    if (pages.length === 0) continue;
    process.stdout.write(`${name}\n`);
    const outcome = await page.evaluate(async (base64) => {
      const stage = new window.pdfStage.Stage();
      const read = await stage.extract({ base64 });
      stage.dispose();
      return read;
    }, pdf.toString('base64'));
    for (const values of pages) {
      const compared = compare(outcome, values);
      text.found += compared.text[0];
      text.wanted += compared.text[1];
      ticks.found += compared.ticks[0];
      ticks.wanted += compared.ticks[1];
    }
  }
  await browser.close();
  process.stdout.write(`values ${text.found} of ${text.wanted}, ticks ${ticks.found} of ${ticks.wanted}\n`);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: npm run corpus:forms -- DIR');
await main(resolve(folder));
