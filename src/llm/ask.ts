import { Failure } from '../failure';
import { expectedTokens } from '../text/tokens';
import { BadAnswer } from './answer/answer';
import type { ReadResult } from './answer/read-result';
import type { JsonSchema } from './answer/strict-schema';
import type { OnWords } from './model';
import type { PromptLanguage } from './prompt/prompt-texts';
import { repairMessages, type ChatMessage } from './prompt/prompt';
import { withRetries } from './retry';
import type { Session } from './session';
import type { Completion, Usage } from './wire/completion';

/**
 * If the endpoint counts less than this share of the tokens that were sent, it has cut the prompt without
 * reporting it.
 */
const CUT_SHARE = 0.6;
/** Prompts with fewer tokens are not checked: every endpoint has a context that holds them. */
const SMALLEST_CUT = 1_000;

/** A request for an answer in JSON. */
export interface Question<Answer> {
  readonly messages: readonly ChatMessage[];
  /** The language of the messages. */
  readonly language: PromptLanguage;
  readonly schema: JsonSchema;
  /** Upper limit of the answer, in tokens. */
  readonly maxOutputTokens: number;
  /** Parses the answer, or describes why it is not valid. Never throws. */
  readonly read: (content: string) => ReadResult<Answer>;
}

export interface Answered<Answer> {
  readonly answer: Answer;
  /** Total tokens of all requests, as the endpoint reported them; absent when it reported none. */
  readonly tokens?: number;
}

/**
 * Requests an answer. If the first answer is not valid, it requests a repaired answer once.
 * @throws Failure of an `llm-*` kind (`llm-bad-answer` when the second answer is not valid either), or
 * Cancelled.
 */
export async function ask<Answer>(
  session: Session,
  question: Question<Answer>,
  signal: AbortSignal,
  onWords?: OnWords,
): Promise<Answered<Answer>> {
  const { messages, language, read } = question;
  const first = await complete(session, question, messages, signal, onWords);
  const answered = readCompletion(first, read);
  if ('answer' in answered) return { answer: answered.answer, ...tokensOf([first.usage]) };

  const again = repairMessages(messages, first.content, answered.problem, language);
  const second = await complete(session, question, again, signal, onWords);
  const repaired = readCompletion(second, read);
  if ('answer' in repaired) return { answer: repaired.answer, ...tokensOf([first.usage, second.usage]) };
  throw new BadAnswer(repaired.problem, second.content);
}

/** Some servers return structured output as thoughts and leave the content empty. */
function readCompletion<Answer>(
  { content, thoughts }: Completion,
  read: Question<Answer>['read'],
): ReadResult<Answer> {
  const answered = read(content);
  if (content.trim() !== '') return answered;
  const amongThoughts = read(thoughts);
  return 'answer' in amongThoughts ? amongThoughts : answered;
}

async function complete<Answer>(
  session: Session,
  { schema, maxOutputTokens }: Question<Answer>,
  messages: readonly ChatMessage[],
  signal: AbortSignal,
  onWords?: OnWords,
): Promise<Completion> {
  const completion = await withRetries(session.ports, signal, () =>
    session.send(messages, maxOutputTokens, schema, signal, onWords),
  );
  countPrompt(session, messages, completion.usage);
  requireWhole(completion);
  return completion;
}

/**
 * Updates the token ratio of the model with the endpoint's count of the prompt.
 * @throws Failure `llm-prompt-cut` when the endpoint counted so few tokens that it cannot have read the whole
 * prompt.
 */
function countPrompt(session: Session, messages: readonly ChatMessage[], usage: Usage | undefined): void {
  if (usage === undefined) return;
  const prompt = messages.map((message) => message.content).join('\n');
  const expected = expectedTokens(prompt, session.knowledge.tokenRatio);
  if (expected >= SMALLEST_CUT && usage.prompt < expected * CUT_SHARE) {
    throw new Failure('llm-prompt-cut', {
      details: { model: session.endpoint.model, sent: Math.round(expected), read: usage.prompt },
    });
  }
  session.knowledge.learnCount(prompt, usage.prompt);
}

/**
 * @throws Failure when the model refused or was stopped before it had finished. A failure at the length limit
 * carries the tokens that were spent in `details.tokens`.
 */
function requireWhole(completion: Completion): void {
  if (completion.refusal !== '') throw new Failure('llm-refused');
  switch (completion.finish) {
    case 'content-filter':
      throw new Failure('llm-content-filter');
    case 'length':
      throw new Failure('llm-cut-off', { details: { reason: 'length', ...tokensOf([completion.usage]) } });
    case 'none':
      throw new Failure('llm-cut-off', { details: { reason: 'no-finish-reason' } });
    case 'stop':
    case 'unknown':
      return;
  }
}

function tokensOf(usages: readonly (Usage | undefined)[]): { readonly tokens?: number } {
  const reported = usages.filter((usage) => usage !== undefined);
  if (reported.length === 0) return {};
  return { tokens: reported.reduce((sum, usage) => sum + usage.prompt + usage.completion, 0) };
}
