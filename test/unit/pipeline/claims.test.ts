import { beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/hash';
import { HashMemory } from '../../../src/inbox/identify';
import { InFlight } from '../../../src/inbox/in-flight';
import type { IncompleteNote } from '../../../src/inbox/known-notes';
import type { QueueEntry } from '../../../src/inbox/queue';
import type { NoteState } from '../../../src/note/content';
import type { PipelinePorts } from '../../../src/pipeline';
import { processPdf } from '../../../src/pipeline';
import { MemoryNotes, MemoryVault } from '../inbox/memory-vault';
import { pagesOf, portsOver } from './rig';

const pages = pagesOf([['The buyer pays 30 days after delivery.']]);

class ClaimingNotes extends MemoryNotes {
  state: NoteState = 'pending';
  lacking: readonly IncompleteNote[] = [];

  override incomplete(): readonly IncompleteNote[] {
    return this.lacking;
  }

  override stateOf(): NoteState {
    return this.state;
  }

  override lacksSecondReading(): boolean {
    return this.state === 'complete';
  }
}

/** Any user of a shared vault can write a note that claims to belong to any PDF. */
describe('a note’s claim to a PDF', () => {
  let vault: MemoryVault;
  let notes: ClaimingNotes;
  let hashes: HashMemory;
  let inFlight: InFlight;
  let read: string[];
  let extracted: number;
  let updated: string[];
  let written: string[];

  const ports = (): PipelinePorts => {
    const usual = portsOver(pages);
    return {
      ...usual,
      vault: Object.assign(Object.create(vault) as MemoryVault, {
        read: (file: { path: string }) => {
          read.push(file.path);
          return vault.read(file as never);
        },
      }),
      notes,
      hashes,
      inFlight,
      isInInbox: (path) => path.startsWith('Inbox/'),
      extractor: {
        ...usual.extractor,
        extract: () => {
          extracted += 1;
          return Promise.resolve({ pageCount: 1, pages });
        },
      },
      writer: {
        write: (path) => {
          written.push(path);
          return Promise.resolve({ path: 'Inbox/new.md' });
        },
        update: (note) => {
          updated.push(note.path);
          return Promise.resolve({ note, before: '', after: '', conflicts: [] });
        },
      },
    };
  };
  const process = (path: string, more: Partial<QueueEntry> = {}): ReturnType<typeof processPdf> => {
    const file = [...vault.files].find((one) => one.path === path);
    if (file === undefined) throw new Error(path);
    const entry: QueueEntry = { file, origin: 'found', state: { kind: 'waiting' }, ...more };
    return processPdf(ports(), entry, new AbortController().signal, () => undefined);
  };
  const note = { path: 'forged.md' };
  const bytes = '%PDF-1.7 text\n%%EOF';
  const hashOf = (text: string): Promise<string> => sha256(new TextEncoder().encode(text).buffer);
  const claims = async (text: string, source: string): Promise<void> => {
    notes.notes.push({ path: note.path, sha256: await hashOf(text), source });
  };

  beforeEach(() => {
    vault = new MemoryVault();
    vault.write('Inbox/a.pdf', bytes);
    vault.write('Private/salary.pdf', bytes);
    notes = new ClaimingNotes();
    hashes = new HashMemory({ load: () => null, save: () => undefined });
    inFlight = new InFlight({ load: () => null, save: () => undefined });
    [read, extracted, updated, written] = [[], 0, [], []];
  });

  it('to update a note, the plugin asks before it reads a PDF outside of the inbox folders', async () => {
    await claims(bytes, 'Private/salary.pdf');
    expect(await process('Private/salary.pdf', { note })).toEqual({
      kind: 'needs-you',
      need: { kind: 'claim', notePath: 'forged.md', doubt: 'outside' },
    });
    expect([read, extracted, updated]).toEqual([[], 0, []]);
    await process('Private/salary.pdf', { note, origin: 'asked' });
    expect([read, updated]).toEqual([['Private/salary.pdf'], ['forged.md']]);
  });

  it('a requested PDF outside of the inbox folders is read if this device has read it before', async () => {
    await claims(bytes, 'Private/salary.pdf');
    const outside = { kind: 'needs-you', need: { doubt: 'outside' } };
    expect(await process('Private/salary.pdf', { note, origin: 'requested' })).toMatchObject(outside);
    const file = [...vault.files].find(({ path }) => path === 'Private/salary.pdf');
    if (file) hashes.remember(file, { size: 1, mtime: -1 }, await hashOf('%PDF-1.7 other\n%%EOF'));
    expect(await process('Private/salary.pdf', { note, origin: 'requested' })).toMatchObject(outside);
    if (file) hashes.remember(file, { size: 1, mtime: -1 }, await hashOf(bytes));
    // Without a request, the plugin still asks the user.
    expect(await process('Private/salary.pdf', { note })).toMatchObject(outside);
    expect(read).toEqual([]);
    expect((await process('Private/salary.pdf', { note, origin: 'requested' })).kind).toBe('written');
    expect([read, updated]).toEqual([['Private/salary.pdf'], ['forged.md']]);
  });

  describe.each(['asked', 'requested'] as const)('a PDF of the origin `%s`', (origin) => {
    const pending = async (path: string): Promise<void> => {
      await claims(bytes, path);
      const pdf = [...vault.files].find((file) => file.path === path);
      if (pdf) notes.lacking = [{ note, pdf, state: notes.state, sha256: await hashOf(bytes) }];
    };

    it('a note gets its missing digest if the user chooses the PDF', async () => {
      await pending('Private/salary.pdf');
      expect(await process('Private/salary.pdf', { origin })).toMatchObject({
        kind: 'written',
        notePath: 'forged.md',
      });
      expect([written, updated]).toEqual([[], ['forged.md']]);
    });

    it('a note gets no digest if it has one, belongs to another PDF, or lacks `pdf_digest`', async () => {
      notes.state = 'offline';
      await pending('Inbox/a.pdf');
      expect((await process('Inbox/a.pdf', { origin })).kind).toBe('known');
      notes.state = 'pending';
      await pending('Private/salary.pdf');
      expect((await process('Inbox/a.pdf', { origin })).kind).toBe('known');
      await pending('Inbox/a.pdf');
      notes.unsigned.add('forged.md');
      expect((await process('Inbox/a.pdf', { origin })).kind).toBe('known');
      expect([written, updated]).toEqual([[], []]);
    });
  });

  it('a note without `pdf_digest` gets no digest, and the plugin asks the user', async () => {
    await claims(bytes, 'Inbox/a.pdf');
    notes.unsigned.add('forged.md');
    expect(await process('Inbox/a.pdf', { note })).toMatchObject({ need: { doubt: 'unsigned' } });
    expect([read, updated]).toEqual([[], []]);
  });

  it.each<NoteState>(['pending', 'failed', 'offline', 'complete'])(
    'the %s note of a changed PDF gets a missing digest only if this device read the old PDF',
    async (state) => {
      notes.state = state;
      const older = '%PDF-1.7 older\n%%EOF';
      await claims(older, 'Inbox/a.pdf');
      expect(await process('Inbox/a.pdf', { note })).toMatchObject({
        kind: 'changed',
        notePath: 'forged.md',
      });
      expect([extracted, updated]).toEqual([0, []]);
      const [file] = vault.files;
      if (file) hashes.remember(file, { size: 1, mtime: -1 }, await hashOf(older));
      const outcome = await process('Inbox/a.pdf', { note });
      const hasDigest = state === 'offline' || state === 'complete';
      expect(outcome.kind).toBe(hasDigest ? 'changed' : 'written');
      expect(updated).toEqual(hasDigest ? [] : ['forged.md']);
    },
  );

  it.each<NoteState>(['pending', 'offline'])(
    'the %s note of a changed PDF gets no digest if the PDF has another note',
    async (state) => {
      notes.state = state;
      const older = '%PDF-1.7 older\n%%EOF';
      await claims(older, 'Inbox/a.pdf');
      notes.notes.push({ path: 'Inbox/a.md', sha256: await hashOf(bytes), source: 'Inbox/a.pdf' });
      const changed = { kind: 'changed', notePath: 'forged.md' };
      expect(await process('Inbox/a.pdf', { note })).toEqual(changed);
      const [file] = vault.files;
      if (file) hashes.remember(file, { size: 1, mtime: -1 }, await hashOf(older));
      expect(await process('Inbox/a.pdf', { note })).toEqual(changed);
      expect([extracted, updated]).toEqual([0, []]);
    },
  );

  it('a note gets its digest if its PDF has not changed', async () => {
    await claims(bytes, 'Inbox/a.pdf');
    expect((await process('Inbox/a.pdf', { note })).kind).toBe('written');
    expect(updated).toEqual(['forged.md']);
  });

  it('a note prevents another digest of its PDF until the user requests a new note', async () => {
    await claims(bytes, 'Elsewhere/b.pdf');
    expect(await process('Inbox/a.pdf')).toEqual({ kind: 'known', notePath: 'forged.md' });
    expect(await process('Inbox/a.pdf', { origin: 'asked' })).toMatchObject({ kind: 'known' });
    expect(written).toEqual([]);
    expect(await process('Inbox/a.pdf', { origin: 'asked', anew: true })).toMatchObject({
      kind: 'written',
      notePath: 'Inbox/new.md',
    });
    expect([written, updated]).toEqual([['Inbox/a.pdf'], []]);
  });

  describe('a PDF after a crash', () => {
    beforeEach(async () => {
      const record = { reading: await hashOf(bytes), ended: [] };
      inFlight = new InFlight({ load: () => record, save: () => undefined });
    });

    it.each<QueueEntry['origin']>(['arrived', 'modified', 'found'])(
      'after a crash, the plugin does not reread a PDF of the origin `%s`',
      async (origin) => {
        expect(await process('Inbox/a.pdf', { origin })).toEqual({
          kind: 'needs-you',
          need: { kind: 'crash' },
        });
        expect(extracted).toBe(0);
      },
    );

    it('after a crash, the plugin reads the PDF again at the user’s request', async () => {
      expect((await process('Inbox/a.pdf', { origin: 'asked' })).kind).toBe('written');
      expect(extracted).toBe(1);
    });

    it('after a crash, the plugin reports a changed PDF without extracting its text', async () => {
      await claims('%PDF-1.7 older\n%%EOF', 'Inbox/a.pdf');
      expect(await process('Inbox/a.pdf', { origin: 'modified' })).toEqual({
        kind: 'changed',
        notePath: 'forged.md',
        sha256: expect.any(String) as string,
      });
      expect(extracted).toBe(0);
    });
  });
});
