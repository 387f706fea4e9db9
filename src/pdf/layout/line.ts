import { boxSpans } from './box-text';
import type { Example } from './example';
import { plainText, putIn, type Span } from './sourced-text';
import { spaceBetween } from './spacing';
import type { TextBox } from './text-box';

/** A stretch of one line without a gap as wide as those between cells or columns. Lengths are points. */
export interface Line {
  readonly spans: readonly Span[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Baseline, of the largest text in the line. */
  readonly y: number;
  readonly size: number;
  readonly angle: number;
  /** The fonts of its first and last text, and whether there is no other. */
  readonly font: string;
  readonly lastFont: string;
  readonly oneFont: boolean;
}

type Place = Pick<TextBox, 'x' | 'width' | 'y' | 'size' | 'angle'> & Pick<TextBox, 'spaceBefore' | 'rightToLeft'>;
interface LineSoFar {
  spans: Span[];
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  angle: number;
  font: string;
  lastFont: string;
  oneFont: boolean;
  mainLength: number;
}

/** A gap between words, as a share of the font size; beyond it another cell or column begins. */
const WIDEST_SPACE = 1.1;
/** How far text may step back over the text before it (kerning, accents, overlapping italics). */
const STEP_BACK = 1.2;
/** Baselines of one line differ by no more than this where sizes are alike ... */
const SAME_BASELINE = 0.3;
/** ... and by this where one is raised or lowered and smaller. */
const RAISED = 0.75;
const SMALLER = 0.85;

/** Joins boxes that stand on one line next to each other, in the order they come. */
export function linesOf(boxes: readonly TextBox[], page: number): Line[] {
  const lines: LineSoFar[] = [];
  let line: LineSoFar | undefined;
  for (const box of boxes) {
    if (line && standsOnLine(line, box)) {
      append(line, box, page);
      continue;
    }
    line = begin(box, page);
    lines.push(line);
  }
  return lines;
}

/** Whether a box goes on with a line: on its baseline, or raised or lowered and smaller, and near its end. */
export function standsOnLine(line: Pick<LineSoFar, 'left' | 'right' | 'y' | 'size' | 'angle'>, box: Place): boolean {
  if (line.angle !== box.angle) return false;
  const size = Math.max(line.size, box.size);
  const isScript = Math.min(line.size, box.size) < SMALLER * size;
  if (Math.abs(line.y - box.y) > (isScript ? RAISED : SAME_BASELINE) * size) return false;
  const gap = box.rightToLeft ? gapRightToLeft(line, box) : box.x - line.right;
  return gap > -STEP_BACK * size && gap < WIDEST_SPACE * size;
}

/** Right-to-left text may be drawn from either side; the nearer one counts. */
function gapRightToLeft(line: Pick<LineSoFar, 'left' | 'right'>, box: Place): number {
  const after = box.x - line.right;
  const before = line.left - (box.x + box.width);
  return Math.abs(before) < Math.abs(after) ? before : after;
}

function begin(box: TextBox, page: number): LineSoFar {
  const spans = boxSpans(box, page);
  const text = plainText(spans);
  return {
    spans,
    text,
    left: box.x,
    right: box.x + box.width,
    y: box.y,
    size: box.size,
    angle: box.angle,
    font: box.font,
    lastFont: box.font,
    oneFont: true,
    mainLength: text.length,
  };
}

function append(line: LineSoFar, box: TextBox, page: number): void {
  const spans = boxSpans(box, page);
  const text = plainText(spans);
  const smaller = Math.min(box.size, line.size);
  const gap = (box.rightToLeft ? gapRightToLeft(line, box) : box.x - line.right) / smaller;
  const space = spaceBetween({ left: line.text, right: box.text, gap, space: box.spaceBefore });
  if (space) line.spans.push(putIn(space));
  for (const span of spans) line.spans.push(span);
  line.text += space + text;
  // A drop capital or a raised mark doesn't set the line's baseline: the size with the most text does.
  if (text.length > line.mainLength || (box.size > line.size && text.length >= line.mainLength)) {
    line.y = box.y;
    line.size = box.size;
    line.mainLength = text.length;
  } else if (Math.abs(box.size - line.size) < 0.1) line.mainLength += text.length;
  line.left = Math.min(line.left, box.x);
  line.right = Math.max(line.right, box.x + box.width);
  line.oneFont = line.oneFont && box.font === line.font;
  line.lastFont = box.font;
}

const box = (text: string, x: number, options: Partial<TextBox> = {}): TextBox => ({
  item: 0,
  text,
  x,
  width: 5 * text.length,
  y: 700,
  size: 10,
  angle: 0,
  font: 'f1',
  spaceBefore: false,
  rightToLeft: false,
  ...options,
});

export const lineExamples: readonly Example<readonly TextBox[], readonly string[]>[] = [
  { why: 'Words of one line.', before: [box('Hello', 100), box('world', 128)], after: ['Hello world'] },
  {
    why: 'A superscript stays in its line.',
    before: [box('E = mc', 100), box('2', 130, { y: 704, size: 6 }), box('holds', 137)],
    after: ['E = mc2 holds'],
  },
  {
    why: 'Small capitals are two sizes in one word.',
    before: [box('I', 100), box('NTRODUCTION', 105, { size: 8 })],
    after: ['INTRODUCTION'],
  },
  { why: 'A wide gap parts cells.', before: [box('Name', 100), box('Price', 200)], after: ['Name', 'Price'] },
  { why: 'The next line is another one.', before: [box('one', 100), box('two', 100, { y: 688 })], after: ['one', 'two'] },
];
