/** If the endpoint counts less than this share of the tokens that were sent, it may have cut the prompt. */
const CUT_SHARE = 0.6;
/** Prompts with fewer tokens are not checked: every endpoint has a context that holds them. */
const SMALLEST_CUT = 1_000;
/**
 * If the endpoint counts less than this share of the prompt, its count is ignored, because no context is that
 * small. Some gateways always report one token, or report only the tokens that were not cached.
 */
const NOT_COUNTED = 0.05;
/** Two prompts differ in size when one has at least this many times the tokens of the other. */
const OTHER_SIZE = 1.3;
/** Two shares are equal when they differ by less than this part of the larger one. */
const SAME_SHARE = 0.15;

/**
 * The meaning of an endpoint's count of a prompt. `not-counted` means that the count is not a count of the
 * prompt.
 */
export type PromptCount = 'whole' | 'cut' | 'not-counted';

/**
 * Judges the token counts of one endpoint. A context of fixed size cuts every longer prompt to the same
 * number of tokens, so a shorter prompt keeps a larger share. If prompts of different sizes have the same
 * share, the endpoint counts fewer tokens than the model read, and nothing was cut.
 */
export class PromptCounts {
  readonly #low: { readonly expected: number; readonly share: number }[] = [];
  #countsLess = false;

  /** Judges one count. Both values are in tokens. */
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
