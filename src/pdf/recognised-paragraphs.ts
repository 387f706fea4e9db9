import type { ParagraphKind } from './document';
import { lineJoin } from './layout/line-join';
import { listMarker } from './layout/marker';
import { endsSentence, isFullWidth, startsMidSentence } from './layout/script';
import type { RecognisedParagraph } from './recognised-page';

/**
 * If even the widest line has fewer letters than this, all lines are short, as in an address or a receipt,
 * and no lines are joined. A full-width character counts as two letters.
 */
const SHORTEST_FULL_LINE = 40;
/** Only a line that has at least this share of the widest line's width is joined with the next line. */
const FULL = 0.8;

interface Line {
  readonly kind: ParagraphKind;
  readonly text: string;
  /** False when an empty line or a line of dashes is between this line and the previous one. */
  readonly follows: boolean;
}

/** Returns the paragraphs of the text that a model read from the image of a page. */
export function recognisedParagraphs(text: string): readonly RecognisedParagraph[] {
  return joined(linesOf(text)).map(({ kind, text: words }) => ({ kind, text: words }));
}

/**
 * Models sometimes use Markdown although the prompt forbids it, so headings, lists and tables in Markdown are
 * recognised.
 */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let follows = false;
  for (const written of text.split('\n')) {
    const line = written.trim();
    if (line === '' || isRule(line)) follows = false;
    else {
      lines.push({ ...read(line), follows });
      follows = true;
    }
  }
  return lines;
}

/** Returns true for a line of dashes, or for the line below the headings of a Markdown table. */
function isRule(line: string): boolean {
  return /^(\|?\s*:?-{3,}:?\s*)+\|?$/.test(line);
}

function read(line: string): Pick<Line, 'kind' | 'text'> {
  const words = line.replace(/\*\*(?=\S)([^*]+)\*\*/g, '$1');
  if (/^\|.*\|$/.test(words)) return { kind: 'row', text: cells(words.slice(1, -1).split('|')) };
  if (words.includes('\t')) return { kind: 'row', text: cells(words.split('\t')) };
  const heading = /^#{1,6} +(?=\S)/.exec(words)?.[0];
  if (heading !== undefined) return { kind: 'heading', text: words.slice(heading.length) };
  return { kind: listMarker(words) === '' ? 'text' : 'list-item', text: words };
}

function cells(texts: readonly string[]): string {
  return texts
    .map((cell) => cell.trim())
    .join('\t')
    .replace(/\t+$/, '');
}

/**
 * Joins the lines of each paragraph if the model kept the line breaks of the page. If each line stayed a
 * paragraph, sentences would be cut at line breaks, because later steps split each paragraph into sentences.
 */
function joined(lines: readonly Line[]): readonly Line[] {
  const widest = Math.max(0, ...lines.filter(({ kind }) => kind !== 'row').map(({ text }) => widthOf(text)));
  const paragraphs: Line[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const before = paragraphs.at(-1);
    if (before !== undefined && last !== undefined && isContinuation(last, line, widest)) {
      const { drop, between } = lineJoin(before.text, line.text);
      const start = before.text.slice(0, before.text.length - drop);
      paragraphs[paragraphs.length - 1] = { ...before, text: start + between + line.text };
    } else paragraphs.push(line);
    last = line;
  }
  return paragraphs;
}

function isContinuation(last: Line, next: Line, widest: number): boolean {
  if (!next.follows || next.kind !== 'text' || last.kind === 'row' || last.kind === 'heading') return false;
  if (widest < SHORTEST_FULL_LINE || widthOf(last.text) < FULL * widest) return false;
  return !endsSentence(last.text) || startsMidSentence(next.text);
}

function widthOf(text: string): number {
  return Array.from(text).reduce((width, character) => width + (isFullWidth(character) ? 2 : 1), 0);
}
