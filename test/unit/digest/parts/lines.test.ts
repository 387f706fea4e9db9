import { describe, expect, it } from 'vitest';
import { toLines } from '../../../../src/digest/parts/lines';
import { documentOf } from '../document';

describe('toLines', () => {
  it('toLines writes a line for each sentence and a mark for each page', () => {
    expect(toLines(documentOf(['甲方付款。', '项目\t金额'], ['完。']))).toBe(
      '--- page 1 ---\n[1] 甲方付款。\n[2] 项目 | 金额\n--- page 2 ---\n[3] 完。',
    );
  });

  it('toLines shows empty cells, leaves out leader dots and empty bullets, and shortens long blanks', () => {
    const document = documentOf(['一\t\t三', 'Contents ........ 12', '•', '甲方：__________（盖章）']);
    expect(toLines(document)).toBe('--- page 1 ---\n[1] 一 | | 三\n[2] Contents 12\n[4] 甲方：____（盖章）');
  });

  it('toLines writes each sentence on one line, so that a sentence cannot imitate a page mark', () => {
    expect(toLines(documentOf(['a\n[7] b\r\n--- page 9 ---\u2028c']))).toBe(
      '--- page 1 ---\n[1] a [7] b --- page 9 --- c',
    );
  });
});
