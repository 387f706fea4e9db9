import type { FontStyleInput, TextItemInput } from '../layout';

/** A box in page space, in points. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

export type Vector = readonly [x: number, y: number];

/** A filled area or an image on a page. */
export interface Cover {
  readonly box: Box;
  /** The number of text items that are drawn before the cover. */
  readonly after: number;
  readonly isImage: boolean;
}

/** A text item of our build of pdf.js. The build (`build/visibility-patches.mjs`) adds `doubts`. */
export interface DrawnItem extends TextItemInput {
  /**
   * Where doubtful text begins, ends, begins again and so on. Each place is three numbers: the UTF-16 offset
   * in `str`, and x and y on the page in points. Text is doubtful when its mode, size, colour, layer,
   * transparency or clip may make it invisible.
   */
  readonly doubts?: readonly number[];
}

/** A part of a text item that may be invisible. */
export interface DoubtfulRun {
  /** The index of the text item. */
  readonly item: number;
  /** UTF-16 offsets in the item's `str`. */
  readonly from: number;
  readonly to: number;
  /** The area of the run in page space: a corner, and the two sides that begin there. */
  readonly corner: Vector;
  readonly along: Vector;
  readonly up: Vector;
  /** The box around this area. */
  readonly box: Box;
}

/** The text on a page, and the areas that are filled or have an image. */
export interface DrawnText {
  readonly items: readonly DrawnItem[];
  readonly styles: Readonly<Record<string, FontStyleInput>>;
  readonly covers: readonly Cover[];
}

/** Returns the parts of text items that may be invisible. */
export function doubtfulRuns({ items, styles, covers }: DrawnText): readonly DoubtfulRun[] {
  const late = covers.filter(({ after }) => after > 0);
  if (late.length === 0 && items.every(({ doubts }) => doubts === undefined)) return [];
  return items.flatMap((item, index) => {
    if (item.str.trim() === '') return [];
    const isVertical = styles[item.fontName]?.vertical === true;
    const whole = runOf(item, index, [0, x(item), y(item)], end(item, isVertical), isVertical);
    if (late.some((cover) => cover.after > index && hasCentreOf(cover.box, whole.box))) return [whole];
    // pdf.js reorders right-to-left text after it adds `doubts`, so the offsets may not fit `str`.
    if (item.doubts !== undefined && item.dir === 'rtl') return [whole];
    return runsOf(item, index, isVertical);
  });
}

type Place = readonly [offset: number, x: number, y: number];

function runsOf(item: DrawnItem, index: number, isVertical: boolean): DoubtfulRun[] {
  const { doubts = [] } = item;
  const runs: DoubtfulRun[] = [];
  for (let at = 0; at + 2 < doubts.length; at += 6) {
    const from = placeAt(doubts, at) ?? end(item, isVertical);
    const to = placeAt(doubts, at + 3) ?? end(item, isVertical);
    runs.push(runOf(item, index, from, to, isVertical));
  }
  return runs;
}

function placeAt(doubts: readonly number[], at: number): Place | undefined {
  const [offset, left, bottom] = doubts.slice(at, at + 3);
  return offset === undefined || left === undefined || bottom === undefined
    ? undefined
    : [offset, left, bottom];
}

function x({ transform }: TextItemInput): number {
  return transform[4] ?? 0;
}

function y({ transform }: TextItemInput): number {
  return transform[5] ?? 0;
}

function end(item: TextItemInput, isVertical: boolean): Place {
  const [a = 1, b = 0, c = 0, d = 1] = item.transform;
  const { length } = item.str;
  if (isVertical) {
    const size = Math.hypot(c, d) || 1;
    return [length, x(item) - (c / size) * item.height, y(item) - (d / size) * item.height];
  }
  const size = Math.hypot(a, b) || 1;
  return [length, x(item) + (a / size) * item.width, y(item) + (b / size) * item.width];
}

/** The height of most letters, as a share of the font size. A taller run would reach into the line above. */
export const LETTER_HEIGHT = 0.7;

function runOf(
  { transform }: TextItemInput,
  item: number,
  [from, startX, startY]: Place,
  [to, endX, endY]: Place,
  isVertical: boolean,
): DoubtfulRun {
  const [a = 1, b = 0, c = 0, d = 1] = transform;
  // Vertical text has letters on both sides of its line; other text has letters above its line.
  const up: Vector = isVertical ? [a, b] : [LETTER_HEIGHT * c, LETTER_HEIGHT * d];
  const corner: Vector = isVertical ? [startX - a / 2, startY - b / 2] : [startX, startY];
  const along: Vector = [endX - startX, endY - startY];
  const xs = [0, along[0], up[0], along[0] + up[0]].map((part) => corner[0] + part);
  const ys = [0, along[1], up[1], along[1] + up[1]].map((part) => corner[1] + part);
  const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return { item, from, to, corner, along, up, box };
}

function hasCentreOf([left, bottom, right, top]: Box, box: Box): boolean {
  const [centreX, centreY] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return left < centreX && centreX < right && bottom < centreY && centreY < top;
}
