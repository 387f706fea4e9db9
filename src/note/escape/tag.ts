import { cleanText } from '../../clean';

/** Maximum number of characters in a tag. */
const maxTag = 40;
/** Maximum number of tags that {@link cleanTags} returns if no limit is given. */
const maxTags = 8;

/**
 * Cleans a tag without its `#`: keeps only what the app accepts (letters and digits of any script, `_`, `-`
 * and `/`), at most 40 characters. Returns an empty text when there is no letter.
 */
export function cleanTag(text: string): string {
  const kept = cleanText(text.slice(0, maxTag * 8))
    .normalize('NFKC')
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{M}\p{Nd}_/-]/gu, '')
    .replace(/\/{2,}/g, '/');
  const tag = trimJoints([...trimJoints(kept)].slice(0, maxTag).join(''));
  return /\p{L}/u.test(tag) ? tag : '';
}

/**
 * Cleans tags and returns at most `limit` of them, without empty tags and duplicates. Two tags that differ
 * only in upper and lower case are duplicates.
 */
export function cleanTags(tags: readonly string[], limit = maxTags): string[] {
  const found = new Map<string, string>();
  for (const tag of tags.map(cleanTag)) {
    const key = tag.toLowerCase();
    if (tag !== '' && !found.has(key)) found.set(key, tag);
  }
  return [...found.values()].slice(0, limit);
}

/**
 * Writes a tag for a note's text, with its `#`. An underscore between ASCII letters or digits stays. Any
 * other underscore becomes a hyphen, because it could start emphasis.
 */
export function markdownTag(tag: string): string {
  const word = /^[A-Za-z0-9]$/;
  const joined = tag.replace(/_+/g, (run, at: number) =>
    word.test(tag.charAt(at - 1)) && word.test(tag.charAt(at + run.length)) ? run : '-',
  );
  return `#${trimJoints(joined)}`;
}

/** Removes `-` and `/` at both ends, and an accent at the start, which would combine with the `#`. */
function trimJoints(tag: string): string {
  return tag.replace(/^[/\-\p{M}]+|[/-]+$/gu, '');
}
