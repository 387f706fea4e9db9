import { expect, it } from 'vitest';
import { en } from '../../../src/i18n/en';
import { zhCn } from '../../../src/i18n/zh-cn';
import type { QueueEntry, Step } from '../../../src/inbox/queue';
import { statusText } from '../../../src/ui/status-bar';

function textFor(step: Step, messages = en): string {
  const file = { path: 'a.pdf', name: 'a.pdf' };
  const state = { kind: 'working', step, since: 0, tokens: 0 } as const;
  const working: QueueEntry = { file, origin: 'found', state };
  return statusText({ working, waiting: [], paused: null }, { arriving: [] }, messages);
}

it('the status bar shows whether a digest is being written, read a second time or corrected', () => {
  const step = { kind: 'digesting', part: 1, of: 1, model: 'm', words: 7 } as const;
  expect(textFor(step)).toBe('Asking m: 7 words so far');
  expect(textFor({ ...step, part: 2, of: 3 })).toBe('Asking m: part 2 of 3, 7 words so far');
  expect(textFor({ ...step, stage: 'reading' })).toBe('Reading statements a second time…');
  expect(textFor({ ...step, stage: 'reading' }, zhCn)).toBe('正在复核…');
  expect(textFor({ ...step, part: 2, of: 3, stage: 'correcting' })).toBe('Correcting statements… 2 of 3');
});
