import { describe, expect, it } from 'vitest';
import { citationsOf, citationsOfPart } from '../../../../src/digest/passages/citations';
import { locateQuote } from '../../../../src/digest/passages/quotes';
import { Source } from '../../../../src/digest/passages/source';
import type { SourceRun } from '../../../../src/pdf/document';
import type { Sentence } from '../../../../src/text/sentence';

/** Makes a sentence from the texts of several items, each given as `[page, item, text]`. */
function sentence(
  number: number,
  ...parts: readonly (readonly [page: number, item: number, text: string])[]
): Sentence {
  let text = '';
  const source: SourceRun[] = parts.map(([page, item, part]) => {
    const run = { at: text.length, length: part.length, page, item, from: 0 };
    text += part;
    return run;
  });
  return { number, page: parts[0]?.[0] ?? 1, text, kind: 'text', paragraph: number, source };
}

const source = new Source([
  sentence(1, [1, 0, 'The fee is '], [1, 2, 'USD 5,000.']),
  sentence(2, [1, 3, 'It is due on 3 March.']),
  sentence(3, [1, 4, 'Notices are '], [2, 0, 'in writing.']),
  { ...sentence(4), text: 'Read from an image.', page: 3 },
]);

describe('citationsOf', () => {
  it('citationsOf returns the text of each item of a sentence', () => {
    expect(citationsOf(source, [1])).toEqual([
      {
        page: 1,
        sentences: [1],
        passage: [
          { item: 0, from: 0, text: 'The fee is ' },
          { item: 2, from: 0, text: 'USD 5,000.' },
        ],
      },
    ]);
  });

  it('citationsOf joins the citations of consecutive sentences, but not of sentences that are apart', () => {
    expect(citationsOf(source, [2, 1]).map(({ sentences }) => sentences)).toEqual([[1, 2]]);
    expect(citationsOf(source, [1, 3]).map(({ page, sentences }) => [page, sentences])).toEqual([
      [1, [1]],
      [1, [3]],
      [2, [3]],
    ]);
  });

  it('citationsOf returns the characters of the page (`ﬃ`), not those of the sentence (`ffi`)', () => {
    const office: Sentence = {
      ...sentence(1),
      text: 'an office',
      source: [
        { at: 0, length: 4, page: 1, item: 0, from: 0 },
        { at: 4, length: 3, page: 1, item: 0, from: 4, original: 'ﬃ' },
        { at: 7, length: 2, page: 1, item: 0, from: 5 },
      ],
    };
    const [citation] = citationsOf(new Source([office]), [1]);
    expect(citation?.passage?.map(({ from, text }) => [from, text])).toEqual([
      [0, 'an o'],
      [4, 'ﬃ'],
      [5, 'ce'],
    ]);
  });

  it('citationsOf cites both pages of a sentence that continues on the next page', () => {
    expect(citationsOf(source, [3])).toEqual([
      { page: 1, sentences: [3], passage: [{ item: 4, from: 0, text: 'Notices are' }] },
      { page: 2, sentences: [3], passage: [{ item: 0, from: 0, text: 'in writing.' }] },
    ]);
  });

  it('citationsOf leaves out the passage if the page has no items or the passage has too many pieces', () => {
    expect(citationsOf(source, [4])).toEqual([{ page: 3, sentences: [4] }]);
    const cells = Array.from({ length: 16 }, (_, index) => sentence(index + 1, [1, index, `cell ${index}`]));
    const odd = cells.map(({ number }) => number).filter((number) => number % 2 === 1);
    expect(citationsOf(new Source(cells), odd)).toEqual([{ page: 1, sentences: odd }]);
  });
});

describe('citationsOfPart', () => {
  it.each([
    [
      'fee is USD',
      [
        [0, 4, 'fee is '],
        [2, 0, 'USD'],
      ],
    ],
    [
      '5,000. It is due',
      [
        [2, 4, '5,000.'],
        [3, 0, 'It is due'],
      ],
    ],
    ['USD 5,000', [[2, 0, 'USD 5,000']]],
  ])('citationsOfPart cites exactly the words of the quote “%s”', (quote, pieces) => {
    const located = locateQuote(source, quote, [1]);
    const [citation] = located === undefined ? [] : citationsOfPart(source, located);
    expect(citation?.passage?.map(({ item, from, text }) => [item, from, text])).toEqual(pieces);
  });
});
