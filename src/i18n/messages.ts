import type { FailureDetails, FailureKind } from '../failure';
import type { Messages } from './en';
import type { FailureWords } from './failures/en';
import { format } from './format';
import { interfaceLanguageFor } from './language';
import { loadWords, packedWords, words } from './words';

export type { FailureWords, Messages };
export { format, loadWords, packedWords };

/** The texts that may occur in a note. */
export type NoteMessages = Pick<Messages, 'note' | 'failures'>;

/**
 * Returns the texts for a language tag from `getLanguage()` (`en`, `zh`, `zh-TW`, …). All Chinese tags get
 * simplified Chinese; every other tag gets English. Call it only after the promise of `loadWords` has
 * resolved.
 */
export function messagesFor(language: string): Messages {
  return words[interfaceLanguageFor(language)]();
}

/** Returns the texts of all languages. Call it only after the promise of `loadWords` has resolved. */
export function allMessages(): readonly Messages[] {
  return Object.values(words).map((texts) => texts());
}

/**
 * Returns the sentences that explain a failure to the user. When details are missing, the sentences are still
 * complete.
 */
export function failureText(
  messages: Pick<Messages, 'failures'>,
  failure: { readonly kind: FailureKind; readonly details?: FailureDetails },
): FailureWords {
  const words = messages.failures[failure.kind];
  return {
    sentence: format(words.sentence, failure.details),
    wayOn: format(words.wayOn, failure.details),
  };
}

/** Returns {@link failureText} as one line. */
export function failureLine(messages: Messages, failure: Parameters<typeof failureText>[1]): string {
  return format(messages.queue.failure, { ...failureText(messages, failure) });
}
