import type { FailureKind } from '../../failure';

/** How firmly the endpoint holds a model to a form: a strict JSON Schema, any JSON object, or not at all. */
export type StructuredOutput = 'schema' | 'json' | 'none';

/** What one of an endpoint's error codes means to the user; `passing` overrides what the kind says. */
export interface CodeMeaning {
  readonly kind: FailureKind;
  readonly passing?: boolean;
}

/** What a provider stands for while the user has set nothing else. */
export interface PresetEntry {
  /** The same as its key in the table. */
  readonly id: string;
  /** The provider's name as it writes it itself; `src/i18n/settings` may have another one for a language. */
  readonly name: string;
  /** Empty when the user has to give it. */
  readonly baseUrl: string;
  readonly model: string;
  /** Model for page images; empty when the vendor has none. */
  readonly visionModel: string;
  readonly needsKey: boolean;
  /** Page where a key is made, or the program is had; empty for `custom`. */
  readonly keyUrl: string;
  /** Tokens of prompt and answer together, and of the answer alone, kept within what the default model takes. */
  readonly contextTokens: number;
  readonly maxOutputTokens: number;
  readonly concurrency: number;
  readonly timeoutSeconds: number;
}

/** How an endpoint is spoken with. */
export interface Wire {
  /** OpenAI's chat completions, or Ollama's own API. */
  readonly api: 'openai' | 'ollama';
  readonly structured: StructuredOutput;
  /** Sent with every call. An endpoint that names one of them in a 400 is asked again without it. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Null where the vendor fixes it. */
  readonly temperature: number | null;
  readonly tokenLimit: 'max_tokens' | 'max_completion_tokens';
  /** By `error.code`, `error.type` or `code` as text; see `errors.ts` for what is read when none matches. */
  readonly errorCodes: Readonly<Record<string, CodeMeaning>>;
}
