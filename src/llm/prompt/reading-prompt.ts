import { fenced } from './fenced';
import { languageFor, languageLine } from './language';
import type { ChatMessage } from './prompt';
import type { PromptLanguage } from './prompt-texts';
import { READING_TEXTS, type ReadingTask } from './reading-texts';
import type { CorrectionRequest, ReadingRequest } from '../model';
import type { Random } from '../ports';

/**
 * The messages that ask for a second reading. It is a conversation of its own: the reader sees nothing of the
 * one that made the statements. The first message is the same for every document; passages and statements
 * stand between two lines with a mark that cannot be guessed and does not occur in them.
 */
export function readingMessages(request: ReadingRequest, random: Random): readonly ChatMessage[] {
  return messagesFor('reading', request, random);
}

/** The messages that ask for a correction; what is said of {@link readingMessages} holds for them. */
export function correctionMessages(request: CorrectionRequest, random: Random): readonly ChatMessage[] {
  return messagesFor('correction', request, random);
}

/** What is sent around the data, for estimates; in the longer of the languages it may be in. */
export function readingPromptAround(task: ReadingTask, outputLanguage: string): string {
  const texts = READING_TEXTS[task].en;
  return [texts.system, languageLine(outputLanguage, texts), texts.opening, texts.closing].join('\n');
}

/** The language a reading or correction is asked for in. */
export function readingLanguage({ text, outputLanguage }: ReadingRequest): PromptLanguage {
  return languageFor(text, outputLanguage);
}

function messagesFor(task: ReadingTask, request: ReadingRequest, random: Random): readonly ChatMessage[] {
  const texts = READING_TEXTS[task][readingLanguage(request)];
  const user = [
    languageLine(request.outputLanguage, texts),
    ...fenced(request.text, texts.opening, random),
    texts.closing.replace('{count}', String(request.count)),
  ].join('\n');
  return [{ role: 'system', content: texts.system }, { role: 'user', content: user }];
}
