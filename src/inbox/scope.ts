/** Which paths are the inbox's business. Paths are vault paths: `/` between folders, none at the ends. */

/** True for `.pdf` in any case. */
export function isPdfPath(path: string): boolean {
  return /\.pdf$/i.test(path);
}

/** True when the path lies in the folder or below it. `/` and the empty string are the whole vault. */
export function isBelow(folder: string, path: string): boolean {
  const root = folder.replace(/^\/+|\/+$/g, '');
  return root === '' || path.startsWith(`${root}/`);
}

/** True when something in the path is hidden (a name that begins with a dot), which the app does not show either. */
export function isHidden(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.'));
}
