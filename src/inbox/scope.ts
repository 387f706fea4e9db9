export function isPdfPath(path: string): boolean {
  return /\.pdf$/i.test(path);
}

/** Returns whether a vault path is below the folder. `/` and the empty text mean the whole vault. */
export function isBelow(folder: string, path: string): boolean {
  const root = folder.replace(/^\/+|\/+$/g, '');
  return root === '' || path.startsWith(`${root}/`);
}

/**
 * Returns whether the name of the file, or of a folder in its path, begins with a dot. The app does not show
 * such files.
 */
export function isHidden(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.'));
}
