/** Characters of the bytes `from` to before `to`, one a byte; null when only the whole file could be had. */
export type SliceOf = (from: number, to: number) => Promise<string | null>;

/** As {@link SliceOf}, of a file. */
export type ReadSlice = (file: { readonly path: string }, from: number, to: number) => Promise<string | null>;

/** Bytes that hold the end marker and, in files with a plain cross-reference table, the trailer before it. */
const tail = 2_048;

/** Bytes in which the dictionary of a cross-reference stream stands whole, or the first table of a linearised file. */
const head = 4_096;

/**
 * Whether a PDF's trailer names an encryption dictionary (PDF 1.7, 7.5.5 and 7.5.8.2): it is at the end of the file, or
 * where `startxref` says. False where it is not found, or could not be read in a few kilobytes: such a PDF is asked
 * about once it is opened.
 */
export async function mayBeLocked(size: number, slice: SliceOf): Promise<boolean> {
  const end = (await slice(Math.max(0, size - tail), size)) ?? '';
  if (end.includes('/Encrypt')) return true;
  const start = /^startxref\s+(\d{1,15})/.exec(end.slice(end.lastIndexOf('startxref')))?.[1];
  if (start === undefined || Number(start) >= size - tail) return false;
  return ((await slice(Number(start), Math.min(size, Number(start) + head))) ?? '').includes('/Encrypt');
}
