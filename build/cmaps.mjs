import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * CMaps for UTF-8 and UTF-32. A PDF cannot refer to these CMaps (ISO 32000-1, table 118). They are half of
 * the bytes of all CMaps.
 */
const notForPdf = /-UTF(8|32)-/;

/**
 * CMaps for the encodings of old systems in East Asia. Table 118 does not list these CMaps either, and no
 * other CMap refers to them.
 */
const notInTable = /^(?:HKdl|HKgccs|HKm|ETHK|GBTp?c?-|KSC-Johab|78|NWP|WP-|Hankaku|Hiragana|Katakana|Roman)/;

/** File extension of a CMap in the binary format of pdf.js. */
const ending = '.bcmap';

/**
 * Reads the CMaps from a folder of pdf.js, except those that match one of the patterns above.
 * @param {string} folder
 * @returns {Promise<{ name: string, path: string, bytes: Uint8Array }[]>} Sorted by name. The names have no
 * file extension.
 * @throws Error when the folder has no CMap.
 */
export async function readCMaps(folder) {
  const files = (await readdir(folder)).filter(
    (file) => file.endsWith(ending) && !notForPdf.test(file) && !notInTable.test(file),
  );
  if (files.length === 0) throw new Error(`No CMaps in ${folder}.`);
  return Promise.all(
    files.sort().map(async (file) => {
      const path = join(folder, file);
      return { name: file.slice(0, -ending.length), path, bytes: await readFile(path) };
    }),
  );
}
