import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../../src/failure';
import { BadAnswer } from '../../../src/llm/answer/answer';
import { connect } from '../../../src/llm/connect';
import type { CheckingModel, Verdict } from '../../../src/llm/model';
import { readingOutputTokens } from '../../../src/llm/reading-limits';
import { CircuitBreakers } from '../../../src/llm/circuit-breaker';
import { runBounded } from '../../../src/run-bounded';
import { fastPorts } from '../../endpoint/fast-ports';
import { FAULTS, isFaultName } from '../../endpoint/faults';
import { nodeHttp } from '../../endpoint/node-http';
import { failed } from '../../endpoint/outcomes';
import type { EndpointOptions, FaultName } from '../../endpoint/server';
import { draft, failureOf, KEY, READING, start } from './setup';

const notAborted = new AbortController().signal;
const calls = ['read', 'correct'] as const;
type Call = (typeof calls)[number];

/** Returns the numbers of the statements in the answer. */
async function numbers(model: CheckingModel, call: Call, request = READING): Promise<readonly number[]> {
  const answer = await model[call](request, notAborted);
  return ('verdicts' in answer ? answer.verdicts : answer.corrections).map(({ n }) => n);
}

function optionsFor(call: Call, fault: FaultName | ((number: number) => FaultName)): EndpointOptions {
  return call === 'read' ? { readingFault: fault } : { correctionFault: fault };
}

const VERDICTS: readonly Verdict[] = [
  { n: 1, supported: 'yes', why: '' },
  { n: 2, supported: 'yes', why: '' },
  { n: 3, supported: 'no', why: '任何一方' },
];

describe('second readings', () => {
  it('the model sees each statement and its passage, and the second reading returns the verdicts', async () => {
    const shown: unknown[] = [];
    const { server, model } = await start({
      reader: (statements) => {
        shown.push(...statements);
        return VERDICTS;
      },
    });
    const { verdicts, tokens } = await model.read(READING, notAborted);
    expect(verdicts).toEqual(VERDICTS);
    expect(tokens).toBeGreaterThan(0);
    expect(shown).toMatchObject([
      { number: 1, passage: [{ number: 3 }, { number: 4 }], notes: [] },
      { number: 2, passage: [{ number: 5 }, { number: 6 }], notes: ['12,000元 / 1.2万元'] },
      { number: 3, passage: [{ number: 5 }, { number: 6 }], notes: [] },
    ]);
    expect(server.requests.map(({ requestKind }) => requestKind)).toEqual(['reading']);
  });

  it('model.correct returns the corrections from the answer', async () => {
    const corrected = [{ n: 3, text: '任何一方违约的，须承担违约责任。', owner: '', due: '', refs: [6] }];
    const { model } = await start({ corrector: () => corrected });
    const { corrections } = await model.correct(READING, notAborted);
    expect(corrections).toEqual(corrected);
  });

  it.each(calls)('the request of `%s` has its own schema and token limit', async (call) => {
    const { server, endpoint, model } = await start();
    await numbers(model, call);
    const name = call === 'read' ? 'verdicts' : 'corrections';
    const task = call === 'read' ? 'reading' : 'correction';
    const schema = { required: [name], additionalProperties: false };
    expect(server.requests[0]?.body).toMatchObject({
      max_tokens: readingOutputTokens(task, 3, endpoint.maxOutputTokens),
      response_format: { type: 'json_schema', json_schema: { strict: true, schema } },
      messages: [{ role: 'system' }, { role: 'user' }],
    });
    expect(JSON.stringify(server.requests[0]?.body)).not.toContain('doc_type');
  });

  const vendors = [
    'ollama',
    'openai',
    'anthropic',
    'azure',
    'dashscope',
    'deepseek',
    'gemini',
    'lmstudio',
  ] as const;
  it.each(vendors)('second readings and corrections work with %s', async (as) => {
    const { model } = await start({ as });
    for (const call of calls) expect(await numbers(model, call)).toEqual([1, 2, 3]);
  });

  it('a parameter that the endpoint refuses in a second reading is omitted from later drafts', async () => {
    const { server, model } = await start({ fault: 'refuse-json-mode' });
    await numbers(model, 'read');
    await draft(model);
    expect(server.requests).toHaveLength(4);
    expect(server.requests[3]?.body).not.toHaveProperty('response_format');
  });
});

