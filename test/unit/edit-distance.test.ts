import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/edit-distance';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['weber', 'weber', 0],
    ['weber', 'webber', 1],
    ['harrow', 'harrov', 1],
    ['openai', 'opneai', 1],
    ['openai', 'opena', 1],
    ['abcd', 'dcba', 3],
    ['', 'abc', 3],
  ])('the edit distance of %j and %j is %i', (one, other, edits) => {
    expect(editDistance(one, other, 9)).toBe(edits);
    expect(editDistance(other, one, 9)).toBe(edits);
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

  it('the edit distance is symmetric, at most `most + 1`, and 0 only for equal texts', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (one, other, most) => {
        const full = editDistance(one, other, 9);
        expect(editDistance(one, other, most)).toBe(Math.min(full, most + 1));
        expect(editDistance(other, one, 9)).toBe(full);
        expect(full === 0).toBe(one === other);
        expect(full).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });
});
