import { isChineseNumeral } from '../../text/chinese-numerals';
import { isCjk, isDigit, isSpacedLetter } from '../../text/characters';
import { normalise } from '../../text/normalise';
import type { Sentence } from '../../text/sentence';
import type { Source } from './source';

/** Marks around a quote that belong to whoever quotes, not to what is quoted. */
const EDGES = /^["'[\],.;:!?\s]+|["'[\],.;:!?\s-]+$/gu;
/** Sentences a quote may run over. */
const LONGEST_RUN = 6;
/** Negations that turn a quote round when it begins right after them. */
const ZH_NEGATION = /(?:[不未非无無没沒勿毋莫]|[不未无毋][得应能可需须必经予再许]|不可以|不允许|禁止|严禁)$/u;
const EN_NEGATION = /\b(?:not|no|never|neither|nor|without|cannot|non)[\s-]*$/iu;

/** A passage of the document made comparable, with the way back to the sentences it is made of. */
interface Passage {
  readonly text: string;
  readonly gaps: readonly boolean[];
  readonly starts: readonly { readonly at: number; readonly sentence: Sentence; readonly offsets: readonly number[] }[];
}

/** Where a quote stands: the sentences, and the offsets in the text of the first and (exclusive) of the last of them. */
export interface Located {
  readonly sentences: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** The quote as it is compared: normalised, without the marks at its edges. */
export function comparable(quote: string): string {
  return normalise(quote).text.replace(EDGES, '');
}

/** The numbers of the sentences a quote stands in; see `locatePassage`. */
export function locateQuote(source: Source, quote: string, cited: readonly number[]): readonly number[] | undefined {
  return locatePassage(source, quote, cited)?.sentences;
}

/**
 * Where a quote stands in the document, character for character after normalisation, or undefined. Looked
 * for in the cited sentences first, then in the whole document, where the passage nearest to the cited ones is taken.
 * A quote that begins or ends within a number or a word, or right after a negation, is not found.
 */
export function locatePassage(source: Source, quote: string, cited: readonly number[]): Located | undefined {
  const wanted = comparable(quote);
  if (wanted === '') return undefined;
  const near = findIn(source, passageOf(source, source.around(cited, 0)), wanted);
  if (near !== undefined) return near;
  const centre = cited[0] ?? 0;
  let best: Located | undefined;
  for (const found of everywhere(source, wanted)) {
    if (best === undefined || distance(found, centre) < distance(best, centre)) best = found;
  }
  return best;
}

function distance(found: Located, centre: number): number {
  return Math.abs((found.sentences[0] ?? 0) - centre);
}

function* everywhere(source: Source, wanted: string): Generator<Located> {
  const head = wanted.slice(0, 6);
  for (const [index, sentence] of source.sentences.entries()) {
    const own = source.normalised(sentence).text;
    // The quote begins in this sentence: its first characters stand here, or its end is the sentence's.
    if (!own.includes(head) && !endsWithStartOf(own, head)) continue;
    let run: Sentence[] = [];
    let length = 0;
    for (let next = index; next < Math.min(index + LONGEST_RUN, source.sentences.length); next += 1) {
      const other = source.sentences[next];
      if (other === undefined) break;
      run = [...run, other];
      length += source.normalised(other).text.length;
      if (length >= wanted.length + own.length) break;
    }
    const found = findIn(source, passageOf(source, run), wanted);
    if (found !== undefined) yield found;
  }
}

function endsWithStartOf(text: string, head: string): boolean {
  for (let length = Math.min(head.length, text.length); length > 0; length -= 1) {
    if (text.endsWith(head.slice(0, length))) return true;
  }
  return false;
}

function passageOf(source: Source, sentences: readonly Sentence[]): Passage {
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
  return { text, gaps, starts };
}

function findIn(source: Source, passage: Passage, wanted: string): Located | undefined {
  for (let at = passage.text.indexOf(wanted); at >= 0; at = passage.text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (isWhole(passage, at, end) && !isNegated(source, passage, at)) return rangeIn(passage, at, end);
  }
  return undefined;
}

/** The sentences a range touches; undefined when they do not follow one another, so that nothing is spliced. */
function rangeIn(passage: Passage, at: number, end: number): Located | undefined {
  const touched = passage.starts.filter((start, index) => {
    const next = passage.starts[index + 1]?.at ?? passage.text.length;
    return start.at < end && next > at;
  });
  const sentences = touched.map((start) => start.sentence.number);
  const adjacent = sentences.every((number, index) => index === 0 || number === (sentences[index - 1] ?? 0) + 1);
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

/** False when the range begins or ends inside a number or a word. */
function isWhole(passage: Passage, at: number, end: number): boolean {
  return !joins(passage, at) && !joins(passage, end);
}

/** True when the characters on both sides of `at` belong to one number or one word. */
function joins(passage: Passage, at: number): boolean {
  const before = passage.text.charAt(at - 1);
  const after = passage.text.charAt(at);
  if (before === '' || after === '') return false;
  const gap = passage.gaps[at] === true;
  if (isChineseNumeral(before) && isChineseNumeral(after)) return true;
  if (gap) return false;
  if (isSpacedLetter(before) && isSpacedLetter(after)) return true;
  if (isDigit(before) && isDigit(after)) return true;
  // White space after the point: it ends a sentence, and the next one begins with a figure.
  const until = passage.gaps[at + 1] === true ? at + 1 : at + 2;
  return splitsNumber(passage.text.slice(Math.max(0, at - 2), at), passage.text.slice(at, until));
}

/** `1,|200`, `3|.5`, `12|%`, `5|万`: the rest changes the figure. */
function splitsNumber(before: string, after: string): boolean {
  if (/\d[.,]$/u.test(before) && /^\d/u.test(after)) return true;
  if (/\d$/u.test(before) && /^(?:[.,^]\d|[%‰万萬亿億千百])/u.test(after)) return true;
  return /(?:^|[^\d\p{L}])-$/u.test(before) && /^\d/u.test(after);
}

/** The text before a sentence that layout parted from its beginning; empty when it plainly begins here. */
function unfinished(source: Source, sentence: Sentence): string {
  const before = source.sentence(sentence.number - 1);
  if (before?.kind !== 'text' || sentence.kind !== 'text') return '';
  const goesOn = /^\p{Ll}/u.test(sentence.text) || isCjk(sentence.text.charAt(0));
  return goesOn && /[\p{L}\p{N}，,、]\s*$/u.test(before.text) ? before.text : '';
}

function isNegated(source: Source, passage: Passage, at: number): boolean {
  const start = passage.starts.filter((each) => each.at <= at).at(-1);
  if (start === undefined) return false;
  const offset = start.offsets[at - start.at];
  if (offset === undefined) return false;
  const before = offset === 0 ? unfinished(source, start.sentence) : start.sentence.text.slice(0, offset);
  return ZH_NEGATION.test(before.trimEnd()) || EN_NEGATION.test(before);
}
