import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { citationsOf } from '../../../src/digest/passages/citations';
import type { Piece } from '../../../src/digest/digest';
import { Source } from '../../../src/digest/passages/source';
import { pdfSubpath } from '../../../src/note/selection';
import { assembleDocument, layoutPage, type PageInput } from '../../../src/pdf/layout';
import { doubleBytePieces } from '../../../src/pdf/codes/double-byte';
import { plainCharacters } from '../../../src/pdf/layout/plain-characters.examples';
import { signOf } from '../../../src/pdf/layout/private-use';
import { toSentences } from '../../../src/text/segment';
import type { Sentence } from '../../../src/text/sentence';
import { textItems } from '../../bench/paragraphs-extract';

/** The results of checking a document's sentences and the links to them. */
export interface RoundTrip {
  readonly pages: number;
  readonly sentences: number;
  readonly links: number;
  /** Number of links that mark exactly the cited text. White space and hyphens are ignored. */
  readonly exact: number;
  /** The faults that were found, in words. */
  readonly faults: readonly string[];
}

/** Reads the pages' text items, and makes sentences of them. */
export async function readSentences(
  pdf: PDFDocumentProxy,
): Promise<{ readonly pages: readonly PageInput[]; readonly sentences: readonly Sentence[] }> {
  const pages = await textItems(pdf);
  const paragraphs = assembleDocument(pages.map(layoutPage));
  const sentences = toSentences(
    pages.map(({ number, width, height }, index) => ({
      number,
      kind: 'text',
      width,
      height,
      paragraphs: paragraphs[index] ?? [],
    })),
  );
  return { pages, sentences };
}

/**
 * Checks that the characters of each sentence are in the text items that its `source` lists, and that a link
 * to the sentence marks its words.
 */
export async function roundTrip(pdf: PDFDocumentProxy): Promise<RoundTrip> {
  const { pages, sentences } = await readSentences(pdf);
  const source = new Source(sentences);
  const faults = [...runFaults(pages, sentences)];
  let links = 0;
  let exact = 0;
  for (const sentence of sentences) {
    const linked = linksTo(source, pages, sentence);
    links += linked.links;
    exact += linked.exact;
    faults.push(...linked.faults);
  }
  return { pages: pages.length, sentences: sentences.length, links, exact, faults };
}

/**
 * Returns the faults in the `source` of each sentence. `source` is a list of runs, and each run shows which
 * text item contains some characters of the sentence.
 */
function* runFaults(pages: readonly PageInput[], sentences: readonly Sentence[]): Generator<string> {
  const used = new Set<string>();
  for (const { number, text, source } of sentences) {
    let covered = '';
    for (const { at, length, page, item, from, original } of source) {
      const own = text.slice(at, at + length);
      const held = original ?? own;
      covered += own;
      if (pages[page - 1]?.items[item]?.str.slice(from, from + held.length) !== held)
        yield `[${number}] the item of this run does not contain ${held}`;
      if (original !== undefined && !isTypedFor(own, original))
        yield `[${number}] ${own} is not the plain form of ${original}`;
      for (let offset = from; offset < from + held.length; offset += 1) {
        const place = `${page}/${item}/${offset}`;
        if (used.has(place)) yield `[${number}] ${own} is in two sentences`;
        used.add(place);
      }
    }
    if (withoutSpace(covered) !== withoutSpace(text))
      yield `[${number}] ${text} has characters without a source`;
  }
}

function linksTo(
  source: Source,
  pages: readonly PageInput[],
  sentence: Sentence,
): { links: number; exact: number; faults: string[] } {
  const faults: string[] = [];
  const citations = citationsOf(source, [sentence.number]);
  let exact = 0;
  let marked = '';
  for (const { page, passage } of citations) {
    const items = pages[page - 1]?.items.map(({ str }) => str) ?? [];
    const read = readSelection(items, pdfSubpath(page, passage));
    const wanted = withoutSpace((passage ?? []).map(({ text }) => text).join(''));
    marked += wanted;
    if (read === undefined || !isWithin(wanted, read))
      faults.push(`[${sentence.number}] the link to ${wanted} marks ${String(read)}`);
    else if (withoutHyphens(read) === withoutHyphens(wanted)) exact += 1;
  }
  if (sorted(marked) !== sorted(withoutSpace(asInItems(sentence))))
    faults.push(`[${sentence.number}] ${sentence.text} is not marked as a whole`);
  return { links: citations.length, exact, faults };
}

/**
 * Returns whether the characters of an item can become these characters of a sentence. An accent may be an
 * item of its own; the sentence then has one character for the accent and the letter of the next item.
 */
function isTypedFor(own: string, original: string): boolean {
  if (signOf(original, '') === own || meaning(original) === own) return true;
  const plain = plainCharacters([original]);
  return (
    plain === own || (plain.length === 1 && plainCharacters([plain, own.normalize('NFD').charAt(0)]) === own)
  );
}

function asInItems({ text, source }: Sentence): string {
  return source.map(({ at, length, original }) => original ?? text.slice(at, at + length)).join('');
}

/**
 * Returns the text that the app's viewer marks for a link, without white space; undefined for an invalid
 * link.
 */
export function readSelection(items: readonly string[], subpath: string): string | undefined {
  const match = /^#page=\d+&selection=(\d+),(\d+),(\d+),(\d+)$/u.exec(subpath);
  if (match === null) return undefined;
  const [beginItem = 0, beginOffset = 0, endItem = 0, endOffset = 0] = match.slice(1).map(Number);
  const first = items[beginItem] ?? '';
  const last = items[endItem] ?? '';
  if (first.slice(beginOffset) === '' || last.slice(0, endOffset) === '' || endOffset > last.length)
    return undefined;
  const text = items.slice(beginItem, endItem + 1).map((str, index, all) => {
    const from = index === 0 ? beginOffset : 0;
    return str.slice(from, index === all.length - 1 ? endOffset : undefined);
  });
  return withoutSpace(text.join(''));
}

function isWithin(wanted: string, read: string): boolean {
  let at = 0;
  for (const character of wanted) {
    at = read.indexOf(character, at);
    if (at < 0) return false;
    at += character.length;
  }
  return true;
}

export function passageText(passage: readonly Piece[]): string {
  return withoutSpace(passage.map(({ text }) => text).join(''));
}

export function withoutSpace(text: string): string {
  return text.replace(/\s/gu, '');
}

function withoutHyphens(text: string): string {
  return text.replace(/[-\u2010\u00ad]/gu, '');
}

function sorted(text: string): string {
  return Array.from(text).sort().join('');
}

/** Decodes an item in which each character stands for one byte of Chinese text in the encoding GBK. */
function meaning(bytes: string): string {
  return doubleBytePieces({ str: bytes, fontName: '' })
    .map(({ text }) => text)
    .join('');
}
