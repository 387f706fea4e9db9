/**
 * The types of what crosses between the app and a worker. Each worker has one contract; both sides are built
 * from it, so the payloads of messages need no checks at run time. Every payload has to survive a structured
 * clone.
 */

/** A function that runs on the other side. */
export interface Procedure {
  readonly request: unknown;
  /** What it reports while it runs; `never` when it reports nothing. */
  readonly progress: unknown;
  readonly result: unknown;
}

/** A function of the worker, and the questions that it may ask its caller while it runs. */
export interface Call extends Procedure {
  /** Procedures by name. */
  readonly questions: object;
}

/** A procedure without progress. */
export interface PlainProcedure<Request, Result> {
  readonly request: Request;
  readonly progress: never;
  readonly result: Result;
}

/** The table of a call that asks nothing. */
export type Nothing = Readonly<Record<never, never>>;

/** A call without progress and questions. */
export interface PlainCall<Request, Result> extends PlainProcedure<Request, Result> {
  readonly questions: Nothing;
}

/** Everything that one worker and the app can ask of each other. */
export interface Contract {
  /** What the worker needs before its first call. */
  readonly setup: unknown;
  /** The worker's functions: `Call` by name. */
  readonly calls: object;
  /** What the worker may ask of the app outside of any call: `Procedure` by name. */
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

/**
 * A result whose buffers are transferred to the other side instead of copied. They are unusable here
 * afterwards.
 */
export class Transferred<Result> {
  constructor(
    readonly result: Result,
    readonly buffers: readonly Transferable[],
  ) {}

  /** Any result in this form; one that is not has no buffers to transfer. */
  static from(result: unknown): Transferred<unknown> {
    return result instanceof Transferred ? result : new Transferred(result, []);
  }
}

/** What carries out a procedure. What it throws reaches the other side as a failure. */
export type Handler<Table, Name extends keyof Table> = (
  request: RequestOf<Table, Name>,
  report: (progress: ProgressOf<Table, Name>) => void,
) => Promise<ResultOf<Table, Name> | Transferred<ResultOf<Table, Name>>>;

/** A handler for each procedure of a table. */
export type Handlers<Table> = { readonly [Name in NameIn<Table>]: Handler<Table, Name> };

/** Asks a question of the other side. */
export type Ask<Table> = <Name extends NameIn<Table>>(
  name: Name,
  request: RequestOf<Table, Name>,
  onProgress?: (progress: ProgressOf<Table, Name>) => void,
) => Promise<ResultOf<Table, Name>>;

/** What a running call may do besides computing its result. */
export interface Caller<Calls, Name extends keyof Calls> {
  /** Aborted when the caller has cancelled and no longer waits. */
  readonly signal: AbortSignal;
  readonly report: (progress: ProgressOf<Calls, Name>) => void;
  /** @throws Unanswered when answering failed on the other side. */
  readonly ask: Ask<QuestionsOf<Calls, Name>>;
}

/** The worker's functions. */
export type Program<Calls> = {
  readonly [Name in NameIn<Calls>]: (
    request: RequestOf<Calls, Name>,
    caller: Caller<Calls, Name>,
  ) => Promise<ResultOf<Calls, Name> | Transferred<ResultOf<Calls, Name>>>;
};
