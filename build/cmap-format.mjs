/**
 * Reads and writes CMaps in the binary format of pdf.js (`.bcmap`). A CMap is a table with the CID (the
 * number of a character in a font) of each code in the text of a PDF. The facts about the format come from
 * `external/cmapscompress/README.md` in the repository of pdf.js, and from `BinaryCMapReader` in
 * `pdf.worker.mjs`:
 *
 * - The first byte is the header. Its bit 0 says whether text is vertical. Records follow, up to the end.
 * - The upper three bits of a record's first byte are its kind. If the record is metadata, the other bits are
 *   the kind of metadata, and a string follows. If not, the lower four bits are the length of each code in
 *   bytes, minus 1. The number of entries follows, then the entries. The remaining bit is set if there is
 *   no gap between entries; then the distances between them are not written.
 * - A number has seven bits in each byte, the highest first. All its bytes but the last have bit 7 set. The
 *   lowest bit of a signed number is its sign.
 * - The code of the first entry is written as bytes, all others as their distance to the code after the
 *   previous entry. The last code of a range is written as its distance to the first.
 * - CIDs of ranges are written as numbers. CIDs of single codes are, except for the first, written as the
 *   signed distance to the CID after the previous one.
 *
 * A CMap may name another CMap that it uses. pdf.js (`extendCMap`) then copies the CID of each code that the
 * CMap does not list itself. It copies the codespace ranges only if the CMap lists none. So a CMap maps every
 * code of the CMap that it uses.
 */

/**
 * A range of codes with `length` bytes each. With these ranges, a text is split into codes.
 * @typedef {{ length: number, first: number, last: number }} Codespace
 */

/**
 * The content of a file. `uses` is the name of the CMap that this one uses. `cids` has one table from code to
 * CID for each length of codes: a code of one byte can have the same value as a code of two bytes.
 * @typedef {object} CMap
 * @property {number} header
 * @property {readonly string[]} comments
 * @property {string | undefined} uses
 * @property {readonly Codespace[]} codespaces
 * @property {readonly Table[]} cids For codes of one, two, three and four bytes.
 */

/** @typedef {ReadonlyMap<number, number>} Table */

/** Successive codes with successive CIDs. @typedef {{ first: number, last: number, cid: number }} Range */

const kinds = /** @type {const} */ ({ codespaces: 0, notDefined: 1, codes: 2, ranges: 3, metadata: 7 });
/** The kinds of records that map to text instead of CIDs. */
const textKinds = [4, 5];
const metadataKinds = /** @type {const} */ ({ comment: 0, use: 1 });

/**
 * From this number of codes on, a range is written as a range, otherwise as single codes. With numbers near
 * 6, the CMaps of pdf.js are smallest after compression.
 */
const MIN_RANGE = 6;

/**
 * Writes a CMap anew with the same CIDs and codespace ranges. The files of pdf.js write equal tables in
 * different ways. When all of them are written in one way, they are a fifth smaller after compression.
 * @param {Uint8Array} bytes
 * @returns {Uint8Array} The new file. A CMap that maps to text instead of CIDs stays as it is.
 * @throws Error when the file is damaged.
 */
export function rewriteCMap(bytes) {
  const cmap = parseCMap(bytes);
  return cmap === undefined ? bytes : writeCMap(cmap);
}

/**
 * Reads a CMap. Ranges of undefined codes are skipped, because pdf.js does not use them.
 * @param {Uint8Array} bytes
 * @returns {CMap | undefined} Nothing for a CMap that maps to text instead of CIDs.
 * @throws Error when the file is damaged.
 */
export function parseCMap(bytes) {
  const input = new Input(bytes);
  const header = input.byte();
  /** @type {string[]} */
  const comments = [];
  /** @type {string | undefined} */
  let uses;
  /** @type {Codespace[]} */
  const codespaces = [];
  /** @type {[Map<number, number>, Map<number, number>, Map<number, number>, Map<number, number>]} */
  const cids = [new Map(), new Map(), new Map(), new Map()];
  while (!input.atEnd()) {
    const start = input.byte();
    const kind = start >> 5;
    if (textKinds.includes(kind)) return undefined;
    if (kind === kinds.metadata) {
      const text = input.string();
      if ((start & 0x1f) === metadataKinds.comment) comments.push(text);
      if ((start & 0x1f) === metadataKinds.use) uses = text;
      continue;
    }
    const length = (start & 0x0f) + 1;
    const table = cids[length - 1];
    if (table === undefined) throw new Error(`A CMap has codes of ${length} bytes.`);
    for (const { first, last, cid } of entriesOf(input, kind, length, (start & 0x10) !== 0)) {
      if (kind === kinds.codespaces) codespaces.push({ length, first, last });
      if (kind !== kinds.codes && kind !== kinds.ranges) continue;
      for (let code = first; code <= last; code += 1) table.set(code, cid + code - first);
    }
  }
  return { header, comments, uses, codespaces, cids };
}

/**
 * Reads the entries of a record. Codespace ranges get the CID 0.
 * @param {Input} input
 * @param {number} kind
 * @param {number} length
 * @param {boolean} successive Whether no distances are written, because there is no gap between entries.
 * @returns {Range[]}
 */
