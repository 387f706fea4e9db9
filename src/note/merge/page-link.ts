/**
 * Match links to a page of a PDF, in the two link formats of the app: page, rest of the subpath, and alias;
 * for a Markdown link, the alias comes first. Comparisons ignore the file's name, because it may change.
 */
export const wikiLink = /\[\[(?:(?!\]\]|\[\[|#page=).)*#page=(\d+)([^|\]\\]*)(?:\\?\|([^\]]*))?\]\]/g;
export const markdownLink = /\[([^[\]]*)\]\(<?[^()\s>]*#page=(\d+)([^)\s>]*)>?\)/g;

const pageLink = new RegExp(`${wikiLink.source}|${markdownLink.source}`, 'g');

/**
 * Replaces the links of a line by those of a new line with the same words, which contain the PDF's current
 * name. Returns null when not every link of the new line has its counterpart.
 */
export function relinked(text: string, fresh: string): string | null {
  const links = fresh.match(pageLink) ?? [];
  if ((text.match(pageLink) ?? []).length !== links.length) return null;
  let at = 0;
  return text.replace(pageLink, (link) => links[at++] ?? link);
}
