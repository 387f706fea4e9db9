import { fenced } from './fenced';
import { languageFor, languageLine, MARKS_LINE } from './language';
import type { ChatMessage } from './prompt';
import type { PromptLanguage } from './prompt-texts';
import { READING_TEXTS, type ReadingTask } from './reading-texts';
import type { CorrectionRequest, ReadingRequest } from '../model';
import type { Random } from '../ports';

/**
 * Returns the messages that request a second reading, in which a model checks statements. They begin a new
 * conversation, so the model does not see how the statements were made.
 */
export function readingMessages(request: ReadingRequest, random: Random): readonly ChatMessage[] {
  return messagesFor('reading', request, random);
}

/** Returns the messages that request corrections, built like those of {@link readingMessages}. */
export function correctionMessages(request: CorrectionRequest, random: Random): readonly ChatMessage[] {
  return messagesFor('correction', request, random);
}

/**
 * Returns the English text of a request, without statements and passages, for estimates. The Chinese text is
 * shorter, so the estimates are not too low.
 */
export function readingPromptAround(task: ReadingTask, outputLanguage: string): string {
  const texts = READING_TEXTS[task].en;
  return [texts.system, languageLine(outputLanguage, texts), texts.opening, texts.closing].join('\n');
}

/** Returns the language of the prompt; see {@link languageFor}. */
export function readingLanguage({ text, outputLanguage }: ReadingRequest): PromptLanguage {
  return languageFor(text, outputLanguage);
}

function messagesFor(task: ReadingTask, request: ReadingRequest, random: Random): readonly ChatMessage[] {
  const language = readingLanguage(request);
  const texts = READING_TEXTS[task][language];
  const user = [
    languageLine(request.outputLanguage, texts),
    ...(request.hasMarks === true ? [MARKS_LINE[language]] : []),
    ...fenced(request.text, texts.opening, random),
    texts.closing.replace('{count}', String(request.count)),
  ].join('\n');
  return [
    { role: 'system', content: texts.system },
    { role: 'user', content: user },
  ];
}
