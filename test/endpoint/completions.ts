/** Answers in the forms of OpenAI's and Ollama's APIs. */
import type { AnswerSpec, Exchange } from './exchange';

export function openAiCompletion(exchange: Exchange, spec: AnswerSpec): unknown {
  const prompt = spec.promptTokens ?? exchange.promptTokens;
  const completion = Math.ceil((spec.content ?? '').length / 3);
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_790_000_000,
    model: exchange.body['model'],
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: spec.content,
          ...(spec.refusal === undefined ? {} : { refusal: spec.refusal }),
          ...(spec.reasoning === undefined ? {} : { reasoning_content: spec.reasoning }),
        },
        ...(spec.finish === null ? {} : { finish_reason: spec.finish }),
      },
    ],
    ...(spec.promptTokens === null
      ? {}
      : {
          usage: { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion },
        }),
  };
}

export function ollamaCompletion(exchange: Exchange, spec: AnswerSpec): unknown {
  if (!exchange.request.path.endsWith('/api/chat')) return openAiCompletion(exchange, spec);
  return {
    model: exchange.body['model'],
    created_at: '2026-11-20T08:00:00Z',
    message: {
      role: 'assistant',
      content: spec.content ?? '',
      ...(spec.reasoning === undefined ? {} : { thinking: spec.reasoning }),
    },
    done: spec.finish !== null,
    ...(spec.finish === null ? {} : { done_reason: spec.finish }),
    ...(spec.promptTokens === null
      ? {}
      : {
          prompt_eval_count: spec.promptTokens ?? exchange.promptTokens,
          eval_count: Math.ceil((spec.content ?? '').length / 3),
        }),
  };
}
