/**
 * Obsidian's `normalizePath`: one slash between parts, none at the ends, no-break spaces made plain, NFC. The vault's
 * own folder is `/`.
 */
export function normalizePath(path: string): string {
  const slashes = path.replace(/[\\/]+/g, '/').replace(/^\/+|\/+$/g, '');
  return (slashes === '' ? '/' : slashes).replace(/\u00a0|\u202f/g, ' ').normalize('NFC');
}

/** The folder that holds a path: `/` for what is at the top. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path of something in a folder. */
export function joinPath(folder: string, name: string): string {
  return folder === '/' || folder === '' ? name : `${folder}/${name}`;
}

/** Whether the app leaves a path out of the vault: anything whose name, or a folder's above it, starts with a dot. */
export function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.'));
}
