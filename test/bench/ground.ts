/**
 * Measures how exactly quotes are located: `npm run bench:ground [-- DIR…] [-v]`. The documents are the
 * fixtures and all PDFs in the given folders. Exits with 1 when one of these requirements fails:
 * - A true quote is found and counts as verbatim. Small differences in spelling and spacing are allowed,
 * because PDFs and models cause them.
 * - A quote with a changed meaning is not found.
 * - A statement with a changed meaning does not count as verbatim. (The plugin does not ask a model to check
 * a verbatim statement.)
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Examiner, type Stated } from '../../src/digest/examine';
import { comparable, locateQuote } from '../../src/digest/passages/quotes';
import { Source } from '../../src/digest/passages/source';
import { assembleDocument, layoutPage } from '../../src/pdf/layout';
import type { Sentence } from '../../src/text/sentence';
import { toSentences } from '../../src/text/segment';
import { fixture } from '../fixtures/catalogue';
import { edits } from './ground-edits';
import { noises, seeded } from './ground-noise';
import { textItems } from './paragraphs-extract';

const OWN = [
  'contract-zh',
  'contract-en',
  'paper-zh',
  'paper-en',
  'report-zh',
  'letter-en',
  'invoice-en',
  'invoice-zh',
  'long-zh-50',
  'long-en-50',
  'long-zh-429',
];
/** Maximum number of quotes per document, so that no long document outweighs the others. */
const MOST_QUOTES = 300;
/** Minimum number of true quotes, and of edited quotes. With fewer quotes, the result means little. */
const FEWEST = 1000;
const verbose = process.argv.includes('-v');

interface Tally {
  tried: number;
  verified: number;
}

async function sentencesOf(data: Uint8Array): Promise<Sentence[]> {
  const cMapUrl = join(process.cwd(), 'node_modules/pdfjs-dist/cmaps/');
  const document = await getDocument({ data, verbosity: VerbosityLevel.ERRORS, cMapUrl, cMapPacked: true })
    .promise;
  try {
    const items = await textItems(document);
    const paragraphs = assembleDocument(items.map(layoutPage));
    return toSentences(
      items.map(({ number, width, height }, index) => ({
        number,
        kind: 'text',
        width,
        height,
        paragraphs: paragraphs[index] ?? [],
      })),
    );
  } finally {
    await document.loadingTask.destroy();
  }
}

