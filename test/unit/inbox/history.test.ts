import { expect, it } from 'vitest';
import { Failure } from '../../../src/failure';
import { History } from '../../../src/inbox/history';
import type { QueueEntry, Written } from '../../../src/inbox/queue';

const file = (path: string): QueueEntry['file'] => ({ path, name: path });
const failed = { kind: 'failed', failure: new Failure('pdf-worker') } as const;

it('the history keeps the last result of a PDF until the PDF is queued again', () => {
  const history = new History();
  const [a, b, c] = [file('a'), file('b'), file('c')];
  const done = { kind: 'ended', outcome: { kind: 'written', notePath: 'a.md', state: 'offline' } } as const;
  const asks = {
    kind: 'ended',
    outcome: { kind: 'needs-you', need: { kind: 'cost', pages: 1, parts: 1, tokens: 1 } },
  } as const;
  history.record({ file: a, origin: 'arrived', state: failed });
  history.record({ file: b, origin: 'arrived', state: asks });
  history.record({ file: c, origin: 'arrived', state: failed });
  history.record({ file: a, origin: 'asked', state: done });
  history.record({ file: c, origin: 'asked', state: { kind: 'waiting' } });
  expect(history.entries.map((entry) => entry.file.path)).toEqual(['b', 'a']);
  expect(history.unfinished.map((entry) => entry.file.path)).toEqual(['b']);
  // With the origin `asked`, this state means that the user has seen the question about the cost and has
  // declined. Such a PDF is not listed as unfinished, so it is not retried.
  history.record({ file: b, origin: 'asked', state: asks });
  expect(history.unfinished).toEqual([]);
  expect(history.entries.map((entry) => entry.file.path)).toEqual(['a', 'b']);
});

it('the history records the present path of a note that was moved before the result was recorded', () => {
  const history = new History();
  const outcome: Written = { kind: 'written', notePath: 'Inbox/a.md', state: 'complete' };
  const entry: QueueEntry = { file: file('a'), origin: 'found', state: { kind: 'ended', outcome } };
  history.record(entry, (path) => path.replace('Inbox', 'Notes'));
  expect(history.entries.map(({ state }) => state)).toEqual([
    { kind: 'ended', outcome: { ...outcome, notePath: 'Notes/a.md' } },
  ]);
});

it('a PDF counts as pending in the history if its digest or second reading failed', () => {
  const history = new History();
  const written = (path: string, more: Partial<Written>): void => {
    const outcome: Written = { kind: 'written', notePath: `${path}.md`, state: 'complete', ...more };
    history.record({ file: file(path), origin: 'found', state: { kind: 'ended', outcome } });
  };
  written('pending', { state: 'pending', failure: new Failure('llm-server') });
  written('unread', { notReadTwice: { failure: new Failure('llm-server') } });
  written('without a verdict', { notReadTwice: {} });
  written('whole', {});
  expect([...history.pending].map(({ path }) => path)).toEqual(['pending', 'unread']);
});

it('the history forgets the given PDFs', () => {
  const history = new History();
  const [a, b] = [file('a'), file('b')];
  for (const each of [a, b]) history.record({ file: each, origin: 'found', state: failed });
  history.forget([a]);
  expect(history.entries.map((entry) => entry.file)).toEqual([b]);
});

it('after a PDF or its note is renamed, a new entry has the position of the old entry', () => {
  const history = new History();
  const [a, b] = [{ path: 'a.pdf', name: 'a.pdf' }, file('b.pdf')];
  const outcome: Written = { kind: 'written', notePath: 'a.md', state: 'complete' };
  history.record({ file: a, origin: 'found', state: { kind: 'ended', outcome } });
  history.record({ file: b, origin: 'found', state: failed });
  const [first, second] = history.entries;
  history.moved('a.md', 'Lease.md');
  a.path = 'Lease.pdf';
  const [noteMoved] = history.entries;
  expect(noteMoved).toMatchObject({ file: a, state: { outcome: { notePath: 'Lease.md' } } });
  history.moved('a.pdf', 'Lease.pdf');
  expect(history.entries[0]).toEqual(noteMoved);
  expect(history.entries[0]).not.toBe(noteMoved);
  expect(first).toMatchObject({ state: { outcome: { notePath: 'a.md' } } });
  expect(history.entries[1]).toBe(second);
});

it('the history keeps only a limited number of entries', () => {
  const history = new History();
  for (let index = 0; index < 2_500; index += 1)
    history.record({ file: file(`${index}`), origin: 'found', state: failed });
  expect(history.entries).toHaveLength(2_000);
});

it('the history replaces the path of a moved note in the results, and notifies the listeners', () => {
  const history = new History();
  const need = { kind: 'claim', notePath: 'a.md', doubt: 'unsigned' } as const;
  const outcomes = [
    { kind: 'written', notePath: 'a.md', state: 'offline' },
    { kind: 'known', notePath: 'b.md' },
    { kind: 'needs-you', need },
  ] as const;
  outcomes.forEach((outcome, index) =>
    history.record({ file: file(`${index}.pdf`), origin: 'found', state: { kind: 'ended', outcome } }),
  );
  let notified = 0;
  const unsubscribe = history.subscribe(() => (notified += 1));
  history.moved('a.md', 'Notes/a.md');
  history.moved('gone.md', 'Notes/gone.md');
  expect(notified).toBe(1);
  expect(history.entries.map(({ state }) => state.kind === 'ended' && state.outcome)).toEqual([
    { ...outcomes[0], notePath: 'Notes/a.md' },
    outcomes[1],
    { kind: 'needs-you', need: { ...need, notePath: 'Notes/a.md' } },
  ]);
  unsubscribe();
  history.forget([...history.entries.map((entry) => entry.file)]);
  expect(notified).toBe(1);
});

it('the history no longer lists a PDF as left out when its deleted note returns', () => {
  const history = new History();
  for (const [index, reason] of (['deleted', 'kept', 'deleted'] as const).entries())
    history.record({
      file: file(`${index}.pdf`),
      origin: 'found',
      state: { kind: 'ended', outcome: { kind: 'left-out', reason, sha256: index === 2 ? 'other' : 'x' } },
    });
  history.noteFound('x');
  expect(history.entries.map((entry) => entry.file.path)).toEqual(['1.pdf', '2.pdf']);
});
