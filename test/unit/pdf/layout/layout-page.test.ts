import { describe, expect, it } from 'vitest';
import { assembleDocument, layoutPage, type PageInput } from '../../../../src/pdf/layout';
import { item, lines, page } from './page-made';

function read(input: PageInput): string[] {
  return assembleDocument([layoutPage(input)])
    .flat()
    .map(({ kind, text }) => `${kind}: ${text}`);
}

const filler = 'the quick brown fox jumps over a lazy dog'; // 41 characters, 205 points
const lastLine = 'and sleeps.';

describe('the layout of paragraphs', () => {
  it('a paragraph ends after a line that has room for the next word', () => {
    const texts = [filler, lastLine, `Then ${filler.slice(5)}`, lastLine];
    expect(read(page(lines(texts, 50, 700)))).toEqual([
      `text: ${filler} ${lastLine}`,
      `text: ${texts[2]} ${lastLine}`,
    ]);
  });

  it('a paragraph ends before a first-line indent', () => {
    const items = [
      ...lines([filler, filler], 50, 700),
      item(filler.slice(4), 70, 676),
      item(filler, 50, 664),
    ];
    expect(read(page(items))).toHaveLength(2);
  });

  it('the layout joins Chinese lines without a space', () => {
    expect(
      read(page([item('甲方应当在收到货物后十日内支付全部', 50, 700), item('合同价款。', 50, 688)])),
    ).toEqual(['text: 甲方应当在收到货物后十日内支付全部合同价款。']);
  });

  it('a paragraph continues in the next column', () => {
    const left = lines([filler, filler, filler], 50, 700);
    const right = lines([filler, lastLine], 300, 700);
    expect(read(page([...left, ...right]))).toEqual([
      `text: ${[filler, filler, filler, filler, lastLine].join(' ')}`,
    ]);
  });
});

describe('the layout of lists, headings and rows', () => {
  it('each list item gets its own paragraph', () => {
    expect(read(page(lines(['• milk', '• bread', '1. first', '2. second'], 50, 700)))).toEqual([
      'list-item: • milk',
      'list-item: • bread',
      'list-item: 1. first',
      'list-item: 2. second',
    ]);
  });

  it('the layout joins a list marker to its text across a wide gap', () => {
    expect(read(page([item('(a)', 50, 700), item('first', 90, 700)]))).toEqual(['list-item: (a) first']);
  });

  it('the layout finds a heading by its size', () => {
    const items = [
      item('Introduction', 50, 700, { size: 16, font: 'bold' }),
      ...lines([filler, filler, lastLine], 50, 670),
    ];
    expect(read(page(items))[0]).toBe('heading: Introduction');
  });

  it('tabs separate the cells of a row, whatever the order of drawing', () => {
    const items = [
      item('Pen', 50, 700),
      item('2', 200, 700),
      item('3.00', 300, 700),
      item('6.00', 300, 680),
      item('Ink', 50, 680),
    ];
    expect(read(page(items))).toEqual(['row: Pen\t2\t3.00', 'row: Ink\t6.00']);
  });

  it('a cell of two lines stays in its row', () => {
    const items = [
      item('中央汇金资产管', 50, 700),
      item('理有限责任公司', 50, 688),
      item('国有法人', 200, 694),
      item('0.24%', 300, 694),
    ];
    expect(read(page(items))).toEqual(['row: 中央汇金资产管理有限责任公司\t国有法人\t0.24%']);
  });
});

describe('the layout of text in other directions', () => {
  const texts = [filler, filler, lastLine];
  const joined = `text: ${texts.join(' ')}`;

  it.each([90, 180, 270])('the layout reads a page rotated by %d degrees', (turn) => {
    const radians = (turn * Math.PI) / 180;
    const items = texts.map((text, index) => {
      const below = 12 * index;
      return item(text, 300 + below * Math.sin(radians), 400 - below * Math.cos(radians), { turn });
    });
    expect(read(page(items, 1, { rotate: turn }))).toEqual([joined]);
  });

  it('the layout reads vertical writing from right to left', () => {
    const column = (str: string, x: number) => ({
      ...item(str, x, 700, { dir: 'ttb' }),
      width: 10,
      height: 10 * str.length,
    });
    const items = [column('吾輩は猫である名前は', 500), column('まだ無い。', 482)];
    expect(read(page(items, 1, { styles: { body: { vertical: true } } }))).toEqual([
      'text: 吾輩は猫である名前はまだ無い。',
    ]);
  });
});

describe('the layout of damaged input', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1e300])(
    'the layout reads the rest of a page even if the matrix of one item contains %d',
    (value) => {
      const broken = {
        ...item('lost', 50, 700),
        transform: [value, 0, 0, value, value, value],
        width: value,
      };
      expect(read(page([broken, item('found', 50, 600)])).join(' ')).toContain('found');
    },
  );

  it('the layout of an empty page has no paragraphs', () => {
    expect(assembleDocument([layoutPage(page([]))])).toEqual([[]]);
  });
});
