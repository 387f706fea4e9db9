import type { Checking } from '../digest/digest';
import { format, type NoteMessages } from '../i18n/messages';
import { failureWords } from './failure-words';

/**
 * Returns one line if statements were not read a second time, and another line if less than half of the
 * summary was confirmed.
 */
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

/** Returns whether a note states, in one of the languages, that statements were not read a second time. */
export function statesNotReadTwice(text: string, languages: readonly Pick<NoteMessages, 'note'>[]): boolean {
  return languages.some(({ note }) => text.includes(`**${note.secondReadingLacks}**`));
}
