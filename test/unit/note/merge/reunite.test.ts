import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Digest } from '../../../../src/digest/digest';
import { messagesFor } from '../../../../src/i18n/messages';
import { reunite } from '../../../../src/note/merge';
import { renderNote } from '../../../../src/note/render';
import { runs } from '../../../runs';
import { contract, contractDigest, layout, portsFor } from '../sample';
import { anyDigest, anyEdit, apply, type Marks } from './edits';

const generated = renderNote(contract, layout, messagesFor('en'), portsFor('a.pdf'));
const task = /^- \[ \] .*$/m.exec(generated)?.[0] ?? '';

it('`reunite` returns one note with the ticks, remarks and lines of both notes', () => {
  const stays = generated
    .replace('status: inbox', 'status: inbox\nrating: 5')
    .replace('### Key points', 'My remark here.\n\n### Key points');
  const goes = generated
    .replace(task, `${task.replace('[ ]', '[x]')} \u2705 2026-02-01\n  - a sub-item`)
    .replace('status: inbox', 'status: done\nproject: Apollo')
    .replace(/^( {2}- pdf)$/im, '$1\n  - urgent')
    .replace('## Original text', '- [ ] my own task\n\n## Mine\n\nMy section.\n\n## Original text');
  const text = reunite(stays, goes);
  const words = [
    'My remark here.',
    '\u2705 2026-02-01',
    '  - a sub-item',
    '- [ ] my own task',
    'My section.',
  ];
  for (const word of words) expect(text.split(word), word).toHaveLength(2);
  expect(text).toContain(`${task.replace('[ ]', '[x]')} \u2705`);
  expect(text.match(/^## .*$/gm)).toEqual(['## Summary and to-dos', '## Mine', '## Original text']);
  expect(parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '')).toMatchObject({
    ...{ status: 'done', rating: 5, project: 'Apollo' },
    tags: expect.arrayContaining(['urgent']) as unknown,
  });
  expect(/^pdf_digest: .*$/m.exec(text)?.[0]).toBe(/^pdf_digest: .*$/m.exec(stays)?.[0]);
  expect(reunite(text, goes)).toBe(text);
});

it.each([
  ['quoted items with commas', 'makers: ["Acme, Inc.", B]', 'makers: [C]', ['Acme, Inc.', 'B', 'C']],
  ['an empty list', 'makers: []', 'makers: [C]', ['C']],
  ['an empty value', 'makers:', 'makers:\n  - C', ['C']],
  ['a comment', 'makers: [A] # mine', 'makers: [B]', ['A', 'B']],
  ['comments of items', 'makers:\n  - A # mine\n  - B', 'makers:\n  - B\n  - A\n  - C', ['A', 'B', 'C']],
  ['other quotes', "makers:\n  - A\n  - 'B'", 'makers:\n  - "A"\n  - B\n  - C', ['A', 'B', 'C']],
  ['lists within a list', 'makers: [[A]]', 'makers: [C]', [['A']]],
  ['a single value', 'makers: A', 'makers: [C]', 'A'],
])('`reunite` joins lists of texts and keeps other values of a property: %s', (_, own, other, joined) => {
  const withProperty = (lines: string): string =>
    generated.replace('status: inbox', `status: inbox\n${lines}`);
  const text = reunite(withProperty(own), withProperty(other));
  expect(parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '')).toMatchObject({ makers: joined });
  expect(text.includes('# mine')).toBe(own.includes('# mine'));
  expect(reunite(text, withProperty(other)), 'again').toBe(text);
});

it('a property keeps the colon in its name when its list gets an item', () => {
  const withProperty = (lines: string): string =>
    generated.replace('status: inbox', `status: inbox\n${lines}`);
  const text = reunite(withProperty('"a:b": [x]'), withProperty('"a:b": [y]'));
  expect(parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '')).toMatchObject({ 'a:b': ['x', 'y'] });
});

