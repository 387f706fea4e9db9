import { RemoteError } from '../../causes';
import { Failure, toFailure } from '../../failure';
import type { OnWords } from '../../llm/model';
import type { WorkerPort } from './ports';
import type { Answer, Job, JobFailed, JobMessage, Question, ToWorker } from '../document/protocol';
import type { Silence } from './silence';

/** One job as its giver sees it. */
export interface Task<Result> {
  readonly work: Job;
  /** Called with every message of the job; the first result that is not undefined ends it. */
  readonly onMessage: (message: JobMessage) => Result | undefined;
  /** Answers what the job asks; what it throws ends the job, unless the worker can do without. */
  readonly answer?: (question: Question, onWords: OnWords) => Promise<Answer>;
  /** Milliseconds of silence, where the usual ones would be too few. */
  readonly silence?: number;
}

/** How a job came to its end: in both cases the worker is in order. */
export type Ending<Result> = { readonly result: Result } | { readonly thrown: unknown };

/** What is made of one job's messages. */
export class Conversation<Result> {
  readonly #thrown = new Map<number, unknown>();
  #isOver = false;

  constructor(
    private readonly task: Task<Result>,
    private readonly port: WorkerPort,
    private readonly silence: Silence,
    private readonly resolve: (ending: Ending<Result>) => void,
    private readonly reject: (reason: unknown) => void,
  ) {}

  hear(says: JobMessage): void {
    this.silence.broken();
    if (says.type === 'question') {
      void this.#answer(says.question, says.asked);
      return;
    }
    if (says.type === 'failed') {
      this.#end({ thrown: this.#thrownBy(says) });
      return;
    }
    try {
      const result = this.task.onMessage(says);
      if (result !== undefined) this.#end({ result });
    } catch (error) {
      this.reject(error);
    }
  }

  #end(ending: Ending<Result>): void {
    this.#isOver = true;
    this.resolve(ending);
  }

  async #answer(question: number, asked: Question): Promise<void> {
    this.silence.asked();
    try {
      if (this.task.answer === undefined) throw new TypeError(`Nobody answers ${asked.type}.`);
      const answer = await this.task.answer(asked, (words) => this.#tell({ type: 'words', question, words }));
      this.#tell({ type: 'answer', question, answer });
    } catch (thrown) {
      this.#thrown.set(question, thrown);
      const { kind, details } = toFailure(thrown);
      this.#tell({ type: 'no-answer', question, kind, details });
    } finally {
      this.silence.answered();
    }
  }

  /** A job that has ended asks nothing any more. */
  #tell(message: ToWorker): void {
    if (!this.#isOver) this.port.post(message);
  }

  #thrownBy({ kind, message, causes, unanswered }: JobFailed): unknown {
    const own = unanswered === undefined ? undefined : this.#thrown.get(unanswered);
    return own ?? new Failure(kind, { cause: new RemoteError(message, causes) });
  }
}
