import { normalizePath, type App } from 'obsidian';
import { namesOfNote } from '../note/name';

/**
 * Returns a function that finds the note of a PDF if the properties of the note cannot be read. (Somebody
 * may have put text above them, or a sync service may have left conflict marks in them.) The function reads
 * the notes with the names that the plugin gives (`Invoice.md`, `Invoice 2.md`, …) one after another, until
 * a note contains the hash of the PDF, or until there is no note with the next name. It skips the notes with
 * readable properties (`hasRecord`).
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
