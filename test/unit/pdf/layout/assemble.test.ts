import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../../../src/pdf/document';
import { assembleDocument, layoutPage, type PageInput } from '../../../../src/pdf/layout';
import { item, lines, page } from './page-made';

function assemble(pages: readonly PageInput[]): readonly (readonly Paragraph[])[] {
  return assembleDocument(pages.map(layoutPage));
}

const texts = (pages: readonly (readonly Paragraph[])[]) =>
  pages.map((paragraphs) => paragraphs.map(({ text }) => text));
const words = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot'];

describe('repeated text', () => {
  it('the headers of the first left and the first right page stay, without page numbers', () => {
    const pages = words.map((word, index) => {
      const header = index % 2 === 0 ? 'A Book' : 'A Chapter';
      return page(
        [item(header, 50, 770), item(`${word} stands alone.`, 50, 600), item(String(index + 7), 300, 30)],
        index + 1,
      );
    });
    const [first, second, ...others] = texts(assemble(pages));
    expect(first).toEqual(['A Book', 'Alpha stands alone.']);
    expect(second).toEqual(['A Chapter', 'Bravo stands alone.']);
    expect(others).toEqual(words.slice(2).map((word) => [`${word} stands alone.`]));
  });

  it('a running header loses its page number, and its source runs cover only the rest', () => {
    const pages = words.map((word, index) => {
      const head = item(`Policy HB-77 Page ${String(index + 1)} of 6`, 50, 770);
      return page([head, item('Quay Ltd', 400, 770), item(`${word} stands alone.`, 50, 600)], index + 1);
    });
    const [[policy, company] = []] = assemble(pages);
    expect([policy?.text, company?.text]).toEqual(['Policy HB-77', 'Quay Ltd']);
    expect(policy?.source).toEqual([{ at: 0, length: 12, page: 1, item: 0, from: 0 }]);
  });

  it('a text that is in the running header and in the body is kept once', () => {
    const pages = words.map((word, index) =>
      page(
        [
          item('A Book', 50, 770),
          item(index === 0 ? 'A Book' : word, 50, 600),
          item(`${word} stands alone.`, 50, 500),
        ],
        index + 1,
      ),
    );
    expect(texts(assemble(pages))[0]).toEqual(['A Book', 'Alpha stands alone.']);
  });

  it('header cells that are equal on every page are removed, and the other cells stay', () => {
    const pages = words.map((word, index) =>
      page(
        [item('A Book', 50, 770), item(word, 400, 770), item(`${word} stands alone.`, 50, 600)],
        index + 1,
      ),
    );
    expect(texts(assemble(pages)).slice(1)).toEqual(
      words.slice(1).map((word) => [word, `${word} stands alone.`]),
    );
  });

  it('repeated body text stays, and numbers in the margin stay if they are not page numbers', () => {
    const pages = words.map((word, index) =>
      page(
        [item('Total', 50, 500), item(word, 50, 400), item(String((index * 37) % 11), 300, 30)],
        index + 1,
      ),
    );
    expect(texts(assemble(pages)).every((page) => page.length === 3)).toBe(true);
  });

  it('a page number is left out together with the word "page", even if there is only one page', () => {
    expect(texts(assemble([page([item('Hello there.', 50, 600), item('Page 1 of 1', 280, 30)])]))).toEqual([
      ['Hello there.'],
    ]);
  });
});

