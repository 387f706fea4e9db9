import { expect, it } from 'vitest';
import { WatchedFolders } from '../../../src/inbox/watched-folders';

function device(stored: unknown = null): {
  load: () => unknown;
  save: (key: string, value: unknown) => void;
} {
  let kept = stored;
  return { load: () => kept, save: (_key, value) => void (kept = value) };
}

it('a decision about a folder applies to its subfolders, but to no other folder', () => {
  const watched = new WatchedFolders(device(), ['Inbox']);
  expect(watched.has('Inbox/Mail')).toBe(true);
  expect(watched.has('Inbox 2')).toBe(false);
  expect(watched.has('/')).toBe(false);
});

it('a decision about a folder is forgotten when the folder is no longer an inbox folder', () => {
  const store = device('Inbox');
  const watched = new WatchedFolders(store, []);
  watched.take('Scans');
  watched.keep(['Scans']);
  expect(new WatchedFolders(store, []).has('Inbox')).toBe(false);
  expect(new WatchedFolders(store, []).has('Scans')).toBe(true);
});

it('a decision about a folder applies to its subfolder if the subfolder becomes an inbox folder', () => {
  const watched = new WatchedFolders(device(['/']), []);
  watched.keep(['Inbox']);
  expect([watched.has('Inbox'), watched.has('/')]).toEqual([true, false]);
});
