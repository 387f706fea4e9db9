import type { Ask, Contract, Program } from './contract';
import { Transferred } from './contract';
import { recordOf, type FromWorker, type ToWorker } from './messages';
import { Questions, Unanswered } from './questions';

export type Post = (message: FromWorker, buffers: readonly Transferable[]) => void;

/**
 * Creates the worker's functions. Called once. With `ask`, the worker can send a question to the app at any
 * time, even while it carries out no call.
 */
export type StartProgram<C extends Contract> = (
  setup: C['setup'],
  ask: Ask<C['services']>,
) => Program<C['calls']>;

/** Any function of the worker. The contract ensures that its types are right. */
type AnyFunction = (request: never, caller: never) => Promise<unknown>;

/** The worker's end of the connection to the app. Calls can run at the same time. */
export class Server<C extends Contract> {
  readonly #start: StartProgram<C>;
  readonly #post: Post;
  readonly #questions: Questions;
  readonly #underWay = new Map<number, AbortController>();
  #program: Readonly<Record<string, AnyFunction>> | undefined;

  constructor(start: StartProgram<C>, post: Post) {
    this.#start = start;
    this.#post = post;
    this.#questions = new Questions((message) => post(message, []));
  }

  /**
   * Handles a message of the app.
   * @throws Error when a call comes before the setup, or when the setup comes twice.
   */
  handle(message: ToWorker): void {
    switch (message.type) {
      case 'setup':
        if (this.#program !== undefined) throw new Error('The worker was set up already.');
        this.#program = this.#start(message.setup, this.#questions.askFor());
        return;
      case 'call':
        if (this.#program === undefined) throw new Error('A call came before the setup.');
        void this.#carryOut(message.call, this.#program[message.name], message);
        return;
      case 'ping':
        this.#post({ type: 'pong' }, []);
        return;
      case 'cancel':
        this.#underWay.get(message.call)?.abort();
        this.#questions.cancel(message.call);
        return;
      case 'report':
        this.#questions.report(message.question, message.progress);
        return;
      case 'answer':
        this.#questions.answer(message.question, message.result);
        return;
      case 'no-answer':
        this.#questions.fail(message.question, message.failure);
    }
  }

  async #carryOut(
    call: number,
    run: AnyFunction | undefined,
    { name, request }: Extract<ToWorker, { readonly type: 'call' }>,
  ): Promise<void> {
    const cancelling = new AbortController();
    const { signal } = cancelling;
    this.#underWay.set(call, cancelling);
    const report = (progress: unknown): void => this.#post({ type: 'report', call, progress }, []);
    try {
      if (run === undefined) throw new TypeError(`The worker has no function ${name}.`);
      const caller = { signal, report, ask: this.#questions.askFor(call) };
      const { result, buffers } = Transferred.from(await run(request as never, caller as never));
      this.#post({ type: 'result', call, result }, buffers);
    } catch (thrown) {
      // Nobody waits for the outcome of a cancelled call.
      if (signal.aborted) return;
      const unanswered = thrown instanceof Unanswered ? { unanswered: thrown.question } : {};
      this.#post({ type: 'failed', call, failure: recordOf(thrown), ...unanswered }, []);
    } finally {
      this.#underWay.delete(call);
    }
  }
}

/**
 * Connects a worker to the app, and tells the app that the worker is ready. So this must be the last
 * statement of the worker's main program.
 */
export function serve<C extends Contract>(start: StartProgram<C>): void {
  const post: Post = (message, buffers) => self.postMessage(message, { transfer: [...buffers] });
  const server = new Server<C>(start, post);
  self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => server.handle(data));
  post({ type: 'ready' }, []);
}
