import type {
  CorrectionAnswer,
  CorrectionRequest,
  DraftAnswer,
  DraftRequest,
  LanguageModel,
  OnWords,
  ReadingAnswer,
  ReadingRequest,
} from '../llm/model';
import { Redactor } from './redactor';

declare const redacted: unique symbol;

/**
 * A request in which private values were replaced by marks. Only {@link redacting} creates such requests, and
 * the endpoint worker accepts no other requests. So text that was not redacted cannot be sent.
 */
export type Sendable<Request> = Request & { readonly [redacted]: true };

/** A model that receives only redacted requests. */
export interface SendingModel extends Pick<LanguageModel, 'name' | 'limits' | 'tokenRatio' | 'release'> {
  /** The kinds of values, and the user's own words, that must not be sent; see `findIn`. */
  readonly redact?: readonly string[];
  draft(request: Sendable<DraftRequest>, signal: AbortSignal, onWords?: OnWords): Promise<DraftAnswer>;
  readonly read?: (request: Sendable<ReadingRequest>, signal: AbortSignal) => Promise<ReadingAnswer>;
  readonly correct?: (request: Sendable<CorrectionRequest>, signal: AbortSignal) => Promise<CorrectionAnswer>;
}

/**
 * Returns the model for one document. The model replaces private values in a request by marks, and puts the
 * values back into the answer. So all checks work with the words of the document.
 * @param lines the whole document in the form of the prompt
 */
export function redacting(model: SendingModel, lines: string): LanguageModel {
  const { read, correct, redact = [] } = model;
  const redactor = new Redactor(redact.length === 0 ? '' : lines, redact);
  return {
    name: model.name,
    limits: model.limits,
    tokenRatio: model.tokenRatio,
    draft: async (request, signal, onWords) =>
      redactor.restore(await model.draft(sendable(request, redactor), signal, onWords)),
    ...(read === undefined
      ? {}
      : {
          read: async (request, signal) => redactor.restore(await read(sendable(request, redactor), signal)),
        }),
    ...(correct === undefined
      ? {}
      : {
          correct: async (request, signal) =>
            redactor.restore(await correct(sendable(request, redactor), signal)),
        }),
    ...(model.release === undefined ? {} : { release: () => model.release?.() ?? Promise.resolve() }),
  };
}

/**
 * These members of a request are not redacted. They contain only words of the plugin, or the name of a
 * language.
 */
const PLUGIN_WORDS: ReadonlySet<string> = new Set(['outputLanguage', 'type', 'kinds']);

function sendable<Request extends object>(request: Request, redactor: Redactor): Sendable<Request> {
  let hasMarks = false;
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const { text, hasMarks: marked } = redactor.redact(value);
      hasMarks ||= marked;
      return text;
    }
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, PLUGIN_WORDS.has(name) ? part : member(name, part)]),
    );
  };
  /**
   * A tag is left out if it contains a value that has to be replaced and that is not in the document. The
   * document gives no reason to use such a tag.
   */
  const member = (name: string, part: unknown): unknown => {
    if (name !== 'knownTags' || !Array.isArray(part)) return clean(part);
    const known = part.filter(
      (tag) => typeof tag === 'string' && redactor.isInDocument(redactor.redact(tag).text),
    );
    return known.map(clean);
  };
  const cleaned = clean(request) as Request;
  return (hasMarks ? { ...cleaned, hasMarks } : cleaned) as Sendable<Request>;
}
