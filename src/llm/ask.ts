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

/** A count below this share of what was sent means that the endpoint cut the prompt without a word. */
const CUT_SHARE = 0.6;
/** No endpoint has a context so small that it would cut a shorter prompt, in tokens. */
const SMALLEST_CUT = 1_000;

/** What is asked of a model that answers with JSON. */
export interface Question<Answer> {
  readonly messages: readonly ChatMessage[];
  /** The language of the messages. */
  readonly language: PromptLanguage;
  readonly schema: JsonSchema;
  /** Tokens the answer may have. */
  readonly maxOutputTokens: number;
  /** Never throws. */
  readonly read: (content: string) => ReadResult<Answer>;
}

export interface Answered<Answer> {
  readonly answer: Answer;
  /** Of all requests together, as the endpoint reported them; left out when it reported none. */
  readonly tokens?: number;
}

/**
 * One answer, and one more if the first does not fit.
 * @throws Failure of an `llm-*` kind, `llm-bad-answer` when neither fits, or Cancelled.
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

/** Some servers put an answer in a given form among the thoughts, and leave the answer itself empty. */
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
 * Learns from the endpoint's count of the prompt.
 * @throws Failure `llm-prompt-cut` when so few tokens were read that part of the document was not.
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

/** @throws Failure when the model did not come to its own end; at the limit it tells the tokens that cost. */
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
