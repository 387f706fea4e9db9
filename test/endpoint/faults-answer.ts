import type { Draft } from '../../src/llm/draft';
import { lying, obeying } from './bad-digests';
import { numberedLines, type NumberedLine } from './digest-of';
import type { Exchange, AnswerSpec } from './exchange';

/** Responses with status 200 that are wrong or unusual. */
export type AnswerFault =
  | 'html'
  | 'text-plain'
  | 'empty-body'
  | 'error-in-200'
  | 'keep-alive-padding'
  | 'no-choices'
  | 'empty-choices'
  | 'json-array'
  | 'ten-megabytes'
  | 'invalid-utf-8'
  | 'prose'
  | 'fence'
  | 'prose-around'
  | 'think'
  | 'think-only'
  | 'think-without-opening'
  | 'reasoning-only'
  | 'thoughts-only'
  | 'near-json'
  | 'unescaped-quotes'
  | 'truncated-json'
  | 'duplicate-answers'
  | 'unknown-fields'
  | 'missing-fields'
  | 'wrong-types'
  | 'refs-as-text'
  | 'refs-out-of-range'
  | 'empty-digest'
  | 'empty-content'
  | 'null-content'
  | 'cut-off'
  | 'no-finish-reason'
  | 'refusal'
  | 'envelope'
  | 'tool-call'
  | 'function-call'
  | 'parts'
  | 'text-choice'
  | 'empty-error'
  | 'content-as-object'
  | 'code-401-in-200'
  | 'key-in-answer'
  | 'cut-body'
  | 'broke-down'
  | 'cut-by-another-name'
  | 'digest-in-envelope'
  | 'digest-as-text'
  | 'echoed-form'
  | 'filtered-answer'
  | 'sensitive-answer'
  | 'prompt-cut'
  | 'one-token-counted'
  | 'blanks-after-answer'
  | 'blank-loop'
  | 'repeat-loop'
  | 'filter-with-detail'
  | 'refusal-as-reason'
  | 'no-usage'
  | 'obedient'
  | 'lying';

/** Changes the text of the correct answer. */
function answering(
  make: (digest: string, exchange: Exchange) => string,
  more: Partial<AnswerSpec> = {},
): (exchange: Exchange) => void {
  return (exchange) => {
    exchange.send({ content: make(exchange.answer, exchange), finish: 'stop', ...more });
  };
}

function changing(change: (digest: Record<string, unknown>) => unknown): (exchange: Exchange) => void {
  return answering((digest) => {
    const parsed: unknown = JSON.parse(digest);
    return JSON.stringify(change(typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}));
  });
}

function list(value: unknown): readonly Record<string, unknown>[] {
  const items: readonly unknown[] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  return items.map((item) => Object.fromEntries<unknown>(Object.entries(item ?? {})));
}

function withRefs(
  digest: Record<string, unknown>,
  refs: (refs: unknown) => unknown,
): Record<string, unknown> {
  const changed: Record<string, unknown> = { ...digest };
  for (const name of ['summary', 'actions', 'points', 'facts']) {
    changed[name] = list(digest[name]).map((item) => ({ ...item, refs: refs(item['refs']) }));
  }
  return changed;
}

function completionText(exchange: Exchange, spec: AnswerSpec): string {
  return JSON.stringify(exchange.profile.completion(exchange, spec));
}

function honest(exchange: Exchange): AnswerSpec {
  return { content: exchange.answer, finish: 'stop' };
}

const json = { 'content-type': 'application/json' };

const BODIES = {
  html: (exchange: Exchange) => {
    exchange.raw(200, '<!DOCTYPE html><html><body>Please log in to the network.</body></html>', {
      'content-type': 'text/html',
    });
  },
  'text-plain': (exchange: Exchange) => {
    exchange.raw(200, completionText(exchange, honest(exchange)), { 'content-type': 'text/plain' });
  },
  'empty-body': (exchange: Exchange) => {
    exchange.raw(200, '', json);
  },
  'error-in-200': (exchange: Exchange) => {
    const { body, status } = exchange.profile.errors['no-balance'];
    exchange.reply(
      200,
      status === 402 || Array.isArray(body)
        ? { error: { code: 402, message: 'Insufficient credits' } }
        : body,
    );
  },
  'keep-alive-padding': (exchange: Exchange) => {
    exchange.raw(
      200,
      `\n\n  \n: keep-alive\n\n: keep-alive\n\n${completionText(exchange, honest(exchange))}`,
      json,
    );
  },
  'no-choices': (exchange: Exchange) => {
    exchange.reply(200, { status: 'ok', service: 'something else' });
  },
  'empty-choices': (exchange: Exchange) => {
    exchange.reply(200, { id: 'x', object: 'chat.completion', model: 'm', choices: [] });
  },
  'json-array': (exchange: Exchange) => {
    exchange.reply(200, [1, 2, 3]);
  },
  'ten-megabytes': (exchange: Exchange) => {
    exchange.raw(
      200,
      completionText(exchange, { content: 'x'.repeat(11 * 1024 * 1024), finish: 'stop' }),
      json,
    );
  },
  'invalid-utf-8': (exchange: Exchange) => {
    const bytes = Buffer.from(completionText(exchange, honest(exchange)));
    const at = bytes.indexOf('summary') + 'summary'.length + 8;
    exchange.raw(
      200,
      Buffer.concat([bytes.subarray(0, at), Buffer.from([0xe4, 0xb8, 0xff]), bytes.subarray(at)]),
      json,
    );
  },
};

