import { beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/failure';
import { sha256 } from '../../../src/hash';
import { Completion } from '../../../src/inbox/completion';
import { HashMemory } from '../../../src/inbox/identify';
import type { IncompleteNote } from '../../../src/inbox/known-notes';
import { Queue, type QueueEntry, type Written } from '../../../src/inbox/queue';
import type { NoteState } from '../../../src/note/content';
import { ManualTimers, MemoryNotes, MemoryVault, settlePromises } from './memory-vault';

class LackingNotes extends MemoryNotes {
  lacking: IncompleteNote[] = [];

  override incomplete(): readonly IncompleteNote[] {
    return this.lacking;
  }
}

describe('Completion', () => {
  let vault: MemoryVault;
  let notes: LackingNotes;
  let hashes: HashMemory;
  let queue: Queue;
  let queued: string[];
  let device: Map<string, unknown>;
  let allowed: boolean;
  let online: boolean;
  let twice: boolean;

  const make = (): Completion =>
    new Completion({
      vault,
      notes,
      hashes,
      queue,
      store: { load: (key) => device.get(key) ?? null, save: (key, value) => void device.set(key, value) },
      hasModel: () => online,
      mustStayOnDevice: () => false,
      readsTwice: () => online && twice,
      statesNotReadTwice: ({ path }) => Promise.resolve(!path.startsWith('off')),
      automaticSizeLimit: () => 1_000,
      isAutomatic: () => allowed,
      isInInbox: (path) => !path.startsWith('Private/'),
      isOwn: (failure) => failure.kind === 'llm-content-filter',
      onTrouble: (thrown) => {
        throw thrown;
      },
    });
  const lacks = (name: string, state: IncompleteNote['state']): void => {
    const pdf = vault.write(`${name}.pdf`, name);
    notes.lacking.push({ note: { path: `${name}.md` }, pdf, state, sha256: name });
  };
  const written = (name: string, state: NoteState, more: Partial<Written>): QueueEntry => ({
    file: { path: `${name}.pdf`, name: `${name}.pdf` },
    origin: 'found',
    state: { kind: 'ended', outcome: { kind: 'written', notePath: `${name}.md`, state, ...more } },
  });
  const ended = (name: string, state: NoteState, failure?: Failure): QueueEntry =>
    written(name, state, failure === undefined ? {} : { failure });
  /** The entry of a PDF whose digest is complete, but whose second reading is not. */
  const unread = (name: string, failure?: Failure): QueueEntry =>
    written(name, 'complete', { notReadTwice: failure === undefined ? {} : { failure } });

  beforeEach(() => {
    vault = new MemoryVault();
    notes = new LackingNotes();
    hashes = new HashMemory({ load: () => null, save: () => undefined });
    device = new Map();
    queued = [];
    allowed = true;
    online = true;
    twice = true;
    queue = new Queue(
      () => new Promise(() => undefined),
      { onChange: () => undefined, onIdle: () => undefined, onPause: () => undefined },
      new ManualTimers(),
    );
    queue.subscribe((entry) => {
      if (entry?.state.kind === 'waiting') queued.push(`${entry.origin} ${entry.note?.path ?? ''}`);
    });
    lacks('pending', 'pending');
    lacks('offline', 'offline');
  });

  it('Completion queues pending notes on request, and lists offline notes only if a model is configured', async () => {
    const completion = make();
    expect(await completion.retry('asked')).toBe(1);
    expect(queued).toEqual(['asked pending.md']);
    expect((await completion.offline()).map(({ note }) => note.path)).toEqual(['offline.md']);
    online = false;
    expect(await completion.offline()).toEqual([]);
  });

  it('pending and offline notes are queued only if the user allows it and a model is configured', async () => {
    allowed = false;
    make().startAutomatically();
    allowed = true;
    online = false;
    make().startAutomatically();
    await settlePromises();
    expect(queued).toEqual([]);
    online = true;
    make().startAutomatically();
    await settlePromises();
    expect(queued).toEqual(['found pending.md', 'found offline.md']);
  });

  it('on request, Completion queues a failed PDF only if its bytes have changed', async () => {
    notes.lacking = [];
    const pdf = vault.write('cloud.pdf', 'same');
    for (const name of ['cloud', 'Private/cloud'])
      notes.lacking.push({ note: { path: `${name}.md` }, pdf, state: 'failed', sha256: 'of zeros' });
    const stat = await vault.stat(pdf);
    hashes.remember(pdf, stat ?? { size: 0, mtime: 0 }, 'of zeros');
    notes.unsigned.add('Private/cloud.md');
    expect(await make().retry('found')).toBe(0);
    expect(await make().retry('asked')).toBe(1);
    const hash = await sha256(await vault.read(pdf));
    notes.lacking = [{ note: { path: 'cloud.md' }, pdf, state: 'failed', sha256: hash }];
    hashes.remember(pdf, stat ?? { size: 0, mtime: 0 }, hash);
    queue.cancelAll();
    expect(await make().retry('asked')).toBe(0);
  });

  it('PDFs outside of the inbox and notes without pdf_digest get the origin `found`, not `asked`', async () => {
    lacks('Private/salary', 'pending');
    lacks('forged', 'offline');
    notes.unsigned.add('forged.md');
    const completion = make();
    await completion.retry('asked');
    await completion.completeOffline();
    expect(queued).toEqual([
      'asked pending.md',
      'found Private/salary.md',
      'asked offline.md',
      'found forged.md',
    ]);
  });

  it('outside of the inbox, only a PDF that this device has read gets the origin `requested`', async () => {
    lacks('Private/own', 'pending');
    lacks('Private/forged', 'pending');
    const read = notes.lacking.at(-2);
    for (const { note, pdf, sha256 } of notes.lacking)
      notes.notes.push({ path: note.path, sha256, source: pdf.path });
    if (read) hashes.remember(read.pdf, { size: 1, mtime: 0 }, 'Private/own');
    notes.lacking = notes.lacking.slice(-2);
    const completion = make();
    await completion.retry('requested');
    expect(queued).toEqual(['requested Private/own.md', 'found Private/forged.md']);
  });

  it('a refused PDF is retried automatically after the endpoint recovers, but not after a restart', async () => {
    make().record(ended('pending', 'pending', new Failure('llm-content-filter')));
    make().startAutomatically();
    await settlePromises();
    expect(queued).toEqual(['found offline.md']);
    make().endpointRecovered();
    await settlePromises();
    expect(queued).toEqual(['found offline.md', 'found pending.md']);
  });

  it('after a complete digest, Completion queues other notes only if the endpoint itself failed before', async () => {
    const completion = make();
    completion.record(ended('other', 'complete'));
    completion.record(ended('refused', 'pending', new Failure('llm-content-filter')));
    completion.record(ended('other', 'complete'));
    await settlePromises();
    expect(queued).toEqual([]);
    completion.record(ended('failing', 'pending', new Failure('llm-server', { passing: true })));
    completion.record(ended('other', 'complete'));
    await settlePromises();
    expect(queued).toEqual(['found pending.md', 'found offline.md']);
  });

  describe('second readings', () => {
    beforeEach(() => {
      notes.lacking = [];
      lacks('unread', 'complete');
      lacks('off', 'complete');
    });

    it('on request, Completion skips notes that were made while the second reading was off', async () => {
      expect(await make().retry('asked')).toBe(1);
      expect(queued).toEqual(['asked unread.md']);
    });

    it('notes without a second reading are queued only while the second reading is on', async () => {
      twice = false;
      expect(await make().retry('asked')).toBe(0);
      make().startAutomatically();
      await settlePromises();
      expect(queued).toEqual([]);
      twice = true;
      make().startAutomatically();
      await settlePromises();
      expect(queued).toEqual(['found unread.md']);
    });

    it('a refused or empty second reading is retried only after the endpoint recovers', async () => {
      for (const failure of [new Failure('llm-content-filter'), undefined]) {
        queued = [];
        device.clear();
        make().record(unread('unread', failure));
        make().startAutomatically();
        await settlePromises();
        expect(queued).toEqual([]);
      }
      make().endpointRecovered();
      await settlePromises();
      expect(queued).toEqual(['found unread.md']);
    });

    it('after a temporary failure, a second reading is retried when another digest is complete', async () => {
      const completion = make();
      completion.record(unread('unread', new Failure('llm-server', { passing: true })));
      completion.record(unread('other', new Failure('llm-server', { passing: true })));
      await settlePromises();
      expect(queued).toEqual([]);
      completion.record(ended('third', 'complete'));
      await settlePromises();
      expect(queued).toEqual(['found unread.md']);
    });

    it('Completion does not automatically retry a note if the endpoint refused the text of its PDF', async () => {
      const failed: QueueEntry = {
        file: { path: 'unread.pdf', name: 'unread.pdf' },
        note: { path: 'unread.md' },
        origin: 'found',
        state: { kind: 'failed', failure: new Failure('llm-content-filter') },
      };
      make().record(failed);
      make().startAutomatically();
      await settlePromises();
      expect(queued).toEqual([]);
    });

    it('after temporary failures, a PDF is retried one time, even if automatic completion is off', () => {
      allowed = false;
      const [first] = notes.lacking;
      if (first === undefined) throw new Error('There is no note.');
      const slow = {
        ...written('unread', 'pending', { failure: new Failure('pdf-worker') }),
        file: first.pdf,
      };
      const completion = make();
      completion.record(slow);
      completion.record(slow);
      completion.record({
        ...slow,
        ...written('unread', 'pending', { failure: new Failure('llm-timeout') }),
      });
      expect(queued).toEqual(['found unread.md']);
    });

    it('Completion queues the notes of given PDFs again', () => {
      const [first] = notes.lacking;
      make().again(new Set(first === undefined ? [] : [first.pdf]));
      expect(queued).toEqual(['found unread.md']);
    });
  });
});
