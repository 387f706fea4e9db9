/** What the inbox needs of the vault. Its adapter is `src/app/inbox-vault.ts`. */

/** A PDF in the vault. The object is the file's identity: `path` follows renames. */
export interface PdfFile {
  /** Path in the vault, as it is now. */
  readonly path: string;
  /** With extension. */
  readonly name: string;
  /** As the app last heard of it; lags behind while the file is being written. */
  readonly stat?: FileStat;
}

/** Size in bytes and time of the last change (ms since 1970), as they are on disk. */
export interface FileStat {
  readonly size: number;
  readonly mtime: number;
}

/** `arrived`: created, or moved or renamed to where it is. `modified`: other bytes under the same path. */
export type PdfEvent = 'arrived' | 'modified' | 'deleted';

export interface InboxVault {
  /** Every PDF in the folder and below it; empty when the folder is missing. `/` is the whole vault. */
  pdfsBelow(folder: string): readonly PdfFile[];
  /** Null when the file is gone. */
  stat(file: PdfFile): Promise<FileStat | null>;
  /** @throws Failure `vault-file-gone` or `vault-read`. */
  read(file: PdfFile): Promise<ArrayBuffer>;
  /** True while the file stands where its `path` says. */
  exists(file: PdfFile): boolean;
}
