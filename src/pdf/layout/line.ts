import { boxSpans } from './box-text';
import { withPlainCharacters } from './plain-characters';
import { PRIVATE_USE, withSigns } from './private-use';
import { fromRight, readsFromRight, withRunsFromRight } from './right-to-left';
import { plainText, PUT_IN, putIn, type Span } from './sourced-text';
import { spaceBetween } from './spacing';
import type { TextBox } from './text-box';

/** A line, or the part of a line in one cell or column. Lengths are in points. */
export interface Line {
  readonly spans: readonly Span[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The baseline of most of the characters in the line. */
  readonly y: number;
  readonly size: number;
  readonly angle: number;
  /** The font of the first text of the line. */
  readonly font: string;
  /** True when the whole line is in `font`. */
  readonly oneFont: boolean;
  readonly rightToLeft: boolean;
  /** True when the whole line is monospaced. */
  readonly fixedPitch: boolean;
  /** Set when the line has blanks to fill in. Such a line may end before the edge of its column. */
  readonly hasBlanks?: true;
}

/** A line that is being built. `ordered` is false if a box is to the left of the box before it. */
export interface Stretch {
  readonly boxes: TextBox[];
  left: number;
  right: number;
  y: number;
  size: number;
  readonly angle: number;
  /**
   * Number of characters with the size `size`. Most characters of the line have this size and the baseline
   * `y`.
   */
  mainLength: number;
  ordered: boolean;
  rightToLeft: boolean;
  hasBlanks?: true;
}

/** Maximum gap between words, as a share of the font size. A wider gap begins another cell or column. */
const WIDEST_SPACE = 1.1;
/**
 * The same limit between two numbers. Numbers in running text have words between them, so two numbers with a
 * wider gap are in two columns.
 */
const WIDEST_SPACE_OF_NUMBERS = 0.7;
/**
 * Maximum overlap of a text with the text before it, as a share of the font size. Kerning, accents and
 * italics cause such overlaps.
 */
const STEP_BACK = 1.2;
/** Maximum difference between the baseline of a text and that of its line, as a share of the font size. */
const SAME_BASELINE = 0.3;
/** The same limit if the sizes differ, as for raised or lowered text. */
const RAISED = 0.75;
/** Two sizes differ if the smaller size is less than this share of the larger size. */
const SMALLER = 0.9;

/** Joins neighbouring boxes of one line, in the given order. */
export function stretchesOf(boxes: readonly TextBox[]): Stretch[] {
  const stretches: Stretch[] = [];
  let stretch: Stretch | undefined;
  for (const box of boxes) {
    if (stretch && continuesLine(stretch, box)) {
      append(stretch, box);
      continue;
    }
    stretch = begin(box);
    stretches.push(stretch);
  }
  return stretches;
}

function isOnBaseline(line: Pick<Stretch, 'y' | 'size'>, box: Pick<TextBox, 'y' | 'size'>): boolean {
  const size = Math.max(line.size, box.size);
  const isScript = Math.min(line.size, box.size) < SMALLER * size;
  return Math.abs(line.y - box.y) <= (isScript ? RAISED : SAME_BASELINE) * size;
}

/**
 * Returns true when a box continues a line: it is near the end of the line, and on the baseline of the line.
 * A smaller box can be above or below the baseline.
 */
function continuesLine(line: Stretch, box: TextBox): boolean {
  if (line.angle !== box.angle || box.startsCell || !isOnBaseline(line, box)) return false;
  const size = Math.max(line.size, box.size);
  const after = box.x - line.right;
  const before = line.left - (box.x + box.width);
  // Right-to-left text may be drawn from either side, so the smaller gap is used.
  const gap = (box.rightToLeft || line.rightToLeft) && Math.abs(before) < Math.abs(after) ? before : after;
  if (isCurrencySign(box) && gap > SIGN_APART * size && /[\d)]$/.test(lastText(line))) return false;
  if (gap <= -STEP_BACK * size || gap >= WIDEST_SPACE * size) return false;
  return gap < WIDEST_SPACE_OF_NUMBERS * size || !areNumbers(line, box);
}

/**
 * Minimum gap, in font sizes, between an amount and the currency sign of the next column. Account statements
 * draw the sign at the left edge of its column.
 */
const SIGN_APART = 0.25;

function isCurrencySign({ text }: TextBox): boolean {
  return text.length < 3 && /^\s?[$€£¥]\s?$/.test(text);
}

function lastText({ boxes }: Stretch): string {
  return boxes[boxes.length - 1]?.text ?? '';
}

function areNumbers(line: Stretch, box: TextBox): boolean {
  return /[\d%)]$/.test(lastText(line)) && /^[€$£¥(−-]?\s?\d/.test(box.text);
}