/** Sends a body in OpenAI's form. `choice` gets the correct answer and returns fields of `choices[0]`. */
function choosing(
  choice: (digest: string) => Readonly<Record<string, unknown>>,
): (exchange: Exchange) => void {
  return (exchange) => {
    exchange.reply(200, {
      model: 'm',
      choices: [{ index: 0, finish_reason: 'stop', ...choice(exchange.answer) }],
      usage: { prompt_tokens: exchange.promptTokens, completion_tokens: 9 },
    });
  };
}

/** The body has an unusual form. */
const PLACES = {
  envelope: (exchange: Exchange) => {
    exchange.reply(200, {
      code: 0,
      msg: 'success',
      data: exchange.profile.completion(exchange, honest(exchange)),
    });
  },
  'empty-error': (exchange: Exchange) => {
    exchange.reply(200, { error: {}, ...asObject(exchange.profile.completion(exchange, honest(exchange))) });
  },
  'tool-call': choosing((digest) => ({
    message: {
      role: 'assistant',
      content: null,
      tool_calls: [{ id: '1', type: 'function', function: { name: 'digest', arguments: digest } }],
    },
    finish_reason: 'tool_calls',
  })),
  'function-call': choosing((digest) => ({
    message: { role: 'assistant', content: null, function_call: { name: 'digest', arguments: digest } },
    finish_reason: 'function_call',
  })),
  parts: choosing((digest) => ({
    message: {
      content: [
        { type: 'thinking', thinking: 'hm' },
        { type: 'text', text: digest.slice(0, 50) },
        digest.slice(50),
      ],
    },
  })),
  'content-as-object': choosing((digest) => ({ message: { content: JSON.parse(digest) as unknown } })),
  'text-choice': choosing((digest) => ({ text: digest })),
  'code-401-in-200': (exchange: Exchange) => {
    exchange.reply(200, { code: 401, msg: 'Please sign in', success: false });
  },
  'cut-body': (exchange: Exchange) => {
    // As in HTTP/1.0, the body ends when the connection ends.
    const text = completionText(exchange, honest(exchange));
    exchange.incoming.socket.end(
      `HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n${text.slice(0, text.length - 60)}`,
    );
  },
};

/**
 * If the request demands a schema, the answer repeats a text until it is cut off. This happens with some
 * models. Otherwise the answer is correct.
 */
