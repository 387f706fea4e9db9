import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/failure';
import { en } from '../../../../src/i18n/en';
import { zhCn } from '../../../../src/i18n/zh-cn';
import type { QueueEntry, Step, Written } from '../../../../src/inbox/queue';
import type { PageChanges } from '../../../../src/note/changes/page-changes';
import { offerOf } from '../../../../src/ui/queue-view/acts';
import { rowText, timeLeft, type RowContext } from '../../../../src/ui/queue-view/row-text';

const context: RowContext = { messages: en, inboxFolders: ['Inbox'], pagesOf: () => 12, now: 100_000 };
const file = { path: 'Inbox/Deep/a.pdf', name: 'a.pdf' };

function working(step: Step, tokens = 0): QueueEntry {
  return { file, origin: 'found', state: { kind: 'working', step, since: 40_000, tokens } };
}

describe('rowText', () => {
  it('a row shows the step, tokens, time left and progress of the work on a PDF', () => {
    const asking = { kind: 'digesting', part: 3, of: 6, model: 'm', words: 50 } as const;
    expect(rowText(working(asking, 1_234), context)).toEqual({
      detail: 'Asking m: part 3 of 6 · 1,234 tokens so far · About 2 min left',
      progress: 2 / 6,
    });
    expect(rowText(working({ ...asking, part: 1 }), context)).toEqual({
      detail: 'Asking m: part 1 of 6 · 50 words so far',
      progress: 0,
    });
    expect(rowText(working({ ...asking, of: 1, part: 1, words: 0 }), context)).toEqual({
      detail: 'Asking m',
      progress: null,
    });
    expect(rowText(working({ kind: 'reading' }), context)).toEqual({ detail: 'Opening', progress: null });
    expect(rowText(working({ kind: 'extracting', done: 9, of: 10 }), context)).toEqual({
      detail: 'Reading page 9 of 10 · Less than a minute left',
      progress: 0.9,
    });
  });

  it('a row shows the progress of a second reading and of corrections', () => {
    const reading = { kind: 'digesting', part: 2, of: 5, model: 'm', words: 0, stage: 'reading' } as const;
    const detail = (step: Step, messages = en): string =>
      rowText(working(step), { ...context, messages }).detail;
    expect(rowText(working(reading), context).progress).toBe(1 / 5);
    expect(detail({ ...reading, part: 1 })).toBe('Reading statements a second time… 1 of 5');
    expect(detail({ ...reading, part: 1, of: 1 })).toBe('Reading statements a second time…');
    expect(detail({ ...reading, part: 1, of: 1 }, zhCn)).toBe('正在复核…');
    expect(detail({ ...reading, part: 1, stage: 'correcting' }, zhCn)).toBe('正在修正… 第 1 批，共 5 批');
  });

  it('a row shows why statements were not read a second time', () => {
    const detail = (notReadTwice: Written['notReadTwice'], messages = en): string => {
      const lack = notReadTwice && { notReadTwice };
      const outcome = { kind: 'written', notePath: 'a.md', state: 'complete', ...lack } as const;
      const entry: QueueEntry = { file, origin: 'found', endedAt: 0, state: { kind: 'ended', outcome } };
      return rowText(entry, { ...context, messages }).detail.replace(/^[^·]* · /, '');
    };
    expect(detail({})).toBe('Not all statements were read a second time.');
    const failure = new Failure('llm-timeout');
    expect(detail({ failure })).toMatch(/^Not all statements were read a second time\. The /);
    expect(detail({ failure }, zhCn)).toMatch(/^有陈述未经复核。[^。 ]+。/);
  });

  it('a row shows the size of an oversized PDF and offers to read the PDF', () => {
    const need = { kind: 'size', size: 180_400_000, limit: 100_000_000 } as const;
    const outcome = { kind: 'needs-you', need } as const;
    const entry: QueueEntry = { file, origin: 'found', endedAt: 0, state: { kind: 'ended', outcome } };
    expect(rowText(entry, context).detail).toMatch(/^This PDF has 180 MB\. .* more than 100 MB /);
    expect(rowText(entry, { ...context, messages: zhCn }).detail).toMatch(/^这个 PDF 有 180 MB。.* 100 MB /);
    expect(offerOf('yours', entry).shown).toContain('read-now');
  });

  it('a row shows the folder of a waiting PDF only if the PDF lies in a subfolder', () => {
    const waiting: QueueEntry = { file, origin: 'found', state: { kind: 'waiting' } };
    expect(rowText(waiting, context).detail).toBe('in Inbox/Deep');
    expect(rowText({ ...waiting, file: { path: 'Inbox/a.pdf', name: 'a.pdf' } }, context).detail).toBe('');
    expect(rowText({ ...waiting, file: { path: 'a.pdf', name: 'a.pdf' } }, context).detail).toBe('');
  });

  it('a row shows how much of a PDF has arrived, unless the PDF is probably complete', () => {
    const arriving = (bytes: number | null): QueueEntry => ({
      file,
      origin: 'arrived',
      state: { kind: 'arriving', bytes },
    });
    expect(rowText(arriving(0), context).detail).toBe('Arriving');
    expect(rowText(arriving(1_200), context).detail).toBe('Arriving: 2 KB so far');
    expect(rowText(arriving(52_400_000), context).detail).toBe('Arriving: 52.4 MB so far');
    expect(rowText(arriving(52_400_000), { ...context, messages: zhCn }).detail).toBe(
      '正在传入，已收到 52.4 MB',
    );
    expect(rowText(arriving(null), context).detail).toBe('in Inbox/Deep');
  });

  it('a row shows both page counts of a changed PDF if both counts are known', () => {
    const changed = (pages?: number): QueueEntry => ({
      file,
      origin: 'modified',
      state: {
        kind: 'ended',
        outcome: { kind: 'changed', notePath: 'a.md', ...(pages === undefined ? {} : { pages }) },
      },
    });
    expect(rowText(changed(14), context).detail).toBe(
      'Changed since its note was made. Pages before: 12, now: 14.',
    );
    expect(rowText(changed(12), context).detail).toBe(
      'Changed since its note was made. It still has 12 pages.',
    );
    expect(rowText(changed(), context).detail).toBe('Changed since its note was made.');
    expect(rowText(changed(14), { ...context, pagesOf: () => undefined }).detail).toBe(
      'Changed since its note was made.',
    );
  });

  it('a row shows which pages of a changed PDF differ', () => {
    const none = { before: 9, changed: [], added: [], removed: [], notCompared: [] };
    const detail = (changes: Partial<PageChanges>, messages = en): string => {
      const outcome = {
        kind: 'changed',
        notePath: 'a.md',
        pages: 9,
        changes: { ...none, ...changes },
      } as const;
      return rowText(
        { file, origin: 'modified', state: { kind: 'ended', outcome } },
        { ...context, messages },
      ).detail;
    };
    expect(detail({ changed: [2, 5], added: [6] })).toBe(
      'Since its note was made: p.\u00A02, 5 changed; p.\u00A06 new.',
    );
    expect(detail({ changed: [2, 5], added: [6] }, zhCn)).toBe(
      '生成笔记之后，第 2、5 页有改动，新增第 6 页。',
    );
    expect(detail({ removed: [3, 4, 5], notCompared: [1] })).toBe(
      'Since its note was made: former p.\u00A03–5 removed; p.\u00A01 not compared, because there is no text.',
    );
    expect(detail({ removed: [3, 4, 5], notCompared: [1] }, zhCn)).toBe(
      '生成笔记之后，删去了原第 3–5 页，第 1 页因没有文字而未比对。',
    );
    expect(detail({})).toBe('Changed since its note was made, but the text of its pages is the same.');
    expect(detail({ changed: Array.from({ length: 30 }, (_, index) => 2 * index + 1) })).toContain(
      'p.\u00A01, 3, 5, 7, 9, 11, 13, 15, 17, 19, … changed.',
    );
  });

  it('a row shows both sentences of a failure in English and in Chinese', () => {
    const failed: QueueEntry = {
      file,
      origin: 'found',
      state: { kind: 'failed', failure: new Failure('llm-no-balance') },
    };
    const { sentence, wayOn } = en.failures['llm-no-balance'];
    expect(rowText(failed, context).detail).toBe(`${sentence} ${wayOn}`);
    const words = zhCn.failures['llm-no-balance'];
    expect(rowText(failed, { ...context, messages: zhCn }).detail).toBe(words.sentence + words.wayOn);
  });
});

it('the time left is estimated only after some progress and some time', () => {
  const step = { kind: 'recognising', done: 2, of: 8 } as const;
  expect(timeLeft({ step, since: 0 }, 10_000)).toBe(30_000);
  expect(timeLeft({ step, since: 0 }, 1_000)).toBeNull();
  expect(timeLeft({ step: { ...step, done: 0 }, since: 0 }, 10_000)).toBeNull();
  expect(timeLeft({ step: { ...step, done: 8 }, since: 0 }, 10_000)).toBeNull();
  expect(timeLeft({ step: { kind: 'writing' }, since: 0 }, 10_000)).toBeNull();
});
