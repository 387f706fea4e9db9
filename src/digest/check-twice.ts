import type { Draft } from '../llm/draft';
import type { LanguageModel } from '../llm/model';
import { assemble, isThin, type Settled } from './assemble';
import { Examiner, statedIn } from './examine';
import type { Checking, Digest } from './digest';
import type { OnProgress } from './parts/progress';
import type { Source } from './passages/source';
import { correct } from './second-reading/correct';
import { readAgain, type Readings } from './second-reading/read-again';
import { needsReading, settle } from './second-reading/settle';

/** The calls that a second reading makes. */
export type Reader = Required<Pick<LanguageModel, 'read' | 'correct'>>;

export interface CheckOptions {
  readonly estimateTokens: (text: string) => number;
  /** Maximum input tokens per call. */
  readonly budget: number;
  /** Maximum number of concurrent calls. */
  readonly concurrency: number;
  readonly outputLanguage: string;
  readonly signal: AbortSignal;
  readonly onProgress?: OnProgress | undefined;
}

/**
 * A digest, and the tokens that its second reading and corrections used. `tokens` is absent when the endpoint
 * reported none.
 */
export interface CheckedDigest {
  readonly digest: Digest;
  readonly tokens?: number;
}

/**
 * Builds a digest from a draft. All statements are checked in code. If a statement is not verbatim in the
 * document, a model compares it with the cited text (the second reading). The model that wrote the draft is
 * asked once to correct the doubtful statements. If the second reading fails, `checking` of the digest
 * contains the failure and the number of unread statements.
 * @throws Cancelled
 */
export async function checkTwice(
  draft: Draft,
  source: Source,
  reader: Reader,
  options: CheckOptions,
): Promise<CheckedDigest> {
  const examiner = new Examiner(source);
  const examined = statedIn(draft).map((stated) => examiner.examine(stated));
  const { signal } = options;
  const reading = {
    ...options,
    ask: (request: Parameters<Reader['read']>[0]) => reader.read(request, signal),
    onBatch: progressOf('reading', options),
  };
  const toRead = examined.filter(needsReading);
  const readings = await readAgain(toRead, reading);
  const settled = examined.map((each) => settle(each, readings.verdicts.get(each)));
  const corrected =
    readings.failure !== undefined && !readings.refusedOnly
      ? { settled, tokens: 0 }
      : await correct(settled, examiner, {
          ...reading,
          onBatch: progressOf('correcting', options),
          correct: (request) => reader.correct(request, signal),
        });
  const unread = toRead.filter((each) => !readings.verdicts.has(each)).length;
  const tokens = readings.tokens === undefined ? {} : { tokens: readings.tokens + corrected.tokens };
  return {
    digest: assemble(draft, corrected.settled, source, checkingOf(corrected.settled, readings, unread)),
    ...tokens,
  };
}

function progressOf(stage: 'reading' | 'correcting', { onProgress }: CheckOptions) {
  return (done: number, of: number): void => {
    if (of > 0) onProgress?.({ part: Math.min(done + 1, of), of, words: 0, stage });
  };
}

/**
 * Returns how the statements were checked. `level` is `facts` if statements are unread that a later second
 * reading may be able to read. It is `twice` otherwise, also if the endpoint refused all unread statements.
 */
function checkingOf(
  settled: readonly Settled[],
  { failure, refusedOnly }: Readings,
  unread: number,
): Checking {
  const level = unread === 0 || refusedOnly ? 'twice' : 'facts';
  const why = failure === undefined ? {} : { failure: { kind: failure.kind, details: failure.details } };
  return {
    level,
    ...(unread === 0 ? {} : { notRead: { statements: unread, ...why } }),
    ...(isThin(settled) ? { thinSummary: true } : {}),
  };
}