describe('a paragraph at the end of a page', () => {
  const line = 'the quick brown fox jumps over a lazy dog';

  it('a paragraph that continues on the next page has source runs on both pages', () => {
    const [first = [], second = []] = assemble([
      page(lines([line, line], 50, 100)),
      page(lines([line, 'and sleeps.'], 50, 700), 2),
    ]);
    expect(first.map(({ text }) => text)).toEqual([`${line} ${line} ${line} and sleeps.`]);
    expect(first[0]?.source.map((run) => run.page)).toEqual([1, 1, 2, 2]);
    expect(second).toEqual([]);
  });

  it('a footnote does not prevent a paragraph from continuing on the next page', () => {
    const note = item('1 A note in small print.', 50, 60, { size: 7, font: 'note' });
    const [first = []] = assemble([
      page([...lines([line, line], 50, 120), note]),
      page(lines(['and sleeps.'], 50, 700), 2),
    ]);
    expect(first.map(({ text }) => text)).toEqual([
      `${line} ${line} and sleeps.`,
      '1 A note in small print.',
    ]);
  });

  it('a paragraph that ends with a full stop does not continue on the next page', () => {
    const [first = [], second = []] = assemble([
      page(lines([line, 'It sleeps.'], 50, 100)),
      page(lines(['Then'], 50, 700), 2),
    ]);
    expect([first.length, second.length]).toEqual([1, 1]);
  });
});

/** A source run shows where a piece of a paragraph comes from: which characters of which text item. */
describe('source runs', () => {
  const rewritten =
    /[\u2e80-\u2fd5\uf020-\uf0ff\uf900-\ufaff\ufb00-\ufbff\ufe80-\ufefc\u00a8\u00b4\u00b8\u02c6-\u02dd`]/;
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('', ' ', 'infor-', 'mation', '中 文', '• a', 'a\u0000b'),
  );
  const anyItem = fc.record({
    str: anyText.filter((text) => !rewritten.test(text)),
    x: fc.integer({ min: 0, max: 600 }),
    y: fc.integer({ min: 0, max: 66 }).map((row) => row * 12),
    turn: fc.constantFrom(0, 0, 0, 90, 45),
  });
  const anyPages = fc.array(fc.array(anyItem, { maxLength: 20 }), { minLength: 1, maxLength: 4 });

  it('the source runs cover the whole text in order, and their characters are in the items', () => {
    fc.assert(
      fc.property(anyPages, (raw) => {
        const pages = raw.map((items, index) =>
          page(
            items.map(({ str, x, y, turn }) => item(str, x, y, { turn })),
            index + 1,
          ),
        );
        const result = assemble(pages);
        expect(result).toHaveLength(pages.length);
        result.forEach((paragraphs, index) => {
          for (const { text, source, page: number } of paragraphs) {
            expect(number).toBe(index + 1);
            expect(text.trim()).not.toBe('');
            let end = 0;
            for (const { at, length, page: from, item: itemIndex, from: start } of source) {
              expect(at).toBeGreaterThanOrEqual(end);
              expect(text.slice(end, at).trim()).toBe('');
              const str = pages[from - 1]?.items[itemIndex]?.str ?? '';
              expect(text.slice(at, at + length)).toBe(str.slice(start, start + length));
              end = at + length;
            }
            expect(text.slice(end)).toBe('');
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it('a source run has the original characters if the text has replacements for them', () => {
    const [[paragraph] = []] = assemble([page([item('⼀份oﬃce⽂件', 50, 600)])]);
    expect(paragraph?.text).toBe('一份office文件');
    expect(paragraph?.source.map(({ at, length, from, original }) => [at, length, from, original])).toEqual([
      [0, 1, 0, '⼀'],
      [1, 2, 1, undefined],
      [3, 3, 3, 'ﬃ'],
      [6, 2, 4, undefined],
      [8, 1, 6, '⽂'],
      [9, 1, 7, undefined],
    ]);
  });

  it('an accented letter belongs to the item of its accent, not to the next item', () => {
    const [[paragraph] = []] = assemble([
      page([item('na¨ıve et utilis´', 50, 600), item('e', 50 + 17 * 5, 600)]),
    ]);
    expect(paragraph?.text).toBe('naïve et utilisé');
    expect(
      paragraph?.source.flatMap(({ item: index, from, original }) =>
        original === undefined ? [] : [[index, from, original]],
      ),
    ).toEqual([
      [0, 2, '¨ı'],
      [0, 16, '´'],
    ]);
  });

  it('cloning the layout of a page does not change its paragraphs', () => {
    const layout = layoutPage(page([item('Hello there.', 50, 600)]));
    expect(assembleDocument([structuredClone(layout)])).toEqual(assembleDocument([layout]));
  });
});
