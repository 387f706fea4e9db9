import { failuresEn } from '../failures/en';
import { failuresZhCn } from '../failures/zh-cn';
import { interfaceLanguageFor, type InterfaceLanguage } from '../language';
import { noteEn } from './en';
import { noteZhCn } from './zh-cn';

/** The texts that may occur in a note. The document worker, which writes notes, contains no other texts. */
export interface NoteMessages {
  readonly note: typeof noteEn;
  readonly failures: typeof failuresEn;
}

const words: Readonly<Record<InterfaceLanguage, NoteMessages>> = {
  en: { note: noteEn, failures: failuresEn },
  zh: { note: noteZhCn, failures: failuresZhCn },
};

/** Returns the texts of notes for a language tag. It follows the same rule as `messagesFor`. */
export function noteMessagesFor(language: string): NoteMessages {
  return words[interfaceLanguageFor(language)];
}

/** The texts of every language that a note may have been written in. */
export const allNoteMessages: readonly NoteMessages[] = Object.values(words);
