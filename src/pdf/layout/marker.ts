/**
 * Matches bullets, including the private-use characters of symbol fonts. Also matches a dash before a space.
 */
const BULLET = /^(?:[•●▪■□◦○‣⁃·➢➤✓✔✗❖◆◇►▶★☆❑❐❒◻⧫✦➔❍◉◎\uf020-\uf0ff](?=\s|\S|$)|[–—*\-−](?=\s))\s*/;
/** Matches numbers and letters of list items: `1.`, `1)`, `(1)`, `a.`, `a)`, `(a)`, `iv.`, `iv)`, `(iv)`. */
const NUMBERED =
  /^(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)|(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.、．])(?=[\s\p{L}"“(]|$)\s*/u;
/** Matches the numbers of Chinese list items: `（一）`, `一、`, `①`, `第一条`. */
const CHINESE =
  /^(?:[（(][一二三四五六七八九十百\d]{1,4}[)）]|[一二三四五六七八九十百]{1,4}[、．.]|\d{1,3}[、．）]|第[一二三四五六七八九十百千零〇\d.．]{1,9}条|[①-⑳⑴-⒛㈠-㈩])\s*/;

/**
 * Returns the marker at the beginning of a list item and the white space after it; empty when there is none.
 */
export function listMarker(text: string): string {
  return (BULLET.exec(text) ?? CHINESE.exec(text) ?? NUMBERED.exec(text))?.[0] ?? '';
}

/**
 * Returns true when a text begins with a bullet. Dashes and numbers are ignored, because they can have
 * another meaning.
 */
export function hasBullet(text: string): boolean {
  return BULLET.test(text) && !/^[–—*\-−]/.test(text);
}

/** Returns true when a text is only a marker, without the words of the item. */
export function isMarkerOnly(text: string): boolean {
  const marker = listMarker(text);
  return marker !== '' && marker.length === text.length;
}

const SECTION_NUMBER =
  /^(?:\d{1,2}(?:\.\d{1,3}){1,4}\.?|\d{1,2}\.?|[A-Z]\.\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}\.)\s+(?=[\p{Lu}\p{Lo}])/u;
const SECTION_NUMBER_ONLY = /^(?:\d{1,2}(?:\.\d{1,3}){0,4}\.?|[A-Z]\.\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}\.)$/;

/** Returns true when two cells are the number of a heading and its words. */
export function isNumberedHeading(number: string, words: string): boolean {
  return SECTION_NUMBER_ONLY.test(number) && /^[\p{Lu}\p{Lo}]\p{L}/u.test(words);
}

const CHAPTER =
  /^(?:第\s?[一二三四五六七八九十百千零〇\d]{1,5}\s?[章节編编篇部卷]|(?:chapter|part|section|appendix|annex)\s+[\dA-Z]{1,4}\b|附录)/iu;

/** Returns true when a text begins like a numbered heading. */
export function hasSectionNumber(text: string): boolean {
  return CHAPTER.test(text) || SECTION_NUMBER.test(text);
}