function entriesOf(input, kind, length, successive) {
  if (kind > kinds.ranges) throw new Error(`A CMap has a record of the unknown kind ${kind}.`);
  let next = 0;
  let nextCid = 0;
  return Array.from({ length: input.number() }, (_, index) => {
    const distance = index === 0 ? input.fixed(length) : successive ? 0 : input.number();
    const first = next + distance;
    const last = kind === kinds.codes ? first : first + input.number();
    let cid = 0;
    if (kind === kinds.codes && index > 0) cid = nextCid + input.signed();
    else if (kind !== kinds.codespaces) cid = input.number();
    next = last + 1;
    nextCid = cid + 1;
    return { first, last, cid };
  });
}

/**
 * @param {CMap} cmap
 * @returns {Uint8Array}
 * @throws RangeError when codespace ranges of the same length are not in ascending order.
 */
export function writeCMap({ header, comments, uses, codespaces, cids }) {
  const parts = [[header], ...comments.map((comment) => metadata(metadataKinds.comment, comment))];
  if (uses !== undefined) parts.push(metadata(metadataKinds.use, uses));
  cids.forEach((table, index) => {
    const length = index + 1;
    const spaces = codespaces.filter((range) => range.length === length);
    const ranges = rangesIn(table);
    const isLong = (/** @type {Range} */ { first, last }) => last - first + 1 >= MIN_RANGE;
    const codes = ranges.filter((range) => !isLong(range)).flatMap(codesIn);
    // Ranges come before single codes, because pdf.js then fills its table faster.
    parts.push(
      record(kinds.codespaces, length, spaces),
      record(kinds.ranges, length, ranges.filter(isLong)),
      record(kinds.codes, length, codes),
    );
  });
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

/**
 * @param {Table} table
 * @returns {Range[]} As few ranges as possible, in ascending order.
 */
function rangesIn(table) {
  /** @type {Range[]} */
  const ranges = [];
  for (const code of Uint32Array.from(table.keys()).sort()) {
    const cid = table.get(code) ?? 0;
    const range = ranges.at(-1);
    if (range?.last === code - 1 && range.cid + code - range.first === cid) range.last = code;
    else ranges.push({ first: code, last: code, cid });
  }
  return ranges;
}

/** @param {Range} range @returns {Range[]} One range for each code. */
function codesIn({ first, last, cid }) {
  return Array.from({ length: last - first + 1 }, (_, more) => ({
    first: first + more,
    last: first + more,
    cid: cid + more,
  }));
}

/**
 * Returns the bytes of a record; none if there are no entries.
 * @param {number} kind
 * @param {number} length
 * @param {readonly { first: number, last: number, cid?: number }[]} entries
 * @returns {number[]}
 */
function record(kind, length, entries) {
  if (entries.length === 0) return [];
  let next = 0;
  let nextCid = 0;
  const written = entries.flatMap(({ first, last, cid = 0 }, index) => {
    const bytes = index === 0 ? fixed(first, length) : unsigned(first - next);
    if (kind !== kinds.codes) bytes.push(...unsigned(last - first));
    if (kind === kinds.codes && index > 0) bytes.push(...signed(cid - nextCid));
    else if (kind !== kinds.codespaces) bytes.push(...unsigned(cid));
    next = last + 1;
    nextCid = cid + 1;
    return bytes;
  });
  return [(kind << 5) | (length - 1), ...unsigned(entries.length), ...written];
}

/** @param {number} kind @param {string} text */
function metadata(kind, text) {
  const characters = Array.from({ length: text.length }, (_, at) => unsigned(text.charCodeAt(at)));
  return [(kinds.metadata << 5) | kind, ...unsigned(text.length), ...characters.flat()];
}

/** Bit operators would be wrong for numbers of more than 31 bits. @param {number} number */
function unsigned(number) {
  if (number < 0) throw new RangeError(`A CMap cannot contain the unsigned number ${number}.`);
  const bytes = [number % 0x80];
  for (let rest = Math.floor(number / 0x80); rest > 0; rest = Math.floor(rest / 0x80)) {
    bytes.unshift(0x80 + (rest % 0x80));
  }
  return bytes;
}

/** @param {number} number */
function signed(number) {
  return unsigned(number < 0 ? -2 * number - 1 : 2 * number);
}

/** @param {number} number @param {number} length */
function fixed(number, length) {
  return Array.from({ length }, (_, at) => Math.floor(number / 0x100 ** (length - 1 - at)) % 0x100);
}

/** Reads the parts of a file, one after the other. */
class Input {
  #bytes;
  #at = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.#bytes = bytes;
  }

  atEnd() {
    return this.#at >= this.#bytes.length;
  }

  byte() {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new Error('A CMap ends too early.');
    this.#at += 1;
    return byte;
  }

  number() {
    let number = 0;
    for (;;) {
      const byte = this.byte();
      number = number * 0x80 + (byte & 0x7f);
      if (byte < 0x80) return number;
    }
  }

  signed() {
    const number = this.number();
    return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
  }

  /** @param {number} length */
  fixed(length) {
    let number = 0;
    for (let index = 0; index < length; index += 1) number = number * 0x100 + this.byte();
    return number;
  }

  string() {
    return String.fromCharCode(...Array.from({ length: this.number() }, () => this.number()));
  }
}
