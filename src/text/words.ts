/**
 * Builds patterns from lists of words, so that people who do not read regular expressions can read, sort and
 * extend the lists.
 */

/**
 * Returns the source of a pattern that matches any word of the lists. In a list, a comma separates words:
 * `pay, invoice*, due date, 付款`. A word that begins with a Latin letter or a digit matches only at the
 * beginning of a word of the text, and one that ends with a Latin letter or a digit only at its end. An
 * asterisk at the beginning or the end allows more letters there. A space matches any white space. A word may
 * also be a piece of a pattern without commas, such as `prices?`.
 */
export function anyWord(...lists: readonly string[]): string {
  return alternatives(split(lists, ',').map(sourceOf));
}

/** Returns a pattern that matches any word of the lists (see {@link anyWord}) and ignores case. */
export function wordsPattern(...lists: readonly string[]): RegExp {
  return new RegExp(anyWord(...lists), 'iu');
}

/**
 * Returns the source of a pattern that matches any entry of the lists, also in the middle of a word. In a
 * list, a comma and a space separate entries: `付款, 支付(?:日|期), .{4,16}前`. An entry is the source of a pattern.
 * The first entry that matches counts, so a longer one stands before a shorter one that begins it.
 */
export function anyOf(...lists: readonly string[]): string {
  return alternatives(split(lists, ', '));
}

/** Returns the words of the lists, in which spaces separate words. */
export function wordsOf(...lists: readonly string[]): string[] {
  return split(lists, ' ');
}

function split(lists: readonly string[], mark: string): string[] {
  return lists.flatMap((list) => list.split(mark).map((word) => word.trim())).filter((word) => word !== '');
}

function alternatives(sources: readonly string[]): string {
  return `(?:${sources.join('|')})`;
}

function sourceOf(word: string): string {
  const source = word.replace(/^\*|\*$/g, '').replace(/ /g, '\\s+');
  return `${/^[a-z\d]/i.test(word) ? '\\b' : ''}${source}${/[a-z\d]\??$/i.test(word) ? '\\b' : ''}`;
}
