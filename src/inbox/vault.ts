/** The functions of the vault that the inbox uses. `src/app/inbox-vault.ts` implements them. */

/** A PDF in the vault. When the file is renamed, the object stays the same, and its `path` changes. */
export interface PdfFile {
  /** Current vault path. */
  readonly path: string;
  /** File name with extension. */
  readonly name: string;
  /** The values in the app's memory. They are out of date while the file is being written. */
  readonly stat?: FileStat;
}

/** Size in bytes and time of the last change (ms since 1970). */
export interface FileStat {
  readonly size: number;
  readonly mtime: number;
}

/** `arrived`: the file was created, moved or renamed. `modified`: its bytes changed. */
export type PdfEvent = 'arrived' | 'modified' | 'deleted';

export interface InboxVault {
  /** Returns every PDF in a folder and its subfolders. The folder need not exist; `/` is the whole vault. */
  pdfsBelow(folder: string): readonly PdfFile[];
  /** Reads the size and time from the disk. Returns null when the file no longer exists. */
  stat(file: PdfFile): Promise<FileStat | null>;
  /** @throws Failure `vault-file-gone` or `vault-read`. */
  read(file: PdfFile): Promise<ArrayBuffer>;
  /** Returns whether the file still exists at its `path`. */
  exists(file: PdfFile): boolean;
}
