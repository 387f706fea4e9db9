import { cleanText } from '../../text/clean';

/** Characters of a tag, and how many of them a note shows. */
const maxTag = 40;
const maxTags = 8;

/**
 * A tag without its `#`: letters and digits of any script, `_`, `-` and `/`, as the app accepts them; at most 40
 * characters. Empty when no letter is left, since a tag may not be all digits.
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

/** The tags that are left of a list, each once whatever its case, at most eight. */
export function cleanTags(tags: readonly string[], limit = maxTags): string[] {
  const found = new Map<string, string>();
  for (const tag of tags.map(cleanTag)) {
    const key = tag.toLowerCase();
    if (tag !== '' && !found.has(key)) found.set(key, tag);
  }
  return [...found.values()].slice(0, limit);
}

/**
 * A tag as it stands in text, with its `#`. An underscore stays only between ASCII letters or digits, the one place
 * where no Markdown parser takes it for emphasis; elsewhere it becomes a hyphen.
 */
export function markdownTag(tag: string): string {
  const word = /^[A-Za-z0-9]$/;
  const joined = tag.replace(/_+/g, (run, at: number) =>
    word.test(tag.charAt(at - 1)) && word.test(tag.charAt(at + run.length)) ? run : '-',
  );
  return `#${trimJoints(joined)}`;
}

/** A tag neither begins nor ends with what joins, nor begins with an accent that would sit on the `#`. */
function trimJoints(tag: string): string {
  return tag.replace(/^[/\-\p{M}]+|[/-]+$/gu, '');
}
