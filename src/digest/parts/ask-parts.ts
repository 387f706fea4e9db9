import { Failure } from '../../failure';
import type { DraftAnswer, DraftRequest } from '../../llm/model';
import { halve, lengthOf } from './halve';
import { toLines } from './lines';
import { runBounded } from '../../run-bounded';
import type { PartOutcome } from './map-parts';
import type { Part } from './plan';
import { refusalOf, type Refusal } from './refusal';

/** How often a part is halved at most: to a 32nd to find a passage, which is less than a page. */
const DEEPEST: Readonly<Record<Refusal, number>> = { 'content-filter': 5, 'too-long': 5, 'cut-off': 2 };
/** Refusals without a single answer after which it is not about a passage. */
const MOST_WITHOUT_ANSWER = 12;
/** Refusals of one document after which parts are no longer halved. */
const MOST_REFUSALS = 60;

/** What does not differ between the parts of a document. */
export type RequestFrame = Pick<DraftRequest, 'instructions' | 'outputLanguage'>;

export interface AskOptions {
  readonly frame: RequestFrame;
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly ask: (request: DraftRequest) => Promise<DraftAnswer>;
  /** Called when a part is done, with all its halves. */
  readonly onPart: () => void;
}

/** A part, or what is left of one that was halved. */
interface Piece {
  readonly part: Part;
  readonly place: DraftRequest['part'];
  readonly depth: number;
}

/**
 * Asks for every part, a few at a time. One that is refused for its content or its length is halved until what is
 * refused is found; the rest goes on.
 * @returns what became of the parts and their pieces, in the order of the document
 * @throws Failure when nothing at all was answered or when it is not about the part, Cancelled.
 */
export async function askParts(parts: readonly Part[], options: AskOptions): Promise<PartOutcome[]> {
  const inquiry = new Inquiry(options);
  const tasks = parts.map((part, index) => async (): Promise<PartOutcome[]> => {
    const place = parts.length === 1 ? undefined : { number: index + 1, of: parts.length };
    const outcomes = await inquiry.ask({ part, place, depth: 0 });
    options.onPart();
    return outcomes;
  });
  const outcomes = (await runBounded(tasks, options.concurrency, options.signal)).flat();
  if (!outcomes.some((outcome) => 'answer' in outcome)) throw inquiry.failure;
  return outcomes;
}

/** The asking for one document, and what it has taught so far. */
class Inquiry {
  readonly #options: AskOptions;
  #answers = 0;
  #refusals = 0;
  /** Characters of the shortest piece that was too long. */
  #tooLong = Number.POSITIVE_INFINITY;
  failure = new Failure('unexpected');

  constructor(options: AskOptions) {
    this.#options = options;
  }

  async ask(piece: Piece): Promise<PartOutcome[]> {
    const { part, place } = piece;
    // What is at least as long as what was too long need not be tried.
    const halves = lengthOf(part.sentences) >= this.#tooLong ? this.#halves(piece, 'too-long') : null;
    if (halves !== null) return this.#askBoth(halves);
    try {
      const { frame, ask } = this.#options;
      const answer = await ask({ lines: toLines(part.sentences), ...frame, ...(place === undefined ? {} : { part: place }) });
      this.#answers += 1;
      return [{ part, answer }];
    } catch (thrown) {
      const reason = refusalOf(thrown);
      if (reason === undefined || !(thrown instanceof Failure)) throw thrown;
      return this.#refused(piece, reason, thrown);
    }
  }

  #refused(piece: Piece, reason: Refusal, failure: Failure): Promise<PartOutcome[]> {
    this.failure = failure;
    this.#refusals += 1;
    if (reason === 'too-long') this.#tooLong = Math.min(this.#tooLong, lengthOf(piece.part.sentences));
    if (this.#answers === 0 && this.#refusals >= MOST_WITHOUT_ANSWER) throw failure;
    const halves = this.#halves(piece, reason);
    if (halves !== null) return this.#askBoth(halves);
    // The user can allow longer answers; what was answered so far is kept for then.
    if (reason === 'cut-off') throw failure;
    return Promise.resolve([{ part: piece.part, refused: reason }]);
  }

  #halves({ part, place, depth }: Piece, reason: Refusal): readonly [Piece, Piece] | null {
    const halves = depth < DEEPEST[reason] && this.#refusals <= MOST_REFUSALS ? halve(part) : null;
    if (halves === null) return null;
    const [first, second] = halves;
    return [
      { part: first, place: place ?? { number: 1, of: 2 }, depth: depth + 1 },
      { part: second, place: place ?? { number: 2, of: 2 }, depth: depth + 1 },
    ];
  }

  async #askBoth([first, second]: readonly [Piece, Piece]): Promise<PartOutcome[]> {
    return [...(await this.ask(first)), ...(await this.ask(second))];
  }
}