function begin(box: TextBox): Stretch {
  return {
    boxes: [box],
    left: box.x,
    right: box.x + box.width,
    y: box.y,
    size: box.size,
    angle: box.angle,
    mainLength: box.text.length,
    ordered: true,
    rightToLeft: box.rightToLeft,
  };
}

function append(line: Stretch, box: TextBox): void {
  const last = line.boxes[line.boxes.length - 1];
  if (last && box.x + 0.5 * box.width < last.x) line.ordered = false;
  line.boxes.push(box);
  const length = box.text.length;
  if (length > line.mainLength || (box.size > line.size && length >= line.mainLength)) {
    line.y = box.y;
    line.size = box.size;
    line.mainLength = length;
  } else if (Math.abs(box.size - line.size) < 0.1) line.mainLength += length;
  line.left = Math.min(line.left, box.x);
  line.right = Math.max(line.right, box.x + box.width);
  line.rightToLeft = line.rightToLeft || box.rightToLeft;
}

/** Appends all boxes of a stretch to another one. */
export function appendStretch(line: Stretch, other: Stretch): void {
  for (const box of other.boxes) append(line, box);
}

/** Matches a title or a label with spaces between its ideographs ("合 计"). */
const LETTER_SPACED = /^[\u3400-\u9fff](?: [\u3400-\u9fff])+(?=[:：]|$)/;

function inReadingOrder({ boxes, ordered, rightToLeft }: Stretch): readonly TextBox[] {
  if (rightToLeft) return readsFromRight(boxes) ? fromRight(boxes) : withRunsFromRight(boxes);
  return ordered ? boxes : [...boxes].sort((a, b) => a.x - b.x);
}

/** Makes a line from a stretch: the text of its boxes in reading order, with spaces between words. */
export function lineOf(stretch: Stretch, page: number): Line {
  const { left, right, y, size, angle } = stretch;
  const boxes = inReadingOrder(stretch);
  const font = boxes[0]?.font ?? '';
  let spans: Span[] = [];
  let text = '';
  let last: TextBox | undefined;
  for (const box of boxes) {
    const own = boxSpans(box, page);
    const first = own[0];
    if (!first) continue;
    if (last) {
      const space = spaceBetween({
        left: spans[spans.length - 1]?.text ?? '',
        right: first.text,
        ...gapBetween(last, box),
      });
      if (space) spans.push(putIn(space));
      text += space;
    }
    for (const span of own) {
      spans.push(span);
      text += span.text;
    }
    last = box;
  }
  const spread = stretch.hasBlanks ? 0 : (LETTER_SPACED.exec(text)?.[0].length ?? 0);
  if (spread > 0) {
    let at = 0;
    spans = spans.filter((span) => {
      at += span.text.length;
      return span.item !== PUT_IN || at > spread;
    });
    text = plainText(spans);
  }
  if (PRIVATE_USE.test(text)) {
    const typefaces = new Map(boxes.map(({ item, typeface }) => [item, typeface ?? '']));
    spans = withSigns(spans, (item) => typefaces.get(item) ?? '');
    text = plainText(spans);
  }
  const plain = withPlainCharacters(spans, text);
  if (plain !== spans) {
    spans = plain;
    text = plainText(plain);
  }
  const oneFont = boxes.every((box) => box.font === font);
  const fixedPitch = boxes.every((box) => box.fixedPitch);
  const rightToLeft = stretch.rightToLeft && readsFromRight(boxes);
  const line = { spans, text, left, right, y, size, angle, font, oneFont, fixedPitch, rightToLeft };
  return stretch.hasBlanks ? { ...line, hasBlanks: true } : line;
}

/**
 * The width of a space character at the end of a box, in font sizes. The width of the box includes this
 * space.
 */
const SPACE_CHARACTER = 0.25;

/**
 * Returns the gap between two boxes as a share of the font size, and whether the PDF has white space in the
 * gap. Either box may be the left one.
 */
function gapBetween(first: TextBox, second: TextBox): { gap: number; space: boolean } {
  const after = second.x - (first.x + first.width);
  const before = first.x - (second.x + second.width);
  const points = (first.rightToLeft || second.rightToLeft) && before > after ? before : after;
  const gap = points / Math.min(first.size, second.size);
  const later = first.item > second.item ? first : second;
  const hasSpace = /\s$/.test(first.text) || (second.isCut !== true && /^\s/.test(second.text));
  return hasSpace
    ? { gap: Math.max(gap, 0) + SPACE_CHARACTER, space: true }
    : { gap, space: later.spaceBefore };
}
