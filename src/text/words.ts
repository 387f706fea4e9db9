/**
 * Builds patterns from lists of words, so that people who do not read regular expressions can read, sort and
 * extend the lists.
 */

/**
 * Returns the source of a pattern that matches any word of the lists. In a list, a comma and a space separate
 * the words: `pay, invoice*, due date, 付款`. A Latin word matches only as a whole, but an asterisk at its
 * start or end allows more letters there. Chinese words match anywhere. A space matches any white space. A
 * word may contain pieces of a pattern, such as `prices?`.
 * @throws Error when brackets contain a comma and a space, because the list is split there
 */
export function anyWord(...lists: readonly string[]): string {
  return alternatives(entriesOf(lists).map(sourceOf));
}

/** Returns a pattern that matches any word of the lists (see {@link anyWord}) and ignores case. */
export function wordsPattern(...lists: readonly string[]): RegExp {
  return new RegExp(anyWord(...lists), 'iu');
}

/**
 * Returns the source of a pattern that matches any entry of the lists, also in the middle of a word. In a
 * list, a comma and a space separate the entries: `付款, 支付(?:日|期), .{4,16}前`. Each entry is a regular
 * expression. The first entry that matches is used, so if one entry is the beginning of another, the longer
 * one must come first.
 * @throws Error when brackets contain a comma and a space, because the list is split there
 */
export function anyOf(...lists: readonly string[]): string {
  return alternatives(entriesOf(lists));
}

/** Splits lists of words at white space. */
export function wordsOf(...lists: readonly string[]): string[] {
  return split(lists, /\s+/);
}

/**
 * Matches an escape (`\(`), a character class (`[()]`), or else one character. So `entriesOf` does not count
 * a bracket in an escape or in a class.
 */
const PIECE = /\\.|\[(?:\\.|[^\]\\])*\]|[^]/gu;

function entriesOf(lists: readonly string[]): string[] {
  const entries = split(lists, /,\s+/);
  for (const entry of entries) {
    const pieces = entry.match(PIECE) ?? [];
    const count = (bracket: string): number => pieces.filter((piece) => piece === bracket).length;
    if (count('(') !== count(')') || count('[') > 0)
      throw new Error(`A comma and a space cannot be inside brackets: ${entry}`);
  }
  return entries;
}

function split(lists: readonly string[], mark: RegExp): string[] {
  return lists.flatMap((list) => list.split(mark)).filter((word) => word !== '');
}

function alternatives(sources: readonly string[]): string {
  return `(?:${sources.join('|')})`;
}

function sourceOf(word: string): string {
  const source = word.replace(/^\*|\*$/g, '').replace(/ /g, '\\s+');
  return `${/^[a-z\d]/i.test(word) ? '\\b' : ''}${source}${/[a-z\d]\??$/i.test(word) ? '\\b' : ''}`;
}
