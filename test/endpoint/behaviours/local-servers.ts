import { event } from '../streams';
import {
  error,
  formatOf,
  limitOf,
  once,
  oneAtATime,
  openAi,
  stream,
  when,
  type Behaviour,
} from './behaviour';

/** Behaviours of vLLM, llama.cpp, LM Studio, Ollama and TGI. */
export const LOCAL_SERVERS = {
  'vllm-max-tokens-left': {
    play: when(
      (exchange) => limitOf(exchange) > 2_000 || limitOf(exchange) === 0,
      error(400, {
        object: 'error',
        message:
          "'max_tokens' or 'max_completion_tokens' is too large: 4096. This model's maximum context length is 4096 tokens and your request has 2096 input tokens (4096 > 4096 - 2096).",
        type: 'BadRequestError',
        param: 'max_tokens',
        code: 400,
      }),
    ),
    outcome: 'answer',
    most: 3,
  },
  'vllm-decoder-prompt': {
    play: error(400, {
      object: 'error',
      message:
        'The decoder prompt (length 9321) is longer than the maximum model length of 4096. Make sure that `max_model_len` is no smaller than the number of text tokens.',
      type: 'BadRequestError',
      param: null,
      code: 400,
    }),
    outcome: 'llm-too-long',
    most: 1,
  },
  'vllm-engine-dead': {
    play: error(500, {
      error: {
        message: 'EngineCore encountered an issue. See stack trace (above) for the root cause.',
        type: 'Internal Server Error',
        param: null,
        code: 500,
      },
    }),
    outcome: 'llm-server',
    most: 4,
  },
  'llamacpp-context-400': {
    play: error(400, {
      error: {
        code: 400,
        message: 'the request exceeds the available context size (4096 tokens), try increasing it',
        type: 'exceed_context_size_error',
        n_prompt_tokens: 9012,
        n_ctx: 4096,
      },
    }),
    outcome: 'llm-too-long',
    most: 1,
  },
  'llamacpp-context-500': {
    play: error(500, {
      error: { code: 500, message: 'Context size has been exceeded.', type: 'server_error' },
    }),
    outcome: 'llm-too-long',
    most: 1,
  },
  'lmstudio-response-format': {
    as: 'lmstudio',
    play: when(
      (exchange) => formatOf(exchange) === 'json',
      error(400, { error: "'response_format.type' must be 'json_schema' or 'text'" }),
      when(
        (exchange) => formatOf(exchange) === 'schema',
        error(400, {
          error:
            'Error in iterating prediction stream: ValueError: Structured output is not supported by this model runtime',
        }),
      ),
    ),
    outcome: 'answer',
    most: 3,
  },
  'lmstudio-crashed': {
    as: 'lmstudio',
    route: 'browser',
    play: stream(() => [
      event(
        {
          error: {
            message:
              'The model has crashed without additional information. (Exit code: 18446744072635812000)',
          },
        },
        'error',
      ),
    ]),
    outcome: 'llm-server',
    most: 4,
  },
  'lmstudio-resources-as-code': {
    as: 'lmstudio',
    play: error(
      400,
      openAi(
        'Failed to load model "qwen3-32b". Error: Model loading was stopped due to insufficient system resources.',
        'invalid_request_error',
        'model_not_found',
      ),
    ),
    outcome: 'llm-memory',
    most: 1,
  },
  'lmstudio-resources': {
    as: 'lmstudio',
    play: error(400, {
      error:
        'Failed to load model "qwen2.5-32b-instruct". Error: Model loading was stopped due to insufficient system resources. Under the current settings, this model requires approximately 22.35 GB of memory. Continuing to load the model would likely overload your system and cause it to freeze.',
    }),
    outcome: 'llm-memory',
    most: 1,
  },
  'ollama-cuda-memory': {
    as: 'ollama',
    play: error(500, {
      error:
        'llama runner process has terminated: cudaMalloc failed: out of memory\nggml_gallocr_reserve_n: failed to allocate CUDA0 buffer of size 7340032000',
    }),
    outcome: 'llm-memory',
    most: 1,
  },
  'ollama-busy': {
    as: 'ollama',
    play: once(error(503, { error: 'server busy, please try again.  maximum pending requests exceeded' })),
    outcome: 'answer',
    most: 2,
  },
  'ollama-no-thinking': {
    as: 'ollama',
    play: when(
      (exchange) => 'think' in exchange.body,
      error(400, { error: '"gemma3:4b" does not support thinking' }),
    ),
    outcome: 'answer',
    most: 2,
  },
  'ollama-cloud-week': {
    as: 'ollama',
    play: error(429, {
      error:
        'you (user) have reached your weekly usage limit, upgrade for higher limits: https://ollama.com/upgrade (ref: 5f1c)',
    }),
    outcome: ['llm-daily-quota', 'llm-no-balance'],
    most: 1,
  },
  'tgi-tokens': {
    play: when(
      (exchange) => limitOf(exchange) > 1_000 || limitOf(exchange) === 0,
      error(422, {
        error:
          'Input validation error: `inputs` tokens + `max_new_tokens` must be <= 2048. Given: 1020 `inputs` tokens and 4096 `max_new_tokens`',
        error_type: 'validation',
      }),
    ),
    outcome: 'answer',
    most: 3,
  },
  'llamacpp-no-slot': {
    call: 'digest',
    pages: 40,
    play: oneAtATime(
      error(503, { error: { code: 503, message: 'no slot available', type: 'unavailable_error' } }),
    ),
    outcome: 'answer',
    most: 14,
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
