import { beforeEach, describe, expect, it } from 'vitest';
import { surplus, Twins, type Twin } from '../../../src/inbox/twins';
import { sha256 } from '../../../src/hash';
import { ManualTimers, settlePromises } from './memory-vault';

const [early, late] = ['2026-11-22T10:00:00', '2026-11-22T10:00:07'];

function twin(path: string, created: string | undefined, changes: Partial<Twin> = {}): Twin {
  return { path, created, isPlain: path === 'a.md', state: 'complete', ...changes };
}

describe('surplus', () => {
  it.each<[string, Twin[], string[]]>([
    ['one note', [twin('a.md', early)], []],
    ['the later one of two', [twin('x.md', late), twin('b.md', early)], ['x.md']],
    [
      'the note that a sync service renamed, even if older',
      [twin('a.md', late), twin('a.sync-conflict-1.md', early)],
      ['a.sync-conflict-1.md'],
    ],
    [
      'two of three',
      [twin('a.md', late), twin('b.md', early), twin('c.md', '2026-11-22T10:00:03')],
      ['b.md', 'c.md'],
    ],
    ['no copy that somebody made', [twin('a.md', early), twin('a copy.md', early)], []],
    [
      'no note with a digest when the other has none',
      [twin('a.md', early, { state: 'pending' }), twin('b.md', late)],
      [],
    ],
    ['no note whose creation time is unknown', [twin('a.md', early), twin('b.md', undefined)], []],
  ])('selects %s', (_, notes, gone) => {
    expect(surplus(notes).map(({ path }) => path)).toEqual(gone);
    expect(
      surplus([...notes].reverse())
        .map(({ path }) => path)
        .sort(),
    ).toEqual(gone);
  });
});

describe('removing a note', () => {
  let texts: Map<string, string>;
  let trashed: string[];
  let reported: number[];
  let timers: ManualTimers;
  let kept: unknown;
  const notes = [twin('a.md', early), twin('a 2.md', late)];

  const device = (): Twins =>
    new Twins({
      twins: () => notes,
      hashOf: () => 'pdf',
      read: (path) => Promise.resolve(texts.get(path) ?? null),
      trash: (path) => Promise.resolve(void trashed.push(path)),
      store: { load: () => kept, save: (_, value) => (kept = structuredClone(value)) },
      timers,
      onWithdrawn: (count) => reported.push(count),
      onTrouble: (thrown) => {
        throw thrown;
      },
    });
  const wrote = (twins: Twins, notePath: string): Promise<void> =>
    twins.record({
      file: { path: 'a.pdf', name: 'a.pdf' },
      origin: 'arrived',
      state: { kind: 'ended', outcome: { kind: 'written', notePath, state: 'complete' } },
    });

  /** Lets time pass. Hashing is asynchronous, so all hashes started before are finished afterwards. */
  const passed = async (): Promise<void> => {
    await timers.pass(10_000);
    for (let round = 0; round < 10; round += 1) {
      await sha256(new Uint8Array(1_000));
      await settlePromises();
    }
  };

  beforeEach(() => {
    texts = new Map([
      ['a.md', 'from the other device'],
      ['a 2.md', 'from this device'],
    ]);
    [trashed, reported, timers, kept] = [[], [], new ManualTimers(), null];
  });

  it('removes its own superfluous note, also after a restart', async () => {
    await wrote(device(), 'a 2.md');
    const twins = device();
    twins.met('pdf');
    await passed();
    expect(trashed).toEqual(['a 2.md']);
    expect(reported).toEqual([1]);
  });

  it('keeps its own note when that is the one that stays, so that never both are removed', async () => {
    const twins = device();
    await wrote(twins, 'a.md');
    twins.met('pdf');
    await passed();
    expect(trashed).toEqual([]);
  });

  it.each(['from this device, and ticked', 'from this device\n'])(
    'keeps a note that somebody edited: %j',
    async (text) => {
      const twins = device();
      await wrote(twins, 'a 2.md');
      texts.set('a 2.md', text);
      twins.met('pdf');
      await passed();
      expect([trashed, reported]).toEqual([[], []]);
    },
  );

  it('waits neither after dispose nor for notes that it did not write', async () => {
    const twins = device();
    twins.met('pdf');
    expect(timers.pending.size).toBe(0);
    await wrote(twins, 'a 2.md');
    twins.met('pdf');
    twins.dispose();
    expect(timers.pending.size).toBe(0);
  });
});
