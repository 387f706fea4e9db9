/** What the vault's notes say of PDFs. The vault is the database: there is no other record of what was done. */

export interface KnownNotes {
  /** Resolves once every note's frontmatter is known, so that nothing is done twice. */
  ready(): Promise<void>;
  /** Path of a note made from these bytes, or null. */
  byHash(sha256: string): string | null;
  /** Path of a note whose `source_file` is the PDF at this path, or null. */
  bySource(pdfPath: string): string | null;
  /** Takes in a note that was just written, before the app has parsed it. */
  add(notePath: string, sha256: string, pdfPath: string): void;
}
