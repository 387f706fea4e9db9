import { expect, it } from 'vitest';
import { Cancelled } from '../../../src/failure';
import { sha256 } from '../../../src/hash';
import type { QueueEntry } from '../../../src/inbox/queue';
import type { NoteContent } from '../../../src/note/content';
import { processPdf } from '../../../src/pipeline';
import { MemoryNotes, MemoryVault } from '../inbox/memory-vault';
import { pagesOf, portsOver } from './rig';

const pages = pagesOf([['The buyer pays 30 days after delivery.']]);
const bytes = '%PDF-1.7 text\n%%EOF';

async function run(
  more: Partial<QueueEntry>,
  prepare: (notes: MemoryNotes, hash: string) => boolean,
): Promise<{ readonly kind: string; readonly written: number }> {
  const vault = new MemoryVault();
  const notes = new MemoryNotes();
  const written: NoteContent[] = [];
  const hadNote = prepare(notes, await sha256(new TextEncoder().encode(bytes).buffer));
  const ports = {
    ...portsOver(pages, (content) => void written.push(content)),
    vault,
    notes,
    leftOut: { hadNote: () => hadNote, isKept: () => false },
  };
  const entry: QueueEntry = {
    file: vault.write('Inbox/a.pdf', bytes),
    origin: 'found',
    state: { kind: 'waiting' },
    ...more,
  };
  const { kind } = await processPdf(ports, entry, new AbortController().signal, () => undefined);
  return { kind, written: written.length };
}

it.each(['arrived', 'found', 'modified'] as const)(
  'the plugin leaves out a PDF of the origin "%s" if its note was deleted',
  async (origin) => {
    expect(await run({ origin }, () => true)).toEqual({ kind: 'left-out', written: 0 });
  },
);

it.each(['asked', 'requested'] as const)(
  'the plugin writes a deleted note again for a PDF of the origin "%s"',
  async (origin) => {
    expect(await run({ origin }, () => true)).toEqual({ kind: 'written', written: 1 });
  },
);

it.each(['asked', 'requested', 'arrived', 'found'] as const)(
  'if a PDF of the origin "%s" has a damaged note, another note is written only with `anew`',
  async (origin) => {
    const damaged = (notes: MemoryNotes, hash: string): boolean => {
      notes.damaged.set('Inbox/a.md', hash);
      return origin === 'found';
    };
    expect(await run({ origin }, damaged)).toEqual({ kind: 'known', written: 0 });
    expect(await run({ origin: 'asked', anew: true }, damaged)).toEqual({ kind: 'written', written: 1 });
  },
);

it.each(['asked', 'requested', 'found'] as const)(
  'the plugin leaves out a PDF of the origin "%s" if its note disappears during a digest',
  async (origin) => {
    const vault = new MemoryVault();
    const notes = new MemoryNotes();
    const note = { path: 'Inbox/a.md' };
    const hash = await sha256(new TextEncoder().encode(bytes).buffer);
    notes.add(note, hash, 'Inbox/a.pdf');
    const standard = portsOver(pages);
    const update = (): Promise<never> => {
      notes.notes.length = 0;
      return Promise.reject(new Cancelled());
    };
    const ports = { ...standard, vault, notes, writer: { ...standard.writer, update } };
    const file = vault.write('Inbox/a.pdf', bytes);
    const entry: QueueEntry = { file, origin, note, state: { kind: 'waiting' } };
    const outcome = await processPdf(ports, entry, new AbortController().signal, () => undefined);
    expect(outcome).toEqual({ kind: 'left-out', reason: 'deleted', sha256: hash });
  },
);
