import { isCjk } from '../../text/characters';
import { isStatement } from './noise';
import { STOPWORDS } from '../../text/lexicon/stopwords';
import { termsOf } from './terms';
import type { Term, WordSplitter } from './terms';
import type { Unit } from './units';

const MOST_TAGS = 8;
/** Sentences read for tags; more change little. */
const MOST_READ = 1500;
/** Words of a phrase. */
const LONGEST_PHRASE = 3;
/** A phrase in the title or a heading counts as so many in the text. */
const HEADING_WEIGHT = 2;

interface Phrase {
  readonly text: string;
  readonly words: readonly string[];
  readonly count: number;
}

/** The document's recurring phrases, the most telling first: three to eight, none within another. */
export function tagsOf(title: string, units: readonly Unit[], split: WordSplitter): string[] {
  const phrases = new Map<string, Phrase>();
  const read = evenly(
    units.filter((unit) => unit.kind === 'heading' || isStatement(unit)),
    MOST_READ,
  );
  for (const run of runsOf(title, split)) count(phrases, run, HEADING_WEIGHT);
  for (const unit of read) {
    const weight = unit.kind === 'heading' ? HEADING_WEIGHT : 1;
    for (const run of runsOf(unit.text, split)) count(phrases, run, weight);
  }
  return choose(phrases);
}

/**
 * Runs of topical words with nothing but a space between them. A single Han character may end a run, never
 * begin one.
 */
function runsOf(text: string, split: WordSplitter): Term[][] {
  const runs: Term[][] = [];
  let end = -1;
  for (const term of termsOf(text, split)) {
    const adjacent = end >= 0 && /^ ?$/u.test(text.slice(end, term.at));
    if (!term.topical && !(adjacent && isSuffix(term))) {
      end = -1;
      continue;
    }
    if (adjacent) runs.at(-1)?.push(term);
    else runs.push([term]);
    end = term.at + term.text.length;
  }
  return runs;
}

function isSuffix({ key }: Term): boolean {
  return key.length === 1 && isCjk(key) && !STOPWORDS.has(key);
}

function count(phrases: Map<string, Phrase>, run: readonly Term[], weight: number): void {
  for (let from = 0; from < run.length; from += 1) {
    for (let words = 1; words <= Math.min(LONGEST_PHRASE, run.length - from); words += 1) {
      const terms = run.slice(from, from + words);
      if (!terms[0]?.topical) break;
      const separator = terms.every((term) => isCjk(term.text.charAt(0))) ? '' : ' ';
      const key = terms.map((term) => term.key).join(' ');
      const known = phrases.get(key);
      const text = known?.text ?? terms.map((term) => term.text).join(separator);
      phrases.set(key, { text, words: terms.map((term) => term.key), count: (known?.count ?? 0) + weight });
    }
  }
}

function choose(phrases: ReadonlyMap<string, Phrase>): string[] {
  const within = longerCounts(phrases);
  const scored = Array.from(phrases, ([key, phrase]) => ({
    phrase,
    score: scoreOf(phrase, within.get(key) ?? 0),
  }))
    .filter(({ phrase, score }) => score > 0 && phrase.text.length <= 32)
    .sort((a, b) => b.score - a.score);
  const chosen: Phrase[] = [];
  for (const { phrase } of scored) {
    if (chosen.length === MOST_TAGS) break;
    if (STOPWORDS.has(phrase.text) || /[甲乙丙双]方|人民币|[壹贰叁肆伍陆柒捌玖拾佰仟]/u.test(phrase.text))
      continue;
    if (!chosen.some((other) => other.words.some((word) => phrase.words.includes(word)))) chosen.push(phrase);
  }
  return chosen.map(({ text }) => text);
}

/** How often each phrase stands within its most frequent longer one. */
function longerCounts(phrases: ReadonlyMap<string, Phrase>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const phrase of phrases.values()) {
    for (let from = 0; from < phrase.words.length; from += 1) {
      for (let to = from + 1; to <= phrase.words.length; to += 1) {
        if (to - from === phrase.words.length) continue;
        const key = phrase.words.slice(from, to).join(' ');
        counts.set(key, Math.max(counts.get(key) ?? 0, phrase.count));
      }
    }
  }
  return counts;
}

/** C-value (Frantzi and Ananiadou, 1996): long and often, not counting where a longer phrase explains it. */
function scoreOf({ text, words, count: times }: Phrase, withinLonger: number): number {
  const own = times - withinLonger;
  const cjk = isCjk(text.charAt(0));
  if (times < 3 || (own < 2 && withinLonger >= times * 0.6)) return 0;
  if (cjk && text.length < 3 && own < 4) return 0;
  const length = cjk ? Math.min(text.length, 8) / 2 : words.length * 2;
  return own * Math.log2(length + 1);
}

/** At most so many, evenly over the document. */
function evenly<Item>(items: readonly Item[], most: number): readonly Item[] {
  const step = Math.ceil(items.length / most);
  return step <= 1 ? items : items.filter((_, index) => index % step === 0);
}
