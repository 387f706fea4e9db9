import type { CodeMeaning } from '../presets/preset';
import {
  ANSWER_LIMIT,
  CERTAINLY_KEY,
  DAILY,
  FILTER,
  FORBIDDEN,
  FORM,
  KEY,
  MEMORY,
  MINUTE,
  MODEL,
  MODEL_NOT_OFFERED,
  MODEL_NOT_PERMITTED,
  MONEY,
  NOT_ACTIVATED,
  NO_VISION,
  REGION,
  ROUTE,
  STOPPED_WAITING,
  THROTTLED,
  TOO_LARGE,
  TOO_LONG,
} from './message-words';

/** Messages with the same meaning. */
interface MessageRule {
  readonly words: readonly RegExp[];
  readonly meaning: CodeMeaning;
  /** Returns whether the rule applies to a status. Without this function, it applies to every status. */
  readonly at?: (status: number) => boolean;
}

const isServerFault = (status: number): boolean => status >= 500;
/**
 * With the status 429, the cause is a limit; with 5xx, the cause is the server. Words such as "key" in the
 * message do not show the cause then.
 */
const isAboutRequest = (status: number): boolean => status !== 429 && !isServerFault(status);
const isAboutAccount = (status: number): boolean => status === 401 || status === 403 || status === 429;

/** The first rule that applies is used, so specific rules come first. */
const RULES: readonly MessageRule[] = [
  { words: REGION, meaning: { kind: 'llm-region' }, at: isAboutRequest },
  { words: NO_VISION, meaning: { kind: 'llm-no-vision' } },
  { words: FORM, meaning: { kind: 'llm-bad-request' } },
  { words: ROUTE, meaning: { kind: 'llm-not-an-api' } },
  { words: ANSWER_LIMIT, meaning: { kind: 'llm-bad-request' }, at: isAboutRequest },
  { words: FILTER, meaning: { kind: 'llm-content-filter' } },
  { words: TOO_LARGE, meaning: { kind: 'llm-too-long' }, at: (status) => !isServerFault(status) },
  { words: DAILY, meaning: { kind: 'llm-daily-quota' } },
  { words: MONEY, meaning: { kind: 'llm-no-balance' } },
  { words: CERTAINLY_KEY, meaning: { kind: 'llm-key-wrong' }, at: (status) => status !== 429 },
  { words: MEMORY, meaning: { kind: 'llm-memory' } },
  { words: THROTTLED, meaning: { kind: 'llm-rate-limit' }, at: (status) => status !== 429 },
  {
    words: STOPPED_WAITING,
    meaning: { kind: 'llm-no-answer' },
    at: (status) => status === 408 || isServerFault(status),
  },
  { words: MODEL, meaning: { kind: 'llm-model-unknown' }, at: (status) => status !== 429 },
  { words: MODEL_NOT_PERMITTED, meaning: { kind: 'llm-forbidden' }, at: (status) => status !== 429 },
  { words: MODEL_NOT_OFFERED, meaning: { kind: 'llm-model-unknown' }, at: isAboutRequest },
  // With a status that may concern the account, a message such as "Token limit per minute" does not mean that
  // the prompt is too long.
  { words: TOO_LONG, meaning: { kind: 'llm-too-long' }, at: (status) => !isAboutAccount(status) },
  { words: NOT_ACTIVATED, meaning: { kind: 'llm-forbidden' }, at: isAboutRequest },
  { words: KEY, meaning: { kind: 'llm-key-wrong' }, at: isAboutRequest },
  { words: FORBIDDEN, meaning: { kind: 'llm-forbidden' }, at: (status) => status === 403 || status < 300 },
];

/**
 * Returns the meaning of an endpoint's message; undefined when no rule applies.
 * @param wait the pause that the endpoint requests, in seconds
 */
export function meaningOfMessage(
  message: string,
  status: number,
  wait: number | undefined,
): CodeMeaning | undefined {
  const meaning = RULES.find(({ words, at }) => (at?.(status) ?? true) && matches(message, words))?.meaning;
  // "You exceeded your current quota … retry in 34 s" is about a limit per minute, not about money.
  const mayPass = status === 429 && meaning?.kind === 'llm-no-balance';
  return mayPass && (wait !== undefined || matches(message, MINUTE)) ? undefined : meaning;
}

function matches(message: string, words: readonly RegExp[]): boolean {
  return words.some((word) => word.test(message));
}

/** Returns whether a message names a daily limit. */
export function isDaily(message: string): boolean {
  return matches(message, DAILY);
}

/** Returns whether a message names a limit per minute. */
export function isPerMinute(message: string): boolean {
  return /per.?min|\b[RT]PM\b|每分钟/i.test(message);
}

/** Returns whether a local server reports that it is still loading the model. */
export function isLoading(message: string): boolean {
  return /loading (the )?model|model is (still |currently |being )?load/i.test(message);
}
