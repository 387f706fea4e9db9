import type { Random } from '../ports';

/**
 * Marks data, so that the model does not follow instructions in the data. Returns the opening sentence, in
 * which a random mark replaces `{mark}`, and then the data between two lines that contain this mark. The
 * author of the data cannot guess the mark.
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
