import { failuresEn } from '../failures/en';
import { failuresZhCn } from '../failures/zh-cn';
import { isChinese } from '../language';
import { noteEn } from './en';
import { noteZhCn } from './zh-cn';

/** The texts that may occur in a note. The document worker, which writes notes, contains no other texts. */
export interface NoteMessages {
  readonly note: typeof noteEn;
  readonly failures: typeof failuresEn;
}

const english: NoteMessages = { note: noteEn, failures: failuresEn };
const chinese: NoteMessages = { note: noteZhCn, failures: failuresZhCn };

/** Returns the texts of notes for a language tag; the rule is that of `messagesFor`. */
export function noteMessagesFor(language: string): NoteMessages {
  return isChinese(language) ? chinese : english;
}

/** The texts of every language that a note may have been written in. */
export const allNoteMessages: readonly NoteMessages[] = [english, chinese];
