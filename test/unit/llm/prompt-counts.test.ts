import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PromptCounts } from '../../../src/llm/prompt-counts';

describe('PromptCounts', () => {
  it('reports a cut prompt when the endpoint counts far fewer tokens than the prompt has', () => {
    expect(new PromptCounts().judge(10_000, 4_096)).toBe('cut');
  });

  it('accepts every count of a short prompt, and a count that is nearly as high as expected', () => {
    const counts = new PromptCounts();
    expect(counts.judge(900, 10)).toBe('whole');
    expect(counts.judge(10_000, 7_000)).toBe('whole');
  });

  it.each([1, 12, 400])(
    'ignores a number that is too low to be a count of the prompt: %i of 10,000 tokens',
    (reported) => {
      expect(new PromptCounts().judge(10_000, reported)).toBe('not-counted');
    },
  );

  it('if two prompts of different sizes get the same count, reports both as cut', () => {
    const counts = new PromptCounts();
    expect(counts.judge(20_000, 4_096)).toBe('cut');
    expect(counts.judge(10_000, 4_096)).toBe('cut');
    expect(counts.judge(5_000, 4_096)).toBe('whole');
  });

  it('learns from a second prompt of another size that the endpoint counts too few tokens', () => {
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
