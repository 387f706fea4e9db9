import type { Piece } from '../codes/piece';
import { PRIVATE_USE } from './private-use';
import { hasMeaninglessSpaces } from './recognised-spaces';
import type { FontStyleInput, PageInput, TextItemInput } from './input';

/**
 * A text item that is turned so that `x` grows in the reading direction, and `y` grows towards earlier lines.
 * So all other code of this folder handles only horizontal text. Boxes of different `angle` cannot be
 * compared. Lengths are in points.
 */
export interface TextBox {
  /** Index among the page's items. */
  readonly item: number;
  readonly text: string;
  readonly x: number;
  readonly width: number;
  /** The baseline. */
  readonly y: number;
  /** Font size. */
  readonly size: number;
  /** Reading direction in whole degrees, counter-clockwise from the page's x axis. */
  readonly angle: number;
  readonly font: string;
  /** True when pdf.js reports white space between this item and the one before. */
  readonly spaceBefore: boolean;
  readonly rightToLeft: boolean;
  /** True for a monospaced font. */
  readonly fixedPitch: boolean;
  /** See `TextItemInput`. */
  readonly gaps?: readonly number[];
  readonly gapEdges?: readonly number[];
  readonly hyphens?: readonly number[];
  /** The corrected characters of `text`, when pdf.js reads the codes of the font wrongly. */
  readonly pieces?: readonly Piece[];
  /** The font's own name, if it is known and `text` matches `PRIVATE_USE`. */
  readonly typeface?: string;
  /** Set when the spaces between the ideographs of this page have no meaning. */
  readonly letterSpaced?: true;
  /**
   * Set when the box does not contain the first characters of the item. In `text`, spaces replace these
   * characters.
   */
  readonly isCut?: true;
  /** Set when a cell of a table begins with this box, even if there is no gap before it. */
  readonly startsCell?: true;
}

/** Text that is tilted by at most this many degrees is treated as straight. */
const TILT_DEGREES = 3;

/**
 * In vertical text, the baseline is to the left of the centre of the glyphs, by this share of the font size.
 */
const CENTRE_TO_BASELINE = 0.38;

/** Returns the items of a page that are not blank, in the order of the content stream. */
export function textBoxes(page: PageInput): TextBox[] {
  const boxes: TextBox[] = [];
  const letterSpaced = hasMeaninglessSpaces(page.items);
  let spaceBefore = false;
  page.items.forEach((item, index) => {
    if (BLANK.test(item.str)) {
      if (item.str !== '') spaceBefore = true;
      return;
    }
    const box = textBox(item, index, page.styles[item.fontName] ?? {}, spaceBefore);
    const pieces = page.recodings?.get(item.fontName)?.(item);
    if (pieces) boxes.push({ ...box, pieces, text: pieces.map(({ text }) => text).join('') });
    else boxes.push(letterSpaced ? { ...box, letterSpaced } : box);
    spaceBefore = false;
  });
  return boxes;
}

const BLANK = /^\s*$/;

/**
 * A coordinate that is larger than any page (at most 14,400 units; ISO 32000-1, annex C), but small enough
 * for exact calculations.
 */
const FARTHEST = 1_000_000;

/** Limits a coordinate to ±`FARTHEST`, because damaged files contain infinite numbers and NaN. */
function bounded(value: number | undefined, missing = 0): number {
  if (value === undefined) return missing;
  return Number.isNaN(value) ? 0 : Math.max(-FARTHEST, Math.min(FARTHEST, value));
}

function textBox(item: TextItemInput, index: number, style: FontStyleInput, spaceBefore: boolean): TextBox {
  const vertical = style.vertical === true;
  const { transform } = item;
  const [a, b] = [bounded(transform[0], 1), bounded(transform[1])];
  const [c, d] = [bounded(transform[2]), bounded(transform[3], 1)];
  const size = Math.sqrt(c * c + d * d) || Math.sqrt(a * a + b * b) || 1;
  const angle = b === 0 && a > 0 && !vertical ? 0 : readingAngle(a, b, vertical);
  const { x, y } = toFrame(bounded(transform[4]), bounded(transform[5]), angle);
  return {
    item: item.index ?? index,
    text: item.str,
    x,
    y: vertical ? y - CENTRE_TO_BASELINE * size : y,
    width: bounded(vertical ? item.height : item.width),
    size,
    angle,
    font: item.fontName,
    spaceBefore,
    rightToLeft: item.dir === 'rtl',
    fixedPitch: style.fontFamily === 'monospace',
    ...(style.name !== undefined && PRIVATE_USE.test(item.str) ? { typeface: style.name } : {}),
    ...(item.gaps && item.dir === 'ltr' ? { gaps: item.gaps } : {}),
    ...(item.gapEdges && item.dir === 'ltr' ? { gapEdges: item.gapEdges } : {}),
    ...(item.hyphens && item.dir === 'ltr' ? { hyphens: item.hyphens } : {}),
  };
}

/**
 * Returns the reading direction in degrees. In vertical text, the reading direction is the direction of the
 * glyphs' baseline, turned clockwise by 90 degrees.
 */
function readingAngle(a: number, b: number, vertical: boolean): number {
  const glyphs = Math.round((Math.atan2(b, a) * 180) / Math.PI);
  const quarter = Math.round(glyphs / 90) * 90;
  const snapped = Math.abs(glyphs - quarter) <= TILT_DEGREES ? quarter : glyphs;
  return (((vertical ? snapped - 90 : snapped) % 360) + 360) % 360;
}

/** Converts a point of the page to axes that are rotated by the `angle` of a text. */
export function toFrame(x: number, y: number, angle: number): { x: number; y: number } {
  if (angle === 0) return { x, y };
  const radians = (angle * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  return { x: x * cos + y * sin, y: y * cos - x * sin };
}
