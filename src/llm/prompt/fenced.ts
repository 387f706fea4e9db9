import type { Random } from '../ports';

/**
 * Puts data between two lines with a random mark, so that the model does not follow instructions in the data.
 * The author of the data cannot guess the mark. The sentence `opening` comes first, with the mark in place of
 * `{mark}`.
 */
export function fenced(data: string, opening: string, random: Random): readonly string[] {
  const mark = markFor(data, random);
  const fence = `-----${mark}-----`;
  return [opening.replace('{mark}', mark), fence, data, fence];
}

function markFor(data: string, random: Random): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
  for (;;) {
    const one = (): string => alphabet.charAt(Math.floor(random() * alphabet.length));
    const mark = Array.from({ length: 16 }, one).join('');
    if (!data.includes(mark)) return mark;
  }
}
