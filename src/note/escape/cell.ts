import { escapeInline } from './inline';

/** Maximum length of a table cell in UTF-16 units. */
const maxCell = 300;

/** Escapes text for a whole table cell. */
export function escapeCell(text: string): string {
  return escapeInline(text, maxCell);
}

/** Escapes the pipe in the plugin's own Markdown, such as a wikilink, for a table cell. */
export function inCell(markdown: string): string {
  return markdown.replace(/\|/g, '\\|');
}
