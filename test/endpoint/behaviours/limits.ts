import type { Exchange } from '../exchange';
import { event } from '../streams';
import { error, good, limitOf, openAi, stream, when, type Behaviour, type Play } from './behaviour';

function above(most: number, refusal: (prompt: number) => Play): Play {
  return (exchange) =>
    exchange.promptTokens > most ? refusal(exchange.promptTokens)(exchange) : good(exchange);
}

/**
 * Refuses a request whose answer limit is missing or above `room`. `room` is the number of tokens that the
 * prompt leaves free in the context.
 */
function beyond(
  room: number,
  refusal: (sizes: { prompt: number; answer: number; context: number }) => Play,
): Play {
  return (exchange) => {
    const [prompt, answer] = [exchange.promptTokens, limitOf(exchange)];
    const context = prompt + room;
    return answer > 0 && prompt + answer <= context
      ? good(exchange)
      : refusal({ prompt, answer, context })(exchange);
  };
}

function sizeOf({ body }: Exchange): number {
  return JSON.stringify(body).length;
}

/** How servers refuse requests that are too large. */
export const LIMITS = {
  'sglang-total': {
    play: beyond(1_500, ({ prompt, answer, context }) =>
      error(400, {
        object: 'error',
        message: `Requested token count exceeds the model's maximum context length of ${context} tokens. You requested a total of ${prompt + answer} tokens: ${prompt} tokens from the input messages and ${answer} tokens for the completion. Please reduce the number of tokens in the input messages or the completion to fit within the limit.`,
        type: 'BadRequestError',
        param: null,
        code: 400,
      }),
    ),
    outcome: 'answer',
    most: 2,
  },
  'sglang-input': {
    call: 'digest',
    play: above(7_000, (prompt) =>
      error(400, {
        object: 'error',
        message: `Input length (${prompt} tokens) exceeds the maximum allowed length (7000 tokens).`,
        type: 'BadRequestError',
        param: null,
        code: 400,
      }),
    ),
    outcome: 'answer',
    most: 8,
  },
  'bedrock-lower-than': {
    play: when(
      (exchange) => limitOf(exchange) === 0 || limitOf(exchange) >= 2_048,
      error(
        400,
        openAi(
          'An error occurred (ValidationException) when calling the ConverseStream operation: The maximum tokens you requested exceeds the model limit of 2048. Try again with a maximum tokens value that is lower than 2048.',
          'BadRequestError',
          400,
        ),
      ),
    ),
    outcome: 'answer',
    most: 2,
  },
  'anthropic-answer-limit': {
    as: 'anthropic',
    play: when(
      (exchange) => limitOf(exchange) > 4_096,
      error(400, {
        type: 'error',
        error: {
          type: 'invalid_request_error',
          message:
            'max_tokens: 8000 > 4096, which is the maximum allowed number of output tokens for claude-3-haiku-20240307',
        },
      }),
    ),
    outcome: 'answer',
    most: 2,
  },
  'anthropic-sum': {
    as: 'anthropic',
    play: beyond(2_000, ({ prompt, answer, context }) =>
      error(400, {
        type: 'error',
        error: {
          type: 'invalid_request_error',
          message: `input length and \`max_tokens\` exceed context limit: ${prompt} + ${answer} > ${context}, decrease input length or \`max_tokens\` and try again`,
        },
      }),
    ),
    outcome: 'answer',
    most: 2,
  },
  'lmstudio-n-keep': {
    as: 'lmstudio',
    route: 'browser',
    play: stream(() => [
      event({ error: { message: 'Cannot truncate prompt with n_keep (15028) >= n_ctx (7424)' } }, 'error'),
    ]),
    outcome: 'llm-too-long',
    most: 1,
  },
  'gemini-token-count': {
    as: 'gemini',
    call: 'digest',
    play: above(6_000, (prompt) =>
      error(400, [
        {
          error: {
            code: 400,
            message: `The input token count (${prompt}) exceeds the maximum number of tokens allowed (6000).`,
            status: 'INVALID_ARGUMENT',
          },
        },
      ]),
    ),
    outcome: 'answer',
    most: 8,
  },
  'grpc-message-size': {
    call: 'digest',
    play: when(
      (exchange) => sizeOf(exchange) > 30_000,
      error(400, {
        code: 8,
        message: 'grpc: received message larger than max (359239 vs. 262144)',
        details: [],
      }),
    ),
    outcome: 'answer',
    most: 8,
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
