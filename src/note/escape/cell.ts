import { escapeInline } from './inline';

/** The most UTF-16 units of a table cell: a fact is a short name or value. */
const maxCell = 300;

/** Escapes text as a whole table cell. The pipe is escaped too, so the text cannot start another cell. */
export function escapeCell(text: string): string {
  return escapeInline(text, maxCell);
}

/** Escapes the pipe in Markdown that we wrote, such as a wikilink, for a table cell. */
export function inCell(markdown: string): string {
  return markdown.replace(/\|/g, '\\|');
}
