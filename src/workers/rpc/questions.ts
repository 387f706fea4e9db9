import { RemoteError } from '../../causes';
import { Cancelled, Failure } from '../../failure';
import type { Ask } from './contract';
import type { SentQuestion, FailureRecord } from './messages';

/**
 * Thrown in the worker when the app could not answer a question (a request from the worker to the app). The
 * app finds the original error by the number `question`.
 */
export class Unanswered extends Failure {
  /** The text of the thrown value. It is for developers only. */
  readonly text: string;

  constructor(
    readonly question: number,
    { kind, passing, details, message, causes }: FailureRecord,
  ) {
    super(kind, { passing, details, cause: new RemoteError(message, causes) });
    this.name = 'Unanswered';
    this.text = message;
  }
}

interface Waiting {
  readonly call: number | undefined;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: Failure | Cancelled) => void;
  readonly onProgress: ((progress: never) => void) | undefined;
}

/** The worker's open questions to the app. */
export class Questions {
  readonly #post: (message: SentQuestion) => void;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(post: (message: SentQuestion) => void) {
    this.#post = post;
  }

  /**
   * Returns a function that sends questions. The questions belong to `call`, if it is given. The function
   * throws Unanswered when the app cannot answer.
   */
  askFor<Table>(call?: number): Ask<Table> {
    const ask = (name: string, request: unknown, onProgress?: Waiting['onProgress']): Promise<unknown> => {
      this.#last += 1;
      const question = this.#last;
      return new Promise((resolve, reject) => {
        this.#waiting.set(question, { call, resolve, reject, onProgress });
        this.#post({ type: 'question', question, ...(call === undefined ? {} : { call }), name, request });
      });
    };
    return ask as Ask<Table>;
  }

  report(question: number, progress: unknown): void {
    this.#waiting.get(question)?.onProgress?.(progress as never);
  }

  answer(question: number, result: unknown): void {
    this.#take(question)?.resolve(result);
  }

  fail(question: number, failure: FailureRecord): void {
    this.#take(question)?.reject(new Unanswered(question, failure));
  }

  /** Rejects all questions of a cancelled call, because the app does not answer them. */
  cancel(call: number): void {
    for (const [question, waiting] of [...this.#waiting]) {
      if (waiting.call === call) this.#take(question)?.reject(new Cancelled());
    }
  }

  #take(question: number): Waiting | undefined {
    const waiting = this.#waiting.get(question);
    this.#waiting.delete(question);
    return waiting;
  }
}
