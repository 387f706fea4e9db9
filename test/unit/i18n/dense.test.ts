import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromDense as fromDenseInBuild, toDense } from '../../../build/packed-words.mjs';
import { fromDense } from '../../../src/i18n/dense';

it('restores every text that the build has packed, which is ASCII and needs no escapes', () => {
  const text = fc.string({ unit: 'binary' }).filter((each) => !each.includes('~'));
  fc.assert(
    fc.property(text, (each) => {
      const dense = toDense(each);
      expect(fromDense(dense)).toBe(each);
      expect(fromDenseInBuild(dense)).toBe(each);
      expect(/^[ -~]*$/.test(dense)).toBe(true);
    }),
  );
  expect(() => toDense('about ~5')).toThrow('~');
});
