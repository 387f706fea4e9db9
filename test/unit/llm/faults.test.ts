import { describe, expect, it } from 'vitest';
import type { FailureKind } from '../../../src/failure';
import type { FaultName } from '../../endpoint/server';
import { draft, failureOf, start } from './setup';

/** Faults that end in a draft all the same: how, and after how many requests. */
const survived: readonly (readonly [FaultName, number])[] = [
  ['good', 1],
  ['text-plain', 1],
  ['keep-alive-padding', 1],
  ['fence', 1],
  ['prose-around', 1],
  ['think', 1],
  ['think-without-opening', 1],
  ['near-json', 1],
  ['unescaped-quotes', 1],
  ['duplicate-answers', 1],
  ['unknown-fields', 1],
  ['missing-fields', 1],
  ['refs-as-text', 1],
  ['refs-out-of-range', 1],
  ['no-usage', 1],
  ['refuse-schema', 2],
  ['refuse-json-mode', 3],
  ['refuse-parameters', 2],
  ['stream', 1],
  ['stream-without-done', 1],
  ['only-stream', 2],
];

/** Faults that end in a failure: its kind, whether it passes, and the requests that were sent. */
const failed: readonly (readonly [FaultName, FailureKind, boolean, number])[] = [
  ['wrong-key', 'llm-key-wrong', false, 1],
  ['echo-key', 'llm-key-wrong', false, 1],
  ['forbidden', 'llm-key-wrong', false, 1],
  ['no-balance', 'llm-no-balance', false, 1],
  ['unknown-model', 'llm-model-unknown', false, 1],
  ['daily-quota', 'llm-daily-quota', false, 1],
  ['content-filter', 'llm-content-filter', false, 1],
  ['filtered-answer', 'llm-content-filter', false, 1],
  ['too-long', 'llm-too-long', false, 1],
  ['request-too-large', 'llm-too-long', false, 1],
  ['bad-request', 'llm-bad-request', false, 1],
  ['rate-limit', 'llm-rate-limit', true, 4],
  ['rate-limit-2s', 'llm-rate-limit', true, 4],
  ['rate-limit-date', 'llm-rate-limit', true, 4],
  ['rate-limit-rubbish', 'llm-rate-limit', true, 4],
  ['rate-limit-1h', 'llm-rate-limit', true, 1],
  ['server-error', 'llm-server', true, 4],
  ['error-without-body', 'llm-server', true, 4],
  ['bad-gateway-page', 'llm-server', true, 4],
  ['unavailable', 'llm-server', true, 4],
  ['overloaded', 'llm-server', true, 4],
  ['gateway-timeout', 'llm-server', true, 4],
  ['empty-body', 'llm-server', true, 4],
  ['error-in-200', 'llm-no-balance', false, 1],
  ['not-found-page', 'llm-not-an-api', false, 1],
  ['method-not-allowed', 'llm-not-an-api', false, 1],
  ['redirect', 'llm-not-an-api', false, 1],
  ['html', 'llm-not-an-api', false, 1],
  ['no-choices', 'llm-not-an-api', false, 1],
  ['json-array', 'llm-not-an-api', false, 1],
  ['reset-before-headers', 'llm-unreachable', true, 4],
  ['reset-in-headers', 'llm-unreachable', true, 4],
  ['reset-in-body', 'llm-unreachable', true, 4],
  ['refused', 'llm-unreachable', true, 0],
  ['prose', 'llm-bad-answer', false, 2],
  ['think-only', 'llm-bad-answer', false, 2],
  ['reasoning-only', 'llm-bad-answer', false, 2],
  ['truncated-json', 'llm-bad-answer', false, 2],
  ['wrong-types', 'llm-bad-answer', false, 2],
  ['empty-digest', 'llm-bad-answer', false, 2],
  ['empty-content', 'llm-bad-answer', false, 2],
  ['null-content', 'llm-bad-answer', false, 2],
  ['ten-megabytes', 'llm-bad-answer', false, 1],
  ['invalid-utf-8', 'llm-bad-answer', false, 1],
  ['cut-off', 'llm-cut-off', false, 1],
  ['no-finish-reason', 'llm-cut-off', false, 1],
  ['empty-choices', 'llm-cut-off', false, 1],
  ['refusal', 'llm-refused', false, 1],
  ['cut-stream', 'llm-cut-off', false, 1],
  ['stream-error', 'llm-too-long', false, 1],
  ['stream-error-midway', 'llm-server', true, 4],
];

describe('an endpoint that answers, in its way', () => {
  it.each(survived)('%s: a draft after %i request(s)', async (fault, requests) => {
    const { server, model } = await start({ fault });
    const { draft: answer } = await draft(model);
    expect(answer.summary.length).toBeGreaterThan(0);
    expect(server.requests).toHaveLength(requests);
  });
});

describe('an endpoint that fails', () => {
  it.each(failed)('%s: %s (passing: %s) after %i request(s)', async (fault, kind, passing, requests) => {
    const { server, model } = await start({ fault });
    const failure = await failureOf(draft(model));
    expect({ kind: failure.kind, passing: failure.passing }).toEqual({ kind, passing });
    expect(server.requests).toHaveLength(requests);
  });

  it.each(['slow', 'slow-drip'] as const)('%s: llm-timeout, and never sent again', async (fault) => {
    const { server, model } = await start({ fault }, { timeoutSeconds: 20 });
    const failure = await failureOf(draft(model));
    expect(failure.kind).toBe('llm-timeout');
    expect(failure.details['seconds']).toBe(20);
    expect(server.requests).toHaveLength(1);
  });

  it('goes on with the next document after any of them', async () => {
    const { server, model } = await start({ fault: (number) => (number === 1 ? 'prose' : number === 2 ? 'html' : 'good') });
    await failureOf(draft(model));
    const { draft: answer } = await draft(model);
    expect(answer.doc_type).toBe('contract');
    expect(server.requests).toHaveLength(3);
  });
});
