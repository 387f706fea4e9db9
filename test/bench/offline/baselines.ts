import { centrality, vectorsOf } from '../../../src/digest/offline/rank';
import { rouge, tokensOf } from './rouge';

/** Maximum number of sentences for LexRank and the oracle, because both take quadratic time. */
const MOST = 500;

/** Returns the first `length` tokens of the document. */
export function lead(sentences: readonly string[], length: number): string[] {
  return sentences.flatMap(tokensOf).slice(0, length);
}

/**
 * Returns the first `length` tokens of the most central sentences (Erkan and Radev, 2004), in the order of
 * the document.
 */
export function lexRank(sentences: readonly string[], length: number): string[] {
  const read = sentences.slice(0, MOST);
  const bags = read.map((text) => {
    const bag = new Map<string, number>();
    for (const token of tokensOf(text)) bag.set(token, (bag.get(token) ?? 0) + 1);
    return bag;
  });
  const scores = centrality(vectorsOf(bags));
  const order = read.map((_, index) => index).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const kept: number[] = [];
  let taken = 0;
  for (const index of order) {
    if (taken >= length) break;
    kept.push(index);
    taken += tokensOf(read[index] ?? '').length;
  }
  return kept
    .sort((a, b) => a - b)
    .flatMap((index) => tokensOf(read[index] ?? ''))
    .slice(0, length);
}

/**
 * Returns the tokens of the sentences that together are most similar to the reference summary. At each step,
 * the sentence that improves the ROUGE score most is added. No summary made of sentences of the document can
 * be much better.
 */
export function oracle(sentences: readonly string[], reference: readonly string[]): string[] {
  const read = sentences.slice(0, MOST).map(tokensOf);
  const kept: number[] = [];
  let best = 0;
  for (;;) {
    let next = -1;
    const taken = kept.flatMap((index) => read[index] ?? []);
    if (taken.length >= reference.length) break;
    for (const [index, tokens] of read.entries()) {
      if (kept.includes(index) || tokens.length === 0) continue;
      const { r1, r2 } = rouge2([...taken, ...tokens], reference);
      if (r1 + r2 > best) [best, next] = [r1 + r2, index];
    }
    if (next < 0) break;
    kept.push(next);
  }
  return kept
    .sort((a, b) => a - b)
    .flatMap((index) => read[index] ?? [])
    .slice(0, reference.length);
}

function rouge2(made: readonly string[], reference: readonly string[]): { r1: number; r2: number } {
  const { r1, r2 } = rouge(made, reference.length > MOST ? reference.slice(0, MOST) : reference);
  return { r1, r2 };
}
