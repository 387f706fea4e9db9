import type { CauseRecord } from '../../causes';
import type { FailureDetails, FailureKind } from '../../failure';
import type { Endpoint } from '../../llm/endpoint';
import type { HttpRequest, HttpResponse } from '../../llm/wire/http';
import type {
  CorrectionAnswer, CorrectionRequest, DraftAnswer, DraftRequest, ReadingAnswer, ReadingRequest,
} from '../../llm/model';
import type { LaidOutReading, PageAnswer } from '../../llm/page-reader';

/**
 * What the app and the client worker say to each other. Any number of calls may be under way; every message about one
 * carries its number. Keys of endpoints are in these messages and nowhere else.
 */

/** A model or reader that calls are made to. Its number tells it from others at the same endpoint. */
export interface Party {
  readonly id: number;
  readonly endpoint: Endpoint;
}

export type Call =
  | { readonly type: 'draft'; readonly to: Party; readonly request: DraftRequest }
  | { readonly type: 'check'; readonly to: Party; readonly request: ReadingRequest }
  | { readonly type: 'correct'; readonly to: Party; readonly request: CorrectionRequest }
  /** Page images, where `check` is the second reading of statements. */
  | { readonly type: 'read'; readonly to: Party; readonly page: string }
  | { readonly type: 'release'; readonly to: Party }
  | { readonly type: 'test'; readonly endpoint: Endpoint }
  | { readonly type: 'models'; readonly endpoint: Endpoint };

export type CallResult =
  | { readonly type: 'draft'; readonly answer: DraftAnswer }
  | { readonly type: 'check'; readonly answer: ReadingAnswer }
  | { readonly type: 'correct'; readonly answer: CorrectionAnswer }
  | { readonly type: 'read'; readonly answer: PageAnswer<LaidOutReading> }
  | { readonly type: 'release' }
  /** `ms`: how long the answer took. */
  | { readonly type: 'test'; readonly model: string; readonly ms: number }
  | { readonly type: 'models'; readonly models: readonly string[] };

/** A failure as data: thrown objects lose what makes them ours on the way. */
export interface FailureRecord {
  readonly kind: FailureKind;
  readonly passing: boolean;
  readonly details: FailureDetails;
  /** For developers. */
  readonly message: string;
  /** The failure and its causes as they may be logged. */
  readonly causes?: readonly CauseRecord[];
}

export type ToClient =
  /** Comes once, first: what the device remembers, by key, and the vault's name. */
  | { readonly type: 'setup'; readonly memory: Readonly<Record<string, unknown>>; readonly vault: string }
  | { readonly type: 'call'; readonly call: number; readonly asked: Call }
  | { readonly type: 'cancel'; readonly call: number }
  | { readonly type: 'image'; readonly call: number; readonly jpeg: Blob }
  | { readonly type: 'no-image'; readonly call: number }
  | { readonly type: 'response'; readonly request: number; readonly response: HttpResponse }
  | { readonly type: 'no-response'; readonly request: number; readonly message: string }
  /** Endpoints that failed for good may have been mended. */
  | { readonly type: 'forget-failures' };

export type FromClient =
  | { readonly type: 'ready' }
  | { readonly type: 'result'; readonly call: number; readonly result: CallResult }
  | { readonly type: 'failed'; readonly call: number; readonly failure: FailureRecord }
  /** The page's image could not be had; why, only the app knows. */
  | { readonly type: 'failed-without-image'; readonly call: number }
  | { readonly type: 'words'; readonly call: number; readonly words: number }
  /** A page image is wanted now. */
  | { readonly type: 'image-wanted'; readonly call: number }
  /** To be sent by the app, which is not bound by the browser's rules. */
  | { readonly type: 'request'; readonly request: number; readonly asked: Omit<HttpRequest, 'signal' | 'onPiece'> }
  | { readonly type: 'save'; readonly key: string; readonly value: unknown }
  /** Tokens that an answer cost, as the endpoint reported them. */
  | { readonly type: 'spent'; readonly tokens: number };
