import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages';
import { coverageLine, pageList } from '../../../src/note/coverage';

const en = messagesFor('en');
const zh = messagesFor('zh');

describe('pageList', () => {
  it.each([
    [[2], 'Page 2', '第 2 页'],
    [[3, 4, 5], 'Pages 3–5', '第 3–5 页'],
    [[9, 3, 4, 4, 12], 'Pages 3–4, 9, 12', '第 3–4、9、12 页'],
  ])('pageList sorts the page numbers %j and writes neighbours as a range', (pages, english, chinese) => {
    expect(pageList(pages, en)).toBe(english);
    expect(pageList(pages, zh)).toBe(chinese);
  });
});

describe('coverageLine', () => {
  it('coverageLine is empty if everything was read', () => {
    expect(coverageLine([], en)).toBe('');
    expect(coverageLine([{ reason: 'scan', pages: [] }], en)).toBe('');
  });

  it('coverageLine lists the pages that were not read, with the reasons', () => {
    const notRead = [
      { reason: 'unreadable', pages: [9] },
      { reason: 'too-long', pages: [20, 21] },
    ] as const;
    expect(coverageLine(notRead, en)).toBe(
      '**Not everything was read.** Page 9: damaged, could not be read. Pages 20–21: too long for the model.',
    );
    expect(coverageLine(notRead, zh)).toContain('第 20–21 页：超出模型可处理的长度。');
  });
});
