/**
 * Obsidian's `normalizePath`. It replaces backslashes and repeated slashes by one slash, removes slashes at
 * both ends, replaces no-break spaces by spaces, and converts the text to NFC. The vault's root is `/`.
 */
export function normalizePath(path: string): string {
  const slashes = path.replace(/[\\/]+/g, '/').replace(/^\/+|\/+$/g, '');
  return (slashes === '' ? '/' : slashes).replace(/\u00a0|\u202f/g, ' ').normalize('NFC');
}

/** Returns the folder of a path; `/` for a path at the top level. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

/** Returns the last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Returns the path of the file `name` in a folder. In the vault's root, this path is only the name. */
export function joinPath(folder: string, name: string): string {
  return folder === '/' || folder === '' ? name : `${folder}/${name}`;
}

/** True for a path that the app hides: its name, or the name of a folder above it, begins with a dot. */
export function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.'));
}
