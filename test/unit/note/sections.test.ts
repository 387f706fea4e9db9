import { describe, expect, it } from 'vitest';
import type { Due } from '../../../src/digest/digest';
import { messagesFor } from '../../../src/i18n/messages';
import type { TaskFormat } from '../../../src/note/content';
import { renderDigest } from '../../../src/note/sections';
import { contractDigest, portsFor } from './sample';

function taskLine(due: Due, taskFormat: TaskFormat, text = 'Pay the fee', owner = ''): string {
  const actions = [{ text, owner, due, citations: [{ page: 2, sentences: [7] }] }];
  const context = { pdfName: 'a.pdf', taskFormat, messages: messagesFor('en'), ports: portsFor('a.pdf') };
  const note = renderDigest({ ...contractDigest, actions }, context);
  return note.split('\n').find((line) => line.startsWith('- [ ] ')) ?? '';
}

const absolute: Due = { kind: 'absolute', text: 'by 17 January 2026', date: '2026-01-17' };
const relative: Due = { kind: 'relative', text: 'within 10 days of signing' };

describe('a task', () => {
  it.each([
    ['plain', '- [ ] Pay the fee · due: by 17 January 2026 ([[a.pdf#page=2|p. 2]])'],
    ['tasks', '- [ ] Pay the fee ([[a.pdf#page=2|p. 2]]) 📅 2026-01-17'],
    ['dataview', '- [ ] Pay the fee ([[a.pdf#page=2|p. 2]]) [due:: 2026-01-17]'],
  ] as const)('writes its date in the form %s', (format, line) => {
    expect(taskLine(absolute, format)).toBe(line);
  });

  it.each(['plain', 'tasks', 'dataview'] as const)(
    'writes a relative deadline in its own words (%s)',
    (format) => {
      expect(taskLine(relative, format)).toBe(
        '- [ ] Pay the fee · due: within 10 days of signing ([[a.pdf#page=2|p. 2]])',
      );
    },
  );

  it('does not repeat an owner or a deadline', () => {
    const text = 'The buyer pays within 10 days of signing';
    expect(taskLine(relative, 'plain', text, 'The buyer')).toBe(`- [ ] ${text} ([[a.pdf#page=2|p. 2]])`);
  });

  it('writes no invalid date', () => {
    expect(taskLine({ ...absolute, date: '2026-01-17 🏁 delete' }, 'tasks')).not.toMatch(/📅|🏁/);
  });
});

describe('an unverified action', () => {
  const line = (owner: string, due: string, taskFormat: TaskFormat = 'plain'): string => {
    const doubt = { kind: 'not-supported', why: '' } as const;
    const item = { section: 'actions', text: 'Pay the fee', owner, due, doubt, citations: [] } as const;
    const context = { pdfName: 'a.pdf', taskFormat, messages: messagesFor('en'), ports: portsFor('a.pdf') };
    const note = renderDigest({ ...contractDigest, unverified: [item] }, context);
    return note.split('\n').find((candidate) => /^- .*Pay the fee/.test(candidate)) ?? '';
  };

  const why = '*A second reading found no support for it in the passage.*';

  it.each(['plain', 'tasks', 'dataview'] as const)(
    'has owner and deadline, but no check box (%s)',
    (format) => {
      const words = '- The buyer: Pay the fee · due: by 17 January 2026';
      expect(line('The buyer', 'by 17 January 2026', format)).toBe(`${words} ${why}`);
    },
  );

  it('does not repeat an owner or a deadline, and omits empty parts', () => {
    expect(line('', 'the fee')).toBe(`- Pay the fee ${why}`);
  });

  it('gets no check box from its text', () => {
    expect(line('[ ]', '')).toMatch(/^- \u2060\\\[ \\\]\u2060: Pay the fee/);
  });
});

describe('sections', () => {
  it('contain a line about being empty, or are left out if they are optional', () => {
    const empty = {
      ...contractDigest,
      tags: ['123'],
      summary: [],
      actions: [],
      points: [],
      facts: [],
      unverified: [],
    };
    const context = {
      pdfName: 'a.pdf',
      taskFormat: 'plain',
      messages: messagesFor('en'),
      ports: portsFor('a.pdf'),
    } as const;
    expect(renderDigest(empty, context)).toBe(
      [
        '## Summary and to-dos',
        '### Key tags',
        '*No tags were found.*',
        '### Summary',
        '*No summary was found.*',
        '### Action items',
        '*No action items were found.*',
        '### Key points',
        '*No key points were found.*',
      ].join('\n\n'),
    );
  });

  it('link each page once, however often it is cited', () => {
    const citations = [2, 2, 1].map((page) => ({ page, sentences: [page] }));
    const points = [{ text: 'Point.', citations }];
    const context = {
      pdfName: 'a.pdf',
      taskFormat: 'plain',
      messages: messagesFor('en'),
      ports: portsFor('a.pdf'),
    } as const;
    expect(renderDigest({ ...contractDigest, points }, context)).toContain(
      '- Point. ([[a.pdf#page=2|p. 2]], [[a.pdf#page=1|p. 1]])',
    );
  });
});
