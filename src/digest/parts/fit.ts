import type { DraftRequest } from '../../llm/model';
import { cutEvenly } from './halve';
import { toLine } from './lines';
import { CONTEXT_SHARE, type Part } from './plan';

type EstimateTokens = (text: string) => number;

/** A part of a document, or a piece of a part that is too large for one call. */
export interface Piece {
  readonly part: Part;
  /**
   * Absent when the whole document is sent in one call. If the document has several parts, the pieces of a
   * part have the place of the part. If the document has one part, each piece has its own place.
   */
  readonly place: DraftRequest['part'];
  /** 0 for a whole part. Each cut adds 1. */
  readonly depth: number;
}

/**
 * The planned size of even pieces, as a share of the limit. Some pieces become larger than planned, because
 * cuts are made only between pages or sentences. So this share is less than 1.
 */
const FULL = 0.9;
/** Maximum number of pieces of one part. */
const MOST_PIECES = 32;

/**
 * Returns how many tokens of a document fit in one call, if the endpoint accepts `limit` tokens in a request.
 */
export function textWithin(limit: number): number {
  return limit * CONTEXT_SHARE;
}

/**
 * If a piece has more than `most` tokens, it is cut into pieces of similar size. Such a piece can still be
 * too large, because cuts are made only between pages or sentences. The cuts depend only on the piece and
 * `most`. So a later digest with the same limit makes the same pieces and finds their cached answers.
 */
export function fitted(piece: Piece, most: number, estimateTokens: EstimateTokens): readonly Piece[] {
  const { part, place, depth } = piece;
  const tokens = part.sentences.reduce(
    (sum, { number, text }) => sum + estimateTokens(`${toLine(number, text)}\n`),
    0,
  );
  const pieces =
    tokens > most ? cutEvenly(part, Math.min(Math.ceil(tokens / (most * FULL)), MOST_PIECES)) : [part];
  if (pieces.length === 1) return [piece];
  return pieces.map((each, index) => ({
    part: each,
    place: place ?? { number: index + 1, of: pieces.length },
    depth: depth + 1,
  }));
}

/** Returns the pieces that are sent for the parts of a document. Parts are cut as in `fitted`. */
export function piecesOf(
  parts: readonly Part[],
  most: number,
  estimateTokens: EstimateTokens,
): readonly Piece[] {
  return parts.flatMap((part, index) => {
    const place = parts.length === 1 ? undefined : { number: index + 1, of: parts.length };
    return fitted({ part, place, depth: 0 }, most, estimateTokens);
  });
}
