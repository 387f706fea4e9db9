import type { FailureKind } from '../../failure';

/**
 * The way in which the endpoint enforces the form of an answer. `schema`: a strict JSON Schema. `json`: any
 * JSON object. `none`: not at all.
 */
export type StructuredOutput = 'schema' | 'json' | 'none';

/** The failure for an error code. `passing` overrides the default of the kind. */
export interface CodeMeaning {
  readonly kind: FailureKind;
  readonly passing?: boolean;
  /** True for an unspecific code. The words of the message then take precedence. */
  readonly broad?: true;
}

/** The default settings of a provider. */
export interface PresetEntry {
  /** The entry's key in the table of presets. */
  readonly id: string;
  /**
   * The provider's name as the provider spells it. `src/i18n/brands.ts` may define another name for a
   * language.
   */
  readonly name: string;
  /** Empty when the user has to enter it. */
  readonly baseUrl: string;
  readonly model: string;
  /** The model for page images; empty when the vendor has none. */
  readonly visionModel: string;
  readonly needsKey: boolean;
  /** The page on which users create a key or download the program; empty for `custom`. */
  readonly keyUrl: string;
  /** Limit for prompt and answer together, in tokens. It is at most the limit of the default model. */
  readonly contextTokens: number;
  /** Limit for the answer alone, in tokens. It is at most the limit of the default model. */
  readonly maxOutputTokens: number;
  readonly concurrency: number;
  readonly silenceSeconds: number;
}

/** The rules by which the client sends requests to an endpoint and parses its responses. */
export interface Wire {
  /** OpenAI's chat completions, which most vendors follow, or the own API of Ollama or Anthropic. */
  readonly api: 'openai' | 'ollama' | 'anthropic';
  /** The header that carries the API key; `authorization` carries it as a bearer token. */
  readonly keyHeader: 'authorization' | 'api-key' | 'x-api-key';
  /** Completes a normalised base URL, for vendors whose users have several kinds of addresses. */
  readonly completeAddress?: (baseUrl: string) => string;
  /** Path of the list of models, relative to the base URL; `/models` when absent. */
  readonly modelsPath?: string;
  readonly structured: StructuredOutput;
  /**
   * Parameters of every call. When an endpoint names one of them in a 400, the call is repeated without it.
   */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Null when the vendor accepts only its own default. */
  readonly temperature: number | null;
  readonly tokenLimit: 'max_tokens' | 'max_completion_tokens';
  /**
   * Failures by error code, as text, from `error.code`, `error.type` or `code`. `errors.ts` has the
   * fallbacks.
   */
  readonly errorCodes: Readonly<Record<string, CodeMeaning>>;
}
