import type { NotRead } from '../digest/digest';
import { format } from '../i18n/messages';
import type { NoteMessages } from '../i18n/note/messages';
import { failureWords } from './failure-words';
import { pageRanges } from './page-ranges';

/** The line that says which pages have no part in the digest, and why; empty when all have. */
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

/** `Page 2`, `Pages 3–5, 9`: sorted, each once, neighbours as a range. */
export function pageList(pages: readonly number[], messages: NoteMessages): string {
  const list = pageRanges(pages, messages.note);
  const words = new Set(pages).size === 1 ? messages.note.onePage : messages.note.severalPages;
  return format(words, { pages: list });
}

/** Sentences one after another, with a space where the script before it uses one: none after `。`. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.join(' ').replace(/([。！？]) /g, '$1');
}
