import type { FailureKind } from '../../failure';

/**
 * How strictly an endpoint enforces the form of an answer. With `schema`, the answer follows a JSON Schema.
 * With `json`, it is any JSON object. With `none`, it can be any text.
 */
export type StructuredOutput = 'schema' | 'json' | 'none';

/** The failure for an error code. */
export interface CodeMeaning {
  readonly kind: FailureKind;
  /** Whether the failure may pass without any action of the user. When absent, `kind` decides. */
  readonly passing?: boolean;
  /** True for an unspecific code. The words of the error message are then more important than the code. */
  readonly broad?: true;
}

/** The default settings of a provider. */
export interface PresetEntry {
  readonly id: string;
  /** The provider's own spelling. The Chinese texts of the settings replace some of these names. */
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

/** How the client sends requests to an endpoint, and how it parses the responses. */
export interface Wire {
  /** OpenAI's chat completions, which most vendors offer too, or the APIs of Ollama and Anthropic. */
  readonly api: 'openai' | 'ollama' | 'anthropic';
  /** The header with the API key. In `authorization`, the key follows the word `Bearer`. */
  readonly keyHeader: 'authorization' | 'api-key' | 'x-api-key';
  /** Adds what a normalised base URL lacks, such as the path `/openai/v1` of Azure. */
  readonly completeAddress?: (baseUrl: string) => string;
  /** Path of the list of models, relative to the base URL; `/models` when absent. */
  readonly modelsPath?: string;
  readonly structured: StructuredOutput;
  /**
   * Parameters of every call. If an endpoint's error message contains the name of a parameter, the call is
   * repeated without this parameter.
   */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Null when the vendor accepts only its own default. */
  readonly temperature: number | null;
  readonly tokenLimit: 'max_tokens' | 'max_completion_tokens';
  /**
   * The meanings of error codes (`error.code`, `error.type` or `code`). For other codes, see
   * `src/llm/errors/errors.ts`.
   */
  readonly errorCodes: Readonly<Record<string, CodeMeaning>>;
}
