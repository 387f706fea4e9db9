import type { Example } from './example';
import type { TextBox } from './text-box';

type Placed = Pick<TextBox, 'text' | 'x' | 'y' | 'size' | 'width' | 'angle'>;

/** How far a second print may be off, as a share of the font size: fake bold shifts by some hundredths. */
const SHIFT = 0.35;
const SHIFT_ACROSS = 0.25;
/** And as a share of a character's width: a real repetition ("11") stands a whole character further. */
const SHIFT_IN_CHARACTERS = 0.45;

/** Height of the strips in which earlier prints are looked up, in points. */
const STRIP = 4;

/**
 * Drops text printed again on top of itself: producers without a bold font print twice with a small shift, and
 * shadows and outlines are second prints too. The first print stays.
 */
export function withoutOverprints<Box extends Placed>(boxes: readonly Box[]): Box[] {
  const printed = new Map<string, Box[]>();
  return boxes.filter((box) => {
    const reach = SHIFT_ACROSS * box.size;
    const lowest = strip(box.y - reach);
    const highest = strip(box.y + reach);
    for (let at = lowest; at <= highest; at += 1) {
      if (printed.get(`${at} ${box.text}`)?.some((earlier) => isSecondPrint(earlier, box))) return false;
    }
    const key = `${strip(box.y)} ${box.text}`;
    const sameStrip = printed.get(key);
    if (sameStrip) sameStrip.push(box);
    else printed.set(key, [box]);
    return true;
  });
}

function strip(y: number): number {
  return Math.floor(y / STRIP);
}

/** Whether `box`, with the same text, stands where `earlier` does. */
export function isSecondPrint(earlier: Placed, box: Placed): boolean {
  const perCharacter = box.width / box.text.length || SHIFT * box.size;
  const alongLimit = Math.min(SHIFT * box.size, SHIFT_IN_CHARACTERS * perCharacter);
  return (
    earlier.angle === box.angle &&
    Math.abs(earlier.size - box.size) < 0.2 * box.size &&
    Math.abs(earlier.x - box.x) < alongLimit &&
    Math.abs(earlier.y - box.y) < SHIFT_ACROSS * box.size
  );
}

const place = (text: string, x: number, y = 700): Placed => ({ text, x, y, size: 10, width: 10 * text.length, angle: 0 });

export const overprintExamples: readonly Example<readonly Placed[], readonly string[]>[] = [
  {
    why: 'Fake bold: each character printed twice, a little to the right.',
    before: [place('输', 100), place('输', 100.4), place('入', 110), place('入', 110.4)],
    after: ['输', '入'],
  },
  {
    why: 'A word that really stands twice is kept.',
    before: [place('天', 100), place('天', 110)],
    after: ['天', '天'],
  },
  {
    why: 'The same word on the next line is kept.',
    before: [place('Total', 100, 700), place('Total', 100, 688)],
    after: ['Total', 'Total'],
  },
];
