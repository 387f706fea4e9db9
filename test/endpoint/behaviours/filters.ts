import { error, openAi, when, type Behaviour } from './behaviour';

/** Errors of content filters, with the texts that gateways and vendors send. */
export const FILTERS = {
  'filter-violated-guardrail': {
    play: error(
      400,
      openAi("{'error': 'Violated guardrail policy', 'response': 'Sorry, the model cannot answer.'}"),
    ),
    outcome: 'llm-content-filter',
    most: 1,
  },
  'filter-flagged-prompt': {
    as: 'openai',
    play: error(
      400,
      openAi(
        'Invalid prompt: your prompt was flagged as potentially violating our usage policy.',
        'invalid_request_error',
        'invalid_prompt',
      ),
    ),
    outcome: 'llm-content-filter',
    most: 1,
  },
  'filter-without-charge': {
    as: 'openrouter',
    play: error(403, {
      error: {
        code: 403,
        message: 'x requires moderation on OpenRouter. Your input was flagged. No credits were charged.',
        metadata: { reasons: ['violence/graphic'], provider_name: 'x' },
      },
    }),
    outcome: 'llm-content-filter',
    most: 1,
  },
  // The error is in a list. Only one clause of the document causes it.
  'filter-in-a-list-of-errors': {
    call: 'digest',
    play: when(
      ({ body }) => JSON.stringify(body).includes('Clause 77:'),
      error(424, {
        success: false,
        result: [],
        error: [{ code: 2016, message: 'Prompt blocked due to security configurations' }],
      }),
    ),
    outcome: 'answer',
    most: 14,
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
