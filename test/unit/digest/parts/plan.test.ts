import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planParts } from '../../../../src/digest/parts/plan';
import { documentOf } from '../document';

const limits = { contextTokens: 100_000, maxOutputTokens: 4000, concurrency: 2 };
const estimate = (text: string): number => text.length;

describe('planParts', () => {
  it('planParts returns one part if the document fits into one request', () => {
    const sentences = documentOf(['a'.repeat(10_000)], ['b'.repeat(10_000)]);
    expect(planParts(sentences, limits, estimate)).toEqual([{ sentences, pages: [1, 2] }]);
  });

  it('planParts cuts between pages, and repeats a short last page in the next part', () => {
    const pages = Array.from({ length: 120 }, () => ['x'.repeat(100), 'y'.repeat(150)]);
    const parts = planParts(documentOf(...pages), limits, estimate);
    expect(parts.length).toBeGreaterThanOrEqual(3);
    const last = parts[0]?.pages.at(-1);
    expect(parts[1]?.sentences.slice(0, 3).map(({ page }) => page)).toEqual([last, last, (last ?? 0) + 1]);
    expect(parts.flatMap((part) => part.pages)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
  });

  it('planParts repeats only the last sentences of a long last page in the next part', () => {
    const pages = Array.from({ length: 40 }, () => Array.from({ length: 10 }, () => 'x'.repeat(100)));
    const parts = planParts(documentOf(...pages), limits, estimate);
    const last = parts[0]?.pages.at(-1);
    const repeated = parts[1]?.sentences.filter(({ page }) => page === last) ?? [];
    expect(repeated).toEqual(parts[0]?.sentences.slice(-repeated.length));
    expect(repeated.length).toBeGreaterThan(0);
    expect(repeated.length).toBeLessThan(10);
  });

  it('the parts contain only a little more text than the document', () => {
    const sentences = documentOf(
      ...Array.from({ length: 300 }, () => Array.from({ length: 20 }, () => 'x'.repeat(40))),
    );
    const sent = planParts(sentences, limits, estimate).reduce((sum, part) => sum + part.sentences.length, 0);
    expect(sent / sentences.length).toBeLessThanOrEqual(1.05);
  });

  it('the parts contain every sentence in order, and no part is larger than the context', () => {
    const page = fc.array(
      fc.integer({ min: 1, max: 3000 }).map((length) => 'x'.repeat(length)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        fc.array(page, { maxLength: 20 }),
        fc.integer({ min: 6000, max: 30_000 }),
        (pages, contextTokens) => {
          const sentences = documentOf(...pages);
          const parts = planParts(sentences, { ...limits, contextTokens }, estimate);
          const seen = new Set<number>();
          const fresh = parts.flatMap((part) =>
            part.sentences.filter(({ number }) => !seen.has(number) && seen.add(number).has(number)),
          );
          expect(fresh).toEqual(sentences);
          for (const part of parts) {
            const size = part.sentences.reduce((sum, sentence) => sum + sentence.text.length, 0);
            expect(size).toBeLessThanOrEqual(Math.max(contextTokens, 3000));
          }
        },
      ),
    );
  });
});
