import { isCjk } from '../../text/characters';
import type { Sentence } from '../../text/sentence';
import { isStatement } from './noise';
import { termsOf } from './terms';
import type { Term, WordSplitter } from './terms';

const MOST_TAGS = 8;
/** Sentences read for tags; more change little. */
const MOST_READ = 1500;
/** Words of a phrase. */
const LONGEST_PHRASE = 3;
/** A word of the title or a heading counts as this many in the text. */
const HEADING_WEIGHT = 3;

interface Phrase {
  readonly text: string;
  readonly words: number;
  readonly count: number;
}

/** The document's recurring phrases, the most telling first: three to eight, none within another. */
export function tagsOf(title: string, sentences: readonly Sentence[], split: WordSplitter): string[] {
  const phrases = new Map<string, Phrase>();
  const read = sentences.filter((sentence) => sentence.kind === 'heading' || isStatement(sentence)).slice(0, MOST_READ);
  for (const run of runsOf(title, split)) count(phrases, run, HEADING_WEIGHT);
  for (const sentence of read) {
    const weight = sentence.kind === 'heading' ? HEADING_WEIGHT : 1;
    for (const run of runsOf(sentence.text, split)) count(phrases, run, weight);
  }
  return choose(phrases);
}

/** Runs of topical words with nothing but a space between them. */
function runsOf(text: string, split: WordSplitter): Term[][] {
  const runs: Term[][] = [];
  let end = -1;
  for (const term of termsOf(text, split)) {
    if (!term.topical) {
      end = -1;
      continue;
    }
    const adjacent = end >= 0 && /^ ?$/u.test(text.slice(end, term.at));
    if (adjacent) runs.at(-1)?.push(term);
    else runs.push([term]);
    end = term.at + term.text.length;
  }
  return runs;
}

function count(phrases: Map<string, Phrase>, run: readonly Term[], weight: number): void {
  for (let from = 0; from < run.length; from += 1) {
    for (let words = 1; words <= Math.min(LONGEST_PHRASE, run.length - from); words += 1) {
      const terms = run.slice(from, from + words);
      const cjk = terms.every((term) => isCjk(term.text.charAt(0)));
      const separator = cjk ? '' : ' ';
      const key = terms.map((term) => term.key).join(separator);
      const known = phrases.get(key);
      const text = known?.text ?? terms.map((term) => term.text).join(separator);
      phrases.set(key, { text, words, count: (known?.count ?? 0) + weight });
    }
  }
}

function choose(phrases: ReadonlyMap<string, Phrase>): string[] {
  const scored = Array.from(phrases, ([key, phrase]) => ({ key, phrase, score: scoreOf(phrase) }))
    .filter(({ phrase, score }) => score > 0 && phrase.text.length <= 24)
    .sort((a, b) => b.score - a.score);
  const chosen: { readonly key: string; readonly text: string }[] = [];
  for (const { key, phrase } of scored) {
    if (chosen.length === MOST_TAGS) break;
    if (chosen.some((other) => other.key.includes(key) || key.includes(other.key))) continue;
    chosen.push({ key, text: phrase.text });
  }
  return chosen.map(({ text }) => text);
}

/** Often, and of more than one word; a single short word has to be frequent to tell anything. */
function scoreOf({ text, words, count: times }: Phrase): number {
  if (times < 2) return 0;
  const cjk = isCjk(text.charAt(0));
  if (cjk && words === 1 && text.length === 2) return times * 0.6;
  const length = cjk ? Math.min(text.length, 8) / 3 : words;
  return times * (0.7 + 0.5 * length);
}
