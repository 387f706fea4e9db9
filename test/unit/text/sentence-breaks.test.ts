import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceBreaks } from '../../../src/text/sentence-breaks';

function sentences(text: string): string[] {
  let from = 0;
  return sentenceBreaks(text).map((to) => {
    const sentence = text.slice(from, to).trim();
    from = to;
    return sentence;
  });
}

/** Paragraphs with ` ¦ ` where a sentence ends. */
const EXAMPLES: readonly string[] = [
  '甲方应付款。 ¦ 乙方应交付。',
  '他说：“可以。” ¦ 然后走了。',
  '他说“可以。”的时候笑了。',
  '“谁来？” ¦ “我来！” ¦ 众人散去。',
  '费用另计（详见附件。）， ¦ ',
  '（如有争议，以附件为准；附件未列的除外）双方应协商。 ¦ 完。',
  '甲方付款； ¦ 乙方发货； ¦ 双方验收。',
  '依据第3.2条支付12.5万元。 ¦ 其余不变。',
  '真的吗？！ ¦ 是的。',
  '等等……还有别的。 ¦ 好。',
  '版本为V8.6，升级为V9.0。 ¦ 完毕',
  '本协议由甲方签署. ¦ 乙方收执.',
  'Mr. Smith paid. ¦ Mrs. Jones did not.',
  'See e.g. the annex, i.e. Annex B. ¦ It is short.',
  'It costs 3.50 USD. ¦ That is 1.2 million less.',
  'Acme Inc. shall pay. ¦ The rest is free.',
  'It was made by Acme Inc. ¦ The rest is free.',
  'The meeting is at 5 p.m. on Monday. ¦ Come early.',
  'It began at 5 p.m. ¦ The doors were shut.',
  'See Fig. 3 and No. 5 of Vol. II. ¦ Then stop.',
  'Invoice No. INV-2026-0417 is due. ¦ Pay it to Oravel Stays Pvt. Ltd. by Friday.',
  'The answer is no. ¦ The end.',
  'J. R. Smith wrote it. ¦ He was paid.',
  'This is for Party A. ¦ The other is for Party B.',
  '1. The Client shall pay.',
  '3.2. The Provider shall deliver. ¦ It shall be on time.',
  'a. The first item is this. ¦ b. The second is that.',
  'He said "Stop." ¦ Then he left.',
  'Is it so? ¦ Yes! ¦ Good.',
  'Introduction . . . . . . . . 12',
  'The U.S. Congress voted. ¦ It passed.',
  'They live in the U.S. ¦ They moved there in 1999.',
  'Use version 2.0.1 of node.js only. ¦ Older ones fail.',
  'It is late (see Section 4. Terms apply.) and dark. ¦ End.',
];

describe('sentenceBreaks', () => {
  it.each(EXAMPLES)('sentences end only at the marks ¦ in %j', (example) => {
    const expected = example
      .split('¦')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    expect(
      sentences(example.replace(/ ?¦ ?/gu, /[\u4e00-\u9fff]/u.test(example) ? '' : ' ').trimEnd()),
    ).toEqual(expected);
  });

  it('sentenceBreaks returns ascending offsets up to the end of any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('。', '. ', '（', '）', '"', '”', 'Mr.', '3.2', ' ', '…', '；', 'A', '的'),
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((parts) => parts.join('')),
        (text) => {
          const breaks = sentenceBreaks(text);
          expect(breaks.at(-1) ?? 0).toBe(text.length);
          expect([...breaks].sort((a, b) => a - b)).toEqual(breaks);
          expect(new Set(breaks).size).toBe(breaks.length);
        },
      ),
    );
  });

  it('sentenceBreaks cuts a long line without full stops, but not within a number or a character', () => {
    const long = '甲方提供𠮷服务，乙方支付1,200元，'.repeat(200);
    const breaks = sentenceBreaks(long);
    expect(breaks.length).toBeGreaterThan(1);
    for (const at of breaks)
      expect(long.slice(at - 1, at + 1)).not.toMatch(/[\d,][\d,]|[\ud800-\udbff][\udc00-\udfff]/);
  });
});
