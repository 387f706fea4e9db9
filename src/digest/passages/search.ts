import { lazily } from '../../lazily';
import type { Sentence } from '../../text/sentence';
import { halfWidth } from '../../text/width';
import type { Source } from './source';

/**
 * A found sentence becomes a citation of a statement only if it adds at least this share of the statement's
 * terms (words and numbers) to the passage. The passage consists of the cited sentences, their neighbours
 * and their headings. Rare terms and numbers have more weight than other terms.
 */
export const WORTH_CITING = 0.2;
/** A found sentence that adds at least this smaller share is shown with the passage, but not cited. */
export const WORTH_SHOWING = 0.1;
/**
 * If the passage is empty, and the found sentences contain less than this share of a statement's terms, no
 * sentence is returned.
 */
const FOUND = 0.35;
/** Maximum number of sentences that are found for one statement. */
const MOST = 4;
/**
 * Factor for the weight of a number, because a number identifies the source of a statement better than a
 * word.
 */
const FIGURE = 2;
/**
 * Number of letters of a word that are compared. Later letters are ignored, because a statement and its
 * source may use different endings.
 */
const STEM = 6;

/** Finds the sentences that have words and numbers of a statement, and so are probably its source. */
export class Search {
  readonly #source: Source;
  readonly #terms = new Map<number, ReadonlySet<string>>();
  readonly #index: () => ReadonlyMap<string, ReadonlySet<number>>;

  constructor(source: Source) {
    this.#source = source;
    this.#index = lazily(() => this.#indexed());
  }

  /**
   * Finds sentences with those terms of the statement that are missing in the passage. Returns the numbers
   * of up to four sentences, the best first. Each adds at least the share `worth` of the statement's terms.
   * If the passage is empty and the sentences cover too little of the statement, returns an empty list.
   */
  missing(statement: string, passage: readonly Sentence[], worth: number): number[] {
    const covered = new Set(passage.flatMap((sentence) => [...this.#termsOf(sentence)]));
    const wanted = [...termsOf(statement)];
    if (wanted.every((term) => covered.has(term))) return [];
    const open = new Set(wanted.filter((term) => this.#index().has(term)));
    const total = sum(open, (term) => this.#weight(term));
    for (const term of covered) open.delete(term);
    const found: number[] = [];
    while (found.length < MOST) {
      const best = this.#best(open);
      if (best === undefined || best.gain < total * worth) break;
      found.push(best.number);
      for (const term of this.#terms.get(best.number) ?? []) open.delete(term);
    }
    const isFound = total > 0 && sum(open, (term) => this.#weight(term)) <= total * (1 - FOUND);
    return passage.length > 0 || isFound ? found : [];
  }

  #best(open: ReadonlySet<string>): { readonly number: number; readonly gain: number } | undefined {
    const gains = new Map<number, number>();
    for (const term of open) {
      const weight = this.#weight(term);
      for (const number of this.#index().get(term) ?? [])
        gains.set(number, (gains.get(number) ?? 0) + weight);
    }
    let best: { number: number; gain: number } | undefined;
    for (const [number, gain] of gains) if (best === undefined || gain > best.gain) best = { number, gain };
    return best;
  }

  #indexed(): ReadonlyMap<string, ReadonlySet<number>> {
    const byTerm = new Map<string, Set<number>>();
    for (const sentence of this.#source.sentences) {
      for (const term of this.#termsOf(sentence)) {
        const known = byTerm.get(term);
        if (known === undefined) byTerm.set(term, new Set([sentence.number]));
        else known.add(sentence.number);
      }
    }
    return byTerm;
  }

  #termsOf({ number, text }: Sentence): ReadonlySet<string> {
    const terms = this.#terms.get(number) ?? termsOf(text);
    this.#terms.set(number, terms);
    return terms;
  }

  /** Rare terms weigh more (inverse document frequency). */
  #weight(term: string): number {
    const rarity = Math.log(1 + this.#source.sentences.length / (this.#index().get(term)?.size ?? 1));
    return rarity * (/^\d/u.test(term) ? FIGURE : 1);
  }
}

/**
 * Returns the terms of a text. They are the stems of words, the numbers without thousands separators, and,
 * in Chinese, Japanese and Korean words, each pair of neighbouring characters.
 */
function termsOf(original: string): ReadonlySet<string> {
  const text = halfWidth(original)
    .toLowerCase()
    .replace(/(\d)[,'’ ](?=\d{3})/gu, '$1');
  const terms = new Set<string>();
  for (const [word] of text.matchAll(/\d+(?:\.\d+)?|[\p{L}\p{M}]+/gu)) {
    if (/^\d/u.test(word))
      terms.add(word.replace(/\.?0+$/u, (zeros) => (zeros.startsWith('.') ? '' : zeros)));
    else if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(word)) {
      const characters = Array.from(word);
      for (const [index, character] of characters.entries()) {
        const next = characters[index + 1];
        if (next !== undefined) terms.add(character + next);
      }
    } else if (word.length > 2) terms.add(word.slice(0, STEM));
  }
  return terms;
}

function sum(terms: Iterable<string>, weight: (term: string) => number): number {
  let total = 0;
  for (const term of terms) total += weight(term);
  return total;
}
