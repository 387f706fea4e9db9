import { format, type NoteMessages } from '../i18n/messages';
import type { ArchivedPage, ArchiveForm, NoteContent, NoteLayout } from './content';
import { withTables } from '../text/table-lines';
import { escapeHtml, fencedLines, preformattedLines } from './escape/archive';

/** Renders the section with the document's text; empty when the note keeps no text. */
export function renderArchive(content: NoteContent, layout: NoteLayout, messages: NoteMessages): string {
  const pages = content.archive.map((page) => withHidden(page, messages));
  const total = pages.reduce((sum, page) => sum + page.text.length, 0);
  // While a note waits for its digest, the text is its only content, so nothing is cut.
  const pending = content.state === 'pending';
  const form = pending && layout.archive === 'none' ? 'callout' : layout.archive;
  if (total === 0 || form === 'none') return '';

  const limit = layout.archiveLimit > 0 && !pending ? layout.archiveLimit : total;
  const kept = firstCharacters(pages, limit);
  const keptLength = kept.reduce((sum, page) => sum + page.text.length, 0);
  const text = withPageMarks(kept, content.pageCount, messages);
  const missing = keptLength === total ? [] : [truncation(keptLength, total, messages), ''];
  return [`## ${messages.note.archive}`, '', ...missing, ...foldedLines(text, form, messages)].join('\n');
}

/** Appends the page's hidden text, with a mark at the beginning of each line. */
function withHidden({ page, text, hidden = '' }: ArchivedPage, { note }: NoteMessages): ArchivedPage {
  if (hidden === '') return { page, text };
  const marked = hidden.split('\n').map((line) => `${note.hiddenMark} ${line}`);
  return { page, text: [text, ...marked].filter((part) => part !== '').join('\n') };
}

function foldedLines(text: string, form: Exclude<ArchiveForm, 'none'>, messages: NoteMessages): string[] {
  switch (form) {
    case 'callout':
      return [`[!quote]- ${messages.note.showArchive}`, ...fencedLines(text)].map((line) =>
        line === '' ? '>' : `> ${line}`,
      );
    case 'details':
      return [
        '<details>',
        `<summary>${escapeHtml(messages.note.showArchive)}</summary>`,
        '<pre>',
        ...preformattedLines(text),
        '</pre>',
        '</details>',
      ];
  }
}

function withPageMarks(pages: NoteContent['archive'], pageCount: number, messages: NoteMessages): string {
  if (pageCount <= 1) return pages.map(({ text }) => withTables(text)).join('\n');
  return pages
    .map(
      ({ page, text }) =>
        `${format(messages.note.pageMark, { page })}\n${withTables(text.replace(/\s+$/, ''))}\n`,
    )
    .join('\n')
    .trimEnd();
}

/** Returns the first `limit` UTF-16 units of the text, but never half of a surrogate pair. */
function firstCharacters(pages: NoteContent['archive'], limit: number): NoteContent['archive'] {
  const kept: { page: number; text: string }[] = [];
  let left = limit;
  for (const { page, text } of pages) {
    if (left <= 0) break;
    kept.push({
      page,
      text: text.length <= left ? text : text.slice(0, left).replace(/[\uD800-\uDBFF]$/, ''),
    });
    left -= text.length;
  }
  return kept;
}

function truncation(kept: number, total: number, messages: NoteMessages): string {
  const missing = total - kept;
  const numbers = { kept: grouped(kept), total: grouped(total), missing: grouped(missing) };
  return `*${format(messages.note.truncated, numbers)}*`;
}

/** Formats a number as `12,345`, whatever the language of the device. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
