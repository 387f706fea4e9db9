import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TOKEN_COUNTS } from './token-counts';
import { estimateTokens, expectedTokens, learnTokenRatio } from '../../../src/text/tokens';

const CHINESE = '甲方应于验收合格之日起十个工作日内，向乙方支付合同总价款的百分之三十。';
const ENGLISH = 'The Contractor shall deliver the final report no later than 15 March 2026. ';

describe('estimateTokens', () => {
  it('estimateTokens never returns a lower number after text is added', () => {
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
    'for %s, estimateTokens is between 1 and 1.5 times the highest count of the tokenizers',
    (_, lines, counts) => {
      const estimate = estimateTokens(lines.join('\n'));
      expect(estimate).toBeGreaterThanOrEqual(Math.max(...counts));
      expect(estimate).toBeLessThanOrEqual(1.5 * Math.max(...counts));
    },
  );

  // The counts of the tokenizers differ by up to 46 %. For example, some tokenizers make a token of each
  // digit.
  it.each(TOKEN_COUNTS)(
    'for %s, estimateTokens is at most two thirds above the lowest count of the tokenizers',
    (_, lines, counts) => {
      expect(estimateTokens(lines.join('\n'))).toBeLessThanOrEqual(1.66 * Math.min(...counts));
    },
  );

  it('estimateTokens uses the learned ratio of the model', () => {
    expect(estimateTokens(CHINESE, 0.7)).toBeLessThan(estimateTokens(CHINESE));
  });
});

describe('expectedTokens', () => {
  it.each([1.2, 1.45, 1.7])(
    'expectedTokens is at most two thirds too high if a token has %d Chinese characters',
    (perToken) => {
      expect(CHINESE.length / perToken).toBeGreaterThan(expectedTokens(CHINESE) * 0.6);
    },
  );

  it('expectedTokens returns the token count that the model reported for the same text', () => {
    const ratio = learnTokenRatio(undefined, ENGLISH, 25);
    expect(expectedTokens(ENGLISH, ratio)).toBeCloseTo(25);
  });
});

describe('learnTokenRatio', () => {
  it('learnTokenRatio raises the ratio at once and lowers the ratio slowly', () => {
    const low = learnTokenRatio(undefined, ENGLISH, 15);
    const high = learnTokenRatio(low, ENGLISH, 25);
    expect(expectedTokens(ENGLISH, high)).toBeCloseTo(25);
    const fallen = learnTokenRatio(high, ENGLISH, 15);
    expect(fallen).toBeLessThan(high);
    expect(fallen).toBeGreaterThan(low);
  });

  it('learnTokenRatio returns a ratio from 0.5 to 2 for any count', () => {
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
