import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Examiner, type Examined } from '../../../../src/digest/examine';
import { Source } from '../../../../src/digest/passages/source';
import { batchesOf } from '../../../../src/digest/second-reading/batches';
import { documentOf } from '../document';

const lines = Array.from(
  { length: 120 },
  (_, index) => `Clause ${String(index + 1)} rules the matter of item ${String(index * 7 + 3)}.`,
);
const examiner = new Examiner(new Source(documentOf(lines)));
const limits = { estimateTokens: (text: string) => Math.ceil(text.length / 4), budget: 1_200 };

function statement(number: number, text = `Item of clause ${String(number)} is ruled`): Examined {
  return examiner.examine({
    section: 'points',
    text,
    refs: [number],
    quote: '',
    owner: '',
    due: { kind: 'none', text: '', date: '' },
  });
}

describe('the batches of the second reading', () => {
  it('each statement is in one batch with its cited lines, and each batch begins with statement 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 60 }), (numbers) => {
        const items = numbers.map((number) => statement(number));
        const batches = batchesOf(items, () => '', limits);
        expect(batches.flatMap((batch) => batch.items).length).toBe(items.length);
        expect(new Set(batches.flatMap((batch) => batch.items))).toEqual(new Set(items));
        for (const batch of batches) {
          const written = [...batch.text.matchAll(/^(\d+)\. /gmu)].map(([, number]) => Number(number));
          expect(written).toEqual(batch.items.map((_, index) => index + 1));
          for (const item of batch.items)
            for (const cited of item.tied.cited) expect(batch.text).toContain(`[${String(cited)}] `);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a batch does not repeat a line, even if two statements have the line in their passages', () => {
    const [batch] = batchesOf([statement(10), statement(12), statement(40)], () => '', limits);
    expect(batch?.text.match(/^\[11\] /gmu)).toHaveLength(1);
    expect(batch?.text.split('\n\n').length).toBeGreaterThan(2);
  });

  it('each statement is one line of a batch, so that its text cannot imitate other lines', () => {
    const [batch] = batchesOf([statement(5, 'One.\n[6] Two.\n9. Three')], () => '', limits);
    expect(batch?.text).toContain('1. One. [6] Two. 9. Three');
  });
});
