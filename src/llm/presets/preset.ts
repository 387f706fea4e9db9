import type { FailureKind } from '../../failure';

/**
 * How strictly the endpoint enforces the form of an answer: a strict JSON Schema, any JSON object, or not at
 * all.
 */
export type StructuredOutput = 'schema' | 'json' | 'none';

/** The failure that an error code stands for. `passing` overrides the default of the kind. */
export interface CodeMeaning {
  readonly kind: FailureKind;
  readonly passing?: boolean;
  /** True for a code that only names a broad class, so that the words of the message are read first. */
  readonly broad?: true;
}

/** The default settings of a provider. */
export interface PresetEntry {
  /** Equal to the entry's key in the table of presets. */
  readonly id: string;
  /** The provider's own spelling of its name. `src/i18n/brands.ts` may define another name for a language. */
  readonly name: string;
  /** Empty when the user has to enter it. */
  readonly baseUrl: string;
  readonly model: string;
  /** The model for page images; empty when the vendor has none. */
  readonly visionModel: string;
  readonly needsKey: boolean;
  /** The page on which users create a key or download the program; empty for `custom`. */
  readonly keyUrl: string;
  /**
   * The limit of prompt and answer together, and of the answer alone, in tokens, within the default model's
   * limits.
   */
  readonly contextTokens: number;
  readonly maxOutputTokens: number;
  readonly concurrency: number;
  readonly timeoutSeconds: number;
}

/** How the client talks to an endpoint. */
export interface Wire {
  /** OpenAI's chat completions, or Ollama's own API. */
  readonly api: 'openai' | 'ollama';
  readonly structured: StructuredOutput;
  /** Sent with every call. When an endpoint names one of them in a 400, the call is repeated without it. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Null when the vendor accepts only its own default. */
  readonly temperature: number | null;
  readonly tokenLimit: 'max_tokens' | 'max_completion_tokens';
  /** Failures by error code: `error.code`, `error.type` or `code`, as text. `errors.ts` has the fallbacks. */
  readonly errorCodes: Readonly<Record<string, CodeMeaning>>;
}
