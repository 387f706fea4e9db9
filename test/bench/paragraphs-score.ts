/**
 * Numbers of paragraphs: in the tags of a PDF (`truth`), in the text that the plugin read (`found`), and in
 * both (`correct`).
 */
export interface Score {
  readonly truth: number;
  readonly found: number;
  readonly correct: number;
}

export interface Match {
  readonly score: Score;
  readonly missed: readonly string[];
  readonly invented: readonly string[];
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;

/**
 * Returns the text in the form that is compared. Tags do not show which hyphens belong to words, so hyphens
 * are removed. Some files draw right-to-left text from the left. So the order of characters in right-to-left
 * text is not compared.
 */
function key(text: string): string {
  const bare = text.normalize('NFKC').replace(/[\s\p{Cc}\u00ad\u2010-]/gu, '');
  return RIGHT_TO_LEFT.test(bare) ? Array.from(bare).sort().join('') : bare;
}

/**
 * Counts the paragraphs of `found` that are equal to a paragraph of `truth`. A paragraph of `truth` is used
 * for only one paragraph of `found`. Paragraphs without a letter or digit are left out of all numbers.
 */
export function matches(truth: readonly string[], found: readonly string[]): Match {
  const counts = (texts: readonly string[]): string[] => texts.filter((text) => /[\p{L}\p{N}]/u.test(text));
  const open = new Map<string, number>();
  const wanted = counts(truth);
  for (const text of wanted) open.set(key(text), (open.get(key(text)) ?? 0) + 1);
  const given = counts(found);
  const invented = given.filter((text) => !take(open, key(text)));
  const score = { truth: wanted.length, found: given.length, correct: given.length - invented.length };
  return { score, missed: wanted.filter((text) => take(open, key(text))), invented };
}

function take(open: Map<string, number>, text: string): boolean {
  const left = open.get(text) ?? 0;
  if (left > 0) open.set(text, left - 1);
  return left > 0;
}

export function sum(scores: readonly Score[]): Score {
  return scores.reduce(
    (total, { truth, found, correct }) => ({
      truth: total.truth + truth,
      found: total.found + found,
      correct: total.correct + correct,
    }),
    { truth: 0, found: 0, correct: 0 },
  );
}

/** Harmonic mean of precision and recall, from 0 to 1. */
export function f1({ truth, found, correct }: Score): number {
  return truth + found === 0 ? 0 : (2 * correct) / (truth + found);
}
