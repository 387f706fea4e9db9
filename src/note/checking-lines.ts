import type { Checking } from '../digest/digest';
import { format } from '../i18n/messages';
import { allNoteMessages, type NoteMessages } from '../i18n/note/messages';
import { failureWords } from './failure-words';

/** The lines that say what the checking of a digest lacks; none when it lacks nothing. */
export function checkingLines({ notRead, thinSummary }: Checking, messages: NoteMessages): readonly string[] {
  const { note } = messages;
  const lines: string[] = [];
  if (notRead !== undefined && notRead.statements > 0) {
    const why = notRead.failure === undefined ? {} : failureWords(notRead.failure, messages);
    const words = format(note.notReadTwice, { count: notRead.statements, ...why });
    lines.push(`**${note.secondReadingLacks}** ${words}`);
  }
  if (thinSummary === true) {
    const rest = format(note.restOfSummary, { section: note.unverified });
    lines.push(`**${note.thinSummary}** ${rest}`);
  }
  return lines;
}

/** Whether a note, in whichever language it was written, says that statements were not read a second time. */
export function saysNotReadTwice(text: string): boolean {
  return allNoteMessages.some(({ note }) => text.includes(`**${note.secondReadingLacks}**`));
}
