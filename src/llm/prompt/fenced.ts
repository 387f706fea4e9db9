import type { Random } from '../ports';

/**
 * The lines that tell data from instructions: the opening sentence, in which `{mark}` is replaced, then the
 * data between two lines with that mark. The author of the data cannot guess it, and the data does not hold
 * it.
 */
export function fenced(data: string, opening: string, random: Random): readonly string[] {
  const mark = markFor(data, random);
  const fence = `-----${mark}-----`;
  return [opening.replace('{mark}', mark), fence, data, fence];
}

/** 16 random letters and digits that do not stand in the data. */
function markFor(data: string, random: Random): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
  for (;;) {
    const one = (): string => alphabet.charAt(Math.floor(random() * alphabet.length));
    const mark = Array.from({ length: 16 }, one).join('');
    if (!data.includes(mark)) return mark;
  }
}
