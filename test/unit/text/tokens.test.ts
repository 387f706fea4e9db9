import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TOKEN_COUNTS } from './token-counts';
import { estimateTokens, expectedTokens, learnTokenRatio } from '../../../src/text/tokens';

const CHINESE = '甲方应于验收合格之日起十个工作日内，向乙方支付合同总价款的百分之三十。';
const ENGLISH = 'The Contractor shall deliver the final report no later than 15 March 2026. ';

describe('estimateTokens', () => {
  it('never returns a lower number after text was added', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme' }),
        (text, more) => {
          expect(estimateTokens(`${text}\n${more}`)).toBeGreaterThanOrEqual(estimateTokens(text));
        },
      ),
    );
  });

  it.each(TOKEN_COUNTS)(
    'is never lower than the highest count of the tokenizers, and at most 50 % higher: %s',
    (_, lines, counts) => {
      const estimate = estimateTokens(lines.join('\n'));
      expect(estimate).toBeGreaterThanOrEqual(Math.max(...counts));
      expect(estimate).toBeLessThanOrEqual(1.5 * Math.max(...counts));
    },
  );

  // The counts of the tokenizers differ by up to 46 %. For example, some tokenizers make a token of each
  // digit.
  it.each(TOKEN_COUNTS)('is at most two thirds above the lowest count: %s', (_, lines, counts) => {
    expect(estimateTokens(lines.join('\n'))).toBeLessThanOrEqual(1.66 * Math.min(...counts));
  });

  it('uses the learned ratio of the model', () => {
    expect(estimateTokens(CHINESE, 0.7)).toBeLessThan(estimateTokens(CHINESE));
  });
});

describe('expectedTokens', () => {
  it.each([1.2, 1.45, 1.7])(
    'is at most two thirds above the count of a model with %d Chinese characters per token',
    (perToken) => {
      expect(CHINESE.length / perToken).toBeGreaterThan(expectedTokens(CHINESE) * 0.6);
    },
  );

  it('uses the last token count that the model reported', () => {
    const ratio = learnTokenRatio(undefined, ENGLISH, 25);
    expect(expectedTokens(ENGLISH, ratio)).toBeCloseTo(25);
  });
});

describe('learnTokenRatio', () => {
  it('raises the ratio at once and lowers it slowly', () => {
    const low = learnTokenRatio(undefined, ENGLISH, 15);
    const high = learnTokenRatio(low, ENGLISH, 25);
    expect(expectedTokens(ENGLISH, high)).toBeCloseTo(25);
    const fallen = learnTokenRatio(high, ENGLISH, 15);
    expect(fallen).toBeLessThan(high);
    expect(fallen).toBeGreaterThan(low);
  });

  it('returns a ratio from 0.5 to 2 for any count', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.option(fc.double({ min: 0.5, max: 2, noNaN: true }), { nil: undefined }),
        (count, known) => {
          const ratio = learnTokenRatio(known, ENGLISH, count);
          expect(ratio).toBeGreaterThanOrEqual(0.5);
          expect(ratio).toBeLessThanOrEqual(2);
        },
      ),
    );
  });
});
