import type { Page } from '../../pdf/document';
import { cleanText } from '../../text/clean';
import { archivedPages } from './archived-pages';
import { comparePages } from './compare-pages';
import type { PageChanges } from './page-changes';

/** How a PDF's pages differ from the text that a note keeps; null when that cannot be told. */
export function compareWithNote(pages: readonly Page[], note: string): PageChanges | null {
  const before = archivedPages(note);
  return before === null ? null : comparePages(before.map(comparable), pages.map(comparableText));
}

/** Null for a page that has something to read, but no text that could be had without a model. */
function comparableText({ kind, paragraphs }: Page): string | null {
  const text = comparable(paragraphs.map((paragraph) => paragraph.text).join('\n'));
  return text !== '' || kind === 'text' || kind === 'blank' ? text : null;
}

/** What a note keeps of a text, but for the white space, which is put in on the way. */
function comparable(text: string): string {
  return cleanText(text).replace(/\s+/g, '');
}
