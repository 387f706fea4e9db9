import type { FailureDetails } from '../failure';
import { failureText } from '../i18n/messages';
import type { NoteMessages } from '../i18n/note/messages';
import type { NoteContent } from './content';
import { coverageLine, joinSentences } from './coverage';
import { cleanLine } from './escape/clean';
import { escapeInline } from './escape/inline';

/** UTF-16 units of a detail (a host, a model) in a failure's sentence. */
const maxDetail = 200;

/** What a reader has to know of a note: why it is not simply a model's digest, and what was not read. */
export function statusLines(content: NoteContent, messages: NoteMessages): readonly string[] {
  return [stateLine(content, messages), coverageLine(content.notRead, messages)].filter((line) => line !== '');
}

/** What kind of note this is and why, where that is not simply a model's digest. */
function stateLine(content: NoteContent, messages: NoteMessages): string {
  if (content.state === 'complete') return '';
  const unread = content.state === 'pending' && content.archive.length === 0;
  const lead = `**${messages.note[unread ? 'pendingUnread' : content.state]}**`;
  if (content.reason === undefined) return lead;
  const { sentence, wayOn } = failureText(messages, { ...content.reason, details: cleaned(content.reason.details) });
  return `${lead} ${joinSentences([escapeInline(sentence), escapeInline(wayOn)])}`;
}

/** Details that are left empty are left out of the sentence. */
function cleaned(details: FailureDetails): FailureDetails {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? cleanLine(value, maxDetail) : value,
    ]),
  );
}
