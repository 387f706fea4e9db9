/**
 * How far a verified statement can be trusted: `npm run bench:ground [-- DIR…] [-v]`. True quotes, changed as PDFs and
 * models change them, must all be verified; quotes and statements whose meaning was changed, none. Documents are the
 * fixtures and every PDF below the folders given. Exits with 1 when either fails.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ground } from '../../src/digest/grounding/ground';
import { comparable } from '../../src/digest/grounding/quotes';
import { Source } from '../../src/digest/grounding/source';
import type { Draft } from '../../src/llm/answer/draft';
import { assembleDocument, layoutPage } from '../../src/pdf/layout';
import type { Sentence } from '../../src/text/sentence';
import { toSentences } from '../../src/text/segment';
import { fixture } from '../fixtures/catalogue';
import { edits } from './ground-edits';
import { noises, seeded } from './ground-noise';
import { textItems } from './paragraphs-extract';

const OWN = ['contract-zh', 'contract-en', 'paper-zh', 'paper-en', 'report-zh', 'letter-en', 'invoice-en', 'invoice-zh', 'long-zh-50', 'long-en-50', 'long-zh-429'];
/** Quotes of one document, so that a long one does not outweigh the others. */
const MOST_QUOTES = 300;
/** Fewer of either kind show nothing. */
const FEWEST = 1000;
const verbose = process.argv.includes('-v');

interface Tally {
  tried: number;
  verified: number;
}

async function sentencesOf(data: Uint8Array): Promise<Sentence[]> {
  const cMapUrl = join(process.cwd(), 'node_modules/pdfjs-dist/cmaps/');
  const document = await getDocument({ data, verbosity: VerbosityLevel.ERRORS, cMapUrl, cMapPacked: true }).promise;
  try {
    const items = await textItems(document);
    const paragraphs = assembleDocument(items.map(layoutPage));
    return toSentences(items.map(({ number, width, height }, index) => ({ number, kind: 'text', width, height, paragraphs: paragraphs[index] ?? [] })));
  } finally {
    await document.loadingTask.destroy();
  }
}

async function documents(folders: readonly string[]): Promise<{ readonly name: string; readonly sentences: Sentence[] }[]> {
  const found: { readonly name: string; readonly sentences: Sentence[] }[] = [];
  for (const name of OWN) found.push({ name, sentences: await sentencesOf(new Uint8Array(await fixture(name).make())) });
  for (const folder of folders) {
    const names = (await readdir(folder, { recursive: true })).filter((name) => name.toLowerCase().endsWith('.pdf')).sort();
    for (const name of names) {
      try {
        found.push({ name, sentences: await sentencesOf(new Uint8Array(await readFile(join(folder, name)))) });
      } catch (error) {
        // Encrypted and damaged files have no text to quote.
        if (verbose) console.log(`skipped ${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return found;
}

/** Sentences with something to say, whole ones as far as layout could tell: long enough for a quote to prove anything, and mostly letters. */
function quotable(sentences: readonly Sentence[]): Sentence[] {
  const long = sentences.filter(({ text }, index) => !/(?:[不未无非勿经得]|\bnot)\s*$/u.test(sentences[index - 1]?.text ?? '') && comparable(text).length >= 16 && (text.match(/\p{L}/gu)?.length ?? 0) > text.length / 2);
  const step = Math.max(1, Math.floor(long.length / MOST_QUOTES));
  return long.filter((_, index) => index % step === 0).slice(0, MOST_QUOTES);
}

function draftWith(text: string, quote: string, refs: readonly number[]): Draft {
  const action = { text, owner: '', quote, refs, due: { kind: 'none' as const, text: '', date: '' } };
  return { title: '', doc_type: 'other', language: '', tags: [], summary: [], actions: [action], points: [], facts: [] };
}

/** The reason it was not verified, or undefined. */
function refusal(source: Source, text: string, quote: string, refs: readonly number[]): string | undefined {
  return ground(draftWith(text, quote, refs), source).unverified[0]?.doubt.kind;
}

function count(tallies: Map<string, Tally>, name: string, refused: string | undefined, wanted: boolean, shown: string): void {
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
    const source = new Source(sentences);
    const picked = quotable(sentences);
    const other = quotable(all[(index + 1) % all.length]?.sentences ?? []);
    for (const [at, sentence] of picked.entries()) {
      // Right references, wrong ones, none: the quote decides.
      const refs = [[sentence.number], [(sentence.number % sentences.length) + 1], []][at % 3] ?? [];
      const noise = noises[at % noises.length];
      const second = noises[Math.floor(random() * noises.length)];
      const quote = second?.(noise?.(sentence.text, random) ?? sentence.text, random) ?? sentence.text;
      count(honest, 'true quotes', refusal(source, sentence.text, quote, refs), true, `${name}: ${JSON.stringify(quote)}`);
      for (const { name: kind, apply } of edits) {
        const changed = apply(sentence.text);
        if (changed === undefined) continue;
        // An edit may happen to say what stands elsewhere; a cut stands in its own sentence, and must not elsewhere.
        if ((whole[index] ?? '').split(comparable(changed)).length > (kind.includes('cut') ? 2 : 1)) continue;
        count(edited, `quote: ${kind}`, refusal(source, changed, changed, [sentence.number]), false, `${name}: ${changed}`);
        // A cut says less, not something else: its statement is not tried.
        if (kind.includes('cut')) continue;
        count(edited, `statement: ${kind}`, refusal(source, changed, sentence.text, [sentence.number]), false, `${name}: ${changed}`);
      }
      const foreign = other[at % Math.max(1, other.length)]?.text;
      if (foreign !== undefined && whole[index]?.includes(comparable(foreign)) !== true) {
        count(edited, 'quote: of another document', refusal(source, foreign, foreign, [sentence.number]), false, `${name}: ${foreign}`);
      }
    }
  }
  return report(honest, edited);
}

function report(honest: ReadonlyMap<string, Tally>, edited: ReadonlyMap<string, Tally>): boolean {
  const total = (tallies: ReadonlyMap<string, Tally>): Tally =>
    [...tallies.values()].reduce((sum, each) => ({ tried: sum.tried + each.tried, verified: sum.verified + each.verified }), { tried: 0, verified: 0 });
  const line = (name: string, { tried, verified }: Tally): void => console.log(`${name.padEnd(46)} ${String(verified).padStart(6)} of ${String(tried).padStart(6)} verified`);
  for (const [name, tally] of [...honest, ...edited]) line(name, tally);
  const [good, bad] = [total(honest), total(edited)];
  line('true, all', good);
  line('edited, all', bad);
  if (good.tried < FEWEST || bad.tried < FEWEST) console.log(`Fewer than ${String(FEWEST)} of a kind: too few to show anything.`);
  return good.verified === good.tried && bad.verified === 0 && Math.min(good.tried, bad.tried) >= FEWEST;
}

const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const passed = main(await documents(folders));
console.log(passed ? 'Everything true was verified and nothing else.' : 'NOT as it should be; -v names the cases.');
process.exitCode = passed ? 0 : 1;