function looping(make: (digest: string) => string): (exchange: Exchange) => void {
  return (exchange) => {
    const format = JSON.stringify(exchange.body['response_format'] ?? exchange.body['format'] ?? null);
    const loops = format.includes('schema') || format.includes('properties');
    exchange.send({
      content: loops ? make(exchange.answer) : exchange.answer,
      finish: loops ? 'length' : 'stop',
    });
  };
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The text of the answer is unusual. */
const TEXTS = {
  prose: answering(
    () => 'This document is a contract between two parties. It has several obligations and deadlines.',
  ),
  fence: answering((digest) => `\`\`\`json\n${digest}\n\`\`\``),
  'prose-around': answering(
    (digest) =>
      `Sure! Here is the digest you asked for:\n\n${digest}\n\nLet me know if {anything} is missing.`,
  ),
  think: answering(
    (digest) => `<think>\nThe form is {"title": …}. Let me see what {matters}.\n</think>\n\n${digest}`,
  ),
  'think-only': answering(() => '<think>\nI have to consider the form {"title"'),
  'think-without-opening': answering(
    (digest) => `The form is {"title": "?"} so I will begin.\n</think>\n${digest}`,
  ),
  'reasoning-only': (exchange: Exchange) => {
    exchange.send({ content: '', finish: 'stop', reasoning: exchange.answer });
  },
  'thoughts-only': (exchange: Exchange) => {
    exchange.send({
      content: '',
      finish: 'stop',
      reasoning: 'The form is {"title": …}. The contract has two parties, and deadlines.',
    });
  },
  'near-json': answering((digest) =>
    digest.replace(/^\{/, '{ // the digest\n').replace(/\}$/, ',}').replace('"title"', 'title'),
  ),
  'unescaped-quotes': answering((digest) => digest.replace('"title":"', '"title":"The "so-called" ')),
  'truncated-json': answering((digest) => digest.slice(0, Math.floor(digest.length * 0.6))),
  'key-in-answer': answering((digest, { apiKey }) =>
    apiKey === ''
      ? digest
      : JSON.stringify({ ...asObject(JSON.parse(digest)), title: apiKey, tags: [apiKey] }),
  ),
  'digest-in-envelope': answering((digest) =>
    JSON.stringify({ status: 'ok', results: [JSON.parse(digest)] }),
  ),
  'digest-as-text': answering((digest) => JSON.stringify(digest)),
  'echoed-form': answering(
    (digest) => `{"title": string, "summary": [{"text": string, "refs": [number]}]}\n\n${digest}`,
  ),
  'duplicate-answers': answering((digest) => `${digest}\n${digest}`),
};

const FIELDS = {
  'unknown-fields': changing((digest) => ({
    ...digest,
    confidence: 0.9,
    sources: [{ url: 'https://example.invalid' }],
  })),
  'missing-fields': changing((digest) => ({ summary: digest['summary'] })),
  'wrong-types': changing(() => ({ title: { text: 'x' }, summary: [{ text: ['a'], refs: {} }], actions: 7 })),
  'refs-as-text': changing((digest) =>
    withRefs(digest, (refs) =>
      Array.isArray(refs) ? refs.map((ref) => `[${String(ref)}]`).join(', ') : refs,
    ),
  ),
  'refs-out-of-range': changing((digest) => withRefs(digest, () => [0, -3, 999_999, 1.5])),
  'empty-digest': changing((digest) => ({ ...digest, summary: [], actions: [], points: [], facts: [] })),
};

/** Replaces the answer to a request for a digest. Answers to other requests stay correct. */
function digesting(make: (lines: readonly NumberedLine[]) => Draft): Parameters<typeof answering>[0] {
  return (answer, { request, prompt }) => {
    return request.requestKind === 'digest' ? JSON.stringify(make(numberedLines(prompt))) : answer;
  };
}

/** The form is valid, but the content cannot be trusted. */
const CONTENTS = {
  obedient: answering(digesting(obeying)),
  lying: answering(digesting(lying)),
};

const ENDS = {
  'empty-content': answering(() => ''),
  'null-content': (exchange: Exchange) => {
    exchange.send({ content: null, finish: 'stop' });
  },
  'cut-off': answering((digest) => digest.slice(0, Math.floor(digest.length * 0.7)), { finish: 'length' }),
  'cut-by-another-name': answering((digest) => digest.slice(0, Math.floor(digest.length * 0.7)), {
    finish: 'MAX_OUTPUT_TOKENS',
  }),
  'broke-down': answering((digest) => digest.slice(0, 40), { finish: 'insufficient_system_resource' }),
  'no-finish-reason': answering((digest) => digest, { finish: null }),
  refusal: (exchange: Exchange) => {
    exchange.send({ content: null, finish: 'stop', refusal: "I'm sorry, I can't help with that." });
  },
  'filtered-answer': answering((digest) => digest.slice(0, 40), { finish: 'content_filter' }),
  // Zhipu's word for a filtered answer.
  'sensitive-answer': answering(() => '', { finish: 'sensitive' }),
  'prompt-cut': (exchange: Exchange) => {
    exchange.send({
      content: exchange.answer,
      finish: 'stop',
      promptTokens: Math.ceil(exchange.promptTokens * 0.3),
    });
  },
  'no-usage': answering((digest) => digest, { promptTokens: null }),
  // Some gateways do not count the tokens that were cached.
  'one-token-counted': answering((digest) => digest, { promptTokens: 1 }),
  'blanks-after-answer': answering((digest) => `${digest}${' '.repeat(4_000)}`, { finish: 'length' }),
  'blank-loop': looping((digest) => `${digest.slice(0, 60)}${'\n '.repeat(2_000)}`),
  'repeat-loop': looping(
    (digest) => digest.slice(0, 60) + '{"text": "The parties shall sign the list of goods."}, '.repeat(80),
  ),
  'filter-with-detail': answering((digest) => digest.slice(0, 60), { finish: 'content_filter: RECITATION' }),
  'refusal-as-reason': answering(() => 'I would rather not summarise this.', { finish: 'refusal' }),
};

export const ANSWER_FAULTS: Readonly<Record<AnswerFault, (exchange: Exchange) => void>> = {
  ...BODIES,
  ...PLACES,
  ...TEXTS,
  ...FIELDS,
  ...CONTENTS,
  ...ENDS,
};
