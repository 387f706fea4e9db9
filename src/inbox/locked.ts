/**
 * Reads the bytes with the indices `from` to `to` (exclusive) as a text with one character per byte. Null
 * when only whole files can be read.
 */
export type SliceOf = (from: number, to: number) => Promise<string | null>;

/** Reads a slice like {@link SliceOf}, from the given file. */
export type ReadSlice = (file: { readonly path: string }, from: number, to: number) => Promise<string | null>;

/** Number of bytes that are read at the end of a PDF. They contain the end marker, and often the trailer. */
const tail = 2_048;

/**
 * Number of bytes that are read at the offset that is written after `startxref`. They are enough for the
 * dictionary of a cross-reference stream, and for the first table of a linearised PDF.
 */
const head = 4_096;

/**
 * Returns whether a PDF's trailer has the entry `/Encrypt` (PDF 1.7, 7.5.5 and 7.5.8.2). The trailer is at
 * the end of the PDF, or at the offset that is written after `startxref`. Only a few kilobytes are read. If
 * the trailer is not in them, returns false; the encryption is then found when the PDF is opened.
 */
export async function mayBeLocked(size: number, slice: SliceOf): Promise<boolean> {
  const end = (await slice(Math.max(0, size - tail), size)) ?? '';
  if (end.includes('/Encrypt')) return true;
  const start = /^startxref\s+(\d{1,15})/.exec(end.slice(end.lastIndexOf('startxref')))?.[1];
  if (start === undefined || Number(start) >= size - tail) return false;
  return ((await slice(Number(start), Math.min(size, Number(start) + head))) ?? '').includes('/Encrypt');
}
