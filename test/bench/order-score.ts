/** Matches the words of a text. Each ideograph or kana counts as a word. */
const WORDS =
  /[\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]|[^\P{L}\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+|\p{N}+/gu;

export function wordsOf(text: string): string[] {
  return text.normalize('NFKC').match(WORDS) ?? [];
}

export interface Agreement {
  /** The number of pairs of neighbouring words in PDFium's text. */
  readonly pairs: number;
  /**
   * The number of these pairs whose words are neighbours in the plugin's text too. A pair that occurs twice
   * in both texts is counted twice.
   */
  readonly shared: number;
}

export function agreement(reference: readonly string[], ours: readonly string[]): Agreement {
  const open = new Map<string, number>();
  for (const pair of pairsOf(ours)) open.set(pair, (open.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of pairsOf(reference)) {
    const left = open.get(pair) ?? 0;
    if (left === 0) continue;
    open.set(pair, left - 1);
    shared += 1;
  }
  return { pairs: Math.max(0, reference.length - 1), shared };
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);
}
