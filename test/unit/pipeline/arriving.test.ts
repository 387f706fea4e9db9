import { beforeEach, expect, it } from 'vitest';
import { Failure } from '../../../src/failure';
import { Growing } from '../../../src/inbox/growing';
import { HashMemory } from '../../../src/inbox/identify';
import { LeftOut } from '../../../src/inbox/left-out';
import { Patience } from '../../../src/inbox/patience';
import type { Outcome, QueueEntry } from '../../../src/inbox/queue';
import type { NoteState } from '../../../src/note/content';
import { processPdf, type PipelinePorts } from '../../../src/pipeline';
import { ManualTimers, MemoryNotes, MemoryVault } from '../inbox/memory-vault';
import { pagesOf, portsOver } from './rig';

const device = { load: () => null, save: () => undefined };
const whole = '%PDF-1.7 text\n%%EOF';

class StatedNotes extends MemoryNotes {
  state: NoteState = 'complete';

  override stateOf(): NoteState {
    return this.state;
  }
}

let vault: MemoryVault;
let notes: StatedNotes;
let file: ReturnType<MemoryVault['write']>;
let ports: PipelinePorts;
let now: number;
let untouched: boolean;
let written: { readonly kind: 'new' | 'update'; readonly time?: number | undefined }[];

const run = (more: Partial<QueueEntry> = {}, other: Partial<PipelinePorts> = {}): Promise<Outcome> =>
  processPdf(
    { ...ports, ...other },
    { file, origin: 'modified', state: { kind: 'waiting' }, ...more },
    new AbortController().signal,
    () => undefined,
  );
const replace = (text: string): void => {
  file.bytes = new TextEncoder().encode(text);
  file.mtime += 1;
};

beforeEach(() => {
  [vault, notes, written, untouched] = [new MemoryVault(), new StatedNotes(), [], true];
  now = new Date(2026, 0, 17).getTime();
  file = vault.write('Inbox/a.pdf', whole, now - 60_000);
  ports = {
    ...portsOver(pagesOf([['The buyer pays 30 days after delivery.']])),
    vault,
    notes,
    hashes: new HashMemory(device),
    leftOut: new LeftOut(device, new ManualTimers()),
    patience: new Patience(),
    growing: new Growing(() => now),
    isUntouched: () => Promise.resolve(untouched),
    now: () => new Date(now),
    writer: {
      write: (_path, _content, _wanted, time) => {
        written.push({ kind: 'new', time });
        return Promise.resolve({ path: 'Inbox/a.md' });
      },
      update: (note) => {
        written.push({ kind: 'update' });
        return Promise.resolve({ note, before: '', after: 'x', conflicts: [] });
      },
    },
  };
});

it('an automatically made note gets the modification time of its PDF, but never a future time', async () => {
  await run({ origin: 'arrived' });
  file.mtime = now + 3_600_000;
  replace(`${whole}\n%%EOF`);
  notes.notes.length = 0;
  await run({ origin: 'found' });
  notes.notes.length = 0;
  await run({ origin: 'asked' });
  expect(written.map(({ time }) => time)).toEqual([now - 60_000, now, undefined]);
});

it.each(['found', 'asked'] as const)(
  '`isAutomatic` is true for an update unless the user asked for it (origin %j)',
  async (origin) => {
    await run({ origin: 'arrived' });
    notes.state = 'pending';
    const automatic: boolean[] = [];
    const writer: PipelinePorts['writer'] = {
      ...ports.writer,
      update: (note, _path, _content, _wanted, isAutomatic) => {
        automatic.push(isAutomatic);
        return Promise.resolve({ note, before: '', after: 'x', conflicts: [] });
      },
    };
    await run({ origin, note: { path: 'Inbox/a.md' } }, { writer });
    expect(automatic).toEqual([origin === 'found']);
  },
);

const unchanged = { before: 1, changed: [], added: [], removed: [], notCompared: [] };
const morePages = { changesSince: () => Promise.resolve({ ...unchanged, added: [2] }) };

