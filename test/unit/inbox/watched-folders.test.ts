import { expect, it } from 'vitest';
import { WatchedFolders } from '../../../src/inbox/watched-folders';

function device(stored: unknown = null): {
  load: () => unknown;
  save: (key: string, value: unknown) => void;
} {
  let kept = stored;
  return { load: () => kept, save: (_key, value) => void (kept = value) };
}

it('the user is not asked whether to digest the PDFs of a folder after a decision about a folder above it', () => {
  const watched = new WatchedFolders(device(), ['Inbox']);
  expect(watched.has('Inbox/Mail')).toBe(true);
  expect(watched.has('Inbox 2')).toBe(false);
  expect(watched.has('/')).toBe(false);
});

it('the user is asked again about a folder that was not an inbox folder for a while', () => {
  const store = device('Inbox');
  const watched = new WatchedFolders(store, []);
  watched.take('Scans');
  watched.keep(['Scans']);
  expect(new WatchedFolders(store, []).has('Inbox')).toBe(false);
  expect(new WatchedFolders(store, []).has('Scans')).toBe(true);
});

it('a decision about a folder applies to its subfolder when the user makes the subfolder the inbox', () => {
  const watched = new WatchedFolders(device(['/']), []);
  watched.keep(['Inbox']);
  expect([watched.has('Inbox'), watched.has('/')]).toEqual([true, false]);
});
