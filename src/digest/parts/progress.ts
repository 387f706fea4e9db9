import type { OnWords } from '../../llm/model';

/** The progress of a digest. */
export interface DigestProgress {
  /** The current part, from 1 to `of`. In the later stages, it is the current batch of statements. */
  readonly part: number;
  /** The number of all parts, or of all batches. */
  readonly of: number;
  /** Number of words received so far, in all answers. */
  readonly words: number;
  /**
   * Present while statements are read a second time or corrected; absent while the parts of the document are
   * requested.
   */
  readonly stage?: 'reading' | 'correcting';
}

export type OnProgress = (progress: DigestProgress) => void;

/** Tracks the progress of one document. Calls `report` at the start, and after each change. */
export class Progress {
  readonly #of: number;
  readonly #report: OnProgress | undefined;
  readonly #words: number[] = [];
  #done = 0;

  constructor(of: number, report: OnProgress | undefined) {
    this.#of = of;
    this.#report = report;
    this.#reportProgress();
  }

  /**
   * Returns a callback for one more answer. The callback takes the number of words received so far in this
   * answer. When the request is repeated, the number can begin at 0 again.
   */
  words(): OnWords {
    const answer = this.#words.length;
    this.#words.push(0);
    return (words) => {
      this.#words[answer] = words;
      this.#reportProgress();
    };
  }

  partDone(): void {
    this.#done += 1;
    this.#reportProgress();
  }

  #reportProgress(): void {
    const words = this.#words.reduce((sum, each) => sum + each, 0);
    this.#report?.({ part: Math.min(this.#done + 1, this.#of), of: this.#of, words });
  }
}
