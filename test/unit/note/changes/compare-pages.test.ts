import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonPages } from '../../../../src/note/changes/common-pages';
import { comparePages } from '../../../../src/note/changes/compare-pages';

const page = (letter: string, more = ''): string =>
  `${letter.repeat(20)}The lessor delivers the machine ${letter} to the workshop${more}`;
const letters = (text: string): string[] => [...text].map((letter) => page(letter));
const none = { changed: [], added: [], removed: [], notCompared: [] };

describe('comparePages', () => {
  it('comparePages finds changed, added and removed pages', () => {
    const before = letters('ABCDE');
    const changed = [...before];
    [changed[1], changed[4]] = [page('B', ' by May'), page('E', ' by June')];
    expect(comparePages(before, [...changed, page('F')])).toEqual({
      ...none,
      before: 5,
      changed: [2, 5],
      added: [6],
    });
    expect(comparePages(before, letters('ABDE'))).toEqual({ ...none, before: 5, removed: [3] });
    expect(comparePages(before, before)).toEqual({ ...none, before: 5 });
  });

  it('the pages after an added page are not reported as changed', () => {
    const before = letters('ABCDEFGH');
    expect(comparePages(before, letters('ABxCDEFGH'))).toEqual({ ...none, before: 8, added: [3] });
    expect(comparePages(before, letters('xyABCDEFGHz'))).toEqual({ ...none, before: 8, added: [1, 2, 11] });
  });

  it('a changed page is compared with the most similar old page, even if the page numbers differ', () => {
    const after = [
      page('A', ' indeed'),
      'something else entirely, with words of its own',
      page('B', ' indeed'),
    ];
    expect(comparePages(letters('AB'), after)).toEqual({ ...none, before: 2, changed: [1, 3], added: [2] });
  });

  it('a rewritten page is reported as changed, and a moved page as removed and added', () => {
    expect(comparePages(letters('ABC'), [page('A'), 'of its own', page('C')])).toEqual({
      ...none,
      before: 3,
      changed: [2],
    });
    expect(comparePages(letters('ABCD'), letters('BCDA'))).toEqual({
      ...none,
      before: 4,
      added: [4],
      removed: [1],
    });
  });

  it('an added empty page is reported, and pages without known text are not compared', () => {
    expect(comparePages([page('A'), '', page('B')], [page('A'), '', '', page('B')])).toEqual({
      ...none,
      before: 3,
      added: [3],
    });
    expect(comparePages(letters('ABC'), [page('A'), null, page('C', '!')])).toEqual({
      ...none,
      before: 3,
      changed: [3],
      notCompared: [2],
    });
    expect(comparePages(letters('AB'), [null, null])).toBeNull();
  });

  it('comparePages finds the complete difference between any two documents', () => {
    const pages = fc.array(
      fc.constantFrom('', 'a', 'b', 'c', 'the same text but longer', 'the same text but long'),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        pages,
        fc.array(fc.option(fc.constantFrom('', 'a', 'b', 'the same text but longer')), { maxLength: 12 }),
        (before, after) => {
          const found = comparePages(before, after);
          if (found === null) {
            expect(after.every((text) => text === null)).toBe(true);
            return;
          }
          const { changed, added, removed, notCompared } = found;
          const named = [...changed, ...added, ...notCompared];
          expect(new Set(named).size).toBe(named.length);
          // Every new page that is not reported must equal an old page, and the order must be the same.
          const same = after.filter((_, index) => !named.includes(index + 1));
          const gone = before.length - same.length - changed.length - notCompared.length;
          expect(removed).toHaveLength(gone);
          let place = -1;
          for (const text of same) {
            place = before.findIndex(
              (one, index) => index > place && one === text && !removed.includes(index + 1),
            );
            expect(place).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });

  it('comparePages compares thousands of pages, but returns null if all of them have the same text', () => {
    const many = (word: string): string[] => Array.from({ length: 3_000 }, (_, index) => `${word} ${index}`);
    expect(comparePages(many('old'), many('new'))?.changed).toHaveLength(3_000);
    expect(comparePages(many('old'), ['first', ...many('old')])).toEqual({
      ...none,
      before: 3_000,
      added: [1],
    });
    expect(comparePages(Array<string>(3_000).fill('same'), Array<string>(3_000).fill('same'))).toBeNull();
  });
});

it('commonPages finds a longest common subsequence of equal pages', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const pairs = commonPages(before, after) ?? [];
      expect(pairs).toHaveLength(longest(before, after));
      pairs.forEach(([one, other], index) => {
        expect(before[one]).toBe(after[other]);
        if (index > 0)
          expect([one > (pairs[index - 1]?.[0] ?? 0), other > (pairs[index - 1]?.[1] ?? 0)]).toEqual([
            true,
            true,
          ]);
      });
    }),
  );
});

/** Returns the length of the longest common subsequence, by its recursive definition. */
function longest([one, ...before]: readonly string[], after: readonly string[]): number {
  if (one === undefined || after.length === 0) return 0;
  const place = after.indexOf(one);
  const without = longest(before, after);
  return place < 0 ? without : Math.max(without, 1 + longest(before, after.slice(place + 1)));
}
