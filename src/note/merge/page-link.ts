/**
 * These two patterns match links to a page of a PDF, in the two link formats of the app. The groups are the
 * page, the rest of the subpath, and the alias; for a Markdown link, the alias is the first group. The name
 * of the file is in no group, because it may change.
 */
export const wikiLink = /\[\[(?:(?!\]\]|\[\[|#page=).)*#page=(\d+)([^|\]\\]*)(?:\\?\|([^\]]*))?\]\]/g;
export const markdownLink = /\[([^[\]]*)\]\(<?[^()\s>]*#page=(\d+)([^)\s>]*)>?\)/g;

const pageLink = new RegExp(`${wikiLink.source}|${markdownLink.source}`, 'g');

/**
 * Replaces the links of a line by the links of a new line with the same words. The new links contain the
 * PDF's current name. Returns null when the two lines do not have the same number of links.
 */
export function relinked(text: string, fresh: string): string | null {
  const links = fresh.match(pageLink) ?? [];
  if ((text.match(pageLink) ?? []).length !== links.length) return null;
  let at = 0;
  return text.replace(pageLink, (link) => links[at++] ?? link);
}
