import { readLine, type Line } from './line';

/** Two statements that link to the same pages are treated as one if their similarity is at least this. */
const alike = 0.5;

function wordsOf({ core }: Line): string {
  return core
    .replace(/⟦[^⟧]*⟧/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/**
 * Returns whether two lines have the same form. A list item has the same form with and without a check box,
 * because users add and remove check boxes.
 */
function areAlike(left: Line, right: Line): boolean {
  return left.form === right.form || (left.sign !== '' && right.sign !== '');
}

export function hasSameWords(left: Line, right: Line): boolean {
  const words = wordsOf(left);
  return areAlike(left, right) && words !== '' && words === wordsOf(right);
}

/**
 * Returns whether two lines link to exactly the same places in the PDF, or have similar words and link to the
 * same pages.
 */
export function citesSame(left: Line, right: Line): boolean {
  if (!areAlike(left, right)) return false;
  const [here, there] = [targets(left), targets(right)];
  if (here.length === 0 || there.length === 0) return false;
  if (here.every((target) => target.includes('&')) && here.join() === there.join()) return true;
  return pagesOf(here) === pagesOf(there) && similarity(wordsOf(left), wordsOf(right)) >= alike;
}

/** Returns whether a line links to a page, as generated lines do. */
export function cites(line: Line): boolean {
  return targets(line).length > 0;
}

/** Returns the number of links to pages. */
export function citationsIn(text: string): number {
  return readLine(text).core.split('\u27E6').length - 1;
}

function targets({ core }: Line): readonly string[] {
  return [...new Set(Array.from(core.matchAll(/⟦([^|⟧]*)/g), ([, target = '']) => target))].sort();
}

function pagesOf(linked: readonly string[]): string {
  return [...new Set(linked.map((target) => target.replace(/&.*/, '')))].join();
}

/** Returns Dice's coefficient of letter pairs, from 0 to 1. */
function similarity(left: string, right: string): number {
  const [ofLeft, ofRight] = [pairs(left), pairs(right)];
  if (ofLeft.size + ofRight.size === 0) return 0;
  const common = [...ofLeft].filter((pair) => ofRight.has(pair)).length;
  return (2 * common) / (ofLeft.size + ofRight.size);
}

function pairs(text: string): ReadonlySet<string> {
  const letters = [...text];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`));
}
