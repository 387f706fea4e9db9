import { normalizePath, type App } from 'obsidian';
import { namesOfNote } from '../note/name';

/**
 * Returns a function that finds the note of a PDF if the properties of the note cannot be read, for example
 * because a sync service left conflict marks in them. For `Invoice.pdf`, the function looks for the hash of
 * the PDF in the notes `Invoice.md`, `Invoice 2.md` and so on, until one of these notes does not exist. It
 * skips notes with readable properties (`hasRecord`).
 */
export function unreadableNotes(
  { vault }: App,
  noteFolders: (pdfPath: string) => readonly string[],
  hasRecord: (notePath: string) => boolean,
): (sha256: string, pdfPath: string) => Promise<string | null> {
  return async (sha256, pdfPath) => {
    for (const set of noteFolders(pdfPath)) {
      const folder = set === '' ? '' : normalizePath(set);
      for (const path of namesOfNote(pdfPath, folder)) {
        const note = vault.getFileByPath(path);
        if (note === null) break;
        if (hasRecord(path)) continue;
        const text = await vault.cachedRead(note).catch(() => '');
        if (text.includes(sha256)) return path;
      }
    }
    return null;
  };
}
