import { isDigit, isSpacedLetter } from '../../text/characters';
import { isChineseNumeral } from '../../text/chinese-numerals';
import { normalise } from '../../text/normalise';
import type { Sentence } from '../../text/sentence';
import type { Source } from './source';

/**
 * Matches what a model may have added to a quote: the number of a line, and punctuation at the ends of the
 * quote.
 */
const EDGES = /^\[\d+\]|^["'[\],.;:!?\s]+|["'[\],.;:!?\s-]+$/gu;
/** Matches the separators between the pieces of a quote: an ellipsis, or a bar or tab between cells. */
const BETWEEN_PIECES = /\[?(?:…+|\.{3,}|⋯+)\]?|\s*[|｜\t]\s*/u;
/**
 * Maximum number of sentences that a quote may span. If a quote has several pieces, the longest piece is
 * found first. The other pieces are searched for in this many sentences before and after the longest piece.
 */
const LONGEST_RUN = 6;

/** The normalised text of several sentences, and the data that maps it back to the sentences. */
interface Run {
  readonly text: string;
  /** For each UTF-16 unit of `text`: true when white space was before it. */
  readonly gaps: readonly boolean[];
  /**
   * `text` contains the normalised text of each sentence, beginning at the offset `at`. `offsets` has the
   * offset in `sentence.text` of each UTF-16 unit of this normalised text.
   */
  readonly starts: readonly {
    readonly at: number;
    readonly sentence: Sentence;
    readonly offsets: readonly number[];
  }[];
}

/**
 * The position of a quote. `sentences` are the numbers of its sentences. `from` is an offset in the text of
 * the first sentence, and `to` an exclusive offset in the text of the last one.
 */
export interface Located {
  readonly sentences: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Normalises a quote for comparison, and removes punctuation at its ends. */
export function comparable(quote: string): string {
  return normalise(quote.trim().replace(EDGES, '')).text.replace(EDGES, '');
}

/** Returns the numbers of the sentences that contain a quote; see {@link locateQuote}. */
export function sentencesOf(
  source: Source,
  quote: string,
  near: readonly number[],
): readonly number[] | undefined {
  return locateQuote(source, quote, near)?.sentences;
}

/**
 * Finds a quote in the document; undefined when it is not there. Both texts are normalised and compared in
 * lower case, character for character. A quote can have several pieces, for example with `…` between them.
 * The document must have these pieces in the same order, with at most a few sentences between two pieces. The
 * match nearest to the sentences `near` is used. A quote that begins or ends within a number or a word is not
 * found.
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

/** Returns the range from the first piece of a quote to its last. */
function locatePieces(source: Source, quote: string, near: readonly number[]): Located | undefined {
  const pieces = quote.split(BETWEEN_PIECES).filter((piece) => comparable(piece) !== '');
  // The longest piece is the most distinctive one, so it is found first.
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
    // A quote can begin in a sentence only if the sentence contains the first six characters of the quote, or
    // ends with the first one to five of them.
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
    // A hyphen at the end of a paragraph may break a word that the layout stage could not join, so the parts
    // of the word are joined here.
    if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(normalised.text)) {
      text = text.slice(0, -1);
      gaps.pop();
    }
    starts.push({ at: text.length, sentence, offsets: normalised.offsets });
    text += normalised.text;
    for (const gap of normalised.gaps) gaps.push(gap);
  }
  const lower = text.toLowerCase();
  // In some languages, lower case changes the length of a text. The offsets would then be wrong.
  return { text: lower.length === text.length ? lower : text, gaps, starts };
}

function findIn(run: Run, wanted: string): Located | undefined {
  const at = indexIn(run, wanted, 0);
  return at === undefined ? undefined : rangeIn(run, at, at + wanted.length);
}

/**
 * Returns the first index at or after `start` where the text contains `wanted`. The match must neither begin
 * nor end within a number or a word.
 */
function indexIn(run: Run, wanted: string, start: number): number | undefined {
  for (let at = run.text.indexOf(wanted, start); at >= 0; at = run.text.indexOf(wanted, at + 1)) {
    if (!joins(run, at) && !joins(run, at + wanted.length)) return at;
  }
  return undefined;
}

/**
 * Returns the sentences in a range. Undefined when these sentences are not consecutive in the document, so
 * that a match never joins distant sentences.
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

/** Returns the offset after the character at `at` and its combining marks. */
function afterCluster(text: string, at: number): number {
  return at + (/^.\p{M}*/su.exec(text.slice(at))?.[0].length ?? 0);
}

/** True when the characters before and after `at` belong to one number or one word. */
function joins(run: Run, at: number): boolean {
  const before = run.text.charAt(at - 1);
  const after = run.text.charAt(at);
  if (before === '' || after === '') return false;
  const gap = run.gaps[at] === true;
  if (isChineseNumeral(before) && isChineseNumeral(after)) return true;
  if (gap) return false;
  if (isSpacedLetter(before) && isSpacedLetter(after)) return true;
  if (isDigit(before) && isDigit(after)) return true;
  // A point before white space is not a decimal point, but ends a sentence: `Pay 3. 5 days later`.
  const until = run.gaps[at + 1] === true ? at + 1 : at + 2;
  return splitsNumber(run.text.slice(Math.max(0, at - 2), at), run.text.slice(at, until));
}

/** True when a cut changes a number, as in `1,|200`, `3|.5`, `12|%`, `5|万`. */
function splitsNumber(before: string, after: string): boolean {
  if (/\d[.,]$/u.test(before) && /^\d/u.test(after)) return true;
  if (/\d$/u.test(before) && /^(?:[.,^]\d|[%‰万萬亿億千百])/u.test(after)) return true;
  return /(?:^|[^\d\p{L}])-$/u.test(before) && /^\d/u.test(after);
}
