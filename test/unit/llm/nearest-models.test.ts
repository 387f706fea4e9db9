import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestFirst } from '../../../src/llm/nearest-models';
import { nearestModelExamples } from '../../../src/llm/nearest-models.examples';

describe('nearestFirst', () => {
  it.each(nearestModelExamples)(
    'for %s, nearestFirst sorts %j and begins with %s',
    (wanted, names, nearest) => {
      expect(nearestFirst(names, wanted)[0]).toBe(nearest);
    },
  );

  it('nearestFirst keeps all names, and puts the wanted name first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), (names) => {
        expect([...nearestFirst(names, 'a')].sort()).toEqual([...names].sort());
        expect(nearestFirst(['gpt-5', 'gpt-5-mini', 'gpt-4'], 'gpt-5')[0]).toBe('gpt-5');
      }),
    );
  });
});
