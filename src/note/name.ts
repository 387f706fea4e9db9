import { cleanText, withoutTaskSigns } from '../clean';
import { spaceMarks } from './escape/triggers';

/** Maximum length of a file name in UTF-8 bytes (ext4, APFS, NTFS: 255). */
const maxNameBytes = 255;

/** Matches characters that the app refuses in file names. */
const forbidden = /[\\/:]/g;

/** Yields names for the note of a PDF, without extension. */
function noteNames(pdfName: string): Generator<string, never> {
  return numberedNames(baseName(pdfName), '.md');
}

/**
 * Yields `base`, `base 2`, `base 3` and so on, as the app names copies. Together with `extension`, each name
 * is short enough for every file system.
 */
export function* numberedNames(base: string, extension: string): Generator<string, never> {
  yield withinBytes(base, maxNameBytes - byteLength(extension));
  for (let number = 2; ; number += 1) {
    const ending = ` ${String(number)}`;
    yield withinBytes(base, maxNameBytes - byteLength(ending + extension)) + ending;
  }
}

export interface NotePlace {
  /** Vault path of the PDF. */
  readonly pdfPath: string;
  /** Vault path of the folder for notes; empty for the folder of the PDF. */
  readonly noteFolder: string;
  /**
   * Returns whether a file or folder exists at the path. Upper and lower case make no difference, because
   * some file systems do not allow two names that differ only in case.
   */
  readonly taken: (path: string) => boolean;
}

/** Returns the first free vault path for the note of a PDF. */
export function notePath({ pdfPath, noteFolder, taken }: NotePlace): string {
  const paths = namesOfNote(pdfPath, noteFolder);
  let path = paths.next().value;
  while (taken(path)) path = paths.next().value;
  return path;
}

/**
 * Yields the vault paths that the note of a PDF may have: first the path without a number, then the paths
 * with a number. The sequence never ends.
 */
export function* namesOfNote(pdfPath: string, noteFolder: string): Generator<string, never> {
  const slash = pdfPath.lastIndexOf('/');
  const folder = noteFolder === '' ? pdfPath.slice(0, Math.max(slash, 0)) : noteFolder;
  const prefix = folder === '' || folder === '/' ? '' : `${folder}/`;
  const names = noteNames(pdfPath.slice(slash + 1));
  for (;;) yield `${prefix}${names.next().value}.md`;
}

/**
 * Makes the name of the note from the name of the PDF. The result has no invisible characters and no text on
 * which other plugins act, because it is the text of every link to the note. Plugins act on text such as
 * `INPUT[x]` only in code, so backticks become apostrophes.
 */
function baseName(pdfName: string): string {
  const clean = cleanText(withoutTaskSigns(pdfName.replace(/\.pdf$/i, '').replace(/[\u00A0\u202F]/g, ' ')));
  const plain = clean
    .replace(/\p{Cc}/gu, '')
    .replace(forbidden, '-')
    .replace(/`/g, "'");
  const base = spaceMarks(plain).trim();
  return base === '' ? 'PDF' : base;
}

/**
 * Cuts a name to at most `limit` bytes of UTF-8. A code point is never split, but an accent that is a code
 * point of its own may be cut off from its letter.
 */
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
