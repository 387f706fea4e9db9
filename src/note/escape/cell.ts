import { escapeInline } from './inline';

/** UTF-16 units of a table cell; a fact is a name or a value, not a paragraph. */
const maxCell = 300;

/** Text as a whole table cell. The pipe is escaped with everything else, so a cell never becomes two. */
export function escapeCell(text: string): string {
  return escapeInline(text, maxCell);
}

/** Markdown of ours, such as a wikilink with its `|`, as a table cell. */
export function inCell(markdown: string): string {
  return markdown.replace(/\|/g, '\\|');
}
