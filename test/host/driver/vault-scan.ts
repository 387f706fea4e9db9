import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isHidden, joinPath, normalizePath, nameOf, parentOf } from '../vault-path';
import type { VaultChange } from '../protocol';
import type { KnownEntry, VaultTree } from './vault-tree';

/** Reads one file or folder from disk; `undefined` when it does not exist. */
export async function readEntry(
  root: string,
  path: string,
  diskPath: string,
): Promise<KnownEntry | undefined> {
  const found = await stat(join(root, diskPath)).catch(goneOrThrow);
  if (found === undefined || !(found.isFile() || found.isDirectory())) return undefined;
  const kind = found.isFile() ? 'file' : 'folder';
  const size = found.isFile() ? found.size : 0;
  return {
    path,
    kind,
    diskPath,
    inode: found.ino,
    stat: { ctime: Math.round(found.birthtimeMs), mtime: Math.round(found.mtimeMs), size },
  };
}

/**
 * Reads the contents of one folder. The keys of the result are vault paths. If two names differ only in
 * Unicode form, the first one is used.
 */
export async function readFolder(
  root: string,
  folder: string,
  diskFolder: string,
): Promise<Map<string, KnownEntry>> {
  for (;;) {
    const names = await namesIn(join(root, diskFolder));
    const shown = new Map<string, string>();
    for (const name of names) {
      const path = joinPath(folder, normalizePath(name));
      if (!isHidden(path) && !name.includes('\\') && !shown.has(path))
        shown.set(path, joinPath(diskFolder, name));
    }
    const entries = await Promise.all([...shown].map(([path, diskPath]) => readEntry(root, path, diskPath)));
    const found = new Map(entries.flatMap((entry) => (entry === undefined ? [] : [[entry.path, entry]])));
    // If a file is renamed during the scan, the scan can find neither name. The scan is repeated until the
    // names stay the same.
    if (found.size === shown.size || isSame(names, await namesIn(join(root, diskFolder)))) return found;
  }
}

async function namesIn(diskFolder: string): Promise<string[]> {
  return (await readdir(diskFolder).catch(goneOrThrow)) ?? [];
}

function isSame(names: readonly string[], others: readonly string[]): boolean {
  return names.length === others.length && new Set([...names, ...others]).size === names.length;
}

/** Returns whether a file was written since the last scan; false for a folder. */
export function isChanged(known: KnownEntry, found: KnownEntry): boolean {
  if (known.kind === 'folder') return false;
  return (
    known.stat.mtime !== found.stat.mtime ||
    known.stat.size !== found.stat.size ||
    known.inode !== found.inode
  );
}

/** One difference between the disk and the state of the vault that was sent to the browser page. */
export type Difference =
  | { kind: 'appeared'; found: KnownEntry }
  | { kind: 'changed'; found: KnownEntry }
  | { kind: 'gone'; known: KnownEntry };

/**
 * Returns the differences between the known and the actual contents of one folder. For a file that became a
 * folder, there are two differences: the file is gone, and the folder appeared.
 */
export function differences(
  known: readonly KnownEntry[],
  found: ReadonlyMap<string, KnownEntry>,
): Difference[] {
  const result: Difference[] = [];
  const before = new Map(known.map((entry) => [entry.path, entry]));
  for (const entry of known) {
    const now = found.get(entry.path);
    if (now?.kind !== entry.kind) result.push({ kind: 'gone', known: entry });
    else if (isChanged(entry, now)) result.push({ kind: 'changed', found: now });
  }
  for (const entry of found.values()) {
    if (before.get(entry.path)?.kind !== entry.kind) result.push({ kind: 'appeared', found: entry });
  }
  return result;
}

/**
 * Returns the folders to read again. If a file is moved during a scan, the scan can first find it in the old
 * folder, and later in the new folder. The old folder must then be read again.
 */
export function movedFrom(tree: VaultTree, found: readonly Difference[]): Set<string> {
  const appeared = new Set(found.flatMap((item) => (item.kind === 'appeared' ? [item.found.inode] : [])));
  if (appeared.size === 0) return new Set();
  const gone = new Set(found.flatMap((item) => (item.kind === 'gone' ? [item.known.path] : [])));
  const stillKnown = tree.all().filter(({ inode, path }) => appeared.has(inode) && !gone.has(path));
  return new Set(stillKnown.map(({ path }) => parentOf(path)));
}

/**
 * Sorts the differences of one scan into the order in which the app reports them. If a file is renamed within
 * its folder (a finished download loses its `.part`), the app reports it as created, then deleted. If it is
 * moved to another folder, the app reports it as deleted, then created.
 */
export function inEventOrder(found: readonly Difference[]): Difference[] {
  const appearedBy = new Map(
    found.flatMap((item) => (item.kind === 'appeared' ? [[item.found.inode, item.found]] : [])),
  );
  const renamedInPlace = (item: Difference): boolean => {
    if (item.kind !== 'gone') return false;
    const successor = appearedBy.get(item.known.inode);
    return (
      successor !== undefined &&
      parentOf(successor.path) === parentOf(item.known.path) &&
      nameOf(successor.path).toLowerCase() !== nameOf(item.known.path).toLowerCase()
    );
  };
  const rank = (item: Difference): number => {
    if (item.kind === 'gone') return renamedInPlace(item) ? 2 : 0;
    return 1;
  };
  return [...found].sort((one, other) => rank(one) - rank(other));
}

/**
 * Applies a difference to the state of the vault, and returns the changes to send to the page. A folder's
 * contents are removed before the folder.
 */
export function applyDifference(tree: VaultTree, item: Difference): VaultChange[] {
  if (item.kind !== 'gone') {
    const known = tree.get(item.found.path);
    if (known?.kind === item.found.kind && !isChanged(known, item.found)) return [];
    tree.set(item.found);
    const { path, kind, stat: times } = item.found;
    return [{ kind: 'upsert', entry: { path, kind, stat: times } }];
  }
  if (tree.get(item.known.path) === undefined) return [];
  const gone = [...tree.descendantsOf(item.known.path)].reverse();
  return [...gone, item.known].map((entry) => {
    tree.delete(entry.path);
    return { kind: 'remove', path: entry.path };
  });
}

function goneOrThrow(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
    return undefined;
  throw error;
}
