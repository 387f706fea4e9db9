import { escapeInline } from './inline';

/** Maximum length of a table cell in UTF-16 units, because a fact has a short name and value. */
const maxCell = 300;

/**
 * Escapes text for a whole table cell. The pipe is escaped too, so that the text cannot start another cell.
 */
export function escapeCell(text: string): string {
  return escapeInline(text, maxCell);
}

/** Escapes the pipe in Markdown of the plugin, such as a wikilink, for a table cell. */
export function inCell(markdown: string): string {
  return markdown.replace(/\|/g, '\\|');
}
