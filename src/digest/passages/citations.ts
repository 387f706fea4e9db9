import type { SourceRun } from '../../pdf/document';
import type { Sentence } from '../../text/sentence';
import type { Citation, Piece } from '../digest';
import type { Located } from './quotes';
import type { Source } from './source';

/** Maximum number of citations on one page. If more are needed, the whole page is cited instead. */
const MOST_ON_A_PAGE = 6;

/** A run (the part of a sentence's text in one text item of a page) and its sentence. */
interface RunOnPage {
  readonly sentence: Sentence;
  readonly run: SourceRun;
}

/**
 * Returns the part of a sentence's text that has to be cited, in UTF-16 offsets; undefined when no part has
 * to be cited.
 */
type Wanted = (sentence: Sentence) => { readonly from: number; readonly to: number } | undefined;

/**
 * Cites whole sentences, in the order of the document. Each uninterrupted stretch of their text on a page
 * becomes one citation.
 */
export function citationsOf(source: Source, numbers: readonly number[]): Citation[] {
  const wanted = new Set(numbers);
  return citations(source, source.existing(numbers), ({ number, text }) =>
    wanted.has(number) ? { from: 0, to: text.length } : undefined,
  );
}

/** Cites a quote. Each uninterrupted stretch of its text on a page becomes one citation. */
export function citationsOfPart(source: Source, { sentences, from, to }: Located): Citation[] {
  const first = sentences[0];
  const last = sentences.at(-1);
  return citations(source, sentences, ({ number, text }) =>
    sentences.includes(number)
      ? { from: number === first ? from : 0, to: number === last ? to : text.length }
      : undefined,
  );
}

function citations(source: Source, numbers: readonly number[], wanted: Wanted): Citation[] {
  const pages = new Map<number, number[]>();
  for (const number of numbers) {
    const sentence = source.sentence(number);
    if (sentence === undefined) continue;
    for (const page of pagesOf(sentence, wanted)) pages.set(page, [...(pages.get(page) ?? []), number]);
  }
  return Array.from(pages)
    .sort(([a], [b]) => a - b)
    .flatMap(([page, sentences]) => onPage(source, page, sentences, wanted));
}

function pagesOf(sentence: Sentence, wanted: Wanted): Iterable<number> {
  const part = wanted(sentence);
  const runs = sentence.source.filter(
    (run) => part !== undefined && run.at < part.to && run.at + run.length > part.from,
  );
  return runs.length === 0 ? [sentence.page] : new Set(runs.map((run) => run.page));
}

function onPage(source: Source, page: number, sentences: readonly number[], wanted: Wanted): Citation[] {
  const stretches = stretchesOf(runsOn(source, page), wanted);
  if (stretches.length === 0 || stretches.length > MOST_ON_A_PAGE) return [{ page, sentences }];
  return stretches.map(({ pieces, numbers }) => ({ page, sentences: numbers, passage: pieces }));
}

function runsOn(source: Source, page: number): RunOnPage[] {
  return source
    .onPage(page)
    .flatMap((sentence) =>
      sentence.source.filter((run) => run.page === page).map((run) => ({ sentence, run })),
    )
    .sort((a, b) => a.run.item - b.run.item || a.run.from - b.run.from);
}

interface Stretch {
  readonly pieces: readonly Piece[];
  readonly numbers: readonly number[];
}

/** Groups the cited pieces into stretches. Other text between two pieces starts a new stretch. */
function stretchesOf(runs: readonly RunOnPage[], wanted: Wanted): Stretch[] {
  const stretches: { pieces: Piece[]; numbers: Set<number> }[] = [];
  let open: { pieces: Piece[]; numbers: Set<number> } | undefined;
  for (const { sentence, run } of runs) {
    const piece = pieceOf(sentence, run, wanted);
    if (piece === undefined) {
      open = undefined;
      continue;
    }
    if (open === undefined) {
      open = { pieces: [], numbers: new Set() };
      stretches.push(open);
    }
    open.pieces.push(piece);
    open.numbers.add(sentence.number);
  }
  return stretches
    .map(({ pieces, numbers }) => ({ pieces: trimmed(pieces), numbers: [...numbers].sort((a, b) => a - b) }))
    .filter(({ pieces }) => pieces.length > 0);
}

function pieceOf(sentence: Sentence, run: SourceRun, wanted: Wanted): Piece | undefined {
  const part = wanted(sentence);
  if (part === undefined) return undefined;
  const from = Math.max(run.at, part.from);
  const to = Math.min(run.at + run.length, part.to);
  if (to <= from) return undefined;
  if (run.original !== undefined) return { item: run.item, from: run.from, text: run.original };
  return { item: run.item, from: run.from + from - run.at, text: sentence.text.slice(from, to) };
}

function trimmed(pieces: readonly Piece[]): Piece[] {
  const seen = pieces.flatMap(({ text }, index) => (text.trim() === '' ? [] : [index]));
  const [first] = seen;
  if (first === undefined) return [];
  const last = seen.at(-1) ?? first;
  return pieces.slice(first, last + 1).map(({ item, from, text }, index) => {
    const start = index === 0 ? text.length - text.trimStart().length : 0;
    const end = index === last - first ? text.trimEnd().length : text.length;
    return { item, from: from + start, text: text.slice(start, end) };
  });
}
