import type { NotRead } from '../digest/digest';
import { format, type NoteMessages } from '../i18n/messages';
import { failureWords } from './failure-words';
import { pageRanges } from './page-ranges';

/** Returns the line that states which pages were not read, and why; an empty text when there are none. */
export function coverageLine(notRead: readonly NotRead[], messages: NoteMessages): string {
  const parts = notRead
    .filter(({ pages }) => pages.length > 0)
    .map(({ reason, pages, failure }) =>
      format(messages.note.notRead[reason], {
        pages: pageList(pages, messages),
        ...(failure === undefined ? {} : failureWords(failure, messages)),
      }),
    );
  return parts.length === 0 ? '' : `**${messages.note.notAllRead}** ${joinSentences(parts)}`;
}

/** Writes page numbers as `Page 2` or `Pages 3–5, 9`: sorted, without duplicates. */
export function pageList(pages: readonly number[], messages: NoteMessages): string {
  const list = pageRanges(pages, messages.note);
  const words = new Set(pages).size === 1 ? messages.note.onePage : messages.note.severalPages;
  return format(words, { pages: list });
}

/** Joins sentences with a space, except after a full-width mark such as `。`. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.join(' ').replace(/([。！？]) /g, '$1');
}
