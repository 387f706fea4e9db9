import type { SearchMatches, SearchMatchPart, SearchResult, SearchResultContainer } from 'obsidian';

type Search = (text: string) => SearchResult | null;

function joined(matches: readonly SearchMatchPart[]): SearchMatches {
  const sorted = [...matches].sort((a, b) => a[0] - b[0]);
  return sorted.reduce<SearchMatches>((all, [from, to]) => {
    const last = all.at(-1);
    if (last === undefined || from > last[1]) return [...all, [from, to]];
    return [...all.slice(0, -1), [last[0], Math.max(last[1], to)]];
  }, []);
}

function wordsOf(query: string): string[] {
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/**
 * Returns a search for texts that contain every word of the query. The score of a text is at most 0. It is
 * higher if the matches are earlier and if the text is shorter.
 */
export function prepareSimpleSearch(query: string): Search {
  const words = wordsOf(query);
  return (text) => {
    const lower = text.toLowerCase();
    const found = words.map((word): SearchMatchPart => [
      lower.indexOf(word),
      lower.indexOf(word) + word.length,
    ]);
    if (found.some(([from]) => from < 0)) return null;
    const distance = found.reduce((sum, [from]) => sum + from, 0);
    return { score: -(distance + text.length / 100), matches: joined(found) };
  };
}

/** Returns the positions of a word's letters in a text, in order, or `null` when a letter is missing. */
function lettersIn(text: string, word: string): SearchMatchPart[] | null {
  const places: SearchMatchPart[] = [];
  let from = 0;
  for (const letter of word) {
    const at = text.indexOf(letter, from);
    if (at < 0) return null;
    from = at + letter.length;
    places.push([at, from]);
  }
  return places;
}

/**
 * Returns a search for texts that contain the letters of each word in order. Whole words score higher than
 * scattered letters.
 */
export function prepareFuzzySearch(query: string): Search {
  const words = wordsOf(query);
  const simple = prepareSimpleSearch(query);
  return (text) => {
    const whole = simple(text);
    if (whole !== null) return { ...whole, score: whole.score / 1000 };
    const parts = words.map((word) => lettersIn(text.toLowerCase(), word));
    if (parts.some((part) => part === null)) return null;
    const matches = joined(parts.flatMap((part) => part ?? []));
    return { score: -(matches.length + text.length / 1000), matches };
  };
}

/** Sorts results in place, highest score first. */
export function sortSearchResults(results: SearchResultContainer[]): void {
  results.sort((a, b) => b.match.score - a.match.score);
}

/**
 * Writes a text into an element and marks its matches. If only a part of the searched text is written,
 * `offset` is the position where this part begins.
 */
export function renderMatches(
  el: HTMLElement | DocumentFragment,
  text: string,
  matches: SearchMatches | null,
  offset = 0,
): void {
  let done = 0;
  for (const [from, to] of matches ?? []) {
    const start = Math.max(done, from - offset);
    const end = Math.min(text.length, to - offset);
    if (end <= start) continue;
    el.append(text.slice(done, start));
    el.createSpan({ cls: 'suggestion-highlight', text: text.slice(start, end) });
    done = end;
  }
  el.append(text.slice(done));
}

export function renderResults(el: HTMLElement, text: string, result: SearchResult, offset?: number): void {
  renderMatches(el, text, result.matches, offset);
}
