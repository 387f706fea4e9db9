import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page, Paragraph, ParagraphKind, SourceRun } from '../../../src/pdf/document';
import { toSentences } from '../../../src/text/segment';

function page(number: number, paragraphs: readonly Paragraph[]): Page {
  return { number, kind: 'text', width: 595, height: 842, paragraphs };
}

function paragraph(text: string, kind: ParagraphKind = 'text', on = 1): Paragraph {
  return { kind, page: on, text, source: [{ at: 0, length: text.length, page: on, item: 0, from: 0 }] };
}

describe('toSentences', () => {
  it('each sentence gets its number in the document, its page and its paragraph', () => {
    const sentences = toSentences([
      page(1, [paragraph('服务合同', 'heading'), paragraph('甲方应付款。乙方应交付。')]),
      page(2, [paragraph('项目\t金额', 'row', 2), paragraph('完。', 'text', 2)]),
    ]);
    expect(
      sentences.map(({ number, page: on, text, kind, paragraph: at }) => [number, on, text, kind, at]),
    ).toEqual([
      [1, 1, '服务合同', 'heading', 0],
      [2, 1, '甲方应付款。', 'text', 1],
      [3, 1, '乙方应交付。', 'text', 1],
      [4, 2, '项目\t金额', 'row', 2],
      [5, 2, '完。', 'text', 3],
    ]);
  });

  it('toSentences keeps headings and rows whole and skips white space', () => {
    const sentences = toSentences([
      page(1, [
        paragraph('1. Scope. Terms.', 'heading'),
        paragraph('A. B.\tC. D.', 'row'),
        paragraph(' \n '),
      ]),
    ]);
    expect(sentences.map(({ text }) => text)).toEqual(['1. Scope. Terms.', 'A. B.\tC. D.']);
  });

  it('in a paragraph across two pages, each sentence gets the number of its own page', () => {
    const text = 'First one. Second one.';
    const source: SourceRun[] = [
      { at: 0, length: 10, page: 1, item: 3, from: 0 },
      { at: 11, length: 11, page: 2, item: 0, from: 5 },
    ];
    const [first, second] = toSentences([page(1, [{ kind: 'text', page: 1, text, source }]), page(2, [])]);
    expect(first).toMatchObject({ page: 1, source: [{ at: 0, length: 10, page: 1, item: 3, from: 0 }] });
    expect(second).toMatchObject({ page: 2, source: [{ at: 0, length: 11, page: 2, item: 0, from: 5 }] });
  });

  it('toSentences loses no character and maps each character to its text item', () => {
    const item = fc.string({
      unit: fc.constantFrom(...'甲方应付款。；！？“”（）abc.ABC 1,234.5\t第条 Mr.𠮷'),
    });
    const layout = fc.array(fc.record({ text: item, from: fc.nat(5), gap: fc.boolean() }), { maxLength: 12 });
    fc.assert(
      fc.property(layout, (pieces) => {
        const items: string[] = [];
        const source: SourceRun[] = [];
        let text = '';
        for (const piece of pieces) {
          items.push('x'.repeat(piece.from) + piece.text);
          if (piece.text !== '')
            source.push({
              at: text.length,
              length: piece.text.length,
              page: 1,
              item: items.length - 1,
              from: piece.from,
            });
          text += piece.text + (piece.gap ? ' ' : '');
        }
        const sentences = toSentences([page(1, [{ kind: 'text', page: 1, text, source }])]);
        for (const sentence of sentences) {
          for (const run of sentence.source) {
            expect(sentence.text.slice(run.at, run.at + run.length)).toBe(
              items[run.item]?.slice(run.from, run.from + run.length),
            );
          }
        }
        const covered = sentences
          .map((sentence) => sentence.text)
          .join('')
          .replace(/\s/gu, '');
        expect(covered).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});
