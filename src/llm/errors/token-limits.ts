import type { Failure, FailureDetails } from '../../failure';

/**
 * The limits in an error message of an endpoint, and the size of the refused request. All values are tokens,
 * counted by the endpoint.
 */
export interface TokenLimits {
  /** Upper limit of the prompt and the answer together. */
  readonly total?: number;
  /** Upper limit of the prompt alone. */
  readonly input?: number;
  /** Upper limit of the answer. */
  readonly answer?: number;
  /** The size of the sent prompt. */
  readonly prompt?: number;
  /** The size of the sent prompt plus the answer limit that the request contained. */
  readonly requested?: number;
}

const NUMBER = String.raw`(\d[\d,]{1,8})`;

function patterns(...sources: readonly string[]): readonly RegExp[] {
  return sources.map((source) => new RegExp(source.replace('#', NUMBER), 'i'));
}

/** The name of the limit of an answer, as vendors spell it. */
const LIMIT_NAME = String.raw`max_(?:completion_|new_|output_)?tokens\b`;

const TOTAL = patterns(
  // Anthropic writes "188240 + 21333 > 200000".
  String.raw`\d \+ \d[\d,]* > #`,
  String.raw`context (?:length|window|size|limit)[^\d]{0,24}#`,
  String.raw`max(?:imum)? (?:model|sequence) length[^\d]{0,12}#`,
  // A limit per minute, as in `Limit 30000, Requested 41000`, applies to the prompt and its answer together.
  String.raw`\blimit:? #.{0,24}\b(?:requested|used)\b`,
  String.raw`tokens.{0,8} \+ .{0,24}must be <= #`,
  String.raw`\bmodel token limit:? #`,
);
const INPUT = patterns(
  String.raw`tokens allowed \(#`,
  String.raw`(?:input|prompt).{0,40}\[\s*\d+\s*,\s*#\s*\]`,
  String.raw`max(?:imum)? (?:allowed |input |prompt )+(?:length|tokens|size)[^\d]{0,12}#`,
  String.raw`max(?:imum)? size:? # tokens`,
  String.raw`tokens > # maximum`,
  String.raw`\bn_ctx\b[^\d]{0,4}#`,
);
const ANSWER = patterns(
  String.raw`${LIMIT_NAME}.{0,80}?\[\s*\d+\s*,\s*#\s*\]`,
  String.raw`${LIMIT_NAME}.{0,80}?(?:at most|<=|less than or equal to|no more than|not exceed|up to|maximum(?: value)?(?: of| is)?:?) #`,
  String.raw`${LIMIT_NAME}.{0,20}(?:不能大于|不能超过|不得超过|最大值?为?) ?#`,
  String.raw`supports? at most # (?:completion|output) tokens`,
  String.raw`${LIMIT_NAME}[^\d]{0,8}\d+ > #`,
);
/** The number in a message such as `max_tokens must be less than 4097`. The limit is 4096, one lower. */
const ANSWER_BELOW = patterns(
  String.raw`max(?:imum|_(?:completion_|new_|output_)?)?.?tokens\b.{0,120}(?:lower|less|smaller|fewer) than #`,
);
const PROMPT = patterns(
  String.raw`# (?:tokens )?(?:in|from) (?:the |your )?(?:input |prompt )?(?:messages|prompt)`,
  String.raw`# \+ \d[\d,]* >`,
  String.raw`(?:input|prompt)(?: length| token count| is too long)?:? \(?#`,
  String.raw`\b(?:n_keep \(|got=)#`,
  String.raw`the first # tokens`,
  String.raw`(?:has|contains?|resulted in|given:?) (?:at least )?# .{0,12}tokens`,
  String.raw`prompt \(length #\)`,
  String.raw`# (?:input|prompt) tokens`,
);

const REQUESTED = patterns(String.raw`\brequested:?(?: a total of)? #`);

/** Returns the values that an error message of an endpoint contains. */
export function tokenLimitsIn(message: string): TokenLimits {
  const total = numberIn(message, TOTAL);
  const below = numberIn(message, ANSWER_BELOW);
  const answer =
    total === undefined ? (below === undefined ? numberIn(message, ANSWER) : below - 1) : undefined;
  const input = total === undefined && answer === undefined ? numberIn(message, INPUT) : undefined;
  const prompt = numberIn(message, PROMPT);
  const requested = numberIn(message, REQUESTED);
  return {
    ...(total === undefined ? {} : { total }),
    ...(input === undefined ? {} : { input }),
    ...(answer === undefined ? {} : { answer }),
    ...(prompt === undefined ? {} : { prompt }),
    ...(requested === undefined ? {} : { requested }),
  };
}

/** Returns the limits in the details of a failure. */
export function tokenLimitsOf({ details }: Failure): TokenLimits {
  const { totalLimit, inputLimit, answerLimit, promptTokens, requestedTokens } = details;
  return {
    ...(typeof totalLimit === 'number' ? { total: totalLimit } : {}),
    ...(typeof inputLimit === 'number' ? { input: inputLimit } : {}),
    ...(typeof answerLimit === 'number' ? { answer: answerLimit } : {}),
    ...(typeof promptTokens === 'number' ? { prompt: promptTokens } : {}),
    ...(typeof requestedTokens === 'number' ? { requested: requestedTokens } : {}),
  };
}

/** Returns the limits as details of a failure. */
export function detailsOfLimits({ total, input, answer, prompt, requested }: TokenLimits): FailureDetails {
  return {
    ...(total === undefined ? {} : { totalLimit: total }),
    ...(input === undefined ? {} : { inputLimit: input }),
    ...(answer === undefined ? {} : { answerLimit: answer }),
    ...(prompt === undefined ? {} : { promptTokens: prompt }),
    ...(requested === undefined ? {} : { requestedTokens: requested }),
  };
}

function numberIn(message: string, words: readonly RegExp[]): number | undefined {
  const digits = words.map((word) => word.exec(message)?.[1]).find((found) => found !== undefined);
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
}
