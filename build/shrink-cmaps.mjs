/**
 * Shrinks the CMaps of pdf.js. If a CMap has nearly the same table as another one, its new file names the
 * other one and lists only the codes that differ. Compression does not find these repetitions: Deflate looks
 * back only 32 KB, and the files of pdf.js write the same table in different ways. So all tables are written
 * anew, in one way.
 */
import { gzipSync } from 'node:zlib';
import { parseCMap, writeCMap } from './cmap-format.mjs';

/** @typedef {import('./cmap-format.mjs').CMap} CMap */

/** A CMap that uses no other CMap in its original file. @typedef {{ name: string, cmap: CMap }} Complete */

/**
 * How many bytes a CMap must save, after compression, to use another CMap. pdf.js then also reads the other
 * one, which takes about 20 ms more for each font. A smaller number makes `main.js` hardly smaller.
 */
const MIN_SAVED = 1000;

/**
 * Makes CMaps smaller without changing any CID or codespace range. A CMap is written so that it uses the CMap
 * with the most equal entries, or with all its entries if this saves too little. Two sorts of files stay as
 * they are: those that already use another CMap, because they are short; and those that map to text instead
 * of CIDs.
 * @template {{ name: string, bytes: Uint8Array }} File
 * @param {readonly File[]} files
 * @returns {File[]} In the same order.
 * @throws Error when a file is damaged.
 */
export function shrinkCMaps(files) {
  const complete = files.flatMap(({ name, bytes }) => {
    const cmap = parseCMap(bytes);
    return cmap === undefined || cmap.uses !== undefined ? [] : [{ name, cmap }];
  });
  complete.sort(byCodes);
  // A CMap uses only a CMap that comes before it. So none can use itself in a roundabout way.
  const shrunk = new Map(
    complete.map(({ name, cmap }, index) => [name, shrink(cmap, complete.slice(0, index))]),
  );
  return files.map((file) => ({ ...file, bytes: shrunk.get(file.name) ?? file.bytes }));
}

/**
 * Sorts by the number of codes, because a CMap can use only CMaps that map no further codes.
 * @param {Complete} one
 * @param {Complete} other
 * @returns {number}
 */
function byCodes(one, other) {
  return codesIn(one.cmap) - codesIn(other.cmap) || (one.name < other.name ? -1 : 1);
}

/** @param {CMap} cmap */
function codesIn({ cids }) {
  return cids.reduce((sum, table) => sum + table.size, 0);
}

/**
 * @param {CMap} cmap
 * @param {readonly Complete[]} others The CMaps that it may use.
 * @returns {Uint8Array} Its new file.
 */
function shrink(cmap, others) {
  const alone = writeCMap(cmap);
  // Most CMaps are too small to save so much. Comparing them with all others would take time.
  if (compressed(alone) < MIN_SAVED) return alone;
  const base = nearest(cmap, others);
  if (base === undefined) return alone;
  const cids = cmap.cids.map((table, index) => {
    const known = base.cmap.cids[index];
    return new Map([...table].filter(([code, cid]) => known?.get(code) !== cid));
  });
  const based = writeCMap({ ...cmap, uses: base.name, cids });
  return compressed(based) + MIN_SAVED <= compressed(alone) ? based : alone;
}

/** @param {Uint8Array} bytes */
function compressed(bytes) {
  return gzipSync(bytes).length;
}

/**
 * @param {CMap} cmap
 * @param {readonly Complete[]} others
 * @returns {Complete | undefined} The CMap with the most equal entries, the first if there are several.
 */
function nearest(cmap, others) {
  let most = 0;
  /** @type {Complete | undefined} */
  let best;
  for (const other of others) {
    const equal = equalEntries(cmap, other.cmap);
    if (equal > most) [most, best] = [equal, other];
  }
  return best;
}

/**
 * @param {CMap} cmap
 * @param {CMap} base
 * @returns {number} The codes with the same CID in both; 0 if `base` maps a code that `cmap` does not map. By
 * using `base`, `cmap` would map this code too.
 */
function equalEntries(cmap, base) {
  let equal = 0;
  for (const [index, table] of base.cids.entries()) {
    for (const [code, cid] of table) {
      const wanted = cmap.cids[index]?.get(code);
      if (wanted === undefined) return 0;
      if (wanted === cid) equal += 1;
    }
  }
  return equal;
}
