import type { Page } from '../../pdf/document';
import { cleanText } from '../../clean';
import { archivedPages } from './archived-pages';
import { comparePages } from './compare-pages';
import type { PageChanges } from './page-changes';

/**
 * Compares a PDF with its text in a note. Returns null when the two cannot be compared, for example when the
 * note has only a part of the text.
 */
export function compareWithNote(pages: readonly Page[], note: string): PageChanges | null {
  const before = archivedPages(note);
  return before === null ? null : comparePages(before.map(comparable), pages.map(comparableText));
}

/** Returns null for a page that is not blank but has no text, such as a scan. */
function comparableText({ kind, paragraphs }: Page): string | null {
  const text = comparable(paragraphs.map((paragraph) => paragraph.text).join('\n'));
  return text !== '' || kind === 'text' || kind === 'blank' ? text : null;
}

/**
 * Removes the characters that may differ between a PDF and its text in a note: white space, and the signs
 * between the cells of tables.
 */
function comparable(text: string): string {
  return cleanText(text)
    .replace(/^[|\s-]+$/gm, '')
    .replace(/[\s|]+/g, '');
}
