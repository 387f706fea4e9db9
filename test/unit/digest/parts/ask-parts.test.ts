import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askParts } from '../../../../src/digest/parts/ask-parts';
import { piecesOf, textWithin } from '../../../../src/digest/parts/fit';
import { cutEvenly, halve } from '../../../../src/digest/parts/halve';
import { notReadOf, type PartOutcome } from '../../../../src/digest/parts/map-parts';
import { planParts, type Part } from '../../../../src/digest/parts/plan';
import { Failure, type FailureDetails, type FailureKind } from '../../../../src/failure';
import type { DraftRequest } from '../../../../src/llm/model';
import { documentOf, emptyDraft } from '../document';

const limits = { contextTokens: 20_000, maxOutputTokens: 4000, concurrency: 3 };
/** 64 pages. Each has 16 sentences of about 50 characters. */
const pages = Array.from({ length: 64 }, (_, page) =>
  Array.from(
    { length: 16 },
    (__, line) => `Sentence ${String(line)} of page ${String(page + 1)}, with some more words.`,
  ),
);
const sentences = documentOf(...pages);
const estimateTokens = (text: string): number => text.length;
const parts = planParts(sentences, limits, estimateTokens);

interface Run {
  readonly outcomes: readonly PartOutcome[];
  readonly requests: readonly DraftRequest[];
  readonly refused: number;
}

/** Asks for the digests of all parts. A request fails if `refuses` returns a kind of failure for it. */
async function run(
  of: readonly Part[],
  refuses: (lines: string) => FailureKind | undefined,
  details: FailureDetails = {},
  most = Number.POSITIVE_INFINITY,
): Promise<Run> {
  const requests: DraftRequest[] = [];
  let refused = 0;
  const ask = async (request: DraftRequest): Promise<{ draft: typeof emptyDraft }> => {
    requests.push(request);
    await Promise.resolve();
    const kind = refuses(request.lines);
    if (kind !== undefined) refused += 1;
    if (kind !== undefined) throw new Failure(kind, { details });
    return { draft: emptyDraft };
  };
  const frame = { instructions: '', outputLanguage: 'auto' };
  const outcomes = await askParts(piecesOf(of, most, estimateTokens), {
    estimateTokens,
    frame,
    ask,
    concurrency: 3,
    signal: new AbortController().signal,
    onPart: () => undefined,
  });
  return { outcomes, requests, refused };
}

function answered(outcomes: readonly PartOutcome[]): number[] {
  return outcomes.flatMap((outcome) =>
    'answer' in outcome ? outcome.part.sentences.map(({ number }) => number) : [],
  );
}

describe('a content filter', () => {
  const forbidden = 'Sentence 7 of page 30,';

  it('a content filter leaves only the refused page of a long document unread', async () => {
    const { outcomes, refused } = await run(parts, (lines) =>
      lines.includes(forbidden) ? 'llm-content-filter' : undefined,
    );
    expect(notReadOf(outcomes)).toEqual([{ reason: 'content-filter', pages: [30] }]);
    const read = new Set(answered(outcomes));
    const lost = sentences.filter(({ number }) => !read.has(number));
    expect(lost.some(({ text }) => text.startsWith(forbidden))).toBe(true);
    expect(lost.every(({ page }) => page === 30)).toBe(true);
    expect(refused).toBeLessThanOrEqual(6);
  });

  it('only the refused page stays unread if one request contains the whole document', async () => {
    const small = sentences.filter(({ page }) => page > 25 && page < 36);
    const { outcomes, requests } = await run([{ sentences: small, pages: [] }], (lines) =>
      lines.includes(forbidden) ? 'llm-refused' : undefined,
    );
    expect(notReadOf(outcomes)).toEqual([{ reason: 'content-filter', pages: [30] }]);
    expect(requests.slice(1).every(({ part }) => part?.of === 2)).toBe(true);
  });

  it('a content filter does not change the order of the parts', async () => {
    const { outcomes } = await run(parts, (lines) =>
      /of page (9|20|41),/.test(lines) ? 'llm-content-filter' : undefined,
    );
    const first = outcomes.map(({ part }) => part.sentences.at(-1)?.number ?? 0);
    expect(first).toEqual([...first].sort((one, other) => one - other));
  });

  it('askParts fails after a few requests if a content filter refuses everything', async () => {
    const work = run(parts, () => 'llm-content-filter');
    await expect(work).rejects.toMatchObject({ kind: 'llm-content-filter' });
    let requests = 0;
    await run(parts, () => ((requests += 1), 'llm-content-filter' as const)).catch(() => undefined);
    expect(requests).toBeLessThanOrEqual(15);
  });
});

