import { expect, it } from 'vitest';
import { Failure } from '../../../src/failure';
import { pauseFor } from '../../../src/pipeline/hold-up';

it('a pause after a rate limit has an end, unlike a pause after a wrong key', () => {
  const rate = (seconds?: number): Failure =>
    new Failure('llm-rate-limit', {
      passing: true,
      details: seconds === undefined ? {} : { retryAfterSeconds: seconds },
    });
  expect(pauseFor(rate(3_600), 1_000)?.until).toBe(3_601_000);
  expect(pauseFor(rate(), 1_000)?.until).toBe(61_000);
  expect(pauseFor(new Failure('llm-key-wrong'), 1_000)).toMatchObject({ failure: { kind: 'llm-key-wrong' } });
  expect(pauseFor(new Failure('llm-key-wrong'), 1_000)).not.toHaveProperty('until');
});

it.each(['llm-bad-answer', 'llm-content-filter', 'llm-too-long', 'pdf-corrupt', 'unexpected'] as const)(
  'the queue does not pause after the failure %s, which concerns only one document',
  (kind) => expect(pauseFor(new Failure(kind), 0)).toBeNull(),
);
