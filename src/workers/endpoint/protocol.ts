import type { DeviceKey } from '../../device-store';
import type { Endpoint } from '../../llm/endpoint';
import type {
  CorrectionAnswer,
  CorrectionRequest,
  DraftAnswer,
  DraftRequest,
  ReadingAnswer,
  ReadingRequest,
} from '../../llm/model';
import type { LaidOutReading, PageAnswer } from '../../llm/page-reader';
import type { HttpRequest, HttpResponse } from '../../llm/http';
import type { Sendable } from '../../redact/redacting';
import type { Nothing, PlainCall, PlainProcedure } from '../rpc/contract';

/** A model or page reader in the worker. Models and readers of the same endpoint have different ids. */
export interface Party {
  readonly id: number;
  readonly endpoint: Endpoint;
}

interface To<Request> {
  readonly to: Party;
  readonly request: Sendable<Request>;
}

/** A request that the app sends for the worker, because CORS does not apply to requests of the app. */
export type SentRequest = Pick<HttpRequest, 'url' | 'method' | 'headers' | 'body'>;

/**
 * The calls of the main thread to the endpoint worker, and the calls of the worker to the main thread. No
 * other messages between threads contain API keys.
 */
export interface EndpointContract {
  /** The stored data about endpoints, by key, and the name of the vault. */
  readonly setup: { readonly memory: Readonly<Record<string, unknown>>; readonly vault: string };
  readonly calls: {
    /** The progress is the number of words received so far. */
    readonly draft: {
      readonly request: To<DraftRequest>;
      readonly progress: number;
      readonly result: DraftAnswer;
      readonly questions: Nothing;
    };
    /** Reads statements a second time. */
    readonly check: PlainCall<To<ReadingRequest>, ReadingAnswer>;
    readonly correct: PlainCall<To<CorrectionRequest>, CorrectionAnswer>;
    /** Reads a page image. */
    readonly read: {
      readonly request: { readonly to: Party; readonly page: string };
      readonly progress: never;
      readonly result: PageAnswer<LaidOutReading>;
      readonly questions: {
        /** Requests the image of the page. */
        readonly image: PlainProcedure<null, Blob>;
      };
    };
    /** Frees a model or reader, and deletes the answers that it keeps. */
    readonly release: PlainCall<{ readonly to: Party }, undefined>;
    /** `ms` is the time that the request took. */
    readonly test: PlainCall<
      { readonly endpoint: Endpoint },
      { readonly model: string; readonly ms: number }
    >;
    readonly models: PlainCall<{ readonly endpoint: Endpoint }, readonly string[]>;
    /** Unblocks endpoints that failed repeatedly, because the user may have corrected the cause. */
    readonly forgetFailures: PlainCall<null, undefined>;
  };
  readonly services: {
    readonly send: PlainProcedure<SentRequest, HttpResponse>;
    /** Saves the data about an endpoint on the device. */
    readonly save: PlainProcedure<{ readonly key: DeviceKey; readonly value: unknown }, undefined>;
    /** Counts the tokens of an answer, as the endpoint reported them. */
    readonly spend: PlainProcedure<number, undefined>;
  };
}
