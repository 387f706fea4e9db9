/**
 * Tokens per character or word, by kind of character. For the simplified Chinese and English texts of the
 * test, the estimate is 1 to 1.5 times the highest count of three tokenizers: GPT-4o, Qwen and DeepSeek.
 */
const WEIGHTS = {
  han: 0.76,
  kana: 0.85,
  hangul: 1,
  /** Some tokenizers make a token of each digit and of the space before a number. */
  digit: 1,
  /** A word of up to five letters. Each 3.3 further letters are one more token. */
  word: 1.15,
  letter: 1 / 3.3,
  accent: 0.8,
  /** A letter of a writing system that has no weight of its own. */
  other: 0.42,
  mark: 1.08,
  line: 0.8,
} as const;

const SHORT_WORD = 5;

/**
 * Runs of characters of one kind. Line breaks, and the space before a number, are counted. Other white space
 * is not counted, because it is a part of the token of the next word.
 */
const RUNS =
  /(?<han>\p{Script=Han}+)|(?<kana>[\p{Script=Hiragana}\p{Script=Katakana}ー]+)|(?<hangul>\p{Script=Hangul}+)|(?<digit> ?\p{Nd}+)|(?<word>[\p{Script=Latin}'’]+)|(?<other>[\p{L}\p{M}]+)|(?<line>\n)|(?<mark>\S)/gu;

/** The estimate is deliberately too high: a model is expected to report only this share of the estimate. */
const EXPECTED_SHARE = 0.82;

/**
 * Lower limit of the learned ratio (the tokens that a model reports, divided by the estimate). If a model
 * reports less, it has probably not counted the whole prompt.
 */
const LOWEST_RATIO = 0.5;
/** Upper limit of the learned ratio. */
const HIGHEST_RATIO = 2;

/**
 * Weight of a new ratio that is lower than the known ratio. A higher ratio replaces the known ratio at once.
 */
const LEARNING_RATE = 0.2;

/**
 * Estimates the tokens of a text. The estimate tends to be too high.
 * @param ratio the learned ratio of the model ({@link learnTokenRatio}); 1 when nothing is known
 */
export function estimateTokens(text: string, ratio = 1): number {
  return Math.ceil(countTokens(text) * ratio);
}

/**
 * Estimates the tokens that a model will report for a text, as closely as possible.
 * @param ratio the learned ratio of the model; by default the average of models
 */
export function expectedTokens(text: string, ratio: number = EXPECTED_SHARE): number {
  return countTokens(text) * ratio;
}

function countTokens(text: string): number {
  let tokens = 0;
  for (const { 0: run, groups = {} } of text.matchAll(RUNS)) {
    if (groups['word'] !== undefined) tokens += tokensOfWord(run);
    else if (groups['other'] !== undefined) tokens += Math.max(1, run.length * WEIGHTS.other);
    else tokens += run.length * weightOf(groups);
  }
  return tokens;
}

function tokensOfWord(word: string): number {
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
 * Returns the learned ratio of a model after one more request. The ratio rises at once and falls slowly, so
 * that one prompt cannot make the next estimate too low.
 * @param known the ratio so far; undefined when there is none
 * @param text everything that was sent
 * @param reported the prompt tokens that the endpoint reported
 */
export function learnTokenRatio(known: number | undefined, text: string, reported: number): number {
  const seen = Math.min(HIGHEST_RATIO, Math.max(LOWEST_RATIO, reported / Math.max(1, countTokens(text))));
  if (known === undefined || seen >= known) return seen;
  return known + (seen - known) * LEARNING_RATE;
}
