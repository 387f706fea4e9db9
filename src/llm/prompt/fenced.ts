import type { Random } from '../ports';

/**
 * Marks data so that the model can distinguish it from instructions. Returns the opening sentence with
 * `{mark}` replaced by a random mark, then the data between two lines with that mark. The author of the data
 * cannot guess the mark, and the data does not contain it.
 */
export function fenced(data: string, opening: string, random: Random): readonly string[] {
  const mark = markFor(data, random);
  const fence = `-----${mark}-----`;
  return [opening.replace('{mark}', mark), fence, data, fence];
}

/** Returns 16 random letters and digits that do not occur in the data. */
function markFor(data: string, random: Random): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
  for (;;) {
    const one = (): string => alphabet.charAt(Math.floor(random() * alphabet.length));
    const mark = Array.from({ length: 16 }, one).join('');
    if (!data.includes(mark)) return mark;
  }
}
