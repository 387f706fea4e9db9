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
import type { Nothing, PlainCall, PlainProcedure } from '../rpc/contract';

/** A model or reader that calls are made to. Its number tells it from others at the same endpoint. */
export interface Party {
  readonly id: number;
  readonly endpoint: Endpoint;
}

/** A request to a model, and the model. */
interface To<Request> {
  readonly to: Party;
  readonly request: Request;
}

/** A request that the app sends, because the browser's rules do not bind it. */
export type SentRequest = Pick<HttpRequest, 'url' | 'method' | 'headers' | 'body'>;

/**
 * What the app and the endpoint worker ask of each other. Keys of endpoints are in these messages and nowhere
 * else.
 */
export interface EndpointContract {
  /** What the device remembers, by key, and the vault's name. */
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
        /** Asks for the image when it is needed. */
        readonly image: PlainProcedure<null, Blob>;
      };
    };
    /** Forgets what was kept for a party. */
    readonly release: PlainCall<{ readonly to: Party }, undefined>;
    /** `ms`: how long the answer took. */
    readonly test: PlainCall<
      { readonly endpoint: Endpoint },
      { readonly model: string; readonly ms: number }
    >;
    readonly models: PlainCall<{ readonly endpoint: Endpoint }, readonly string[]>;
    /** Closes all circuits, because an endpoint that failed for good may have been corrected. */
    readonly forgetFailures: PlainCall<null, undefined>;
  };
  readonly services: {
    readonly send: PlainProcedure<SentRequest, HttpResponse>;
    /** Saves what was learned of an endpoint on the device. */
    readonly save: PlainProcedure<{ readonly key: DeviceKey; readonly value: unknown }, undefined>;
    /** Counts tokens that an answer cost, as the endpoint reported them. */
    readonly spend: PlainProcedure<number, undefined>;
  };
}
