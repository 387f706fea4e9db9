import { Failure } from '../failure';
import { expectedTokens } from '../text/tokens';
import { BadAnswer } from './answer/answer';
import { isWholeObject } from './answer/json-in-text';
import { repeatsItself } from './answer/repetition';
import type { ReadResult } from './answer/read-result';
import type { JsonSchema } from './answer/strict-schema';
import type { OnWords } from './model';
import type { PromptLanguage } from './prompt/prompt-texts';
import { repairMessages, type ChatMessage } from './prompt/prompt';
import { withRetries } from './retry';
import type { Session } from './session';
import type { Completion, Usage } from './wire/completion';

/** A request for an answer in JSON. */
export interface Question<Answer> {
  readonly messages: readonly ChatMessage[];
  readonly language: PromptLanguage;
  readonly schema: JsonSchema;
  /** Upper limit of the answer, in tokens. */
  readonly maxOutputTokens: number;
  /** Parses the answer, or describes why it is not valid. Never throws. */
  readonly read: (content: string) => ReadResult<Answer>;
}

export interface Answered<Answer> {
  readonly answer: Answer;
  /** Tokens of all requests; absent when the endpoint did not report them. */
  readonly tokens?: number;
}

/**
 * Requests an answer. If the answer is not valid, asks the model once to repair it.
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
  const answered = readCompletion(first.completion, read);
  if ('answer' in answered) return { answer: answered.answer, ...tokensOf(first.usages) };

  const again = repairMessages(messages, first.completion.content, answered.problem, language);
  const undo = session.knowledge.allowThinking();
  const second = await complete(session, question, again, signal, onWords);
  const repaired = readCompletion(second.completion, read);
  if (!('answer' in repaired)) undo?.();
  if ('answer' in repaired)
    return { answer: repaired.answer, ...tokensOf([...first.usages, ...second.usages]) };
  throw new BadAnswer(repaired.problem, second.completion.content);
}

/**
 * Reads the answer from the content or, if the content is empty, from the thoughts. Some servers return
 * structured output as thoughts.
 */
function readCompletion<Answer>(
  { content, thoughts }: Completion,
  read: Question<Answer>['read'],
): ReadResult<Answer> {
  const answered = read(content);
  if (content.trim() !== '') return answered;
  const amongThoughts = read(thoughts);
  return 'answer' in amongThoughts ? amongThoughts : answered;
}

interface Received {
  readonly completion: Completion;
  /** The token counts of all responses, including those that were discarded. */
  readonly usages: readonly (Usage | undefined)[];
}

/** Requests an answer, at most twice, and checks that it is complete. */
async function complete<Answer>(
  session: Session,
  question: Question<Answer>,
  messages: readonly ChatMessage[],
  signal: AbortSignal,
  onWords?: OnWords,
): Promise<Received> {
  const { schema, maxOutputTokens, read } = question;
  const usages: (Usage | undefined)[] = [];
  for (let requests = 1; ; requests += 1) {
    try {
      const completion = await withRetries(
        session.ports,
        signal,
        () => session.send(messages, maxOutputTokens, schema, signal, onWords),
        session.patience,
      );
      usages.push(completion.usage);
      countPrompt(session, messages, completion.usage);
      requireWhole(completion, read, usages);
      return { completion, usages };
    } catch (thrown) {
      if (requests > 1 || !isWorthRepeating(thrown, session)) throw thrown;
    }
  }
}

/**
 * Returns true when the stream was damaged or broken off. If the model repeated the same text, the enforced
 * form of the answer, such as a JSON Schema, may be the cause. In this case, returns true only if a weaker
 * form can be requested.
 */
function isWorthRepeating(thrown: unknown, session: Session): boolean {
  if (!(thrown instanceof Failure) || thrown.kind !== 'llm-cut-off') return false;
  const { reason } = thrown.details;
  return (
    reason === 'damaged-stream' ||
    reason === 'connection-lost' ||
    (reason === 'repetition' && session.knowledge.weakenForm())
  );
}

/**
 * Corrects later estimates of tokens by the number of prompt tokens that the endpoint reported.
 * @throws Failure `llm-prompt-cut` when this number is so low that the endpoint has not read the whole prompt
 */
function countPrompt(session: Session, messages: readonly ChatMessage[], usage: Usage | undefined): void {
  if (usage === undefined) return;
  const prompt = messages.map((message) => message.content).join('\n');
  const expected = expectedTokens(prompt, session.knowledge.tokenRatio);
  const count = session.promptCounts.judge(expected, usage.prompt);
  if (count === 'cut') {
    throw new Failure('llm-prompt-cut', {
      details: { model: session.endpoint.model, sent: Math.round(expected), read: usage.prompt },
    });
  }
  if (count === 'whole') session.knowledge.learnCount(prompt, usage.prompt);
}

/**
 * Accepts an answer that is one complete JSON object, even if the endpoint reports that it was cut off.
 * @throws Failure when the model refused or was stopped before it had finished. For an answer that reached
 * the length limit, `details.tokens` has the tokens that were spent.
 */
function requireWhole<Answer>(
  completion: Completion,
  read: Question<Answer>['read'],
  usages: readonly (Usage | undefined)[],
): void {
  const { content, finish, refusal } = completion;
  if (refusal !== '' || finish === 'refusal') throw new Failure('llm-refused');
  if (finish === 'content-filter') throw new Failure('llm-content-filter');
  if (finish === 'stop' || finish === 'unknown') return;
  if (isWholeObject(content) && 'answer' in read(content)) return;
  const tokens = tokensOf(usages);
  if (finish === 'none') throw new Failure('llm-cut-off', { details: { reason: 'no-finish-reason' } });
  const reason = isMostlyBlank(content) || repeatsItself(content) ? 'repetition' : 'length';
  throw new Failure('llm-cut-off', { details: { reason, ...tokens } });
}

/** Models in a loop may write white space up to the limit. */
function isMostlyBlank(content: string): boolean {
  return content.length >= 200 && content.replace(/\s+/g, '').length * 2 < content.length;
}

function tokensOf(usages: readonly (Usage | undefined)[]): { readonly tokens?: number } {
  const reported = usages.filter((usage) => usage !== undefined);
  if (reported.length === 0) return {};
  return { tokens: reported.reduce((sum, usage) => sum + usage.prompt + usage.completion, 0) };
}
