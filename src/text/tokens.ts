/**
 * What a text counts, by kinds of characters, in tokens. Fitted to the tokenizers of GPT-4o, Qwen and
 * DeepSeek: no lower than any of them on simplified Chinese, English and figures (see the test for the
 * counts), so that no context overflows, and seldom more than half too high.
 */
const WEIGHTS = {
  han: 0.76,
  kana: 0.85,
  hangul: 1,
  /** Some take every digit for itself, and the space before a number, too. */
  digit: 1,
  /** A word of up to five letters; every further 3.3 are one more. */
  word: 1.15,
  letter: 1 / 3.3,
  accent: 0.8,
  /** A letter of a script without a weight of its own. */
  other: 0.42,
  mark: 1.08,
  line: 0.8,
} as const;

const SHORT_WORD = 5;

/**
 * Runs of characters of one kind; white space other than line ends and before numbers belongs to the word
 * after it.
 */
const RUNS =
  /(?<han>\p{Script=Han}+)|(?<kana>[\p{Script=Hiragana}\p{Script=Katakana}ー]+)|(?<hangul>\p{Script=Hangul}+)|(?<digit> ?\p{Nd}+)|(?<word>[\p{Script=Latin}'’]+)|(?<other>[\p{L}\p{M}]+)|(?<line>\n)|(?<mark>\S)/gu;

/** A model counts up to so many times less than is estimated; what it is expected to report lies between. */
const EXPECTED_SHARE = 0.82;

/** How far what an endpoint reports may move the estimate; beyond, its count is not one of the prompt. */
const LOWEST_RATIO = 0.5;
const HIGHEST_RATIO = 2;

/** Weight of a new, lower ratio; a higher one counts at once. */
const LEARNING_RATE = 0.2;

/**
 * Tokens of a text, rather too many than too few.
 * @param ratio what was learned of the model ({@link learnTokenRatio}); 1 when nothing was
 */
export function estimateTokens(text: string, ratio = 1): number {
  return Math.ceil(weigh(text) * ratio);
}

/**
 * Tokens a model will report for a text, neither too many nor too few: by what was learned of it, else the
 * middle of what models count.
 */
export function expectedTokens(text: string, ratio: number = EXPECTED_SHARE): number {
  return weigh(text) * ratio;
}

function weigh(text: string): number {
  let tokens = 0;
  for (const { 0: run, groups = {} } of text.matchAll(RUNS)) {
    if (groups['word'] !== undefined) tokens += weighWord(run);
    else if (groups['other'] !== undefined) tokens += Math.max(1, run.length * WEIGHTS.other);
    else tokens += run.length * weightOf(groups);
  }
  return tokens;
}

function weighWord(word: string): number {
  const accents = word.match(/[^A-Za-z'’]/g)?.length ?? 0;
  return WEIGHTS.word + Math.max(0, word.length - SHORT_WORD) * WEIGHTS.letter + accents * WEIGHTS.accent;
}

function weightOf(groups: Readonly<Record<string, string | undefined>>): number {
  const kind = (['han', 'kana', 'hangul', 'digit', 'line'] as const).find(
    (name) => groups[name] !== undefined,
  );
  return WEIGHTS[kind ?? 'mark'];
}

/**
 * The ratio between what a model counts and what is estimated for it, learned from one more call. It rises at
 * once and falls slowly, so that one short prompt does not bring the estimate below the next long one.
 * @param text everything that was sent
 * @param reported prompt tokens as the endpoint counted them
 */
export function learnTokenRatio(known: number | undefined, text: string, reported: number): number {
  const seen = Math.min(HIGHEST_RATIO, Math.max(LOWEST_RATIO, reported / Math.max(1, weigh(text))));
  if (known === undefined || seen >= known) return seen;
  return known + (seen - known) * LEARNING_RATE;
}
