import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../../src/failure';
import { allowing, NeedsYou, type Allowance, type AskCost } from '../../../src/pipeline/approve';
import { HeldUp } from '../../../src/pipeline/hold-up';

const plan = { parts: 3, calls: 4, tokens: 1_000 };
const allowance =
  (change: Partial<Allowance> = {}): (() => Allowance) =>
  () => ({
    confirmAbove: 500,
    daily: 0,
    spentToday: 0,
    renewsAt: 99,
    ...change,
  });
const { signal } = new AbortController();
const answering = (answer: boolean): { ask: AskCost; questions: string[] } => {
  const questions: string[] = [];
  return {
    questions,
    ask: ({ name, pages, tokens }) =>
      Promise.resolve(questions.push(`${name} ${pages} ${tokens}`) > 0 && answer),
  };
};

describe('allowing', () => {
  it('`allowing` permits up to `confirmAbove` tokens, or any number if `confirmAbove` is 0', async () => {
    await allowing(allowance({ confirmAbove: 1_000 }), 'a.pdf', null, signal)(plan, 7);
    await allowing(allowance({ confirmAbove: 0 }), 'a.pdf', null, signal)(plan, 7);
  });

  it('`allowing` throws NeedsYou if the user cannot be asked', async () => {
    const refused = allowing(allowance(), 'a.pdf', null, signal)(plan, 7);
    await expect(refused).rejects.toThrow(NeedsYou);
    await expect(refused).rejects.toMatchObject({
      need: { kind: 'cost', pages: 7, parts: 3, tokens: 1_000 },
    });
  });

  it('`allowing` asks the user only once about the same document', async () => {
    const { ask, questions } = answering(true);
    const allow = allowing(allowance(), 'a.pdf', ask, signal);
    await allow(plan, 7);
    await allow(plan, 7);
    expect(questions).toEqual(['a.pdf 7 1000']);
  });

  it('`allowing` throws NeedsYou if the user declines, and Cancelled if the signal is aborted', async () => {
    await expect(allowing(allowance(), 'a.pdf', answering(false).ask, signal)(plan, 7)).rejects.toThrow(
      NeedsYou,
    );
    const cancelled = allowing(allowance(), 'a.pdf', answering(false).ask, AbortSignal.abort())(plan, 7);
    await expect(cancelled).rejects.toThrow(Cancelled);
  });

  it('`allowing` throws HeldUp if the daily limit would be exceeded, even if the user agreed', async () => {
    const allow = allowing(
      allowance({ daily: 2_000, spentToday: 1_500 }),
      'a.pdf',
      answering(true).ask,
      signal,
    );
    await expect(allow(plan, 7)).rejects.toThrow(HeldUp);
    await expect(allow(plan, 7)).rejects.toMatchObject({
      pause: { until: 99, failure: { kind: 'llm-daily-limit' } },
    });
  });
});
