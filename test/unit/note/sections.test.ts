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
const relative = { kind: 'relative', text: 'within 10 days of signing' } as const;

describe('a fact', () => {
  it('a fact links to the note of a party or person, and to no other note', () => {
    const noteLinks = new Map([
      ['acme ltd.', '[[People/Acme|Acme Ltd.]]'],
      ['苏砚秋', '[[苏砚秋]]'],
      ['cny', '[[CNY]]'],
    ]);
    const facts = [
      ['Buyer', 'ACME Ltd.'],
      ['作者', '苏砚秋、程北望'],
      ['Seller', 'Nordwind [[x]]'],
      ['Vendor', 'constructor'],
      ['Currency', 'CNY'],
    ].map(([name = '', value = '']) => ({ name, value, text: '', citations: [] }));
    const ports = { ...portsFor('a.pdf'), noteLinks };
    const context = { pdfName: 'a.pdf', taskFormat: 'plain', messages: messagesFor('en'), ports } as const;
    const table = renderDigest({ ...contractDigest, facts }, context).replace(/\u2060/g, '');
    expect(table).toContain('| Buyer | [[People/Acme\\|Acme Ltd.]] |');
    expect(table).toContain('| 作者 | [[苏砚秋]]、程北望 |');
    expect(table).not.toContain('[[x]]');
    expect(table).toContain('| Vendor | constructor |');
    expect(table).toContain('| Currency | CNY |');
  });
});

describe('a computed deadline', () => {
  const computed = { date: '2026-01-27', from: '2026-01-17', citations: [{ page: 1, sentences: [2] }] };
  it.each([
    ['plain', ''],
    ['tasks', ' 📅 2026-01-27'],
    ['dataview', ' [due:: 2026-01-27]'],
  ] as const)('a computed deadline in the format %s links to the page of its start date', (format, field) => {
    expect(taskLine({ ...relative, computed }, format)).toBe(
      '- [ ] Pay the fee · due: within 10 days of signing ([[a.pdf#page=2|p. 2]]) ' +
        `· computed: 2026-01-27, counted from 2026-01-17 ([[a.pdf#page=1|p. 1]])${field}`,
    );
  });
});

describe('a task', () => {
  it.each([
    ['plain', '- [ ] Pay the fee · due: by 17 January 2026 ([[a.pdf#page=2|p. 2]])'],
    ['tasks', '- [ ] Pay the fee ([[a.pdf#page=2|p. 2]]) 📅 2026-01-17'],
    ['dataview', '- [ ] Pay the fee ([[a.pdf#page=2|p. 2]]) [due:: 2026-01-17]'],
  ] as const)('a task in the format %s shows its date', (format, line) => {
    expect(taskLine(absolute, format)).toBe(line);
  });

  it.each(['plain', 'tasks', 'dataview'] as const)(
    "a task in the format %s shows a relative deadline in the document's words",
    (format) => {
      expect(taskLine(relative, format)).toBe(
        '- [ ] Pay the fee · due: within 10 days of signing ([[a.pdf#page=2|p. 2]])',
      );
    },
  );

  it('a task does not repeat an owner or a deadline that its text contains', () => {
    const text = 'The buyer pays within 10 days of signing';
    expect(taskLine(relative, 'plain', text, 'The buyer')).toBe(`- [ ] ${text} ([[a.pdf#page=2|p. 2]])`);
  });

  it('a task leaves out an invalid date', () => {
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
    'an unverified action in the format %s has owner and deadline, but no check box',
    (format) => {
      const words = '- The buyer: Pay the fee · due: by 17 January 2026';
      expect(line('The buyer', 'by 17 January 2026', format)).toBe(`${words} ${why}`);
    },
  );

  it('an unverified action does not repeat a deadline that its text contains', () => {
    expect(line('', 'the fee')).toBe(`- Pay the fee ${why}`);
  });

  it('an unverified action has no check box even if its owner looks like a check box', () => {
    expect(line('[ ]', '')).toMatch(/^- \u2060\\\[ \\\]\u2060: Pay the fee/);
  });
});

describe('sections', () => {
  it('an empty section states that nothing was found, or is left out if it is optional', () => {
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

  it('a statement has one link to a page, even if it cites the page twice', () => {
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
