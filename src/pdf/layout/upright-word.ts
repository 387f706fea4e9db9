import type { TextBox } from './text-box';

type Placed = Pick<TextBox, 'text' | 'x' | 'y' | 'width' | 'size' | 'angle'>;

/**
 * Maximum distance between consecutive characters of a word in a cell, in font sizes. It is large, because
 * characters in the same cell belong together anyway.
 */
const FARTHEST_IN_CELL = 3;
/**
 * Maximum difference between the x positions of consecutive characters of a word, in font sizes. The
 * distances between the characters also differ by at most this number.
 */
const ALIKE = 0.35;

/**
 * Finds the words that are written downwards in a cell, with one character per line. Such a word may be a
 * label for the other text of the cell.
 */
export function uprightWords<Box extends Placed>(boxes: readonly Box[]): { words: Box[][]; others: Box[] } {
  const words: Box[][] = [];
  const single = boxes.filter(({ text }) => HAN.test(text.trim())).sort((a, b) => a.x - b.x || b.y - a.y);
  let word: Box[] = [];
  const close = (): void => {
    if (word.length > 1 && !hasNeighbour(word, boxes) && !hasHeading(word, boxes)) words.push(word);
    word = [];
  };
  for (const box of single) {
    const last = word[word.length - 1];
    if (last && !continuesWord(word, last, box)) close();
    word.push(box);
  }
  close();
  const inWords = new Set(words.flat());
  return { words, others: inWords.size === 0 ? [...boxes] : boxes.filter((box) => !inWords.has(box)) };
}

const HAN = /^\p{Script=Han}$/u;

function continuesWord(word: readonly Placed[], last: Placed, box: Placed): boolean {
  const distance = (last.y - box.y) / box.size;
  if (
    box.angle !== last.angle ||
    Math.abs(box.x - last.x) > ALIKE * box.size ||
    distance < 0.7 ||
    distance > FARTHEST_IN_CELL
  )
    return false;
  const before = word[word.length - 2];
  return !before || Math.abs((before.y - last.y) / box.size - distance) < ALIKE;
}

/**
 * Returns true for characters below the heading of a column. They are the values of this column and not a
 * word.
 */
function hasHeading(word: readonly Placed[], boxes: readonly Placed[]): boolean {
  const [first] = word;
  if (!first) return false;
  const middle = first.x + first.size / 2;
  return boxes.some(({ text, x, width, y, size }) => {
    const up = (y - first.y) / size;
    return text.trim().length > 1 && x < middle && x + width > middle && up > 0 && up < FARTHEST_IN_CELL;
  });
}

/**
 * Returns true when every character of the word has other text to its left, or directly to its right. The
 * characters are then parts of lines, and not a word written downwards.
 */
function hasNeighbour(word: readonly Placed[], boxes: readonly Placed[]): boolean {
  const inWord = new Set(word);
  return word.every((character) =>
    boxes.some(
      (box) =>
        !inWord.has(box) &&
        Math.abs(box.y - character.y) < 0.3 * character.size &&
        box.x < character.x + 1.3 * character.size,
    ),
  );
}