describe('a smaller context', () => {
  it('askParts sends every sentence, even if the context is smaller than the setting says', async () => {
    const { outcomes, refused } = await run(parts, (lines) =>
      lines.length > 4_000 ? 'llm-too-long' : undefined,
    );
    expect(notReadOf(outcomes)).toEqual([]);
    expect(new Set(answered(outcomes)).size).toBe(sentences.length);
    // Three parts are requested at once, so each length that is too long is refused at most three times.
    expect(refused).toBeLessThanOrEqual(9);
  });

  it('if an error contains the context limit, all later requests fit', async () => {
    const details = { totalLimit: 6_000 };
    const tooLong = (lines: string) => (lines.length > 4_000 ? ('llm-too-long' as const) : undefined);
    const { outcomes, refused } = await run(parts, tooLong, details);
    expect(new Set(answered(outcomes)).size).toBe(sentences.length);
    // Three parts are requested at once, so three requests are refused before the limit is known.
    expect(refused).toBe(3);
  });

  it('the successful requests are the same whether askParts knows the context limit or learns it', async () => {
    const tooLong = (lines: string) => (lines.length > 4_000 ? ('llm-too-long' as const) : undefined);
    const learning = await run(parts, tooLong, { inputLimit: 6_000 });
    const knowing = await run(parts, tooLong, {}, textWithin(6_000));
    const sent = ({ requests }: Run): DraftRequest[] =>
      requests
        .filter(({ lines }) => lines.length <= 4_000)
        .sort((one, other) => one.lines.localeCompare(other.lines));
    expect(knowing.refused).toBe(0);
    expect(sent(knowing)).toEqual(sent(learning));
  });

  it('askParts fails if the context is too small for a single sentence', async () => {
    await expect(run(parts.slice(0, 1), () => 'llm-too-long')).rejects.toMatchObject({
      kind: 'llm-too-long',
    });
  });
});

describe('a cut-off answer', () => {
  it('askParts asks for the halves of a part if the answer reaches the length limit', async () => {
    const { outcomes } = await run(parts, (lines) => (lines.length > 8_000 ? 'llm-cut-off' : undefined), {
      reason: 'length',
    });
    expect(new Set(answered(outcomes)).size).toBe(sentences.length);
  });

  it.each(['connection-lost', 'no-finish-reason'])(
    'askParts fails if an answer was cut off for the reason %s',
    async (reason) => {
      await expect(run(parts.slice(0, 1), () => 'llm-cut-off', { reason })).rejects.toMatchObject({
        kind: 'llm-cut-off',
      });
    },
  );
});

describe('halve', () => {
  it('halve cuts between pages if possible, otherwise between sentences, and loses nothing', () => {
    const line = fc.string({ minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        fc.array(fc.array(line, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        (texts) => {
          const all = documentOf(...texts);
          const halves = halve({ sentences: all, pages: [] });
          if (all.length === 1) expect(halves).toBeNull();
          else {
            const [first, second] = halves ?? [];
            expect([...(first?.sentences ?? []), ...(second?.sentences ?? [])]).toEqual(all);
            expect(first?.sentences.length).toBeGreaterThan(0);
            expect(second?.sentences.length).toBeGreaterThan(0);
            if (texts.length > 1) expect(second?.pages[0]).not.toBe(first?.pages.at(-1));
          }
        },
      ),
    );
  });
});

describe('cutEvenly', () => {
  it('cutEvenly loses no sentence and makes at most the given number of pieces', () => {
    const line = fc.string({ minLength: 20, maxLength: 40 });
    fc.assert(
      fc.property(
        fc.array(fc.array(line, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (texts, count) => {
          const all = documentOf(...texts);
          const pieces = cutEvenly({ sentences: all, pages: [] }, count);
          expect(pieces.flatMap((piece) => piece.sentences)).toEqual(all);
          expect(pieces.length).toBeLessThanOrEqual(Math.min(count, all.length));
          expect(pieces.every((piece) => piece.sentences.length > 0)).toBe(true);
        },
      ),
    );
  });
});
