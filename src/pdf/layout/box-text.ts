import type { Piece } from '../codes/piece';
import { firstCharacter, isFullWidth, isUnspaced, lastCharacter } from './script';
import { cutSpan, PUT_IN, putIn, type Span } from './sourced-text';
import type { TextBox } from './text-box';
import { wordGaps } from './tracking';

type Spaced = Pick<
  TextBox,
  'text' | 'item' | 'width' | 'size' | 'gaps' | 'hyphens' | 'pieces' | 'letterSpaced'
>;

const CLEAN = /^[^\s\p{Cc}]+(?: [^\s\p{Cc}]+)*$/u;
const IDEOGRAPHS_APART = /[\u2e80-\u9fff\uff00-\uff60] [\u2e80-\u9fff\uff00-\uff60]/;
const WORD = /[^\s\p{Cc}]+/gu;

/**
 * Returns the characters of a box as spans, which are pieces of text with their places in the PDF. Control
 * characters are removed, and so is white space at both ends. A run of white space becomes one space. Spaces
 * between ideographs are removed when they are only letter spacing.
 */
export function boxSpans(box: Spaced, page: number): Span[] {
  const { item, pieces, hyphens } = box;
  if (pieces) return pieceSpans(pieces, item, page);
  const spans = wordSpans(box, page);
  return hyphens ? withHyphens(spans, hyphens) : spans;
}

/** Returns the spans of an item with corrected characters, without white space at the ends. */
function pieceSpans(pieces: readonly Piece[], item: number, page: number): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { text, original } of pieces) {
    if (/\S/.test(text) || /\S/.test(spans[spans.length - 1]?.text ?? ''))
      spans.push({ text, page, item, from, ...(original === text ? {} : { original }) });
    from += original.length;
  }
  while (spans.length > 0 && !/\S/.test(spans[spans.length - 1]?.text ?? '')) spans.pop();
  return spans;
}

/** Adds the visible hyphens that pdf.js leaves out. */
function withHyphens(spans: readonly Span[], hyphens: readonly number[]): Span[] {
  const out: Span[] = [];
  let next = 0;
  for (const span of spans) {
    let done = 0;
    const end = span.item === PUT_IN ? 0 : span.from + span.text.length;
    for (let at = hyphens[next]; at !== undefined && at <= end; at = hyphens[next]) {
      const cut = Math.max(done, at - span.from);
      if (cut > done) out.push(cutSpan(span, done, cut));
      out.push(putIn('-'));
      done = cut;
      next += 1;
    }
    if (done < span.text.length) out.push(cutSpan(span, done, span.text.length));
  }
  for (; next < hyphens.length; next += 1) out.push(putIn('-'));
  return out;
}

function wordSpans(box: Spaced, page: number): Span[] {
  const { text, item } = box;
  const parted = wordGaps(box);
  if (parted) return trackedSpans(box, parted, page);
  if (CLEAN.test(text) && !IDEOGRAPHS_APART.test(text)) return [{ text, page, item, from: 0 }];
  const letterSpaced = box.letterSpaced === true || isLetterSpaced(box);
  const spans: Span[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const last = spans[spans.length - 1];
    if (last) {
      const between = text.slice(last.from + last.text.length, match.index);
      const meant =
        !letterSpaced || !isUnspaced(lastCharacter(last.text)) || !isUnspaced(firstCharacter(word));
      if (between === ' ' && meant) {
        spans[spans.length - 1] = { ...last, text: `${last.text} ${word}` };
        continue;
      }
      if (/\s/.test(between) && meant) spans.push(putIn(' '));
    }
    spans.push({ text: word, page, item, from: match.index });
  }
  return spans;
}

/** Joins spaced letters into words. If `parted[n]` is true, space n is between two words. */
function trackedSpans({ text, item }: Spaced, parted: readonly boolean[], page: number): Span[] {
  const spans: Span[] = [];
  let from = 0;
  text.split(' ').forEach((piece, index) => {
    if (parted[index - 1] === true) spans.push(putIn(' '));
    spans.push({ text: piece, page, item, from });
    from += piece.length + 1;
  });
  return spans;
}

/**
 * Minimum width of a typed space in Chinese text, as a share of the font size. A narrower space
 * comes from justification.
 */
const TYPED_SPACE = 0.2;

/**
 * Returns true when the spaces between the ideographs of a box are only letter spacing: the box is not much
 * wider than its characters, or there is a space between all ideographs. pdf.js adds a space where glyphs are
 * a tenth of the font size apart, so justified or letter-spaced Chinese text has many such spaces.
 */
function isLetterSpaced({ text, width, size }: Spaced): boolean {
  const characters = [...text.trim()];
  let bare = 0;
  let spaces = 0;
  let ideographs = 0;
  let close = 0;
  let apart = 0;
  let previous = '';
  let gap = false;
  for (const character of characters) {
    if (/\s/.test(character)) {
      gap = true;
      spaces += 1;
      continue;
    }
    bare += isFullWidth(character) ? size : 0.5 * size;
    if (isUnspaced(character)) {
      ideographs += 1;
      if (isUnspaced(previous)) {
        if (gap) apart += 1;
        else close += 1;
      }
    }
    previous = character;
    gap = false;
  }
  if (spaces === 0 || apart === 0) return false;
  const allApart = close === 0 && (apart > 1 || ideographs + spaces === characters.length);
  return allApart || width - bare < TYPED_SPACE * size * spaces;
}
