import { Failure } from '../failure';
import { CORRECTIONS_JSON_SCHEMA, readCorrections } from './answer/corrections';
import type { ReadResult } from './answer/read-result';
import type { JsonSchema } from './answer/strict-schema';
import { readVerdicts, VERDICTS_JSON_SCHEMA } from './answer/verdicts';
import { ask, type Answered } from './ask';
import type { CorrectionAnswer, CorrectionRequest, ReadingAnswer, ReadingRequest } from './model';
import { correctionMessages, readingLanguage, readingMessages } from './prompt/reading-prompt';
import type { ChatMessage } from './prompt/prompt';
import type { ReadingTask } from './prompt/reading-texts';
import type { Random } from './ports';
import { readingOutputTokens } from './reading-limits';
import type { Session } from './session';

interface Task<Answer> {
  readonly name: ReadingTask;
  readonly messages: (request: ReadingRequest, random: Random) => readonly ChatMessage[];
  readonly schema: JsonSchema;
  readonly read: (content: string, count: number) => ReadResult<Answer>;
}

const READING = {
  name: 'reading',
  messages: readingMessages,
  schema: VERDICTS_JSON_SCHEMA,
  read: readVerdicts,
} as const satisfies Task<unknown>;

const CORRECTION = {
  name: 'correction',
  messages: correctionMessages,
  schema: CORRECTIONS_JSON_SCHEMA,
  read: readCorrections,
} as const satisfies Task<unknown>;

/**
 * Asks a model to check the statements of a digest, and to correct them. The first calls have a low output
 * limit ({@link readingOutputTokens}). If this limit cuts off an answer, the model probably reasons before it
 * answers. That call is then repeated with the endpoint's full limit, and later calls have the full limit.
 */
export class SecondReader {
  readonly #session: Session;
  #bounded = true;

  constructor(session: Session) {
    this.#session = session;
  }

  /** @throws Failure of an `llm-*` kind, or Cancelled. */
  async read(request: ReadingRequest, signal: AbortSignal): Promise<ReadingAnswer> {
    const { answer, ...tokens } = await this.#request(READING, request, signal);
    return { verdicts: answer, ...tokens };
  }

  /** @throws Failure of an `llm-*` kind, or Cancelled. */
  async correct(request: CorrectionRequest, signal: AbortSignal): Promise<CorrectionAnswer> {
    const { answer, ...tokens } = await this.#request(CORRECTION, request, signal);
    return { corrections: answer, ...tokens };
  }

  async #request<Answer>(
    task: Task<Answer>,
    request: ReadingRequest,
    signal: AbortSignal,
  ): Promise<Answered<Answer>> {
    const fullLimit = this.#session.endpoint.maxOutputTokens;
    const bound = this.#bounded ? readingOutputTokens(task.name, request.count, fullLimit) : fullLimit;
    try {
      return await this.#requestWithin(bound, task, request, signal);
    } catch (thrown) {
      if (bound >= fullLimit || !isCutByLength(thrown)) throw thrown;
      this.#bounded = false;
      const answered = await this.#requestWithin(fullLimit, task, request, signal);
      const spent = thrown.details['tokens'];
      // If the endpoint reports the tokens of the first answer, it also reports those of the second.
      return typeof spent === 'number' ? { ...answered, tokens: spent + (answered.tokens ?? 0) } : answered;
    }
  }

  #requestWithin<Answer>(
    maxOutputTokens: number,
    { messages, schema, read }: Task<Answer>,
    request: ReadingRequest,
    signal: AbortSignal,
  ): Promise<Answered<Answer>> {
    return ask(
      this.#session,
      {
        messages: messages(request, this.#session.ports.random),
        language: readingLanguage(request),
        schema,
        maxOutputTokens,
        read: (content) => read(content, request.count),
      },
      signal,
    );
  }
}

function isCutByLength(thrown: unknown): thrown is Failure {
  return thrown instanceof Failure && thrown.kind === 'llm-cut-off' && thrown.details['reason'] === 'length';
}
