import { Failure, type FailureDetails, type FailureKind } from '../../failure';
import type { OnWords } from '../../llm/model';
import type { Answer, Question } from '../document/protocol';

/** The app's answer to a question was a failure. What exactly it threw, only the app knows. */
export class Unanswered extends Failure {
  constructor(
    kind: FailureKind,
    details: FailureDetails,
    readonly question: number,
  ) {
    super(kind, { details });
    this.name = 'Unanswered';
  }
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Unanswered) => void;
  readonly onWords: OnWords | undefined;
}

/** The worker's side of questions to the app. */
export class Questions {
  readonly #post: (question: number, asked: Question) => void;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(post: (question: number, asked: Question) => void) {
    this.#post = post;
  }

  /** @throws Unanswered */
  ask(asked: Question, onWords?: OnWords): Promise<Answer> {
    this.#last += 1;
    const question = this.#last;
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(question, { resolve, reject, onWords });
      this.#post(question, asked);
    });
  }

  words(question: number, words: number): void {
    this.#waiting.get(question)?.onWords?.(words);
  }

  answered(question: number, answer: Answer): void {
    this.#take(question)?.resolve(answer);
  }

  unanswered(question: number, kind: FailureKind, details: FailureDetails): void {
    this.#take(question)?.reject(new Unanswered(kind, details, question));
  }

  #take(question: number): Waiting | undefined {
    const waiting = this.#waiting.get(question);
    this.#waiting.delete(question);
    return waiting;
  }
}
