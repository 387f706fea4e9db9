import { boxSpans } from './box-text';
import type { Example } from './example';
import { plainText } from './sourced-text';

type Spaced = Parameters<typeof boxSpans>[0];

export const boxTextExamples: readonly Example<Spaced, string>[] = [
  {
    why: 'A plain item is kept.',
    before: { text: 'Hello world', item: 0, width: 55, size: 10 },
    after: 'Hello world',
  },
  {
    why: 'A run of white space becomes one space.',
    before: { text: ' a \u00a0 b ', item: 0, width: 30, size: 10 },
    after: 'a b',
  },
  {
    why: 'Control characters are removed.',
    before: { text: 'a\u0001b', item: 0, width: 12, size: 10 },
    after: 'ab',
  },
  {
    why: 'The letters of a letter-spaced title are joined.',
    before: { text: '目 录', item: 0, width: 40, size: 10 },
    after: '目录',
  },
  {
    why: 'Letters that are two spaces apart are joined.',
    before: { text: '合  计', item: 0, width: 50, size: 10 },
    after: '合计',
  },
  {
    why: 'Letter-spaced ideographs in mixed text are joined.',
    before: { text: '(PDF) 来 记 录', item: 0, width: 70, size: 10 },
    after: '(PDF) 来记录',
  },
  {
    why: 'A narrow space, as in justified Chinese text, is removed.',
    before: { text: '中文排 版系统', item: 0, width: 61.5, size: 10 },
    after: '中文排版系统',
  },
  {
    why: 'A wide space between ideographs is kept.',
    before: { text: '张三丰 李四', item: 0, width: 55, size: 10 },
    after: '张三丰 李四',
  },
];

/** Returns the text of a box, joined from its spans. */
export function boxText(box: Spaced): string {
  return plainText(boxSpans(box, 1));
}
