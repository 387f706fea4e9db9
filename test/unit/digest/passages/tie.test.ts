import { describe, expect, it } from 'vitest';
import { Search } from '../../../../src/digest/passages/search';
import { Source } from '../../../../src/digest/passages/source';
import { passageOf, tie } from '../../../../src/digest/passages/tie';
import { isWordForWord } from '../../../../src/digest/passages/verbatim';
import { documentOf } from '../document';

const source = new Source([
  ...documentOf([
    'Framework agreement',
    'The Provider is Lindqvist Systems of Ashcombe.',
    'Nothing of note stands here.',
    'Deliveries go to the northern warehouse only.',
    'The annual fee of USD 49,700.00 falls due on March 31, 2026.',
    'The Provider shall repair a critical defect within four hours.',
    '单位：万元',
    '项目\t本年\t上年',
    '营业收入\t5,610\t4,980',
  ]),
]);
const search = new Search(source);
const cited = (text: string, refs: readonly number[], quote = ''): readonly number[] =>
  tie(source, search, { text, refs, quote }).cited;

describe('the links of a statement', () => {
  it('a statement is linked to its cited sentences, but only to existing ones', () => {
    expect(cited('The fee is USD 49,700.00 a year.', [5, 5, 99, -1])).toEqual([5]);
  });

  it('a statement is linked to the sentence of its quote and to the cited sentences', () => {
    expect(cited('Repair defects.', [4], 'repair a critical defect within four hours')).toEqual([4, 6]);
  });

  it('a statement without a correct citation is linked to a sentence of the same content', () => {
    expect(cited('The annual fee is USD 49,700.00, due on March 31, 2026.', [])).toContain(5);
    expect(cited('A critical defect is repaired within four hours by the Provider.', [1])).toContain(6);
  });

  it('a statement is linked to the sentence that it repeats, even if other sentences are similar', () => {
    const lots = [4, 5, 6].map((lot) => `The keeper counts the crates of lot ${String(lot)} on Monday.`);
    const alike = new Source(documentOf(lots));
    const [, text = ''] = lots;
    expect(tie(alike, new Search(alike), { text, refs: [1], quote: '' }).cited).toEqual([1, 2]);
    expect(tie(alike, new Search(alike), { text, refs: [], quote: '' }).cited).toEqual([2]);
  });

  it('a statement is linked to nothing if no sentence has its content', () => {
    expect(cited('Zebras graze near quiet lagoons.', [])).toEqual([]);
  });
});

describe('passages', () => {
  it('a passage contains two sentences before and two sentences after the cited sentence', () => {
    expect(passageOf(source, [3]).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(passageOf(source, [9]).map(({ number }) => number)).toContain(7);
  });
});

describe('isWordForWord', () => {
  const clause = new Source(
    documentOf(['第2.1条 甲方应当自收到之日起7日内提出书面意见。', '乙方应当向甲方交付。', 'Fees are due.']),
  );
  const is = (text: string, refs: readonly number[], owner = '', due = ''): boolean =>
    isWordForWord(clause, text, refs, { owner, due });

  it.each([
    ['rejects a sentence without its clause number', '甲方应当自收到之日起7日内提出书面意见', false],
    ['accepts a sentence with its clause number', '第2.1条 甲方应当自收到之日起7日内提出书面意见。', true],
    ['accepts two sentences', '第2.1条 甲方应当自收到之日起7日内提出书面意见。乙方应当向甲方交付。', true],
    ['rejects a part of a sentence', '甲方应当自收到之日起7日内', false],
    ['rejects a reworded sentence', '甲方须在7日内提出书面意见', false],
  ])('isWordForWord %s', (_, text, expected) => {
    expect(is(text, [1, 2])).toBe(expected);
  });

  it('isWordForWord accepts an owner only if the sentence begins with the owner', () => {
    expect(is('乙方应当向甲方交付。', [2], '乙方')).toBe(true);
    expect(is('乙方应当向甲方交付。', [2], '甲方')).toBe(false);
  });

  it('isWordForWord accepts a deadline only if the sentence contains the deadline', () => {
    const text = '第2.1条 甲方应当自收到之日起7日内提出书面意见。';
    expect(is(text, [1], '甲方', '收到之日起7日内')).toBe(true);
    expect(is(text, [1], '甲方', '2026-05-13')).toBe(false);
  });

  it('isWordForWord is false for a sentence that is not cited', () => {
    expect(is('Fees are due.', [1])).toBe(false);
  });
});
