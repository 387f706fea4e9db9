import { beforeEach, expect, it } from 'vitest';
import { MissingFolders } from '../../../src/inbox/missing-folders';
import { ManualTimers } from './memory-vault';

let stored: unknown;
let folders: Set<string>;
let watched: string[];
let missing: string[];
let isWatching: boolean;
let timers: ManualTimers;

const start = (): MissingFolders =>
  new MissingFolders({
    store: { load: () => stored, save: (_key, value) => void (stored = value) },
    timers,
    watched: () => watched,
    exists: (folder) => folders.has(folder),
    isWatching: () => isWatching,
    onMissing: (folder) => missing.push(folder),
  });
const look = async (of: MissingFolders): Promise<void> => {
  of.look();
  await timers.pass(5_000);
};

beforeEach(() => {
  [stored, missing, watched] = [null, [], ['Inbox', 'Scans']];
  folders = new Set(['Inbox', 'Scans']);
  isWatching = true;
  timers = new ManualTimers();
});

it('MissingFolders reports each disappearance of an inbox folder only once, even if the app restarts', async () => {
  await look(start());
  folders.delete('Inbox');
  for (let restart = 0; restart < 5; restart += 1) await look(start());
  expect(missing).toEqual(['Inbox']);
  folders.add('Inbox');
  await look(start());
  folders.delete('Inbox');
  await look(start());
  expect(missing).toEqual(['Inbox', 'Inbox']);
});

it('MissingFolders ignores a folder that never existed on this device or is no longer watched', async () => {
  folders.delete('Inbox');
  await look(start());
  folders.delete('Scans');
  watched = ['Inbox'];
  await look(start());
  expect(missing).toEqual([]);
});

it('MissingFolders ignores a folder that a program deletes and creates again within seconds', async () => {
  const running = start();
  await look(running);
  folders.delete('Inbox');
  running.look();
  await timers.pass(4_000);
  folders.add('Inbox');
  running.look();
  await timers.pass(10_000);
  folders.delete('Inbox');
  running.look();
  running.dispose();
  await timers.pass(10_000);
  expect(missing).toEqual([]);
});

it('MissingFolders reports a missing folder only if this window digests PDFs', async () => {
  const running = start();
  await look(running);
  isWatching = false;
  folders.delete('Inbox');
  await look(running);
  expect(missing).toEqual([]);
  isWatching = true;
  await look(running);
  expect(missing).toEqual(['Inbox']);
});

it('MissingFolders reports a missing folder only once if two windows of one vault look for it', async () => {
  const [one, other] = [start(), start()];
  await look(one);
  await look(other);
  folders.delete('Inbox');
  await look(one);
  await look(other);
  expect(missing).toEqual(['Inbox']);
});

it('MissingFolders reports nothing after the user has deleted the plugin’s data on this device', async () => {
  const running = start();
  await look(running);
  running.look();
  stored = null;
  running.forget();
  await timers.pass(10_000);
  expect(stored).toBeNull();
  folders.delete('Inbox');
  await look(running);
  expect(missing).toEqual([]);
});

it('if a renamed folder disappears, MissingFolders reports it by its new name', async () => {
  const running = start();
  await look(running);
  folders = new Set(['Eingang', 'Scans']);
  watched = ['Eingang', 'Scans'];
  await look(running);
  folders.delete('Eingang');
  await look(running);
  expect(missing).toEqual(['Eingang']);
});
