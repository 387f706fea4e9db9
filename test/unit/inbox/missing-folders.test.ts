import { beforeEach, expect, it } from 'vitest';
import { MissingFolders } from '../../../src/inbox/missing-folders';
import { ManualTimers } from './memory-vault';

let stored: unknown;
let folders: Set<string>;
let watched: string[];
let missing: string[];
let timers: ManualTimers;

const start = (): MissingFolders =>
  new MissingFolders({
    store: { load: () => stored, save: (_key, value) => void (stored = value) },
    timers,
    watched: () => watched,
    exists: (folder) => folders.has(folder),
    onMissing: (folder) => missing.push(folder),
  });
const look = async (of: MissingFolders): Promise<void> => {
  of.look();
  await timers.pass(5_000);
};

beforeEach(() => {
  [stored, missing, watched] = [null, [], ['Inbox', 'Scans']];
  folders = new Set(['Inbox', 'Scans']);
  timers = new ManualTimers();
});

it('reports an inbox folder that disappeared while the app was closed, once and not at every start', async () => {
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

it('does not report a folder that never existed on this device, or that is no longer watched', async () => {
  folders.delete('Inbox');
  await look(start());
  folders.delete('Scans');
  watched = ['Inbox'];
  await look(start());
  expect(missing).toEqual([]);
});

it('does not report a folder that a program deletes and creates again', async () => {
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
