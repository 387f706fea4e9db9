import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../../fixtures/catalogue';
import { endless } from '../../fixtures/documents/endless';
import { longest } from '../../fixtures/documents/long';
import { isFull } from '../../runs';
import { withPdf } from '../fixtures/open-with-pdfjs';
import { roundTrip, type RoundTrip } from './round-trip';

/**
 * A folder with other PDFs to test: `PDF_CORPUS=folder npx vitest run test/unit/digest/round-trip.test.ts`.
 */
const corpus = process.env['PDF_CORPUS'] ?? '';

/** In these documents, some letters are printed twice, so a link marks more than the words that it cites. */
const overprinted = ['fake-bold', 'reprint-in-bands', 'reprint-with-neighbours'];

/**
 * In these documents, pdf.js without the plugin's patches keeps meaningless characters in its items (pieces
 * of text). A link marks these characters together with the text.
 */
const unmapped = ['glyph-numbers-latin', 'one-glyph-without-meaning'];

/** Documents with pages that pdf.js without the plugin's patches cannot read. */
const damaged = ['truncated-30', 'truncated-60', 'cut-content'];

const apart = [...damaged, ...(isFull ? [] : longest)];

function isLeftOut(name: string): boolean {
  return apart.includes(name) || endless.some((each) => each.name === name);
}

describe('sentences and links', () => {
  for (const { name, make, expected } of fixtures) {
    if (!expected.opens || isLeftOut(name)) continue;
    it(`the sentences and links of ${name} match the items of its pages`, { timeout: 300_000 }, async () => {
      const { faults, links, exact } = await withPdf(
        new Uint8Array(await make()),
        expected.password,
        roundTrip,
      );
      expect(faults).toEqual([]);
      if (![...overprinted, ...unmapped].includes(name)) expect(exact).toBe(links);
    });
  }

  it.runIf(corpus !== '')(
    'in each PDF of PDF_CORPUS, sentences and links match the text items of the pages',
    { timeout: 1_800_000 },
    async () => {
      const names = (await readdir(corpus, { recursive: true }))
        .filter((name) => name.toLowerCase().endsWith('.pdf'))
        .sort();
      const results: RoundTrip[] = [];
      const closed: string[] = [];
      for (const name of names) {
        const bytes = new Uint8Array(await readFile(join(corpus, name)));
        try {
          const result = await withPdf(bytes, undefined, roundTrip);
          results.push({ ...result, faults: result.faults.map((fault) => `${name} ${fault}`) });
        } catch (thrown) {
          closed.push(`${name}: ${String(thrown)}`);
        }
      }
      const sum = (of: (each: RoundTrip) => number): number =>
        results.reduce((total, each) => total + of(each), 0);
      console.log(
        `${results.length} documents (${closed.length} do not open), ${sum(({ pages }) => pages)} pages, ${sum(({ sentences }) => sentences)} sentences; ` +
          `${sum(({ links }) => links)} links, ${sum(({ exact }) => exact)} of them mark exactly their passage`,
      );
      expect(results.flatMap(({ faults }) => faults)).toEqual([]);
    },
  );
});
