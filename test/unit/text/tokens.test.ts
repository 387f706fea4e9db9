import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateTokens, expectedTokens, learnTokenRatio } from '../../../src/text/tokens';

const CHINESE = '甲方应于验收合格之日起十个工作日内，向乙方支付合同总价款的百分之三十。';
const ENGLISH = 'The Contractor shall deliver the final report no later than 15 March 2026. ';

describe('estimateTokens', () => {
  it('never shrinks when text is added', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' }), (text, more) => {
      expect(estimateTokens(`${text}\n${more}`)).toBeGreaterThanOrEqual(estimateTokens(text));
    }));
  });

  // Characters per token of the tokenizers in use: Chinese 1.2 (o200k) to 1.7 (DeepSeek), English 4 to 4.8.
  it('is rather too high than too low', () => {
    expect(estimateTokens(CHINESE)).toBeGreaterThanOrEqual(CHINESE.length / 1.2);
    expect(estimateTokens(ENGLISH)).toBeGreaterThanOrEqual(ENGLISH.length / 4.8);
    expect(estimateTokens(ENGLISH)).toBeLessThanOrEqual((ENGLISH.length / 4) * 1.5);
  });

  it('follows what was learned of the model', () => {
    expect(estimateTokens(CHINESE, 0.7)).toBeLessThan(estimateTokens(CHINESE));
  });
});

describe('expectedTokens', () => {
  it.each([1.2, 1.45, 1.7])('suspects no cut of a model with %d Chinese characters a token', (perToken) => {
    expect(CHINESE.length / perToken).toBeGreaterThan(expectedTokens(CHINESE) * 0.6);
  });

  it('is what the model counted last', () => {
    const ratio = learnTokenRatio(undefined, ENGLISH, 25);
    expect(expectedTokens(ENGLISH, ratio)).toBeCloseTo(25);
  });
});

describe('learnTokenRatio', () => {
  it('rises at once and falls slowly', () => {
    const low = learnTokenRatio(undefined, ENGLISH, 15);
    const high = learnTokenRatio(low, ENGLISH, 25);
    expect(expectedTokens(ENGLISH, high)).toBeCloseTo(25);
    const fallen = learnTokenRatio(high, ENGLISH, 15);
    expect(fallen).toBeLessThan(high);
    expect(fallen).toBeGreaterThan(low);
  });

  it('is not led astray by a count that cannot be', () => {
    fc.assert(fc.property(fc.nat(), fc.option(fc.double({ min: 0.5, max: 2, noNaN: true }), { nil: undefined }), (count, known) => {
      const ratio = learnTokenRatio(known, ENGLISH, count);
      expect(ratio).toBeGreaterThanOrEqual(0.5);
      expect(ratio).toBeLessThanOrEqual(2);
    }));
  });
});
