/**
 * The types of the messages between the app and a worker. Messages are checked only by the compiler, not at
 * run time. They can contain only what the structured clone algorithm accepts.
 */

/** A function that one side (the app or the worker) calls, and that runs on the other side. */
export interface Procedure {
  readonly request: unknown;
  /** The type of its progress reports; `never` when it sends none. */
  readonly progress: unknown;
  readonly result: unknown;
}

/** A function of the worker, and the questions that it can send to its caller while it runs. */
export interface Call extends Procedure {
  /** Each one is a {@link Procedure}. */
  readonly questions: object;
}

/** A procedure without progress. */
export interface PlainProcedure<Request, Result> {
  readonly request: Request;
  readonly progress: never;
  readonly result: Result;
}

/** The type of `questions` for a call that asks nothing. */
export type Nothing = Readonly<Record<never, never>>;

/** A call without progress and questions. */
export interface PlainCall<Request, Result> extends PlainProcedure<Request, Result> {
  readonly questions: Nothing;
}

/** All functions that one worker and the app can call on each other. */
export interface Contract {
  /** The data that the worker needs before its first call. */
  readonly setup: unknown;
  /** The worker's functions. Each one is a {@link Call}. */
  readonly calls: object;
  /**
   * The app's functions that the worker can call even while no function of the worker runs. Each one is a
   * {@link Procedure}.
   */
  readonly services: object;
}

export type NameIn<Table> = Extract<keyof Table, string>;
export type RequestOf<Table, Name extends keyof Table> = Table[Name] extends {
  readonly request: infer Request;
}
  ? Request
  : never;
export type ProgressOf<Table, Name extends keyof Table> = Table[Name] extends {
  readonly progress: infer Progress;
}
  ? Progress
  : never;
export type ResultOf<Table, Name extends keyof Table> = Table[Name] extends { readonly result: infer Result }
  ? Result
  : never;
export type QuestionsOf<Table, Name extends keyof Table> = Table[Name] extends {
  readonly questions: infer Questions;
}
  ? Questions
  : never;

/** A result with buffers that are moved to the other side, not copied. This side can no longer use them. */
export class Transferred<Result> {
  constructor(
    readonly result: Result,
    readonly buffers: readonly Transferable[],
  ) {}

  static from(result: unknown): Transferred<unknown> {
    return result instanceof Transferred ? result : new Transferred(result, []);
  }
}

/** Runs a procedure. If it throws, the other side receives a failure. */
export type Handler<Table, Name extends keyof Table> = (
  request: RequestOf<Table, Name>,
  report: (progress: ProgressOf<Table, Name>) => void,
) => Promise<ResultOf<Table, Name> | Transferred<ResultOf<Table, Name>>>;

export type Handlers<Table> = { readonly [Name in NameIn<Table>]: Handler<Table, Name> };

export type Ask<Table> = <Name extends NameIn<Table>>(
  name: Name,
  request: RequestOf<Table, Name>,
  onProgress?: (progress: ProgressOf<Table, Name>) => void,
) => Promise<ResultOf<Table, Name>>;

/** What a function of the worker can use while it runs. */
export interface Caller<Calls, Name extends keyof Calls> {
  /** Aborted when the caller cancels the call. */
  readonly signal: AbortSignal;
  readonly report: (progress: ProgressOf<Calls, Name>) => void;
  /** @throws Unanswered when the handler on the other side failed. */
  readonly ask: Ask<QuestionsOf<Calls, Name>>;
}

export type Program<Calls> = {
  readonly [Name in NameIn<Calls>]: (
    request: RequestOf<Calls, Name>,
    caller: Caller<Calls, Name>,
  ) => Promise<ResultOf<Calls, Name> | Transferred<ResultOf<Calls, Name>>>;
};
