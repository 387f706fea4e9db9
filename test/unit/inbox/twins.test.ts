import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { surplus, Twins, type Twin } from '../../../src/inbox/twins';
import { ManualTimers, settlePromises } from './memory-vault';

const [early, late] = ['2026-11-22T10:00:00', '2026-11-22T10:00:07'];

/** Makes a twin, which is one of several notes of the same PDF. */
function twin(path: string, created: string | undefined, changes: Partial<Twin> = {}): Twin {
  return { path, created, isPlain: path === 'a.md', state: 'complete', ...changes };
}

describe('surplus', () => {
  it.each<[string, Twin[], string[]]>([
    ['nothing if there is only one note', [twin('a.md', early)], []],
    ['the later of two notes', [twin('x.md', late), twin('b.md', early)], ['x.md']],
    [
      'the note that a sync service renamed, even if it is the older one',
      [twin('a.md', late), twin('a.sync-conflict-1.md', early)],
      ['a.sync-conflict-1.md'],
    ],
    [
      'two of three notes',
      [twin('a.md', late), twin('b.md', early), twin('c.md', '2026-11-22T10:00:03')],
      ['b.md', 'c.md'],
    ],
    ['no copy that a person made', [twin('a.md', early), twin('a copy.md', early)], []],
    [
      'neither of two notes if one of them has no digest',
      [twin('a.md', early, { state: 'pending' }), twin('b.md', late)],
      [],
    ],
    ['no note whose creation time is unknown', [twin('a.md', early), twin('b.md', undefined)], []],
  ])('`surplus` selects %s', (_, notes, gone) => {
    expect(surplus(notes).map(({ path }) => path)).toEqual(gone);
    expect(
      surplus([...notes].reverse())
        .map(({ path }) => path)
        .sort(),
    ).toEqual(gone);
  });
});

const archive = '\n\n> [!quote]- Show\n> ```text\n> The whole text.\n> ```\n\n---\n*Made by*\n';

