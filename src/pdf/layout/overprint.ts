import type { TextBox } from './text-box';

type Placed = Pick<TextBox, 'text' | 'x' | 'y' | 'size' | 'width' | 'angle'>;

/**
 * Maximum shift of a second print along the line, as a share of the font size. Fake bold shifts text by a few
 * hundredths of the font size.
 */
const SHIFT = 0.35;
/** Maximum shift of a second print across the line, as a share of the font size. */
const SHIFT_ACROSS = 0.25;
/**
 * A second limit for the shift along the line, as a share of the width of a character. If a character really
 * occurs twice ("11"), the distance between the two is the whole width of a character.
 */
const SHIFT_IN_CHARACTERS = 0.45;

/**
 * The page is divided into squares, so that earlier prints near a box are found fast. This is the side of a
 * square, in points.
 */
const SQUARE = 8;
const SQUARES_PER_ROW = 65_536;

/**
 * Removes text that is printed again on top of itself. Producers without a bold font print text twice with a
 * small shift, and shadows and outlines are second prints too. The first print stays.
 */
export function withoutOverprints<Box extends Placed>(boxes: readonly Box[]): Box[] {
  const printed = new Map<number, Box[]>();
  const kept: Box[] = [];
  for (const box of boxes) {
    if (wasPrinted(printed, box)) continue;
    kept.push(box);
    const key = squareOf(box.x) + squareOf(box.y) * SQUARES_PER_ROW;
    const square = printed.get(key);
    if (square) square.push(box);
    else printed.set(key, [box]);
  }
  return kept;
}

function wasPrinted(printed: ReadonlyMap<number, readonly Placed[]>, box: Placed): boolean {
  const along = Math.min(SHIFT * box.size, SQUARE);
  const across = Math.min(SHIFT_ACROSS * box.size, SQUARE);
  const rightmost = squareOf(box.x + along);
  const highest = squareOf(box.y + across);
  for (let row = squareOf(box.y - across); row <= highest; row += 1) {
    for (let column = squareOf(box.x - along); column <= rightmost; column += 1) {
      const square = printed.get(column + row * SQUARES_PER_ROW);
      if (square?.some((earlier) => isSecondPrint(earlier, box))) return true;
    }
  }
  return false;
}

function squareOf(coordinate: number): number {
  return Math.floor(coordinate / SQUARE);
}

function isSecondPrint(earlier: Placed, box: Placed): boolean {
  if (earlier.text !== box.text) return false;
  const perCharacter = box.width / box.text.length || SHIFT * box.size;
  const alongLimit = Math.min(SHIFT * box.size, SHIFT_IN_CHARACTERS * perCharacter);
  return (
    earlier.angle === box.angle &&
    Math.abs(earlier.size - box.size) < 0.2 * box.size &&
    Math.abs(earlier.x - box.x) < alongLimit &&
    Math.abs(earlier.y - box.y) < SHIFT_ACROSS * box.size
  );
}
