import { normalizePath, type App } from 'obsidian';
import { namesOfNote } from '../note/name';

/**
 * Returns a function that finds a PDF's note when the properties of this note cannot be read. Somebody may
 * have put text above them, or a sync service may have left conflict marks in them. The function tries the
 * names that the plugin would give to this PDF's note: the PDF's name, then the name with a number, until a
 * name is free. It searches the text of these notes for the hash. `hasRecord` excludes the notes whose
 * properties were read.
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
