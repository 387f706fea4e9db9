import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PromptCounts } from '../../../src/llm/prompt-counts';

describe('PromptCounts', () => {
  it('a prompt is judged as cut if the endpoint reports far fewer tokens than the prompt has', () => {
    expect(new PromptCounts().judge(10_000, 4_096)).toBe('cut');
  });

  it('a prompt is judged as whole if it is short, or if most of its tokens are reported', () => {
    const counts = new PromptCounts();
    expect(counts.judge(900, 10)).toBe('whole');
    expect(counts.judge(10_000, 7_000)).toBe('whole');
  });

  it.each([1, 12, 400])('%i is too low to be the token count of a prompt of 10,000 tokens', (reported) => {
    expect(new PromptCounts().judge(10_000, reported)).toBe('not-counted');
  });

  it('two prompts of different sizes are judged as cut if the reported numbers are equal', () => {
    const counts = new PromptCounts();
    expect(counts.judge(20_000, 4_096)).toBe('cut');
    expect(counts.judge(10_000, 4_096)).toBe('cut');
    expect(counts.judge(5_000, 4_096)).toBe('whole');
  });

  it('after two prompts of different sizes, an endpoint that always reports too few tokens is recognized', () => {
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
