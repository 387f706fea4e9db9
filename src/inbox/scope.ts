/** Decides which paths belong to the inbox. Paths are vault paths: `/` between folders, none at the ends. */

/** True for `.pdf` in any case. */
export function isPdfPath(path: string): boolean {
  return /\.pdf$/i.test(path);
}

/** Whether the path is in the folder or below it. `/` and the empty text mean the whole vault. */
export function isBelow(folder: string, path: string): boolean {
  const root = folder.replace(/^\/+|\/+$/g, '');
  return root === '' || path.startsWith(`${root}/`);
}

/** Whether any name in the path begins with a dot. The app hides such files too. */
export function isHidden(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.'));
}
