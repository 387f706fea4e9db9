/**
 * Builds patterns from tables of words, so that a list of words can be read, sorted and extended by people
 * who read no patterns.
 */

/**
 * Returns the source of a pattern that matches any word of the lists. In a list, a comma separates words:
 * `pay, invoice*, due date, 付款`. A word that begins or ends with a Latin letter or a digit begins or ends
 * there in the text, too; an asterisk allows more letters. A space matches any white space. Otherwise a word
 * is a piece of a pattern without commas, such as `prices?`.
 */
export function anyWord(...lists: readonly string[]): string {
  const words = lists.flatMap((list) => list.split(',').map((word) => word.trim()));
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
