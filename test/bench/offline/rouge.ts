/**
 * ROUGE F1 of two texts (Lin, 2004) in percent. Words are compared in lower case and without stemming. Each
 * Han character is one word.
 */
export interface Rouge {
  readonly r1: number;
  readonly r2: number;
  readonly rl: number;
}

const TOKEN = /\p{Script=Han}|[^\P{L}\p{Script=Han}]+|\p{N}+/gu;

export function tokensOf(text: string): string[] {
  return text.toLowerCase().match(TOKEN) ?? [];
}

export function rouge(made: readonly string[], reference: readonly string[]): Rouge {
  return {
    r1: overlapF1(ngrams(made, 1), ngrams(reference, 1)),
    r2: overlapF1(ngrams(made, 2), ngrams(reference, 2)),
    rl: f1(longestCommon(made, reference), made.length, reference.length),
  };
}

function ngrams(tokens: readonly string[], size: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + size <= tokens.length; at += 1) {
    const gram = tokens.slice(at, at + size).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function overlapF1(made: ReadonlyMap<string, number>, reference: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [gram, count] of made) shared += Math.min(count, reference.get(gram) ?? 0);
  return f1(shared, total(made), total(reference));
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function f1(shared: number, made: number, reference: number): number {
  return shared === 0 ? 0 : (200 * shared) / (made + reference);
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let previous = new Uint16Array(b.length + 1);
  for (const token of a) {
    const row = new Uint16Array(b.length + 1);
    for (let at = 1; at <= b.length; at += 1) {
      row[at] =
        token === b[at - 1] ? (previous[at - 1] ?? 0) + 1 : Math.max(previous[at] ?? 0, row[at - 1] ?? 0);
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
