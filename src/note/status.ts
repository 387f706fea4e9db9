import type { NoteMessages } from '../i18n/note/messages';
import { checkingLines } from './checking-lines';
import type { NoteContent } from './content';
import { coverageLine, joinSentences } from './coverage';
import { invoiceLine } from './invoice-line';
import { failureWords } from './failure-words';

/**
 * Returns the lines that state why a note has no model's digest, and which pages or statements were not read
 * or checked.
 */
export function statusLines(content: NoteContent, messages: NoteMessages): readonly string[] {
  const { digest } = content;
  const checking = digest === undefined ? [] : checkingLines(digest.checking, messages);
  const invoice = invoiceLine(digest?.invoiceProblems ?? [], messages);
  const lines = [stateLine(content, messages), coverageLine(content.notRead, messages), invoice, ...checking];
  return lines.filter((line) => line !== '');
}

/**
 * Returns a line that states what kind of note this is and why; an empty text for a note with a model's
 * digest.
 */
function stateLine(content: NoteContent, messages: NoteMessages): string {
  if (content.state === 'complete') return '';
  const unread = content.state === 'pending' && content.archive.length === 0;
  const lead = `**${messages.note[unread ? 'pendingUnread' : content.state]}**`;
  if (content.reason === undefined) return lead;
  const { sentence, wayOn } = failureWords(content.reason, messages);
  return `${lead} ${joinSentences([sentence, wayOn])}`;
}
