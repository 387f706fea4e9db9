import { beforeEach, describe, expect, it } from 'vitest';
import type { QueueEntry } from '../../../src/inbox/queue';
import type { SizeLimits } from '../../../src/pdf/size-limits';
import { processPdf } from '../../../src/pipeline';
import { MemoryNotes, MemoryVault } from '../inbox/memory-vault';
import { pagesOf, portsOver } from './rig';

const limit = 20;
const large = '%PDF-1.7 more than twenty bytes\n%%EOF';
const size = large.length;

describe('a large PDF', () => {
  let vault: MemoryVault;
  let notes: MemoryNotes;
  let read: number;

  beforeEach(() => {
    vault = new MemoryVault();
    vault.write('Inbox/a.pdf', large);
    notes = new MemoryNotes();
    read = 0;
  });

  const process = (
    more: Partial<QueueEntry>,
    { automatic = limit, requested = 1_000 }: Partial<SizeLimits> = {},
  ): ReturnType<typeof processPdf> => {
    const [file] = vault.files;
    if (file === undefined) throw new Error('The vault has no file.');
    const counting = Object.assign(Object.create(vault) as MemoryVault, {
      read: () => {
        read += 1;
        return vault.read(file);
      },
    });
    const ports = { ...portsOver(pagesOf([['The buyer pays.']])), vault: counting, notes };
    return processPdf(
      { ...ports, sizeLimits: () => ({ automatic, requested }) },
      { file, origin: 'found', state: { kind: 'waiting' }, ...more },
      new AbortController().signal,
      () => undefined,
    );
  };

  it.each<QueueEntry['origin']>(['requested', 'arrived', 'modified', 'found'])(
    'the plugin does not read a large PDF of the origin "%s" before the user decides',
    async (origin) => {
      expect(await process({ origin })).toEqual({ kind: 'needs-you', need: { kind: 'size', size, limit } });
      expect(read).toBe(0);
    },
  );

  it('the plugin reads a large PDF without a question if the user chose this PDF', async () => {
    expect((await process({ origin: 'asked' })).kind).toBe('written');
    expect(read).toBe(1);
  });

  it('the plugin automatically reads a PDF whose size equals the limit', async () => {
    expect((await process({}, { automatic: size })).kind).toBe('written');
  });

  it.each<QueueEntry['origin']>(['asked', 'requested', 'arrived', 'modified', 'found'])(
    'a PDF of the origin "%s" fails without being read if it exceeds the limit `requested`',
    async (origin) => {
      const limits = { automatic: limit, requested: size - 1 };
      await expect(process({ origin }, limits)).rejects.toMatchObject({ kind: 'pdf-too-large' });
      expect(read).toBe(0);
    },
  );

  it('if another device made a note of a large PDF, only a change or a digest needs a decision', async () => {
    notes.notes.push({ path: 'a.md', sha256: 'unknown here', source: 'Inbox/a.pdf' });
    expect(await process({})).toEqual({ kind: 'known', notePath: 'a.md' });
    expect(await process({ origin: 'modified' })).toMatchObject({ kind: 'needs-you' });
    expect(await process({ note: { path: 'a.md' } })).toMatchObject({ kind: 'needs-you' });
    expect(read).toBe(0);
  });
});
