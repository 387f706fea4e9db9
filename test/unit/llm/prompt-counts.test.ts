import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PromptCounts } from '../../../src/llm/prompt-counts';

describe('PromptCounts', () => {
  it('a prompt counts as cut if the endpoint counts far fewer tokens than the prompt has', () => {
    expect(new PromptCounts().judge(10_000, 4_096)).toBe('cut');
  });

  it('a prompt counts as whole if it is short or has nearly the expected token count', () => {
    const counts = new PromptCounts();
    expect(counts.judge(900, 10)).toBe('whole');
    expect(counts.judge(10_000, 7_000)).toBe('whole');
  });

  it.each([1, 12, 400])('%i is too low to be the token count of a prompt of 10,000 tokens', (reported) => {
    expect(new PromptCounts().judge(10_000, reported)).toBe('not-counted');
  });

  it('two prompts of different sizes count as cut if both get the same token count', () => {
    const counts = new PromptCounts();
    expect(counts.judge(20_000, 4_096)).toBe('cut');
    expect(counts.judge(10_000, 4_096)).toBe('cut');
    expect(counts.judge(5_000, 4_096)).toBe('whole');
  });

  it('an endpoint that counts too few tokens is recognized from two prompts of different sizes', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.06, max: 0.59, noNaN: true }),
        fc.integer({ min: 3_000, max: 100_000 }),
        (share, size) => {
          const counts = new PromptCounts();
          expect(counts.judge(size, size * share)).toBe('cut');
          expect(counts.judge(size / 2, (size / 2) * share)).toBe('not-counted');
          expect(counts.judge(size * 0.9, size * 0.9 * share)).toBe('not-counted');
        },
      ),
    );
  });
});
