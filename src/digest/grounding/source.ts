import type { Sentence } from '../../text/sentence';
import { normalise } from '../../text/normalise';
import type { Normalised } from '../../text/normalise';
import { rolesIn } from './names';
import { Parties } from './parties';
import { documentLanguage } from '../../text/language';
import { findDates } from '../../text/dates';
import type { DateMention } from '../../text/dates';
import { findQuantities } from '../../text/numbers';
import type { Quantity } from '../../text/numbers';

/** What a sentence holds that a statement may be checked against. */
export interface Evidence {
  readonly quantities: readonly Quantity[];
  readonly dates: readonly DateMention[];
}

/** The document to check against. Sentences are looked into once, when first asked for. */
export class Source {
  readonly sentences: readonly Sentence[];
  readonly #byNumber = new Map<number, number>();
  readonly #normalised = new Map<number, Normalised>();
  readonly #evidence = new Map<number, Evidence>();
  #parties: Parties | undefined;
  #onPage: ReadonlyMap<number, readonly Sentence[]> | undefined;

  /** True when most of the document's letters are Chinese, Japanese or Korean. */
  readonly isCjk: boolean;

  constructor(sentences: readonly Sentence[]) {
    this.sentences = sentences;
    this.isCjk = ['zh', 'ja', 'ko'].includes(documentLanguage(sentences.slice(0, 2000).map(({ text }) => text).join('\n')));
    sentences.forEach((sentence, index) => this.#byNumber.set(sentence.number, index));
  }

  /** The sentence of that number; undefined when the document has none. */
  sentence(number: number): Sentence | undefined {
    const index = this.#byNumber.get(number);
    return index === undefined ? undefined : this.sentences[index];
  }

  /** The numbers given that exist, ascending, each once. */
  existing(numbers: readonly number[]): number[] {
    return [...new Set(numbers)].filter((number) => this.#byNumber.has(number)).sort((a, b) => a - b);
  }

  /** The sentences with these numbers and those `reach` before and after each, ascending. */
  around(numbers: readonly number[], reach: number): Sentence[] {
    const indexes = new Set<number>();
    for (const number of numbers) {
      const centre = this.#byNumber.get(number);
      if (centre === undefined) continue;
      for (let index = centre - reach; index <= centre + reach; index += 1) indexes.add(index);
    }
    return [...indexes].sort((a, b) => a - b).flatMap((index) => this.sentences[index] ?? []);
  }

  /** The sentences of which something stands on the page, as far as its text has items. */
  onPage(page: number): readonly Sentence[] {
    this.#onPage ??= byPage(this.sentences);
    return this.#onPage.get(page) ?? [];
  }

  /** Who is called what in the document. */
  get parties(): Parties {
    this.#parties ??= new Parties(this.sentences);
    return this.#parties;
  }

  /** Roles that stand in a sentence together with an organisation's name: where the document says who is who. */
  rolesOf(organisation: string): string[] {
    return this.sentences
      .filter((sentence) => this.normalised(sentence).text.replace(',', '').includes(organisation))
      .flatMap((sentence) => [...rolesIn(sentence.text)]);
  }

  /** True when a sentence has the characters: of a spaced script, at the beginning of a word and in any case. */
  has(words: string): boolean {
    const spaced = /^\p{Script=Latin}/u.test(words);
    const wanted = words.toLowerCase();
    return this.sentences.some(({ text }) => {
      const lower = text.toLowerCase();
      for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
        if (!spaced || !/\p{L}/u.test(lower.charAt(at - 1))) return true;
      }
      return false;
    });
  }

  normalised(sentence: Sentence): Normalised {
    return remember(this.#normalised, sentence.number, () => normalise(sentence.text));
  }

  evidence(sentence: Sentence): Evidence {
    return remember(this.#evidence, sentence.number, () => evidenceIn(sentence.text));
  }
}

/** The figures and dates of a text. */
export function evidenceIn(text: string): Evidence {
  const dates = findDates(text);
  // The day of a date counts nothing; its year may be said alone.
  const counts = ({ at, length, value }: Quantity): boolean =>
    /^\d{4}$/u.test(value) || !dates.some((date) => at < date.at + date.length && at + length > date.at);
  return { quantities: findQuantities(text).filter(counts), dates };
}

function byPage(sentences: readonly Sentence[]): ReadonlyMap<number, readonly Sentence[]> {
  const pages = new Map<number, Sentence[]>();
  for (const sentence of sentences) {
    for (const page of new Set(sentence.source.map((run) => run.page))) {
      const known = pages.get(page);
      if (known === undefined) pages.set(page, [sentence]);
      else known.push(sentence);
    }
  }
  return pages;
}

function remember<Value>(cache: Map<number, Value>, key: number, make: () => Value): Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
