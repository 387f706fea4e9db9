import { type Box, type Cover, type DoubtfulRun, LETTER_HEIGHT, type Vector } from './doubtful';

/** A page that was painted twice: with filled blocks instead of text, and without text. */
export interface PaintedTwice {
  /** Red, green, blue and alpha of each pixel. */
  readonly withText: Uint8ClampedArray;
  readonly withoutText: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  /** The matrix from page space to pixels. */
  readonly toPixels: readonly number[];
}

/** Maximum difference of a colour channel (0 to 255) that a reader does not notice. */
const NOTICEABLE = 8;
/** Visible text changes at least this share of the pixels in its box. */
const LEAST_PAINT = 0.2;
/** Minimum size of readable text, in points. */
const LEGIBLE = 1;
/** If an image shows a word, the lightness varies at least by this value (of 255) in the word's box. */
const PICTURE_CONTRAST = 60;
/** If images cover at least this share of a page, the page is a scan. */
const SCAN_COVER = 0.4;
/**
 * If other text covers more than this share of the box of a run (a piece of text), nobody can read the run.
 */
const MOST_SHARED = 0.75;

/** Number of rows of a grid. In each run, the two paintings are compared at the points of such a grid. */
const ROWS = 6;
/** Maximum number of columns of the grid. */
const MOST_COLUMNS = 200;

/** What is on the page besides the runs that are judged. */
export interface Surroundings {
  readonly covers: readonly Cover[];
  readonly view: Box;
  /** The boxes of the text that is certainly painted. */
  readonly otherText: readonly Box[];
}

/**
 * Returns the runs (pieces of text) that nobody can see: the page looks the same without them, or they are
 * too small to read. A run of the invisible text layer of a scanned page is not returned if the scan shows
 * something at its place.
 */
export function invisibleRuns(
  runs: readonly DoubtfulRun[],
  painted: PaintedTwice,
  { covers, view, otherText }: Surroundings,
): readonly DoubtfulRun[] {
  const images = covers.filter(({ isImage }) => isImage).map(({ box }) => box);
  const page = areaOf(view);
  const isScan = images.reduce((sum, box) => sum + areaOf(overlap(box, view)), 0) >= SCAN_COVER * page;
  return runs.filter((run) => {
    const shared = otherText.filter((box) => areaOf(overlap(box, run.box)) > 0);
    if (isLegible(run) && isPainted(run, painted, shared)) return false;
    const isOnImage = isScan && images.some((box) => areaOf(overlap(box, run.box)) > areaOf(run.box) / 2);
    return !isOnImage || !showsSomething(run, painted);
  });
}

function isLegible({ along, up }: DoubtfulRun): boolean {
  return Math.min(Math.hypot(...along), Math.hypot(...up)) >= LEGIBLE * LETTER_HEIGHT;
}

function overlap(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

function areaOf([left, bottom, right, top]: Box): number {
  return right > left && top > bottom ? (right - left) * (top - bottom) : 0;
}

function isPainted(run: DoubtfulRun, painted: PaintedTwice, others: readonly Box[]): boolean {
  const places = gridPoints(run);
  const own = places.filter((place) => !others.some((box) => contains(box, place)));
  if (own.length < (1 - MOST_SHARED) * places.length) return false;
  const changed = own.filter((place) =>
    differs(painted.withText, painted.withoutText, pixelAt(place, painted)),
  );
  return changed.length > 0 && changed.length >= LEAST_PAINT * own.length;
}

function gridPoints({ from, to, corner, along, up }: DoubtfulRun): readonly Vector[] {
  const columns = Math.min(MOST_COLUMNS, 2 * (to - from) + 2);
  return Array.from({ length: columns * ROWS }, (_, at): Vector => {
    const [s, t] = [((at % columns) + 0.5) / columns, (Math.floor(at / columns) + 0.5) / ROWS];
    return [corner[0] + s * along[0] + t * up[0], corner[1] + s * along[1] + t * up[1]];
  });
}

function contains([left, bottom, right, top]: Box, [x, y]: Vector): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

/** Returns the index of the red value of the pixel at a place. */
function pixelAt([x, y]: Vector, { width, height, toPixels }: PaintedTwice): number {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = toPixels;
  const column = Math.max(0, Math.min(width - 1, Math.floor(a * x + c * y + e)));
  const row = Math.max(0, Math.min(height - 1, Math.floor(b * x + d * y + f)));
  return 4 * (row * width + column);
}

function differs(one: Uint8ClampedArray, other: Uint8ClampedArray, at: number): boolean {
  for (let channel = at; channel < at + 3; channel += 1) {
    if (Math.abs((one[channel] ?? 0) - (other[channel] ?? 0)) > NOTICEABLE) return true;
  }
  return false;
}

function showsSomething(run: DoubtfulRun, painted: PaintedTwice): boolean {
  const greens = gridPoints(run).map((place) => painted.withoutText[pixelAt(place, painted) + 1] ?? 0);
  return Math.max(...greens) - Math.min(...greens) >= PICTURE_CONTRAST;
}
