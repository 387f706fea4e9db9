/** Bytes of a file name in UTF-8 on the file systems vaults live on and are synced to (ext4, APFS, NTFS: 255). */
const maxNameBytes = 255;

/** What the app refuses in a name on every system. */
const forbidden = /[\\/:]/g;

/**
 * Names for the note of a PDF, the first that is free to be taken: the PDF's own name, then with a number, as the app
 * numbers copies. Without extension, NFC as the app keeps paths, short enough for every file system with `.md`.
 */
function* noteNames(pdfName: string): Generator<string, never> {
  const base = baseName(pdfName);
  yield withinBytes(base, maxNameBytes - byteLength('.md'));
  for (let number = 2; ; number += 1) {
    const ending = ` ${String(number)}`;
    yield withinBytes(base, maxNameBytes - byteLength(`${ending}.md`)) + ending;
  }
}

export interface NotePlace {
  /** Vault path of the PDF. */
  readonly pdfPath: string;
  /** Vault path of the folder for notes; empty: beside the PDF. */
  readonly noteFolder: string;
  /** Whether anything is at that vault path, ignoring case: files collide so, whatever the look-up says. */
  readonly taken: (path: string) => boolean;
}

/** The first free vault path for the note of a PDF. */
export function notePath({ pdfPath, noteFolder, taken }: NotePlace): string {
  const slash = pdfPath.lastIndexOf('/');
  const folder = noteFolder === '' ? pdfPath.slice(0, Math.max(slash, 0)) : noteFolder;
  const prefix = folder === '' || folder === '/' ? '' : `${folder}/`;
  const names = noteNames(pdfPath.slice(slash + 1));
  let path = `${prefix}${names.next().value}.md`;
  while (taken(path)) path = `${prefix}${names.next().value}.md`;
  return path;
}

function baseName(pdfName: string): string {
  const base = pdfName
    .replace(/\.pdf$/i, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\u00A0\u202F]/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(forbidden, '-')
    .normalize('NFC')
    .trim();
  return base === '' ? 'PDF' : base;
}

/** As many whole characters as fit; an accent or joiner is never parted from what it belongs to by much more. */
function withinBytes(name: string, limit: number): string {
  if (byteLength(name) <= limit) return name;
  let kept = '';
  let bytes = 0;
  for (const character of name) {
    bytes += byteLength(character);
    if (bytes > limit) break;
    kept += character;
  }
  return kept.trimEnd();
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
