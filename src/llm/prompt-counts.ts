/** If an endpoint counts less than this share of the expected tokens, it may have cut the prompt. */
const CUT_SHARE = 0.6;
/** A prompt with fewer tokens than this is not checked, because it fits into every context. */
const SMALLEST_CUT = 1_000;
/**
 * If an endpoint counts less than this share of the expected tokens, its number is not a count of the prompt.
 * Some gateways always report one token, or only the tokens that were not cached.
 */
const NOT_COUNTED = 0.05;
/** Two prompts differ in size if one has at least `OTHER_SIZE` times as many tokens as the other. */
const OTHER_SIZE = 1.3;
/** Two shares are the same if they differ by less than this part of the larger share. */
const SAME_SHARE = 0.15;

/** `not-counted`: the number that the endpoint reported is not a count of the prompt. */
export type PromptCount = 'whole' | 'cut' | 'not-counted';

/**
 * Finds out from an endpoint's token counts whether it cuts prompts. The share is the number of counted
 * tokens, divided by the number of expected tokens. If the endpoint cuts prompts, it counts the same number
 * of tokens for all of them, so a longer prompt has a smaller share. If prompts of different sizes have the
 * same share, nothing was cut: the endpoint only counts fewer tokens than expected.
 */
export class PromptCounts {
  readonly #low: { readonly expected: number; readonly share: number }[] = [];
  #countsLess = false;

  /** Both numbers are in tokens. */
  judge(expected: number, reported: number): PromptCount {
    const share = reported / expected;
    if (expected < SMALLEST_CUT || share >= CUT_SHARE) return 'whole';
    if (share < NOT_COUNTED || this.#countsLess) return 'not-counted';
    this.#countsLess = this.#low.some(
      (other) => isOtherSize(expected, other.expected) && isSame(share, other.share),
    );
    this.#low.push({ expected, share });
    return this.#countsLess ? 'not-counted' : 'cut';
  }
}

function isOtherSize(one: number, other: number): boolean {
  return Math.max(one, other) >= OTHER_SIZE * Math.min(one, other);
}

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) < SAME_SHARE * Math.max(one, other);
}
