import type { Draft } from '../../src/llm/draft';
import { lying, obeying } from './bad-digests';
import { numberedLines, type NumberedLine } from './digest-of';
import type { Exchange, Said } from './exchange';

/** Answers that come with 200 and are not, or not simply, the digest. */
export type AnswerFault = 'html' | 'text-plain' | 'empty-body' | 'error-in-200' | 'keep-alive-padding' | 'no-choices' | 'empty-choices'
  | 'json-array' | 'ten-megabytes' | 'invalid-utf-8' | 'prose' | 'fence' | 'prose-around' | 'think' | 'think-only' | 'think-without-opening'
  | 'reasoning-only' | 'thoughts-only' | 'near-json' | 'unescaped-quotes' | 'truncated-json' | 'duplicate-answers' | 'unknown-fields' | 'missing-fields' | 'wrong-types'
  | 'refs-as-text' | 'refs-out-of-range' | 'empty-digest' | 'empty-content' | 'null-content' | 'cut-off' | 'no-finish-reason' | 'refusal'
  | 'envelope' | 'tool-call' | 'function-call' | 'parts' | 'text-choice' | 'empty-error' | 'content-as-object'
  | 'code-401-in-200' | 'key-in-answer' | 'cut-body' | 'broke-down' | 'cut-by-another-name' | 'digest-in-envelope' | 'digest-as-text' | 'echoed-form'
  | 'filtered-answer' | 'sensitive-answer' | 'prompt-cut' | 'no-usage' | 'obedient' | 'lying';

/** Says something made out of the honest answer. */
function saying(make: (digest: string, exchange: Exchange) => string, more: Partial<Said> = {}): (exchange: Exchange) => void {
  return (exchange) => {
    exchange.say({ content: make(exchange.answer, exchange), finish: 'stop', ...more });
  };
}

/** Changes the fields of the honest answer. */
function changing(change: (digest: Record<string, unknown>) => unknown): (exchange: Exchange) => void {
  return saying((digest) => {
    const parsed: unknown = JSON.parse(digest);
    return JSON.stringify(change(typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}));
  });
}

function list(value: unknown): readonly Record<string, unknown>[] {
  const items: readonly unknown[] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  return items.map((item) => Object.fromEntries<unknown>(Object.entries(item ?? {})));
}

function withRefs(digest: Record<string, unknown>, refs: (refs: unknown) => unknown): Record<string, unknown> {
  const changed: Record<string, unknown> = { ...digest };
  for (const name of ['summary', 'actions', 'points', 'facts']) {
    changed[name] = list(digest[name]).map((item) => ({ ...item, refs: refs(item['refs']) }));
  }
  return changed;
}

function completionText(exchange: Exchange, said: Said): string {
  return JSON.stringify(exchange.profile.completion(exchange, said));
}

function honest(exchange: Exchange): Said {
  return { content: exchange.answer, finish: 'stop' };
}

const json = { 'content-type': 'application/json' };

/** Answers of which the HTTP body is what is odd. */
const BODIES = {
  html: (exchange: Exchange) => {
    exchange.raw(200, '<!DOCTYPE html><html><body>Please log in to the network.</body></html>', { 'content-type': 'text/html' });
  },
  'text-plain': (exchange: Exchange) => {
    exchange.raw(200, completionText(exchange, honest(exchange)), { 'content-type': 'text/plain' });
  },
  'empty-body': (exchange: Exchange) => {
    exchange.raw(200, '', json);
  },
  'error-in-200': (exchange: Exchange) => {
    const { body, status } = exchange.profile.errors['no-balance'];
    exchange.reply(200, status === 402 || Array.isArray(body) ? { error: { code: 402, message: 'Insufficient credits' } } : body);
  },
  'keep-alive-padding': (exchange: Exchange) => {
    exchange.raw(200, `\n\n  \n: keep-alive\n\n: keep-alive\n\n${completionText(exchange, honest(exchange))}`, json);
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
    exchange.raw(200, completionText(exchange, { content: 'x'.repeat(11 * 1024 * 1024), finish: 'stop' }), json);
  },
  'invalid-utf-8': (exchange: Exchange) => {
    const bytes = Buffer.from(completionText(exchange, honest(exchange)));
    const at = bytes.indexOf('summary') + 'summary'.length + 8;
    exchange.raw(200, Buffer.concat([bytes.subarray(0, at), Buffer.from([0xe4, 0xb8, 0xff]), bytes.subarray(at)]), json);
  },
};

/** The honest completion with another choice in it. */
function choosing(choice: (digest: string) => Readonly<Record<string, unknown>>): (exchange: Exchange) => void {
  return (exchange) => {
    exchange.reply(200, { model: 'm', choices: [{ index: 0, finish_reason: 'stop', ...choice(exchange.answer) }], usage: { prompt_tokens: exchange.promptTokens, completion_tokens: 9 } });
  };
}

