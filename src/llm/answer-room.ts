import { Failure } from '../failure';
import { estimateTokens } from '../text/tokens';
import type { Endpoint } from './endpoint';
import { tokenLimitsOf, type TokenLimits } from './errors/token-limits';
import type { Knowledge } from './memory/knowledge';
import type { ChatMessage } from './prompt/prompt';

/** Tokens that are reserved for the marks that a server puts around the messages. */
const SPARE_TOKENS = 64;
/** Minimum number of tokens for an answer, even if the prompt leaves less room in the context. */
const SHORTEST_ANSWER = 512;

/** Returns the limits that a failure contains; none when the failure is not about the size of the request. */
function limitsOf(thrown: unknown): TokenLimits {
  const isAboutSize =
    thrown instanceof Failure && (thrown.kind === 'llm-too-long' || thrown.kind === 'llm-bad-request');
  return isAboutSize ? tokenLimitsOf(thrown) : {};
}

/** Turns a failure into `llm-too-long`, so that the caller splits the prompt. */
function asTooLong(thrown: unknown): unknown {
  if (!(thrown instanceof Failure) || thrown.kind === 'llm-too-long') return thrown;
  return new Failure('llm-too-long', { details: thrown.details });
}

/**
 * Computes how many tokens an answer may have, from the size of the endpoint's context and the limits that
 * the endpoint has stated in refusals.
 */
export class AnswerRoom {
  constructor(
    private readonly endpoint: Pick<Endpoint, 'contextTokens'>,
    private readonly knowledge: Knowledge,
  ) {}

  /**
   * Returns how many tokens the answer to `messages` may have: at most `maxOutputTokens`. Many servers refuse
   * a request if the prompt and this number together exceed the context.
   */
  at(messages: readonly ChatMessage[], maxOutputTokens: number): number {
    const prompt = messages.map(({ content }) => content).join('\n');
    const { total = Number.POSITIVE_INFINITY, answer = Number.POSITIVE_INFINITY } = this.knowledge.limits;
    const context = Math.min(this.endpoint.contextTokens, total);
    const left = context - estimateTokens(prompt, this.knowledge.tokenRatio) - SPARE_TOKENS;
    return Math.min(maxOutputTokens, answer, Math.max(left, SHORTEST_ANSWER));
  }

  /**
   * Stores the limits that a refusal contains. Returns true when one of them limits the answer, or prompt and
   * answer together.
   */
  #learn(thrown: unknown): boolean {
    const { total, input, answer } = limitsOf(thrown);
    const limits = Object.entries({ total, input, answer }).filter(([, limit]) => limit !== undefined);
    if (limits.length > 0) this.knowledge.learnLimits(Object.fromEntries(limits));
    return total !== undefined || answer !== undefined;
  }

  /**
   * Returns how many tokens are left for the answer; undefined when the refusal contains too few numbers to
   * compute this. `room` is the limit that the refused request set for its answer.
   */
  #beside(thrown: unknown, messages: readonly ChatMessage[], room: number): number | undefined {
    const { total, answer, requested = Number.NaN, prompt = requested - room } = limitsOf(thrown);
    if (total === undefined || Number.isNaN(prompt)) {
      return answer === undefined ? undefined : this.at(messages, room);
    }
    return Math.min(this.at(messages, room), total - prompt - SPARE_TOKENS);
  }

  /**
   * Stores the limits that a refusal contains. Returns a limit below `room` with which the request can be
   * sent again; undefined when the refusal gives no such limit.
   * @param room the limit that the refused request set for its answer
   * @throws Failure `llm-too-long` when too few tokens are left for an answer
   */
  afterRefusal(thrown: unknown, messages: readonly ChatMessage[], room: number): number | undefined {
    if (!this.#learn(thrown)) return undefined;
    const left = this.#beside(thrown, messages, room);
    if (left !== undefined && left < SHORTEST_ANSWER) throw asTooLong(thrown);
    return left !== undefined && left < room ? left : undefined;
  }
}
