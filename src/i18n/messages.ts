import type { FailureDetails, FailureKind } from '../failure';
import type { Messages } from './en';
import type { FailureWords } from './failures/en';
import { format } from './format';
import { isChinese } from './language';
import { words } from './words';

export type { FailureWords, Messages };
export { format };

/**
 * The words for a language tag as `getLanguage()` gives it (`en`, `zh`, `zh-TW`, …). Every kind of Chinese gets
 * simplified Chinese, everything else English.
 */
export function messagesFor(language: string): Messages {
  return words[isChinese(language) ? 'zh' : 'en']();
}

/** What a failure says to the user. Details that are missing leave no gap in the sentence. */
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

/** {@link failureText} in one line. */
export function failureLine(messages: Messages, failure: Parameters<typeof failureText>[1]): string {
  return format(messages.queue.failure, { ...failureText(messages, failure) });
}
