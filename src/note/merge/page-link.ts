/**
 * Regular expressions for links to a page of a PDF. The groups of `wikiLink` are the page, the rest of the
 * subpath, and the alias. The groups of `markdownLink` are the alias, the page, and the rest of the subpath.
 */
export const wikiLink = /\[\[(?:(?!\]\]|\[\[|#page=).)*#page=(\d+)([^|\]\\]*)(?:\\?\|([^\]]*))?\]\]/g;
export const markdownLink = /\[([^[\]]*)\]\(<?[^()\s>]*#page=(\d+)([^)\s>]*)>?\)/g;

const pageLink = new RegExp(`${wikiLink.source}|${markdownLink.source}`, 'g');

/**
 * Replaces the links in a line by the links of `fresh`, a new line with the same words. In the new links, the
 * PDF may have a new name. Returns null when the two lines have different numbers of links.
 */
export function relinked(text: string, fresh: string): string | null {
  const links = fresh.match(pageLink) ?? [];
  if ((text.match(pageLink) ?? []).length !== links.length) return null;
  let at = 0;
  return text.replace(pageLink, (link) => links[at++] ?? link);
}