it('a note is updated when its PDF grows within ten minutes and nobody has edited the note', async () => {
  await run({ origin: 'arrived' });
  replace(`${whole} second page %%EOF`);
  now += 300_000;
  expect(await run({}, morePages)).toMatchObject({ kind: 'written', notePath: 'Inbox/a.md' });
  expect(written.map(({ kind }) => kind)).toEqual(['new', 'update']);
});

/**
 * `late`: the PDF changed more than ten minutes after its note was written. `touched`: the user edited the
 * note. `shrunk`: the file became smaller. `replaced`: a page that was already there changed.
 */
it.each(['late', 'touched', 'shrunk', 'replaced'] as const)(
  'in the case %j, the plugin asks the user instead of updating the note',
  async (why) => {
    await run({ origin: 'arrived' });
    replace(why === 'shrunk' ? '%PDF %%EOF' : `${whole} second page %%EOF`);
    now += why === 'late' ? 601_000 : 1_000;
    untouched = why !== 'touched';
    const replaced = { changesSince: () => Promise.resolve({ ...unchanged, changed: [1], added: [2] }) };
    const outcome = await run({}, why === 'replaced' ? replaced : morePages);
    expect(outcome).toMatchObject({ kind: 'changed', notePath: 'Inbox/a.md' });
    expect(written).toHaveLength(1);
  },
);

it('a failed note is completed when a good file replaces its PDF', async () => {
  await run({ origin: 'arrived' });
  notes.state = 'failed';
  now += 86_400_000;
  replace('%PDF good %%EOF');
  expect(await run({ origin: 'arrived' })).toMatchObject({ kind: 'written', notePath: 'Inbox/a.md' });
  expect(written.map(({ kind }) => kind)).toEqual(['new', 'update']);
});

it('a damaged PDF with a future modification time gets its note at the sixth attempt', async () => {
  file.mtime = now + 86_400_000;
  replace('%PDF without an end');
  const outcomes: string[] = [];
  for (let round = 0; round < 8 && outcomes.at(-1) !== 'written'; round += 1)
    outcomes.push((await run({ origin: 'arrived' })).kind);
  expect(outcomes).toEqual([...Array<string>(5).fill('unfinished'), 'written']);
});

it('if another program uses a PDF, the plugin retries and finally throws the vault error', async () => {
  const busy = new Failure('vault-read', { passing: true, details: { name: 'a.pdf' } });
  const locked = Object.assign(Object.create(vault) as MemoryVault, { read: () => Promise.reject(busy) });
  for (let round = 0; round < 5; round += 1)
    expect(await run({}, { vault: locked })).toEqual({ kind: 'unfinished' });
  await expect(run({}, { vault: locked })).rejects.toBe(busy);
  expect(await run()).toMatchObject({ kind: 'written' });
});

it('the user is not asked about a changed PDF whose text is the same', async () => {
  await run({ origin: 'arrived' });
  replace(`${whole} annotation %%EOF`);
  untouched = false;
  const same = { changesSince: () => Promise.resolve(unchanged) };
  expect(await run({}, same)).toEqual({ kind: 'known', notePath: 'Inbox/a.md' });
  const other = { changesSince: () => Promise.resolve({ ...unchanged, changed: [1] }) };
  expect(await run({}, other)).toMatchObject({ kind: 'changed' });
});

it('after the user decides to keep a note, the plugin asks again only if the PDF changes again', async () => {
  await run({ origin: 'arrived' });
  replace(`${whole} other %%EOF`);
  untouched = false;
  const leftOut = new LeftOut(device, new ManualTimers());
  const outcome = await run({}, { leftOut });
  const entry: QueueEntry = { file, origin: 'modified', state: { kind: 'ended', outcome } };
  expect([leftOut.wasReported(entry), leftOut.wasReported(entry)]).toEqual([false, true]);
  if (outcome.kind === 'changed') leftOut.keepNote(outcome.sha256 ?? '');
  expect(await run({ origin: 'found' }, { leftOut })).toMatchObject({ kind: 'left-out', reason: 'kept' });
  replace(`${whole} yet another %%EOF`);
  expect(await run({}, { leftOut })).toMatchObject({ kind: 'changed' });
});