async function documents(
  folders: readonly string[],
): Promise<{ readonly name: string; readonly sentences: Sentence[] }[]> {
  const found: { readonly name: string; readonly sentences: Sentence[] }[] = [];
  for (const name of OWN)
    found.push({ name, sentences: await sentencesOf(new Uint8Array(await fixture(name).make())) });
  for (const folder of folders) {
    const names = (await readdir(folder, { recursive: true }))
      .filter((name) => name.toLowerCase().endsWith('.pdf'))
      .sort();
    for (const name of names) {
      try {
        found.push({
          name,
          sentences: await sentencesOf(new Uint8Array(await readFile(join(folder, name)))),
        });
      } catch (error) {
        // Encrypted and damaged files have no text to quote.
        if (verbose)
          console.log(`skipped ${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return found;
}

/**
 * Selects sentences that consist mostly of letters and are long enough to occur only once. If a sentence ends
 * with a word such as "not", the next sentence is left out, because this word probably belongs to it.
 */
function quotable(sentences: readonly Sentence[]): Sentence[] {
  const long = sentences.filter(
    ({ text }, index) =>
      !/(?:[不未无非勿经得]|\bnot)\s*$/u.test(sentences[index - 1]?.text ?? '') &&
      comparable(text).length >= 16 &&
      (text.match(/\p{L}/gu)?.length ?? 0) > text.length / 2,
  );
  const step = Math.max(1, Math.floor(long.length / MOST_QUOTES));
  return long.filter((_, index) => index % step === 0).slice(0, MOST_QUOTES);
}

function stated(text: string, quote: string, refs: readonly number[]): Stated {
  return { section: 'actions', text, owner: '', quote, refs, due: { kind: 'none', text: '', date: '' } };
}

function refusal(
  examiner: Examiner,
  text: string,
  quote: string,
  refs: readonly number[],
): string | undefined {
  if (locateQuote(examiner.source, quote, refs) === undefined) return 'quote not found';
  return examiner.examine(stated(text, quote, refs)).wordForWord ? undefined : 'not word for word';
}

function count(
  tallies: Map<string, Tally>,
  name: string,
  refused: string | undefined,
  wanted: boolean,
  shown: string,
): void {
  const verified = refused === undefined;
  const tally = tallies.get(name) ?? { tried: 0, verified: 0 };
  tally.tried += 1;
  if (verified) tally.verified += 1;
  tallies.set(name, tally);
  if (verbose && verified !== wanted) console.log(`${refused ?? 'accepted'} (${name}): ${shown}`);
}

function main(all: readonly { readonly name: string; readonly sentences: Sentence[] }[]): boolean {
  const random = seeded(20_260_115);
  const honest = new Map<string, Tally>();
  const edited = new Map<string, Tally>();
  const whole = all.map(({ sentences }) => comparable(sentences.map((sentence) => sentence.text).join('')));
  for (const [index, { name, sentences }] of all.entries()) {
    const examiner = new Examiner(new Source(sentences));
    const picked = quotable(sentences);
    const other = quotable(all[(index + 1) % all.length]?.sentences ?? []);
    for (const [at, sentence] of picked.entries()) {
      // The references should not matter, so correct, wrong and missing references are used in turn.
      const refs = [[sentence.number], [(sentence.number % sentences.length) + 1], []][at % 3] ?? [];
      const noise = noises[at % noises.length];
      const second = noises[Math.floor(random() * noises.length)];
      const quote = second?.(noise?.(sentence.text, random) ?? sentence.text, random) ?? sentence.text;
      count(
        honest,
        'true quotes',
        refusal(examiner, sentence.text, quote, refs),
        true,
        `${name}: ${JSON.stringify(quote)}`,
      );
      for (const { name: kind, apply } of edits) {
        const changed = apply(sentence.text);
        if (changed === undefined) continue;
        // An edit is skipped if its result occurs elsewhere in the document. The result of a cut always
        // occurs once: in the sentence from which it was cut.
        if ((whole[index] ?? '').split(comparable(changed)).length > (kind.includes('cut') ? 2 : 1)) continue;
        count(
          edited,
          `quote: ${kind}`,
          refusal(examiner, changed, changed, [sentence.number]),
          false,
          `${name}: ${changed}`,
        );
        // A sentence whose beginning was cut off says less, but nothing wrong. So it is not tested as a
        // statement.
        if (kind.includes('cut')) continue;
        count(
          edited,
          `statement: ${kind}`,
          refusal(examiner, changed, sentence.text, [sentence.number]),
          false,
          `${name}: ${changed}`,
        );
      }
      const foreign = other[at % Math.max(1, other.length)]?.text;
      if (foreign !== undefined && whole[index]?.includes(comparable(foreign)) !== true) {
        count(
          edited,
          'quote: of another document',
          refusal(examiner, foreign, foreign, [sentence.number]),
          false,
          `${name}: ${foreign}`,
        );
      }
    }
  }
  return report(honest, edited);
}

function report(honest: ReadonlyMap<string, Tally>, edited: ReadonlyMap<string, Tally>): boolean {
  const total = (tallies: ReadonlyMap<string, Tally>): Tally =>
    [...tallies.values()].reduce(
      (sum, each) => ({ tried: sum.tried + each.tried, verified: sum.verified + each.verified }),
      { tried: 0, verified: 0 },
    );
  const line = (name: string, { tried, verified }: Tally): void =>
    console.log(
      `${name.padEnd(46)} ${String(verified).padStart(6)} of ${String(tried).padStart(6)} verified`,
    );
  for (const [name, tally] of [...honest, ...edited]) line(name, tally);
  const [good, bad] = [total(honest), total(edited)];
  line('true, all', good);
  line('edited, all', bad);
  if (good.tried < FEWEST || bad.tried < FEWEST)
    console.log(`Too few quotes: at least ${String(FEWEST)} of each kind are needed.`);
  return good.verified === good.tried && bad.verified === 0 && Math.min(good.tried, bad.tried) >= FEWEST;
}

const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const passed = main(await documents(folders));
console.log(
  passed ? 'All true quotes and no edited ones were verified.' : 'FAILED. Run with -v to list the cases.',
);
process.exitCode = passed ? 0 : 1;
