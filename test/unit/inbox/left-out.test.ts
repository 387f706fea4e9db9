import { beforeEach, describe, expect, it } from 'vitest';
import { HashMemory } from '../../../src/inbox/identify';
import { Inbox } from '../../../src/inbox/inbox';
import { LeftOut } from '../../../src/inbox/left-out';
import { Queue, type QueueEntry } from '../../../src/inbox/queue';
import type { PdfFile } from '../../../src/inbox/vault';
import { ManualTimers, MemoryNotes, MemoryVault } from './memory-vault';

/** A storage that keeps its values when the app restarts. */
class MemoryDevice {
  readonly values = new Map<string, unknown>();

  load(key: string): unknown {
    return this.values.get(key) ?? null;
  }

  save(key: string, value: unknown): void {
    this.values.set(key, JSON.parse(JSON.stringify(value)));
  }
}

describe('left-out PDFs', () => {
  let device: MemoryDevice;
  let vault: MemoryVault;
  let timers: ManualTimers;
  let notes: MemoryNotes;
  let leftOut: LeftOut;
  let inbox: Inbox;
  let queued: string[];
  let listed: QueueEntry[];
  let pdf: PdfFile;

  /** Starts the app on the same vault and device. */
  const start = (): void => {
    leftOut = new LeftOut(device, timers);
    const hashes = new HashMemory(device);
    [queued, listed] = [[], []];
    const queue = new Queue(
      ({ file }) => {
        queued.push(file.path);
        return Promise.resolve({ kind: 'gone' });
      },
      { onChange: () => undefined, onIdle: () => undefined, onPause: () => undefined },
      timers,
    );
    inbox = new Inbox({
      vault,
      notes,
      hashes,
      leftOut,
      queue,
      timers,
      watches: () => ({ folders: ['Inbox'], automatic: true }),
      onLeftAlone: (entry) => listed.push(entry),
      onTrouble: (thrown) => {
        throw thrown;
      },
    });
  };
  const restart = async (): Promise<void> => {
    inbox.dispose();
    start();
    await inbox.reconcile('Inbox');
    await timers.pass(20_000);
  };
  const outcomes = (): unknown[] =>
    listed.map(({ state }) => (state.kind === 'ended' ? state.outcome : undefined));

  beforeEach(() => {
    [device, vault, timers, notes] = [
      new MemoryDevice(),
      new MemoryVault(),
      new ManualTimers(),
      new MemoryNotes(),
    ];
    pdf = vault.write('Inbox/a.pdf', 'x');
    const hashes = new HashMemory(device);
    hashes.remember(pdf, { size: 1, mtime: 0 }, 'hash of x');
    hashes.flush();
    start();
  });

  it('at each start, the inbox leaves out a PDF whose note was deleted', async () => {
    leftOut.noted('hash of x');
    for (let count = 0; count < 3; count += 1) {
      await restart();
      expect(queued).toEqual([]);
      expect(outcomes()).toEqual([{ kind: 'left-out', reason: 'deleted', sha256: 'hash of x' }]);
    }
  });

  it('the inbox leaves out a PDF whose note was deleted while the app was closed', async () => {
    leftOut.noted('hash of x');
    notes.add({ path: 'Inbox/a.md' }, 'hash of x', 'Inbox/a.pdf');
    await restart();
    expect(listed).toEqual([]);
    notes.notes.length = 0;
    await restart();
    expect(queued).toEqual([]);
    expect(outcomes()).toEqual([{ kind: 'left-out', reason: 'deleted', sha256: 'hash of x' }]);
  });

  it('a PDF is no longer left out if its note is restored or the user readmits the PDF', async () => {
    leftOut.noted('hash of x');
    notes.add({ path: 'Inbox/a.md' }, 'hash of x', 'Inbox/a.pdf');
    await restart();
    expect([queued, listed]).toEqual([[], []]);
    notes.notes.length = 0;
    await restart();
    expect(listed).toHaveLength(1);
    leftOut.readmit('Inbox/a.pdf', 'hash of x');
    await restart();
    expect([queued, listed]).toEqual([['Inbox/a.pdf'], []]);
  });

  it('a declined PDF stays left out until the user chooses it, even if it is changed or moved', async () => {
    inbox.decline([pdf]);
    expect(outcomes()).toEqual([{ kind: 'left-out', reason: 'declined' }]);
    inbox.handle('modified', pdf);
    await restart();
    expect([queued, listed.length]).toEqual([[], 1]);
    leftOut.moved('Inbox/a.pdf', 'Inbox/b.pdf');
    Object.assign(pdf, { path: 'Inbox/b.pdf', name: 'b.pdf' });
    inbox.handle('arrived', pdf);
    await restart();
    expect([queued, listed.length]).toEqual([[], 1]);
    inbox.take([pdf]);
    await timers.pass(20_000);
    expect(queued).toEqual(['Inbox/b.pdf']);
  });

  it('a note whose properties cannot be read does not count as deleted', async () => {
    leftOut.noted('hash of x');
    notes.damaged.set('Inbox/a.md', 'hash of x');
    await restart();
    expect(queued).toEqual([]);
    expect(outcomes()).toEqual([{ kind: 'known', notePath: 'Inbox/a.md', isUnreadable: true }]);
  });

  it('after the list of left-out PDFs is forgotten, the inbox queues these PDFs again', async () => {
    leftOut.noted('hash of x');
    inbox.decline([pdf]);
    device.values.delete('pdf-inbox-left-out');
    leftOut.forget();
    await restart();
    expect(queued).toEqual(['Inbox/a.pdf']);
  });

  it('`forget` drops a change that is not yet stored, but later changes are stored', async () => {
    leftOut.noted('hash of x');
    leftOut.forget();
    leftOut.noted('hash of y');
    await timers.pass(20_000);
    expect(device.values.get('pdf-inbox-left-out')).toMatchObject({ noted: ['hash of y'] });
  });
});