/** Each row has the fault, the numbers of the statements in the answer, and the number of requests. */
const unusual: readonly (readonly [FaultName, readonly number[], number])[] = [
  ['reading-too-few', [1, 2], 1],
  ['reading-too-many', [1, 2, 3], 1],
  ['reading-twice', [1, 2, 3], 1],
  ['reading-as-list', [1, 2, 3], 1],
  ['reading-by-line', [1, 2, 3], 1],
  ['reading-as-map', [1, 2, 3], 1],
  ['cut-at-bound', [1, 2, 3], 2],
  ['think', [1, 2, 3], 1],
  ['fence', [1, 2, 3], 1],
  ['reasoning-only', [1, 2, 3], 1],
  ['no-usage', [1, 2, 3], 1],
  ['tool-call', [1, 2, 3], 1],
  ['only-stream', [1, 2, 3], 2],
];

describe.each(calls)('unusual answers to the call `%s`', (call) => {
  it.each(unusual)(
    'if the fault is %s, the answer covers the statements %j after %i request(s)',
    async (fault, judged, requests) => {
      const { server, model } = await start(optionsFor(call, fault));
      expect(await numbers(model, call)).toEqual(judged);
      expect(server.requests).toHaveLength(requests);
    },
  );

  const invalid = ['prose', 'reading-none', 'think-only', 'empty-content'] as const;
  it.each(invalid)('after two answers with the fault %s, the call fails with BadAnswer', async (fault) => {
    const { server, model } = await start(optionsFor(call, fault));
    const failure = await failureOf(numbers(model, call));
    const problem: unknown = expect.stringContaining('no statement from 1 to 3');
    expect(failure).toBeInstanceOf(BadAnswer);
    expect(server.requests).toHaveLength(2);
    expect(server.requests[1]?.body).toMatchObject({
      messages: [
        { role: 'system' },
        { role: 'user' },
        { role: 'assistant' },
        { role: 'user', content: problem },
      ],
    });
  });

  it('the token count includes both requests if the first answer is invalid', async () => {
    const once = await start();
    const { tokens: one = 0 } = await once.model[call](READING, notAborted);
    const twice = await start(optionsFor(call, (number) => (number === 1 ? 'prose' : 'good')));
    const { tokens: both = 0 } = await twice.model[call](READING, notAborted);
    expect(both).toBeGreaterThan(one * 1.5);
  });
});

describe('unusual verdicts', () => {
  const forms = ['reading-in-chinese', 'reading-as-booleans', 'reading-broken-off'] as const;
  it.each(forms)('the verdicts are read from the first answer if its form is %s', async (fault) => {
    const { server, model } = await start({ readingFault: fault });
    expect((await numbers(model, 'read')).length).toBeGreaterThanOrEqual(2);
    expect(server.requests).toHaveLength(1);
  });

  it('if a statement has two verdicts, the result contains the worse verdict', async () => {
    const { model } = await start({ readingFault: 'reading-twice' });
    const { verdicts } = await model.read(READING, notAborted);
    expect(new Set(verdicts.map(({ supported }) => supported))).toEqual(new Set(['no']));
  });
});

describe('reasoning models', () => {
  it('after a reasoning model has reached the low token limit, all requests have the full limit', async () => {
    const { server, endpoint, model } = await start({ fault: 'cut-at-bound' });
    const { tokens = 0 } = await model.read(READING, notAborted);
    await model.correct(READING, notAborted);
    const limits = server.requests.map(({ body }) => (body as { max_tokens: number }).max_tokens);
    const { maxOutputTokens: most } = endpoint;
    expect(limits).toEqual([readingOutputTokens('reading', 3, most), most, most]);
    const honest = await start();
    const { tokens: one = 0 } = await honest.model.read(READING, notAborted);
    expect(tokens).toBeGreaterThan(one * 1.5);
  });

  it('a second reading fails if its answer is cut off even with the full token limit', async () => {
    const { server, model } = await start({ fault: 'cut-off' });
    expect((await failureOf(numbers(model, 'read'))).kind).toBe('llm-cut-off');
    expect(server.requests).toHaveLength(2);
  });
});

