import type { LaidBlock, PageLayout } from './page-layout';
import { cellTexts, LONGEST, type Running, WHOLE } from './running';
import { cutSpan, plainText, putIn, type SourcedText, type Span } from './sourced-text';

/** Matches a page number with the words around it, such as "Page 3 of 5". */
const PAGE_WORDS = new RegExp(
  [
    String.raw`[-\u2013\u2014\s|]*第\s*\d+\s*[页頁]?\s*[/,，|]?\s*(?:[共总總]\s*(?:计|計)?\s*\d*\s*[页頁])?[-\u2013\u2014\s|]*`,
    String.raw`[共总總]\s*\d+\s*[页頁]`,
    String.raw`[-\u2013\u2014\s|]*\b(?:page|seite|p[aá]gina|p\.)\s*\d+(?:\s*(?:of|von|sur|de|/)\s*\d+)?[-\u2013\u2014\s|]*`,
  ].join('|'),
  'giu',
);

/** Minimum number of letters and digits of a text that is kept. */
const FEWEST_CHARACTERS = 2;

/**
 * Returns the texts of running headers and footers, because a contract number or the name of a company may be
 * only there. Each text is returned only for the first block that contains the text. A block with several
 * cells has a text for each cell. Page numbers are left out, and so are texts that the body contains, too.
 */
export function runningTexts(
  pages: readonly PageLayout[],
  { first }: Running,
  body: ReadonlySet<string>,
): ReadonlyMap<LaidBlock, readonly SourcedText[]> {
  const kept = new Map<LaidBlock, readonly SourcedText[]>();
  if (first.size === 0) return kept;
  const known = new Set(body);
  for (const page of pages) {
    for (const block of page.blocks) {
      const counting = first.get(block);
      if (!counting) continue;
      const texts = (counting.has(WHOLE) ? [block.spans] : runningCells(block))
        .flatMap((cell, index) => {
          const numbers = counting.get(WHOLE) ?? counting.get(index);
          return numbers ? [withoutPageNumber(cell, numbers)] : [];
        })
        .filter((cell) => isNew(plainText(cell), known));
      if (texts.length > 0) kept.set(block, texts);
    }
  }
  return kept;
}

/** Returns the texts of the body that are as short as running headers and footers. White space is removed. */
export function textsOfBody(pages: readonly PageLayout[], running: Running['cells']): ReadonlySet<string> {
  const texts = new Set<string>();
  if (running.size === 0) return texts;
  for (const { blocks } of pages) {
    for (const block of blocks)
      if (block.text.length <= LONGEST && !running.has(block)) texts.add(keyOf(block.text));
  }
  return texts;
}

/**
 * Returns a line without the cells that are running headers or footers, and without cells that repeat a text
 * of the body (such as the name of a chapter); undefined when nothing is left.
 */
export function withoutRunningCells(
  block: LaidBlock,
  running: ReadonlySet<number>,
  body: ReadonlySet<string>,
): LaidBlock | undefined {
  if (running.has(WHOLE)) return undefined;
  const left = runningCells(block).filter(
    (cell, index) => !running.has(index) && cell.length > 0 && !body.has(keyOf(plainText(cell))),
  );
  if (left.length === 0) return undefined;
  const spans = left.flatMap((cell, index) => (index === 0 ? cell : [putIn('\t'), ...cell]));
  return { ...block, spans, text: plainText(spans), isRow: left.length > 1 };
}

/** Returns the cells of a header or footer, with the same indexes as in `cellTexts`. */
function runningCells(block: LaidBlock): readonly (readonly Span[])[] {
  return cellTexts(block).length === 1 ? [block.spans] : cellsOf(block.spans);
}

function keyOf(text: string): string {
  return text.replace(/\s+/g, '');
}

function isNew(text: string, known: Set<string>): boolean {
  const key = keyOf(text);
  if ((key.match(/[\p{L}\p{N}]/gu) ?? []).length < FEWEST_CHARACTERS || known.has(key)) return false;
  known.add(key);
  return true;
}

function cellsOf(spans: SourcedText): Span[][] {
  const cells: Span[][] = [[]];
  for (const span of spans) {
    if (/^\t+$/.test(span.text)) for (let tab = 0; tab < span.text.length; tab += 1) cells.push([]);
    else cells[cells.length - 1]?.push(span);
  }
  return cells;
}

function withoutPageNumber(cell: readonly Span[], counting: readonly number[]): SourcedText {
  const text = plainText(cell);
  if (/^[-\u2013\u2014\s]*(?:\d+|[ivxlc]+)[-\u2013\u2014\s]*$/i.test(text) && counting.length > 0) return [];
  if (counting.length === 0) return cell;
  let kept: readonly Span[] = cell;
  for (const match of [...text.matchAll(PAGE_WORDS)].reverse()) {
    kept = [...sliced(kept, 0, match.index), ...sliced(kept, match.index + match[0].length, text.length)];
  }
  // A number that differs from page to page is the page number if it is at either end of the line, even if
  // there is no word such as "Page".
  for (const number of counting) {
    const rest = plainText(kept);
    const bare = new RegExp(
      `^${String(number)}(?:\\s*[/|-]\\s*\\d+)?[\\s|\u2013-]+|[\\s|\u2013-]+${String(number)}(?:\\s*[/|-]\\s*\\d+)?$`,
    ).exec(rest);
    if (bare)
      kept = [...sliced(kept, 0, bare.index), ...sliced(kept, bare.index + bare[0].length, rest.length)];
  }
  return trimmed(kept);
}

function trimmed(spans: readonly Span[]): readonly Span[] {
  const text = plainText(spans);
  const start = text.length - text.trimStart().length;
  return sliced(spans, start, Math.max(start, text.trimEnd().length));
}

function sliced(spans: readonly Span[], from: number, to: number): Span[] {
  const out: Span[] = [];
  let at = 0;
  for (const span of spans) {
    const [start, end] = [Math.max(0, from - at), Math.min(span.text.length, to - at)];
    if (end > start) out.push(cutSpan(span, start, end));
    at += span.text.length;
  }
  return out;
}
