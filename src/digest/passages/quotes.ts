import { isDigit, isSpacedLetter } from '../../text/characters';
import { isChineseNumeral } from '../../text/chinese-numerals';
import { normalise } from '../../text/normalise';
import type { Sentence } from '../../text/sentence';
import type { Source } from './source';

/** Marks at the edges of a quote that belong to the model that quotes, and the number of a line before it. */
const EDGES = /^\[\d+\]|^["'[\],.;:!?\s]+|["'[\],.;:!?\s-]+$/gu;
/** What parts the pieces of a quote: an ellipsis, a bar or a tab between cells. */
const BETWEEN_PIECES = /\[?(?:…+|\.{3,}|⋯+)\]?|\s*[|｜\t]\s*/u;
/** Sentences that a quote may run over, and that may lie between two of its pieces. */
const LONGEST_RUN = 6;

/** Sentences made comparable, with the way back to them. */
interface Run {
  readonly text: string;
  readonly gaps: readonly boolean[];
  readonly starts: readonly {
    readonly at: number;
    readonly sentence: Sentence;
    readonly offsets: readonly number[];
  }[];
}

/**
 * Where a quote stands: its sentences, and the offsets in the text of the first and (exclusive) of the last
 * of them.
 */
export interface Located {
  readonly sentences: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** A quote as it is compared: normalised, without the marks at its edges. */
export function comparable(quote: string): string {
  return normalise(quote.trim().replace(EDGES, '')).text.replace(EDGES, '');
}

/** The numbers of the sentences that a quote stands in; see {@link locateQuote}. */
export function sentencesOf(
  source: Source,
  quote: string,
  near: readonly number[],
): readonly number[] | undefined {
  return locateQuote(source, quote, near)?.sentences;
}

/**
 * Finds a quote in the document, or undefined. After normalisation, letter case aside, it has to stand there
 * character for character: in one piece, or in several pieces in their order, a few sentences apart at most.
 * It is looked for in and around the sentences `near` first, then everywhere, where the place nearest to them
 * is taken. A quote that begins or ends within a number or a word is not found.
 */
export function locateQuote(source: Source, quote: string, near: readonly number[]): Located | undefined {
  return locateWhole(source, quote, near) ?? locatePieces(source, quote, near);
}

function locateWhole(source: Source, quote: string, near: readonly number[]): Located | undefined {
  const wanted = comparable(quote).toLowerCase();
  if (wanted === '') return undefined;
  const there =
    findIn(runOf(source, source.around(near, 0)), wanted) ??
    findIn(runOf(source, source.around(near, 1)), wanted);
  if (there !== undefined) return there;
  const centre = near[0] ?? 0;
  let best: Located | undefined;
  for (const found of everywhere(source, wanted)) {
    if (best === undefined || distance(found, centre) < distance(best, centre)) best = found;
  }
  return best;
}

/** The stretch from the first piece of a quote to its last. */
function locatePieces(source: Source, quote: string, near: readonly number[]): Located | undefined {
  const pieces = quote.split(BETWEEN_PIECES).filter((piece) => comparable(piece) !== '');
  // The longest piece says best where to look for the others.
  const longest = pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), '');
  const anchor = pieces.length < 2 ? undefined : locateWhole(source, longest, near);
  if (anchor === undefined) return undefined;
  const run = runOf(source, source.around(anchor.sentences, LONGEST_RUN));
  let from: number | undefined;
  let end = 0;
  for (const piece of pieces) {
    const wanted = comparable(piece).toLowerCase();
    const at = indexIn(run, wanted, end);
    if (at === undefined) return undefined;
    from ??= at;
    end = at + wanted.length;
  }
  return from === undefined ? undefined : rangeIn(run, from, end);
}

function distance(found: Located, centre: number): number {
  return Math.abs((found.sentences[0] ?? 0) - centre);
}

function* everywhere(source: Source, wanted: string): Generator<Located> {
  const head = wanted.slice(0, 6);
  for (const [index, sentence] of source.sentences.entries()) {
    const own = source.normalised(sentence).text.toLowerCase();
    // The quote begins in this sentence: its first characters stand here, or its end is the sentence's.
    if (!own.includes(head) && !endsWithStartOf(own, head)) continue;
    const run: Sentence[] = [];
    let length = 0;
    for (const other of source.sentences.slice(index, index + LONGEST_RUN)) {
      run.push(other);
      length += source.normalised(other).text.length;
      if (length >= wanted.length + own.length) break;
    }
    const found = findIn(runOf(source, run), wanted);
    if (found !== undefined) yield found;
  }
}

