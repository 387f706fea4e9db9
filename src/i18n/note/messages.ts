import { failuresEn } from '../failures/en';
import { failuresZhCn } from '../failures/zh-cn';
import { isChinese } from '../language';
import type { Messages } from '../messages';
import { noteEn } from './en';
import { noteZhCn } from './zh-cn';

/** The words a note may hold. The document worker, which writes notes, has no others. */
export type NoteMessages = Pick<Messages, 'note' | 'failures'>;

const english: NoteMessages = { note: noteEn, failures: failuresEn };
const chinese: NoteMessages = { note: noteZhCn, failures: failuresZhCn };

/** As `messagesFor`. */
export function noteMessagesFor(language: string): NoteMessages {
  return isChinese(language) ? chinese : english;
}

/** The words of every language a note may have been written in. */
export const allNoteMessages: readonly NoteMessages[] = [english, chinese];