/** Answers that stand elsewhere than where they belong, and codes that do. */
const PLACES = {
  envelope: (exchange: Exchange) => {
    exchange.reply(200, { code: 0, msg: 'success', data: exchange.profile.completion(exchange, honest(exchange)) });
  },
  'empty-error': (exchange: Exchange) => {
    exchange.reply(200, { error: {}, ...asObject(exchange.profile.completion(exchange, honest(exchange))) });
  },
  'tool-call': choosing((digest) => ({
    message: { role: 'assistant', content: null, tool_calls: [{ id: '1', type: 'function', function: { name: 'digest', arguments: digest } }] },
    finish_reason: 'tool_calls',
  })),
  'function-call': choosing((digest) => ({
    message: { role: 'assistant', content: null, function_call: { name: 'digest', arguments: digest } },
    finish_reason: 'function_call',
  })),
  parts: choosing((digest) => ({
    message: { content: [{ type: 'thinking', thinking: 'hm' }, { type: 'text', text: digest.slice(0, 50) }, digest.slice(50)] },
  })),
  'content-as-object': choosing((digest) => ({ message: { content: JSON.parse(digest) as unknown } })),
  'text-choice': choosing((digest) => ({ text: digest })),
  'code-401-in-200': (exchange: Exchange) => {
    exchange.reply(200, { code: 401, msg: 'Please sign in', success: false });
  },
  'cut-body': (exchange: Exchange) => {
    // As HTTP/1.0 has it: the end of the connection is the end of the body.
    const text = completionText(exchange, honest(exchange));
    exchange.incoming.socket.end(`HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n${text.slice(0, text.length - 60)}`);
  },
};

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Answers of which the text is what is odd. */
const TEXTS = {
  prose: saying(() => 'This document is a contract between two parties. It has several obligations and deadlines.'),
  fence: saying((digest) => `\`\`\`json\n${digest}\n\`\`\``),
  'prose-around': saying((digest) => `Sure! Here is the digest you asked for:\n\n${digest}\n\nLet me know if {anything} is missing.`),
  think: saying((digest) => `<think>\nThe form is {"title": …}. Let me see what {matters}.\n</think>\n\n${digest}`),
  'think-only': saying(() => '<think>\nI have to consider the form {"title"'),
  'think-without-opening': saying((digest) => `The form is {"title": "?"} so I will begin.\n</think>\n${digest}`),
  'reasoning-only': (exchange: Exchange) => {
    exchange.say({ content: '', finish: 'stop', reasoning: exchange.answer });
  },
  'thoughts-only': (exchange: Exchange) => {
    exchange.say({ content: '', finish: 'stop', reasoning: 'The form is {"title": …}. The contract has two parties, and deadlines.' });
  },
  'near-json': saying((digest) => digest.replace(/^\{/, '{ // the digest\n').replace(/\}$/, ',}').replace('"title"', 'title')),
  'unescaped-quotes': saying((digest) => digest.replace('"title":"', '"title":"The "so-called" ')),
  'truncated-json': saying((digest) => digest.slice(0, Math.floor(digest.length * 0.6))),
  'key-in-answer': saying((digest, { apiKey }) => (apiKey === '' ? digest : JSON.stringify({ ...asObject(JSON.parse(digest)), title: apiKey, tags: [apiKey] }))),
  'digest-in-envelope': saying((digest) => JSON.stringify({ status: 'ok', results: [JSON.parse(digest)] })),
  'digest-as-text': saying((digest) => JSON.stringify(digest)),
  'echoed-form': saying((digest) => `{"title": string, "summary": [{"text": string, "refs": [number]}]}\n\n${digest}`),
  'duplicate-answers': saying((digest) => `${digest}\n${digest}`),
};

/** Answers of which the fields are what is odd. */
const FIELDS = {
  'unknown-fields': changing((digest) => ({ ...digest, confidence: 0.9, sources: [{ url: 'https://example.invalid' }] })),
  'missing-fields': changing((digest) => ({ summary: digest['summary'] })),
  'wrong-types': changing(() => ({ title: { text: 'x' }, summary: [{ text: ['a'], refs: {} }], actions: 7 })),
  'refs-as-text': changing((digest) => withRefs(digest, (refs) => (Array.isArray(refs) ? refs.map((ref) => `[${String(ref)}]`).join(', ') : refs))),
  'refs-out-of-range': changing((digest) => withRefs(digest, () => [0, -3, 999_999, 1.5])),
  'empty-digest': changing((digest) => ({ ...digest, summary: [], actions: [], points: [], facts: [] })),
};

/** Another digest; a second reader stays as it is. */
function digesting(make: (lines: readonly NumberedLine[]) => Draft): Parameters<typeof saying>[0] {
  return (answer, { request, prompt }) => {
    return request.asked === 'digest' ? JSON.stringify(make(numberedLines(prompt))) : answer;
  };
}

/** Answers in the right form that cannot be trusted. */
const CONTENTS = {
  obedient: saying(digesting(obeying)),
  lying: saying(digesting(lying)),
};

/** Answers that are odd in how they ended, or in what was counted. */
const ENDS = {
  'empty-content': saying(() => ''),
  'null-content': (exchange: Exchange) => {
    exchange.say({ content: null, finish: 'stop' });
  },
  'cut-off': saying((digest) => digest.slice(0, Math.floor(digest.length * 0.7)), { finish: 'length' }),
  'cut-by-another-name': saying((digest) => digest.slice(0, Math.floor(digest.length * 0.7)), { finish: 'MAX_OUTPUT_TOKENS' }),
  'broke-down': saying((digest) => digest.slice(0, 40), { finish: 'insufficient_system_resource' }),
  'no-finish-reason': saying((digest) => digest, { finish: null }),
  refusal: (exchange: Exchange) => {
    exchange.say({ content: null, finish: 'stop', refusal: "I'm sorry, I can't help with that." });
  },
  'filtered-answer': saying((digest) => digest.slice(0, 40), { finish: 'content_filter' }),
  // Zhipu's word for it.
  'sensitive-answer': saying(() => '', { finish: 'sensitive' }),
  'prompt-cut': (exchange: Exchange) => {
    exchange.say({ content: exchange.answer, finish: 'stop', promptTokens: Math.ceil(exchange.promptTokens * 0.3) });
  },
  'no-usage': saying((digest) => digest, { promptTokens: null }),
};

export const ANSWER_FAULTS: Readonly<Record<AnswerFault, (exchange: Exchange) => void>> = { ...BODIES, ...PLACES, ...TEXTS, ...FIELDS, ...CONTENTS, ...ENDS };