function endsWithStartOf(text: string, head: string): boolean {
  for (let length = Math.min(head.length, text.length); length > 0; length -= 1) {
    if (text.endsWith(head.slice(0, length))) return true;
  }
  return false;
}

function runOf(source: Source, sentences: readonly Sentence[]): Run {
  let text = '';
  const gaps: boolean[] = [];
  const starts: { at: number; sentence: Sentence; offsets: readonly number[] }[] = [];
  for (const sentence of sentences) {
    const normalised = source.normalised(sentence);
    // A word broken at the end of a paragraph that layout could not join.
    if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(normalised.text)) {
      text = text.slice(0, -1);
      gaps.pop();
    }
    starts.push({ at: text.length, sentence, offsets: normalised.offsets });
    text += normalised.text;
    for (const gap of normalised.gaps) gaps.push(gap);
  }
  const lower = text.toLowerCase();
  // In few scripts a letter in lower case is longer than it was.
  return { text: lower.length === text.length ? lower : text, gaps, starts };
}

function findIn(run: Run, wanted: string): Located | undefined {
  const at = indexIn(run, wanted, 0);
  return at === undefined ? undefined : rangeIn(run, at, at + wanted.length);
}

/**
 * The first place at or after `start` where the characters stand and neither begin nor end within a number or
 * word.
 */
function indexIn(run: Run, wanted: string, start: number): number | undefined {
  for (let at = run.text.indexOf(wanted, start); at >= 0; at = run.text.indexOf(wanted, at + 1)) {
    if (!joins(run, at) && !joins(run, at + wanted.length)) return at;
  }
  return undefined;
}

/**
 * The sentences that a range touches; undefined when they do not follow one another, so that nothing is
 * spliced.
 */
function rangeIn(run: Run, at: number, end: number): Located | undefined {
  const touched = run.starts.filter((start, index) => {
    const next = run.starts[index + 1]?.at ?? run.text.length;
    return start.at < end && next > at;
  });
  const sentences = touched.map((start) => start.sentence.number);
  const adjacent = sentences.every(
    (number, index) => index === 0 || number === (sentences[index - 1] ?? 0) + 1,
  );
  const [first] = touched;
  const last = touched.at(-1);
  if (!adjacent || first === undefined || last === undefined) return undefined;
  const ending = last.offsets[end - 1 - last.at] ?? last.sentence.text.length;
  return { sentences, from: first.offsets[at - first.at] ?? 0, to: afterCluster(last.sentence.text, ending) };
}

/** The offset behind the character at `at` and the marks that combine with it. */
function afterCluster(text: string, at: number): number {
  return at + (/^.\p{M}*/su.exec(text.slice(at))?.[0].length ?? 0);
}

/** True when the characters on both sides of `at` belong to one number or one word. */
function joins(run: Run, at: number): boolean {
  const before = run.text.charAt(at - 1);
  const after = run.text.charAt(at);
  if (before === '' || after === '') return false;
  const gap = run.gaps[at] === true;
  if (isChineseNumeral(before) && isChineseNumeral(after)) return true;
  if (gap) return false;
  if (isSpacedLetter(before) && isSpacedLetter(after)) return true;
  if (isDigit(before) && isDigit(after)) return true;
  // After white space the point ended a sentence, and the next one begins with a figure.
  const until = run.gaps[at + 1] === true ? at + 1 : at + 2;
  return splitsNumber(run.text.slice(Math.max(0, at - 2), at), run.text.slice(at, until));
}

/** `1,|200`, `3|.5`, `12|%`, `5|万`: the rest changes the figure. */
function splitsNumber(before: string, after: string): boolean {
  if (/\d[.,]$/u.test(before) && /^\d/u.test(after)) return true;
  if (/\d$/u.test(before) && /^(?:[.,^]\d|[%‰万萬亿億千百])/u.test(after)) return true;
  return /(?:^|[^\d\p{L}])-$/u.test(before) && /^\d/u.test(after);
}
