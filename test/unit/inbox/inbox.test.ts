import { beforeEach, describe, expect, it } from 'vitest';
import { HashMemory } from '../../../src/inbox/identify';
import { Inbox } from '../../../src/inbox/inbox';
import { LeftOut } from '../../../src/inbox/left-out';
import { mostWaiting, Queue } from '../../../src/inbox/queue';
import { ManualTimers, MemoryNotes, MemoryVault, settlePromises } from './memory-vault';

describe('the inbox', () => {
  let vault: MemoryVault;
  let notes: MemoryNotes;
  let timers: ManualTimers;
  let hashes: HashMemory;
  let leftOut: LeftOut;
  let processed: string[];
  let leftAlone: string[];
  let aborted: string[];
  let watched: { folders: string[]; automatic: boolean };
  let inbox: Inbox;
  /** The processing of each PDF waits for this promise. */
  let gate: Promise<void>;

  beforeEach(() => {
    vault = new MemoryVault();
    notes = new MemoryNotes();
    timers = new ManualTimers();
    hashes = new HashMemory({ load: () => null, save: () => undefined });
    leftOut = new LeftOut({ load: () => null, save: () => undefined }, timers);
    [processed, leftAlone, aborted] = [[], [], []];
    gate = Promise.resolve();
    watched = { folders: ['Inbox'], automatic: true };
    const queue: Queue = new Queue(
      async (entry, signal, onStep) => {
        onStep({ kind: 'writing' });
        signal.addEventListener('abort', () => aborted.push(entry.file.path));
        processed.push(`${entry.origin} ${entry.file.path}`);
        await gate;
        const notePath = `${entry.file.path}.md`;
        const stat = { size: `${entry.file.name.slice(0, -4)}`.length, mtime: 0 };
        hashes.remember(entry.file, stat, entry.file.path);
        notes.add({ path: notePath }, entry.file.path, entry.file.path);
        return { kind: 'written', notePath, state: 'offline' };
      },
      { onChange: () => undefined, onIdle: () => inbox.queueFellIdle(), onPause: () => undefined },
      timers,
    );
    inbox = new Inbox({
      vault,
      notes,
      hashes,
      leftOut,
      queue,
      timers,
      watches: () => watched,
      isExcluded: (path) => path.startsWith('Excluded/'),
      onLeftAlone: ({ file }) => leftAlone.push(file.path),
      onTrouble: (thrown) => {
        throw thrown;
      },
    });
  });

  it('the inbox queues an arriving PDF after its file stays unchanged for some time', async () => {
    inbox.handle('arrived', vault.write('Inbox/a.pdf', 'x'));
    await timers.pass(1_000);
    expect(processed).toEqual([]);
    await timers.pass(1_000);
    expect(processed).toEqual(['arrived Inbox/a.pdf']);
  });

  it('a PDF is queued only once if its file grows after its creation', async () => {
    const file = vault.write('Inbox/a.pdf', '');
    inbox.handle('arrived', file);
    for (let piece = 0; piece < 20; piece += 1) {
      file.bytes = new Uint8Array(file.bytes.length + 10);
      inbox.handle('modified', file);
      await timers.pass(300);
    }
    await timers.pass(60_000);
    expect(processed).toEqual(['arrived Inbox/a.pdf']);
  });

  it('the inbox waits while a sync service brings files, but not while the plugin writes notes', async () => {
    await timers.pass(60_000);
    inbox.handle('arrived', vault.write('Inbox/synced.pdf', 'x'));
    const passWith = async (seconds: number): Promise<void> => {
      for (let second = 0; second < seconds; second += 1) {
        inbox.appeared({ size: 1, mtime: 0 });
        await timers.pass(1_000);
      }
    };
    await passWith(60);
    expect(inbox.arriving).toHaveLength(1);
    gate = new Promise(() => undefined);
    inbox.handle('arrived', vault.write('Inbox/made here.pdf', 'x', timers.now()));
    await passWith(2);
    expect(processed).toEqual(['arrived Inbox/made here.pdf']);
    await passWith(60);
    expect(inbox.arriving).toHaveLength(0);
  });

  it.each(['Elsewhere/a.pdf', 'Inbox/a.txt', 'Inbox/.hidden/a.pdf', 'Inbox.pdf'])(
    'the inbox ignores the file %s',
    async (path) => {
      inbox.handle('arrived', vault.write(path, 'x'));
      await timers.pass(60_000);
      expect(processed).toEqual([]);
    },
  );

  it('a PDF is not processed if it leaves the inbox folder before it is queued', async () => {
    const file = vault.write('Inbox/a.pdf', 'x');
    inbox.handle('arrived', file);
    await timers.pass(500);
    file.path = 'Elsewhere/a.pdf';
    inbox.handle('arrived', file);
    await timers.pass(60_000);
    expect(processed).toEqual([]);
  });

  it('a PDF that has a note is not read again if only its name changes', async () => {
    const file = vault.write('Inbox/a.pdf', 'x');
    inbox.handle('arrived', file);
    await timers.pass(60_000);
    expect(processed).toHaveLength(1);
    const rename = (to: string, stat = { size: 1, mtime: 0 }): boolean => {
      const from = file.path;
      Object.assign(file, { path: to, stat });
      return inbox.renamed(from, file);
    };
    expect(rename('Inbox/b.pdf')).toBe(true);
    expect(hashes.everHad('Inbox/b.pdf', 'Inbox/a.pdf')).toBe(true);
    expect(hashes.everHad('Inbox/a.pdf', 'Inbox/a.pdf')).toBe(false);
    // In another folder, other rules may apply. If the time of change differs, the file may be another PDF.
    expect(rename('Inbox/c/b.pdf')).toBe(false);
    expect(rename('Inbox/c/c.pdf')).toBe(true);
    expect(rename('Inbox/c/d.pdf', { size: 1, mtime: 1 })).toBe(false);
    notes.byHash = () => null;
    expect(rename('Inbox/c/e.pdf')).toBe(false);
  });

  it('PDFs are processed only on request if automatic work is switched off on the device', async () => {
    watched.automatic = false;
    const file = vault.write('Inbox/a.pdf', 'x');
    inbox.handle('arrived', file);
    await timers.pass(60_000);
    expect(processed).toEqual([]);
    await inbox.process(file);
    await settlePromises();
    expect(processed).toEqual(['asked Inbox/a.pdf']);
  });

  it('the inbox reports a skipped PDF whose note lacks the property pdf_digest', async () => {
    for (const name of ['1', '2']) inbox.handle('arrived', vault.write(`Inbox/${name}.pdf`, 'x'));
    await timers.pass(20_000);
    notes.unsigned.add('Inbox/2.pdf.md');
    expect(await inbox.reconcile('Inbox')).toBe(0);
    expect(leftAlone).toEqual(['Inbox/2.pdf']);
  });

  it('the inbox finds new PDFs in a folder and skips PDFs that already have notes', async () => {
    const done = vault.write('Inbox/done.pdf', 'x');
    vault.write('Inbox/sub/new.pdf', 'y');
    hashes.remember(done, { size: 1, mtime: 0 }, 'hash of x');
    notes.add({ path: 'Inbox/done.md' }, 'hash of x', 'Inbox/done.pdf');
    expect(await inbox.reconcile('Inbox')).toBe(1);
    await timers.pass(2_000);
    expect(processed).toEqual(['found Inbox/sub/new.pdf']);
  });

  it('a queued PDF is processed once, even if a user searches, accepts or declines its folder', async () => {
    let open = (): void => undefined;
    gate = new Promise((resolve) => (open = resolve));
    const files = ['a', 'b'].map((name) =>
      Object.assign(vault.write(`Inbox/${name}.pdf`, 'x'), { stat: { size: 1, mtime: 0 } }),
    );
    for (const file of files) await inbox.process(file);
    expect(await inbox.reconcile('Inbox')).toBe(0);
    inbox.take(files);
    inbox.decline(files);
    expect(inbox.arriving).toEqual([]);
    open();
    await timers.pass(10_000);
    // The user may decide about a folder whose PDFs already have notes.
    inbox.take(files);
    inbox.decline(files);
    await timers.pass(10_000);
    expect(processed).toEqual(['asked Inbox/a.pdf', 'asked Inbox/b.pdf']);
    expect(leftAlone).toEqual([]);
  });

  it('the inbox processes all PDFs even if the queue cannot hold all of them at once', async () => {
    const count = mostWaiting + 50;
    for (let index = 0; index < count; index += 1) vault.write(`Inbox/${index}.pdf`, `${index}`);
    let open = (): void => undefined;
    gate = new Promise((resolve) => (open = resolve));
    await inbox.reconcile('Inbox');
    await timers.pass(2_000);
    expect(processed).toHaveLength(1);
    open();
    for (let step = 0; step < 5; step += 1) await timers.pass(2_000);
    expect(processed).toHaveLength(count);
    expect(new Set(processed.map((line) => line.split(' ')[1])).size).toBe(count);
  });

  it('the inbox lists each arriving PDF and its current size until the PDF is queued', async () => {
    let notified = 0;
    const unsubscribe = inbox.subscribe(() => (notified += 1));
    const file = Object.assign(vault.write('Inbox/a.pdf', 'x'), { stat: { size: 0, mtime: 0 } });
    inbox.handle('arrived', file);
    expect(inbox.arriving).toEqual([{ file, origin: 'arrived', state: { kind: 'arriving', bytes: 0 } }]);
    file.stat.size = 5_000_000;
    inbox.handle('modified', file);
    expect(inbox.arriving).toEqual([
      { file, origin: 'arrived', state: { kind: 'arriving', bytes: 5_000_000 } },
    ]);
    expect(inbox.arriving[0]).toBe(inbox.arriving[0]);
    await timers.pass(4_000);
    expect(inbox.arriving).toEqual([]);
    expect(notified).toBe(3);
    expect(processed).toEqual(['arrived Inbox/a.pdf']);
    unsubscribe();
    inbox.take([vault.write('Inbox/b.pdf', 'y')]);
    // No size is shown for a file that was found in the folder, because it is unlikely to grow.
    expect(inbox.arriving.map(({ state }) => state)).toEqual([{ kind: 'arriving', bytes: null }]);
    expect(notified).toBe(3);
  });

  it('an arriving PDF leaves the list if it is deleted, disappears or is processed on request', async () => {
    const files = ['deleted', 'vanished', 'asked'].map((name) => vault.write(`Inbox/${name}.pdf`, 'x'));
    const [deleted, vanished, asked] = files;
    if (!deleted || !vanished || !asked) throw new Error('The vault must have three files.');
    for (const file of files) inbox.handle('arrived', file);
    inbox.handle('deleted', deleted);
    vault.files.delete(vanished);
    await inbox.process(asked);
    await timers.pass(0);
    expect(inbox.arriving).toEqual([]);
    await timers.pass(60_000);
    expect(processed).toEqual(['asked Inbox/asked.pdf']);
  });

  it('a cancelled PDF that still grows is queued only if it changes after a pause', async () => {
    const file = vault.write('Inbox/a.pdf', 'x');
    inbox.handle('arrived', file);
    await timers.pass(1_000);
    inbox.cancel(file);
    for (let piece = 0; piece < 5; piece += 1) {
      file.bytes = new Uint8Array(file.bytes.length + 10);
      inbox.handle('modified', file);
      await timers.pass(1_000);
    }
    expect(inbox.arriving).toEqual([]);
    await timers.pass(60_000);
    expect(processed).toEqual([]);
    file.bytes = new Uint8Array(file.bytes.length + 10);
    inbox.handle('modified', file);
    await timers.pass(60_000);
    expect(processed).toEqual(['modified Inbox/a.pdf']);
  });

  it('the work on a PDF continues if another program moves the PDF', async () => {
    let open = (): void => undefined;
    gate = new Promise((resolve) => (open = resolve));
    const file = vault.write('Inbox/a.pdf', 'x');
    inbox.handle('arrived', file);
    await timers.pass(2_000);
    vault.files.delete(file);
    inbox.handle('deleted', file);
    inbox.handle('arrived', vault.write('Inbox/sub/a.pdf', 'x'));
    await timers.pass(10_000);
    expect(aborted).toEqual([]);
    open();
    await timers.pass(10_000);
    expect(processed).toEqual(['arrived Inbox/a.pdf', 'arrived Inbox/sub/a.pdf']);
  });

  it('the inbox cancels the work on a PDF that is deleted or replaced', async () => {
    gate = new Promise(() => undefined);
    const file = Object.assign(vault.write('Inbox/a.pdf', 'x'), { stat: { size: 1, mtime: 0 } });
    inbox.handle('arrived', file);
    await timers.pass(2_000);
    vault.files.delete(file);
    inbox.handle('deleted', file);
    const replacement = vault.write('Inbox/a.pdf', 'longer');
    inbox.handle('arrived', Object.assign(replacement, { stat: { size: 6, mtime: 0 } }));
    inbox.handle('arrived', vault.write('Inbox/other.pdf', 'x'));
    await timers.pass(3_000);
    expect(aborted).toEqual(['Inbox/a.pdf']);
  });

  it('the inbox leaves no timer behind after `dispose`', async () => {
    inbox.handle('arrived', vault.write('Inbox/a.pdf', 'x'));
    inbox.dispose();
    await timers.pass(60_000);
    expect(timers.pending.size).toBe(0);
    expect(processed).toEqual([]);
  });

  it('hidden and excluded PDFs are ignored, but a requested search finds excluded PDFs', async () => {
    watched = { folders: ['/'], automatic: true };
    const paths = ['Excluded/a.pdf', '.hidden/b.pdf', 'c/.d.pdf', 'shown.pdf'];
    const files = paths.map((path) => vault.write(path, path));
    for (const file of files) inbox.handle('arrived', file);
    await timers.pass(60_000);
    expect(processed).toEqual(['arrived shown.pdf']);
    await inbox.reconcile('/');
    await timers.pass(60_000);
    expect(processed).not.toContain('found Excluded/a.pdf');
    await inbox.reconcile('Excluded', true);
    await timers.pass(60_000);
    expect(processed).toContain('found Excluded/a.pdf');
  });
});
