import type { ParagraphKind } from './document';
import { lineJoin } from './layout/line-join';
import { listMarker } from './layout/marker';
import { endsSentence, isFullWidth, startsMidSentence } from './layout/script';
import type { RecognisedParagraph } from './recognised-page';

/**
 * Lines narrower than this say nothing about where the page breaks its lines: addresses and receipts have
 * only short ones. In letters; a full-width character counts twice.
 */
const SHORTEST_FULL_LINE = 40;
/** A line this wide, as a share of the widest one, ends because the page does. */
const FULL = 0.8;

interface Line {
  readonly kind: ParagraphKind;
  readonly text: string;
  /** Nothing but a line break stands between it and the line before. */
  readonly follows: boolean;
}

/** The paragraphs of the text that a model read from a page's image. */
export function recognisedParagraphs(text: string): readonly RecognisedParagraph[] {
  return joined(linesOf(text)).map(({ kind, text: words }) => ({ kind, text: words }));
}

/** The lines with what little Markdown models cannot leave off taken for what it means. */
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

/** A line of dashes, or the one below a table's head. */
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
 * Paragraphs whose lines were left as they are on the page are put together: sentences are looked for in
 * paragraphs. Where lines were joined as asked, there is nothing to do.
 */
function joined(lines: readonly Line[]): readonly Line[] {
  const widest = Math.max(0, ...lines.filter(({ kind }) => kind !== 'row').map(({ text }) => widthOf(text)));
  const paragraphs: Line[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const before = paragraphs.at(-1);
    if (before !== undefined && last !== undefined && goesOn(last, line, widest)) {
      const { drop, between } = lineJoin(before.text, line.text);
      const start = before.text.slice(0, before.text.length - drop);
      paragraphs[paragraphs.length - 1] = { ...before, text: start + between + line.text };
    } else paragraphs.push(line);
    last = line;
  }
  return paragraphs;
}

function goesOn(last: Line, next: Line, widest: number): boolean {
  if (!next.follows || next.kind !== 'text' || last.kind === 'row' || last.kind === 'heading') return false;
  if (widest < SHORTEST_FULL_LINE || widthOf(last.text) < FULL * widest) return false;
  return !endsSentence(last.text) || startsMidSentence(next.text);
}

function widthOf(text: string): number {
  return Array.from(text).reduce((width, character) => width + (isFullWidth(character) ? 2 : 1), 0);
}
