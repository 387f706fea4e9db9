import type { PageLayout } from './page-layout';
import { endOf, plainText, type SourcedText, type Span, startOf } from './sourced-text';

const HYPHEN = /[-\u2010]/g;
/** Number of UTF-16 units that are examined on either side of a hyphen. */
const LONGEST_WORD = 32;
const END_OF_WORD = /[\p{L}\d]+$/u;
const START_OF_WORD = /^[\p{L}\d]+/u;

/**
 * Returns the words that the document divides at the end of one line and writes with a hyphen within another
 * line. They are in lower case, with the hyphen (`long-term`).
 */
export function compoundsOf(pages: readonly PageLayout[]): ReadonlySet<string> {
  const divided = new Set<string>();
  for (const { blocks } of pages) for (const { spans } of blocks) addDivided(spans, divided);
  const compounds = new Set<string>();
  if (divided.size === 0) return compounds;
  for (const { blocks } of pages) {
    for (const { spans, text } of blocks) {
      if (!text.includes('-') && !text.includes('\u2010')) continue;
      const within = spans.some(({ divides }) => divides)
        ? plainText(spans.filter(({ divides }) => !divides))
        : text;
      addWritten(within, divided, compounds);
    }
  }
  return compounds;
}

function addDivided(spans: SourcedText, words: Set<string>): void {
  spans.forEach((span, index) => {
    if (span.divides) words.add(dividedWord(spans, index));
  });
}

/** Returns the word around the hyphen in the span at `index`. */
function dividedWord(spans: SourcedText, index: number): string {
  const before = endOf(spans.slice(Math.max(0, index - 4), index), LONGEST_WORD);
  return wordAround(before, startOf(spans.slice(index + 1, index + 5), LONGEST_WORD));
}

function wordAround(before: string, after: string): string {
  const first = END_OF_WORD.exec(before.slice(-LONGEST_WORD))?.[0] ?? '';
  const second = START_OF_WORD.exec(after.slice(0, LONGEST_WORD))?.[0] ?? '';
  return `${first}-${second}`.toLowerCase();
}

function addWritten(text: string, divided: ReadonlySet<string>, compounds: Set<string>): void {
  for (const { index } of text.matchAll(HYPHEN)) {
    const word = wordAround(
      text.slice(Math.max(0, index - LONGEST_WORD), index),
      text.slice(index + 1, index + 1 + LONGEST_WORD),
    );
    if (divided.has(word)) compounds.add(word);
  }
}

/** Joins divided words. The hyphen is kept if the word is one of the `compounds`. */
export function withDivisionsUndone(spans: SourcedText, compounds: ReadonlySet<string>): SourcedText {
  if (!spans.some(({ divides }) => divides)) return spans;
  return spans.filter((span: Span, index) => !span.divides || compounds.has(dividedWord(spans, index)));
}