/**
 * The faults that are not tested below. Some affect only the fields of a digest. The other faults have
 * another outcome in a draft than in `read` and `correct`, whose limit of output tokens is lower.
 */
const ONLY_DRAFTS: ReadonlySet<FaultName> = new Set([
  'truncated-json',
  'wrong-types',
  'empty-digest',
  'cut-off',
  'cut-by-another-name',
]);
const failures = failed.filter(([fault]) => !ONLY_DRAFTS.has(fault));

describe.each(calls)('endpoint failures at the call `%s`', (call) => {
  it.each(failures)(
    'the fault $0 leads to the failure $1 after $3 request(s)',
    async (fault, kind, passing, requests) => {
      const { server, model } = await start({ fault });
      const failure = await failureOf(numbers(model, call));
      expect({ kind: failure.kind, passing: failure.passing }).toEqual({ kind, passing });
      expect(server.requests).toHaveLength(requests);
    },
  );

  it('the endpoint gets no second request after a timeout', async () => {
    const { server, model } = await start(optionsFor(call, 'slow'), { silenceSeconds: 20 });
    expect((await failureOf(numbers(model, call))).kind).toBe('llm-timeout');
    expect(server.requests).toHaveLength(1);
  });

  it('a draft succeeds although the endpoint refused a second reading or a correction', async () => {
    const { model } = await start(optionsFor(call, 'refusal'));
    expect((await failureOf(numbers(model, call))).kind).toBe('llm-refused');
    expect((await draft(model)).draft.actions.length).toBeGreaterThan(0);
  });

  it('a reading or correction fails if the endpoint silently cuts the prompt', async () => {
    const { model } = await start({ fault: 'prompt-cut' });
    const lines = Array.from(
      { length: 200 },
      (_, index) => `[${index + 1}] 乙方应当于2026年3月15日前交付全部成果。`,
    );
    const text = lines.join('\n');
    expect((await failureOf(numbers(model, call, { ...READING, text }))).kind).toBe('llm-prompt-cut');
  });

  it('the API key is sent only in a header, and neither a result nor an error contains it', async () => {
    const faults = Object.keys(FAULTS).filter(isFaultName);
    const check = async (fault: FaultName): Promise<void> => {
      const { server, model } = await start({ as: 'openai', fault }, { silenceSeconds: 20 });
      const outcome = await model[call](READING, notAborted).catch((thrown: unknown) => thrown);
      const seen = inspect(outcome, { depth: 12, showHidden: true, maxStringLength: null });
      expect(seen + JSON.stringify(outcome), fault).not.toContain(KEY);
      for (const { headers, body, path } of server.requests) {
        const { authorization, ...others } = headers;
        expect(authorization, fault).toBe(`Bearer ${KEY}`);
        expect(JSON.stringify([others, body, path]), fault).not.toContain(KEY);
      }
    };
    // Six checks run at the same time, because they spend most of their time waiting.
    const checks = faults.map((fault) => () => check(fault));
    await runBounded(checks, 6, notAborted);
  });
});

describe.each(calls)('the call `%s`', (call) => {
  it('a reading or correction rejects at once if the caller cancels', async () => {
    const controller = new AbortController();
    const { server, model } = await start(
      optionsFor(call, () => {
        controller.abort();
        return 'slow';
      }),
    );
    const outcome = await model[call](READING, controller.signal).catch((thrown: unknown) => thrown);
    expect(outcome).toBeInstanceOf(Cancelled);
    expect(server.requests).toHaveLength(1);
  });

  it('a reading or correction uses the same circuit breaker as the drafts', async () => {
    const { server, endpoint } = await start({ as: 'openai', key: 'another' });
    const ports = fastPorts();
    const model = connect(endpoint, nodeHttp, { ...ports, breakers: new CircuitBreakers(ports.clock) });
    await failureOf(draft(model));
    for (let times = 0; times < 5; times += 1) {
      expect((await failureOf(numbers(model, call))).kind).toBe('llm-key-wrong');
    }
    expect(server.requests).toHaveLength(2);
  });
});
