import { beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/failure';
import { Completion } from '../../../src/inbox/completion';
import { HashMemory } from '../../../src/inbox/identify';
import type { IncompleteNote } from '../../../src/inbox/known-notes';
import { Queue, type QueueEntry } from '../../../src/inbox/queue';
import type { NoteState } from '../../../src/note/content';
import { ManualTimers, MemoryNotes, MemoryVault, settlePromises } from './memory-vault';

class LackingNotes extends MemoryNotes {
  lacking: IncompleteNote[] = [];

  override incomplete(): readonly IncompleteNote[] {
    return this.lacking;
  }
}

describe('completing notes', () => {
  let vault: MemoryVault;
  let notes: LackingNotes;
  let queue: Queue;
  let queued: string[];
  let device: Map<string, unknown>;
  let allowed: boolean;
  let online: boolean;

  const make = (): Completion =>
    new Completion({
      vault,
      notes,
      hashes: new HashMemory({ load: () => null, save: () => undefined }),
      queue,
      store: { load: (key) => device.get(key) ?? null, save: (key, value) => void device.set(key, value) },
      hasModel: () => online,
      byItself: () => allowed,
      isOwn: (failure) => failure.kind === 'llm-content-filter',
      onTrouble: (thrown) => {
        throw thrown;
      },
    });
  const lacks = (name: string, state: IncompleteNote['state']): void => {
    const pdf = vault.write(`${name}.pdf`, name);
    notes.lacking.push({ note: { path: `${name}.md` }, pdf, state, sha256: name });
  };
  const ended = (name: string, state: NoteState, failure?: Failure): QueueEntry => ({
    file: { path: `${name}.pdf`, name: `${name}.pdf` },
    origin: 'found',
    state: { kind: 'ended', outcome: { kind: 'written', notePath: `${name}.md`, state, ...(failure === undefined ? {} : { failure }) } },
  });

  beforeEach(() => {
    vault = new MemoryVault();
    notes = new LackingNotes();
    device = new Map();
    queued = [];
    allowed = true;
    online = true;
    queue = new Queue(() => new Promise(() => undefined), { onChange: () => undefined, onIdle: () => undefined, onPause: () => undefined }, new ManualTimers());
    queue.subscribe((entry) => {
      if (entry?.state.kind === 'waiting') queued.push(`${entry.origin} ${entry.note?.path ?? ''}`);
    });
    lacks('pending', 'pending');
    lacks('offline', 'offline');
  });

  it('by being asked: what waits for a digest; offline notes apart, and only with a model', async () => {
    const completion = make();
    expect(await completion.retry('asked')).toBe(1);
    expect(queued).toEqual(['asked pending.md']);
    expect((await completion.offline()).map(({ note }) => note.path)).toEqual(['offline.md']);
    online = false;
    expect(await completion.offline()).toEqual([]);
  });

  it('by itself: both, when it is allowed and there is a model', async () => {
    allowed = false;
    make().byItself();
    allowed = true;
    online = false;
    make().byItself();
    await settlePromises();
    expect(queued).toEqual([]);
    online = true;
    make().byItself();
    await settlePromises();
    expect(queued).toEqual(['found pending.md', 'found offline.md']);
  });

  it('not by itself, at this start or a later one, what the endpoint refuses; until it is another endpoint', async () => {
    make().record(ended('pending', 'pending', new Failure('llm-content-filter')));
    make().byItself();
    await settlePromises();
    expect(queued).toEqual(['found offline.md']);
    make().endpointMended();
    await settlePromises();
    expect(queued).toEqual(['found offline.md', 'found pending.md']);
  });

  it('a success says that the endpoint works again only after another failed', async () => {
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
});
