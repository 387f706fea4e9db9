/**
 * Reads PDFs that are made to exhaust the memory or the time of a reader. For each PDF, prints the outcome,
 * the time, and the maximum memory of the renderer. `npm run bench:bombs` reads the PDFs of the fixtures, and
 * `npm run bench:bombs -- DIR` reads the PDFs in a folder.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bombs } from '../fixtures/bombs/bombs';
import { launchBrowser } from '../host/browser';
import { openStage } from '../unit/pdf/in-browser';
import { peakDuring } from './renderer-memory';

const [folder, only] = process.argv.slice(2);

async function* inputs(): AsyncIterable<{ readonly name: string; readonly bytes: Uint8Array }> {
  if (folder === undefined || folder === '-') {
    for (const { name, make } of bombs)
      if (only === undefined || name.includes(only)) yield { name, bytes: make() };
    return;
  }
  for (const name of (await readdir(folder)).sort())
    if (name.endsWith('.pdf')) yield { name, bytes: await readFile(join(folder, name)) };
}

const silence = 20_000;

for await (const { name, bytes } of inputs()) {
  const browser = await launchBrowser();
  const page = await openStage(browser);
  const base64 = Buffer.from(bytes).toString('base64');
  const start = performance.now();
  const reading = page
    .evaluate(
      async (given) => {
        const stage = new window.pdfStage.Stage({ silence: given.silence });
        const outcome = await stage.extract({ base64: given.base64 });
        if ('failure' in outcome) return `failure ${outcome.failure}`;
        const { pages } = outcome.text;
        const characters = pages
          .flatMap(({ paragraphs }) => paragraphs)
          .reduce((sum, p) => sum + p.text.length, 0);
        const kinds = pages.slice(0, 12).map(({ kind }) => kind);
        return `${kinds.join(' ')}${pages.length > 12 ? ` … (${pages.length} pages)` : ''}, ${characters} characters, ${stage.state.started} workers`;
      },
      { base64, silence },
    )
    .catch((thrown: unknown) => `CRASHED: ${String(thrown).split('\n')[0] ?? ''}`);
  const { result, peak } = await peakDuring(reading);
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  console.log(
    `${String(Math.round(peak / 1e6)).padStart(5)} MB ${seconds.padStart(5)} s  ${name} (${bytes.length} bytes): ${result}`,
  );
  await browser.close();
}
