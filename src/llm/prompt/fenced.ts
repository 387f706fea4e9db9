import type { Random } from '../ports';

/**
 * The lines that tell data from instructions: the opening sentence, in which `{mark}` is replaced, then the data
 * between two lines with that mark. It cannot be guessed by the author of the data, and it does not occur in it.
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
    const mark = Array.from({ length: 16 }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
    if (!data.includes(mark)) return mark;
  }
}