it.each(['## Action items', '## Today'])(
  'a task keeps its changed due date if the user moved the task below %s',
  (heading) => {
    const dated = `- [ ] Pay the fee ([[a.pdf#page=2|p. 2]]) \u{1F4C5}`;
    const digest = {
      ...contractDigest,
      actions: [
        {
          text: 'Pay the fee',
          owner: '',
          due: { kind: 'absolute', text: 'by 17 January', date: '2026-01-17' } as const,
          citations: [{ page: 2, sentences: [7] }],
        },
      ],
    };
    const note = renderNote(
      { ...contract, digest },
      { ...layout, taskFormat: 'tasks' },
      messagesFor('en'),
      portsFor('a.pdf'),
    );
    const end = '## Original text';
    const stays = note.replace(end, `${heading}\n\nPlan.\n\n${end}`);
    const goes = note
      .replace(`${dated} 2026-01-17\n`, '')
      .replace(end, `${heading}\n\nPlan.\n\n${dated} 2026-02-01\n\n${end}`);
    expect(stays).toContain(`${dated} 2026-01-17`);
    expect(goes).toContain(`${dated} 2026-02-01`);
    const text = reunite(stays, goes);
    expect(text.split(dated)).toHaveLength(2);
    expect(text).toContain(`${dated} 2026-02-01`);
    const unchanged = goes.replace('2026-02-01', '2026-01-17');
    expect(reunite(stays.replace('2026-01-17', '2026-03-01'), unchanged)).toContain(`${dated} 2026-03-01`);
  },
);

it('`reunite` adds nothing from a note that the user has not edited', () => {
  const touched = generated.replace(task, `${task.replace('[ ]', '[x]')}\n- [ ] mine`);
  expect(reunite(touched, generated)).toBe(touched);
});

it('`reunite` adds both of two ticked items even if their words are similar', () => {
  const action = (text: string) => ({
    ...{ text, owner: '', due: { kind: 'none' } as const },
    citations: [{ page: 1, sentences: [1] }],
  });
  const render = (actions: Digest['actions']): string =>
    renderNote(
      { ...contract, digest: { ...contractDigest, actions } },
      layout,
      messagesFor('en'),
      portsFor('a.pdf'),
    );
  const withdrawn = render([action('Pay the fee of January'), action('Pay the fee of February')]).replaceAll(
    '- [ ]',
    '- [x]',
  );
  const text = reunite(render([]), withdrawn);
  expect(text).toContain('- [x] Pay the fee of January');
  expect(text).toContain('- [x] Pay the fee of February');
  expect(reunite(text, withdrawn)).toBe(text);
});

it('`reunite` adds nothing the second time if a generated item is nested in another item', () => {
  const point = { text: 'Pay a penalty of 30 %', citations: [{ page: 1, sentences: [1] }] };
  const render = (digest: Partial<Digest>): string =>
    renderNote(
      { ...contract, digest: { ...contractDigest, actions: [], points: [], unverified: [], ...digest } },
      layout,
      messagesFor('en'),
      portsFor('a.pdf'),
    );
  const remaining = render({ points: [point] });
  const link = '([[a.pdf#page=1|p. 1]])';
  const own = `- My item\n    - ${point.text} ${link}`;
  const withdrawn = render({ actions: [{ ...point, owner: '', due: { kind: 'none' } }] })
    .replace(`- [ ] ${point.text} ${link}\n`, '')
    .replace('## Original text', `${own}\n\n## Original text`);
  const text = reunite(remaining, withdrawn);
  expect(text).toContain('- My item');
  expect(reunite(text, withdrawn)).toBe(text);
});

it('no edit is lost when two notes with any digests and edits are reunited', () => {
  const edited = fc.tuple(anyDigest, fc.array(anyEdit, { maxLength: 6 }));
  fc.assert(
    fc.property(edited, edited, (left, right) => {
      const marks: Marks = { words: new Set(), ids: new Set() };
      let number = 0;
      const [stays, goes] = [left, right].map(([digest, edits]) => {
        let note = renderNote({ ...contract, digest }, layout, messagesFor('en'), portsFor('a.pdf'));
        for (const edit of edits) note = apply(note, edit, marks, (number += 1));
        return note;
      }) as [string, string];
      const text = reunite(stays, goes);
      expect([...marks.words, ...marks.ids].filter((word) => !text.includes(word))).toEqual([]);
      const ticks = (note: string): number => note.match(/^ *- \[x\]/gm)?.length ?? 0;
      expect(ticks(text)).toBeGreaterThanOrEqual(Math.max(ticks(stays), ticks(goes)));
      expect(reunite(text, goes), 'again').toBe(text);
      expect(parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '')).toMatchObject({ type: 'pdf' });
    }),
    { numRuns: runs(200, 5_000) },
  );
}, 600_000);
