/**
 * Builds patterns from tables of words, so that a list of words can be read, sorted and extended by people
 * who read no patterns.
 */

/**
 * Returns the source of a pattern that matches any word of the lists. A comma and a space separate the words
 * of a list: `pay, invoice*, due date, 付款`. A Latin word matches as a whole, but an asterisk at its start or
 * end allows more letters there. Chinese words match anywhere. A space matches any white space. A word may
 * contain pieces of a pattern, such as `prices?`.
 */
export function anyWord(...lists: readonly string[]): string {
  const words = lists.flatMap((list) => list.split(/,\s+/));
  return `(?:${words
    .filter((word) => word !== '')
    .map(sourceOf)
    .join('|')})`;
}

/** Returns a pattern that matches any word of the lists (see {@link anyWord}) and ignores case. */
export function wordsPattern(...lists: readonly string[]): RegExp {
  return new RegExp(anyWord(...lists), 'iu');
}

function sourceOf(word: string): string {
  const source = word.replace(/^\*|\*$/g, '').replace(/ /g, '\\s+');
  return `${/^[a-z\d]/i.test(word) ? '\\b' : ''}${source}${/[a-z\d]\??$/i.test(word) ? '\\b' : ''}`;
}
