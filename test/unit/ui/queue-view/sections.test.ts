import { expect, it } from 'vitest';
import { Failure } from '../../../../src/failure';
import type { Outcome, QueueEntry } from '../../../../src/inbox/queue';
import { isNotReadTwice, noteOf, offerOf } from '../../../../src/ui/queue-view/acts';
import { sectionIds, sectionsOf, startOfDay } from '../../../../src/ui/queue-view/sections';

const noon = new Date(2026, 2, 15, 12).getTime();
const failure = new Failure('llm-key-wrong');

function ended(
  name: string,
  outcome: Outcome,
  origin: QueueEntry['origin'] = 'found',
  endedAt = noon,
): QueueEntry {
  return { file: { path: `Inbox/${name}`, name }, origin, endedAt, state: { kind: 'ended', outcome } };
}

const done = ended('done', { kind: 'written', notePath: 'done.md', state: 'complete' });
const pending = ended('pending', { kind: 'written', notePath: 'pending.md', state: 'pending', failure });
const changed = ended('changed', { kind: 'changed', notePath: 'changed.md' });
const password = ended('password', {
  kind: 'needs-you',
  need: { kind: 'password', failure: new Failure('pdf-password-needed') },
});
const cost = ended('cost', { kind: 'needs-you', need: { kind: 'cost', pages: 1, parts: 1, tokens: 1 } });
const failed: QueueEntry = {
  file: { path: 'f', name: 'f' },
  origin: 'asked',
  state: { kind: 'failed', failure: new Failure('vault-write') },
};

it('each PDF appears in its section, and the last finished PDF comes first', () => {
  const waiting: QueueEntry[] = [
    { file: { path: 'w', name: 'w' }, origin: 'found', state: { kind: 'waiting' } },
  ];
  const history = [done, pending, changed, password, failed, cost];
  const sections = sectionsOf(null, waiting, history, startOfDay(noon));
  expect(sections).toEqual({
    working: [],
    waiting,
    yours: [cost, password],
    failed: [failed, pending],
    changed: [changed],
    done: [done],
    known: [],
  });
});

it('the queue shows only one row for a waiting PDF whose file is still arriving', () => {
  const file = { path: 'w', name: 'w' };
  const waiting: QueueEntry = { file, origin: 'found', state: { kind: 'waiting' } };
  const arriving: QueueEntry = { file, origin: 'found', state: { kind: 'arriving', bytes: 1 } };
  const other: QueueEntry = { ...arriving, file: { path: 'o', name: 'o' } };
  expect(sectionsOf(null, [waiting, arriving, other], [], 0).waiting).toEqual([waiting, other]);
  expect(offerOf('waiting', waiting).more).toContain('up');
  expect(offerOf('waiting', arriving)).toEqual({ shown: ['cancel'], more: ['open-pdf'], open: 'open-pdf' });
});

it('the queue does not show PDFs that were finished yesterday, cancelled or deleted', () => {
  const known: Outcome = { kind: 'known', notePath: 'k.md' };
  const [asked, copy] = [ended('asked', known, 'asked'), ended('copy', known)];
  const history: QueueEntry[] = [
    { ...done, endedAt: startOfDay(noon) - 1 },
    { ...failed, state: { kind: 'cancelled' } },
    ended('gone', { kind: 'gone' }),
    ended('growing', { kind: 'unfinished' }),
    copy,
    asked,
    // The plugin wanted to complete this note, but the note was already complete.
    { ...ended('completed', known), note: { path: 'k.md' } },
  ];
  const sections = sectionsOf(null, [], history, startOfDay(noon));
  expect(sectionIds.flatMap((id) => sections[id])).toEqual([asked, copy]);
  expect(sections.known).toEqual([asked, copy]);
  expect(offerOf('known', copy)).toMatchObject({ shown: ['digest-anyway', 'open-note'], open: 'open-note' });
});

it('the queue offers to digest a left-out PDF now, or to digest it automatically again', () => {
  const out = ended('out', { kind: 'left-out', reason: 'deleted', sha256: 'x' });
  expect(sectionsOf(null, [], [out], 0).known).toEqual([out]);
  expect(offerOf('known', out)).toEqual({
    shown: ['digest', 'readmit'],
    more: ['open-pdf', 'forget'],
    open: 'open-pdf',
  });
});

it('if the second reading fails, the queue shows the PDF as done and offers to repeat the reading', () => {
  const written = { kind: 'written', notePath: 'unread.md', state: 'complete' } as const;
  const unread = ended('unread', { ...written, notReadTwice: { failure } });
  expect(sectionsOf(null, [], [unread, done], 0).done).toEqual([done, unread]);
  const offer = { shown: ['second-reading', 'rename', 'open-note'], open: 'open-note' };
  expect(offerOf('done', unread)).toMatchObject(offer);
  expect(offerOf('done', done).shown).toEqual(['rename', 'open-note']);
  expect([unread, done, pending].map(isNotReadTwice)).toEqual([true, false, false]);
});

it('the queue offers the actions that can solve the problem of a PDF', () => {
  expect(offerOf('yours', password).shown).toEqual(['password', 'forget']);
  expect(offerOf('yours', cost).shown).toEqual(['decide', 'forget']);
  expect(offerOf('failed', failed)).toMatchObject({ shown: ['retry'], open: 'open-pdf' });
  // `pending` failed because of a wrong API key, which the user can change in the settings.
  expect(offerOf('failed', pending)).toMatchObject({ shown: ['retry', 'settings'], open: 'open-note' });
  expect([done, changed, failed].map(noteOf)).toEqual(['done.md', 'changed.md', undefined]);
});