describe('Twins', () => {
  let texts: Map<string, string>;
  let trashed: string[];
  let reported: number[];
  let timers: ManualTimers;
  let kept: unknown;
  let doubted: string[];
  let unproven: Set<string>;
  let failing: boolean;
  let reunited: (readonly [string, string])[];
  const notes = [twin('a.md', early), twin('a 2.md', late)];

  const device = (): Twins =>
    new Twins({
      twins: () => notes,
      hashOf: () => 'pdf',
      read: (path) => Promise.resolve(texts.get(path) ?? null),
      trash: (path) => Promise.resolve(void trashed.push(path)),
      reunite: (path, text) =>
        failing ? Promise.reject(new Error('busy')) : Promise.resolve(reunited.push([path, text]) > 0),
      store: { load: () => kept, save: (_, value) => (kept = structuredClone(value)) },
      timers,
      isProven: (path) => Promise.resolve(!unproven.has(path)),
      onDoubt: (path, other) => doubted.push(`${path} ${other}`),
      onWithdrawn: (count) => reported.push(count),
      onTrouble: (thrown) => {
        throw thrown;
      },
    });
  const wrote = async (
    twins: Twins,
    notePath: string,
    more: { readonly anew?: true } = {},
  ): Promise<void> => {
    await twins.wrote('pdf', texts.get(notePath) ?? '');
    twins.record({
      ...more,
      file: { path: 'a.pdf', name: 'a.pdf' },
      origin: 'arrived',
      state: { kind: 'ended', outcome: { kind: 'written', notePath, state: 'complete' } },
    });
  };

  /** Advances the timers, and waits until no hash is being computed any more. */
  const passed = async (): Promise<void> => {
    await timers.pass(10_000);
    await settlePromises();
    while (hashing.size > 0) {
      await Promise.all(hashing);
      await settlePromises();
    }
  };

  /** Running computations of hashes. `settlePromises` does not wait for them. */
  const hashing = new Set<Promise<unknown>>();

  beforeEach(() => {
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    vi.spyOn(crypto.subtle, 'digest').mockImplementation((...of) => {
      const computed = digest(...of).finally(() => hashing.delete(computed));
      hashing.add(computed);
      return computed;
    });
    texts = new Map([
      ['a.md', `from the other device${archive}`],
      ['a 2.md', `from this device${archive}`],
    ]);
    [trashed, reported, timers, kept] = [[], [], new ManualTimers(), null];
    [doubted, unproven, reunited, failing] = [[], new Set(), [], false];
  });

  afterEach(() => void vi.restoreAllMocks());

  it('a device removes the superfluous note that it wrote, even after a restart', async () => {
    await wrote(device(), 'a 2.md');
    const twins = device();
    twins.foundTwins('pdf');
    await passed();
    expect(trashed).toEqual(['a 2.md']);
    expect(reported).toEqual([1]);
  });

  it('a device keeps its own note if the other note is superfluous', async () => {
    const twins = device();
    await wrote(twins, 'a.md');
    twins.foundTwins('pdf');
    await passed();
    expect(trashed).toEqual([]);
  });

  it.each<[string, () => void]>([
    ['is not proven to be written by the plugin', () => unproven.add('a.md')],
    ['has a different archived text', () => texts.set('a.md', `forged${archive.replace('whole', 'forged')}`)],
    ['has no archive', () => texts.set('a.md', 'forged')],
  ])('the device keeps its own note and asks the user once if the other note %s', async (_, forge) => {
    forge();
    const twins = device();
    await wrote(twins, 'a 2.md');
    twins.foundTwins('pdf');
    await passed();
    twins.foundTwins('pdf');
    device().foundTwins('pdf');
    await passed();
    expect([trashed, reported, doubted]).toEqual([[], [], ['a 2.md a.md']]);
  });

  it('the superfluous note is also removed if the archives are HTML blocks', async () => {
    const html = '\n<details>\n<summary>Show</summary>\n<pre>\nThe whole text.\n</pre>\n</details>\n';
    texts.set('a.md', `from the other device${html}`);
    texts.set('a 2.md', `from this device${html}`);
    const twins = device();
    await wrote(twins, 'a 2.md');
    twins.foundTwins('pdf');
    await passed();
    expect(trashed).toEqual(['a 2.md']);
  });

  it('a note that the user requested in addition to another note is never removed', async () => {
    const twins = device();
    await wrote(twins, 'a 2.md', { anew: true });
    twins.foundTwins('pdf');
    await passed();
    expect([trashed, doubted]).toEqual([[], []]);
  });

  it.each(['from this device, and ticked', 'from this device\n'])(
    'without the property `created`, a note is kept if the user changed its text to %j',
    async (text) => {
      const twins = device();
      await wrote(twins, 'a 2.md');
      texts.set('a 2.md', text);
      twins.foundTwins('pdf');
      await passed();
      expect([trashed, reported]).toEqual([[], []]);
    },
  );

  const dated = (created: string, words: string): string =>
    `---\ncreated: ${created}\n---\n${words}${archive}`;

  it('dates that another plugin wrote into the removed note are not added to the remaining note', async () => {
    const frontmatter = `---\ncreated: ${late}\n---\n`;
    texts.set('a 2.md', `${frontmatter}from this device${archive}`);
    const twins = device();
    await wrote(twins, 'a 2.md');
    const stamped = frontmatter.replace('---\n', '---\nmodified: 2030-01-01\ndate updated: 2030-01-01\n');
    texts.set('a 2.md', `${stamped}from this device${archive}`);
    twins.foundTwins('pdf');
    await passed();
    expect([trashed, reunited]).toEqual([['a 2.md'], []]);
  });

  it("the user's edits of the removed note are added to the remaining note", async () => {
    texts.set('a 2.md', dated(late, 'from this device'));
    await wrote(device(), 'a 2.md');
    const touched = dated(late, 'from this device, and ticked');
    texts.set('a 2.md', touched);
    const twins = device();
    twins.foundTwins('pdf');
    await passed();
    expect([reunited, trashed, reported]).toEqual([[['a.md', touched]], ['a 2.md'], [1]]);
  });

  it("the user's edits are restored if a sync service replaces the edited note", async () => {
    texts.set('a.md', dated('2026-11-22T10:00:09', 'from this device'));
    const twins = device();
    await wrote(twins, 'a.md');
    const touched = dated('2026-11-22T10:00:09', 'from this device, and ticked');
    await twins.changed('a.md', 'pdf', touched);
    await twins.changed('a.md', 'pdf', dated(early, 'from the other device'));
    await twins.changed('a.md', 'pdf', dated(early, 'from the other device, and ticked'));
    expect(reunited).toEqual([['a.md', touched]]);
  });

  it('the edits of a replaced note are added later if the first attempt fails', async () => {
    const [own, created] = ['from this device', '2026-11-22T10:00:09'];
    texts.set('a.md', dated(created, own));
    const twins = device();
    await wrote(twins, 'a.md');
    await twins.changed('a.md', 'pdf', dated(created, `${own}, and ticked`));
    const replace = (): Promise<void> => twins.changed('a.md', 'pdf', dated(early, 'from the other device'));
    failing = true;
    await expect(replace()).rejects.toThrow('busy');
    failing = false;
    await replace();
    expect(reunited).toEqual([['a.md', dated(created, `${own}, and ticked`)]]);
  });

  it('no edit is restored if the user undid the edit before the note was replaced', async () => {
    const [own, created] = ['from this device', '2026-11-22T10:00:09'];
    texts.set('a.md', dated(created, own));
    const twins = device();
    await wrote(twins, 'a.md');
    // The second event arrives before the first one is handled.
    await Promise.all([
      twins.changed('a.md', 'pdf', dated(created, `${own}, and ticked`)),
      twins.changed('a.md', 'pdf', dated(created, own)),
    ]);
    await twins.changed('a.md', 'pdf', dated(early, 'from the other device'));
    expect(reunited).toEqual([]);
  });

  it('after the plugin rewrites a note, the note counts as untouched only if nobody had edited it', async () => {
    const twins = device();
    await wrote(twins, 'a.md');
    for (const [pdf, text] of [
      ['pdf 2', 'with two pages'],
      ['pdf 3', 'with three pages'],
    ] as const) {
      await twins.rewrote(pdf, texts.get('a.md') ?? '', text);
      texts.set('a.md', text);
      expect(await twins.isUntouched('a.md', pdf)).toBe(true);
    }
    texts.set('a.md', 'with three pages, and ticked');
    await twins.rewrote('pdf 4', 'with three pages, and ticked', 'with four pages, and ticked');
    texts.set('a.md', 'with four pages, and ticked');
    expect(await twins.isUntouched('a.md', 'pdf 4')).toBe(false);
  });

  it('nothing is added to the remaining note if the replaced note was not edited', async () => {
    texts.set('a.md', dated('2026-11-22T10:00:09', 'from this device'));
    const twins = device();
    await wrote(twins, 'a.md');
    await twins.changed('a.md', 'pdf', dated('2026-11-22T10:00:09', 'from this device'));
    await twins.changed('a.md', 'pdf', dated(early, 'from the other device'));
    expect(reunited).toEqual([]);
  });

  it('a device starts timers only for its own notes and stops the timers on dispose', async () => {
    const twins = device();
    twins.foundTwins('pdf');
    expect(timers.pending.size).toBe(0);
    await wrote(twins, 'a 2.md');
    twins.foundTwins('pdf');
    twins.dispose();
    expect(timers.pending.size).toBe(0);
  });
});
