import type { PdfFile } from './vault';

/**
 * Time in ms after the first note of a PDF. If the file grows within this time, the plugin assumes that it is
 * still the same document with more pages.
 */
const window = 600_000;

/**
 * Remembers the sizes of PDFs whose notes this device has just written. A scanner that writes a PDF page by
 * page may pause so long that the plugin treats the PDF as complete. Such a PDF grows after its note was
 * made.
 */
export class Growing {
  readonly #written = new Map<PdfFile, { readonly first: number; readonly size: number }>();

  constructor(private readonly now: () => number) {}

  /** Records that a file had this size, in bytes, when its note was written. */
  wrote(file: PdfFile, size: number): void {
    const first = this.#written.get(file)?.first ?? this.now();
    this.#written.set(file, { first, size });
    for (const [old, { first: at }] of this.#written) if (this.now() - at > window) this.#written.delete(old);
  }

  /** Returns whether a file has grown to this size soon after its note was written on this device. */
  hasGrown(file: PdfFile, size: number): boolean {
    const written = this.#written.get(file);
    return written !== undefined && this.now() - written.first <= window && size > written.size;
  }
}
