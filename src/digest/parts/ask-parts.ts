import { Failure } from '../../failure';
import { tokenLimitsOf } from '../../llm/errors/token-limits';
import type { DraftAnswer, DraftRequest, DraftWishes } from '../../llm/model';
import { fitted, textWithin, type Piece } from './fit';
import { halve, lengthOf } from './halve';
import { toLines } from './lines';
import { runBounded } from '../../run-bounded';
import type { PartOutcome } from './map-parts';
import { refusalOf, type Refusal } from './refusal';

/**
 * Maximum number of times that a part is split in two. Five splits give a 32nd of a part, which is less than
 * a page.
 */
const DEEPEST: Readonly<Record<Refusal, number>> = { 'content-filter': 5, 'too-long': 5, 'cut-off': 2 };
/** The digest fails after this many refusals without an answer. One bad passage cannot cause so many. */
const MOST_WITHOUT_ANSWER = 12;
/** After this many refusals for one document, parts are no longer split. */
const MOST_REFUSALS = 60;

export interface AskOptions {
  readonly frame: DraftWishes;
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly ask: (request: DraftRequest) => Promise<DraftAnswer>;
  /**
   * Called when one of the given pieces is done. A piece that was split is done when all pieces made from it
   * are done.
   */
  readonly onPart: () => void;
  readonly estimateTokens: (text: string) => number;
}

/**
 * Requests a draft for every piece. A piece is a part of the document, or a section of such a part. If the
 * endpoint refuses a piece for its content or length, or cuts off the answer, smaller pieces are sent
 * instead. If the endpoint has named a token limit, these pieces are within the limit. Otherwise, the refused
 * piece is split in two.
 * @returns the outcomes of the pieces, in the order of the document
 * @throws Failure when no piece was answered, or when smaller pieces cannot help; Cancelled
 */
export async function askParts(pieces: readonly Piece[], options: AskOptions): Promise<PartOutcome[]> {
  const requests = new PartRequests(options);
  const tasks = pieces.map((piece) => async (): Promise<PartOutcome[]> => {
    const outcomes = await requests.ask(piece);
    options.onPart();
    return outcomes;
  });
  const outcomes = (await runBounded(tasks, options.concurrency, options.signal)).flat();
  if (!outcomes.some((outcome) => 'answer' in outcome)) throw requests.failure;
  return outcomes;
}

/** Sends the requests for one document and counts the refusals. */
class PartRequests {
  readonly #options: AskOptions;
  #answers = 0;
  #refusals = 0;
  /** Length of the shortest piece that was refused as too long, in UTF-16 units. */
  #tooLong = Number.POSITIVE_INFINITY;
  /** Maximum tokens of a piece, according to the limit that the endpoint has named. */
  #most = Number.POSITIVE_INFINITY;
  failure = new Failure('unexpected');

  constructor(options: AskOptions) {
    this.#options = options;
  }

  async ask(piece: Piece): Promise<PartOutcome[]> {
    const { part, place } = piece;
    const fitting = this.#fitting(piece);
    if (fitting !== null) return this.#askAll(fitting);
    // A piece is split without a request if it is at least as long as one that was refused as too long.
    const halves = lengthOf(part.sentences) >= this.#tooLong ? this.#halves(piece, 'too-long') : null;
    if (halves !== null) return this.#askAll(halves);
    try {
      const { frame, ask } = this.#options;
      const answer = await ask({
        lines: toLines(part.sentences),
        ...frame,
        ...(place === undefined ? {} : { part: place }),
      });
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
    if (reason === 'too-long') {
      this.#tooLong = Math.min(this.#tooLong, lengthOf(piece.part.sentences));
      const { total, input = total } = tokenLimitsOf(failure);
      if (input !== undefined) this.#most = Math.min(this.#most, textWithin(input));
    }
    if (this.#answers === 0 && this.#refusals >= MOST_WITHOUT_ANSWER) throw failure;
    const pieces = (reason === 'too-long' ? this.#fitting(piece) : null) ?? this.#halves(piece, reason);
    if (pieces !== null) return this.#askAll(pieces);
    // If even the answer to the smallest piece is cut off, the digest fails, so that the user can raise the
    // limit for the length of answers. A retry then uses the cached answers.
    if (reason === 'cut-off') throw failure;
    return Promise.resolve([{ part: piece.part, refused: reason }]);
  }

  /**
   * Splits a piece that is larger than the endpoint accepts; returns null for a piece that is small enough.
   */
  #fitting(piece: Piece): readonly Piece[] | null {
    const pieces = fitted(piece, this.#most, this.#options.estimateTokens);
    return pieces.length > 1 ? pieces : null;
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

  async #askAll(pieces: readonly Piece[]): Promise<PartOutcome[]> {
    const outcomes: PartOutcome[] = [];
    for (const piece of pieces) outcomes.push(...(await this.ask(piece)));
    return outcomes;
  }
}
