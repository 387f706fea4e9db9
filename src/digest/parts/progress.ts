import type { OnWords } from '../../llm/model';

/** How far a digest has come. */
export interface DigestProgress {
  /** The part being asked for, from 1 to `of`. */
  readonly part: number;
  readonly of: number;
  /** Of all answers received so far. */
  readonly words: number;
  /** Statements are read a second time, or corrected; left out while the document's parts are asked for. */
  readonly stage?: 'reading' | 'correcting';
}

export type OnProgress = (progress: DigestProgress) => void;

/** How far one document has come; tells so at once, and after each step. */
export class Progress {
  readonly #of: number;
  readonly #report: OnProgress | undefined;
  readonly #words: number[] = [];
  #done = 0;

  constructor(of: number, report: OnProgress | undefined) {
    this.#of = of;
    this.#report = report;
    this.#tell();
  }

  /** Counts the words of one more answer; one that begins anew counts anew. */
  words(): OnWords {
    const answer = this.#words.length;
    this.#words.push(0);
    return (words) => {
      this.#words[answer] = words;
      this.#tell();
    };
  }

  partDone(): void {
    this.#done += 1;
    this.#tell();
  }

  #tell(): void {
    const words = this.#words.reduce((sum, each) => sum + each, 0);
    this.#report?.({ part: Math.min(this.#done + 1, this.#of), of: this.#of, words });
  }
}
