/**
 * Joins many similar files into one. For example, many of the CMaps (the character tables of pdf.js) contain
 * the same pieces. A piece that several files share is stored once. Deflate cannot find these repetitions,
 * because it looks back only 32 KB.
 */

/**
 * Minimum length of a shared piece, in bytes. With this number, the joined CMaps are smallest after
 * compression.
 */
const MIN_SHARED = 16;

/**
 * Joins files. The result has three parts: the length of the index in bytes (uint32, little endian); the
 * index as JSON, `{ name: [offset, length, offset, length, …] }`; the stored bytes. Each pair of numbers is
 * one piece of a file, with its offset in the stored bytes. `splitFiles` in `src/packed.ts` and
 * `separateFiles` do the inverse.
 * @param {readonly (readonly [name: string, bytes: Uint8Array])[]} files
 * @returns {Uint8Array}
 */
export function joinFiles(files) {
  const store = new PieceStore();
  const index = Object.fromEntries(files.map(([name, bytes]) => [name, store.add(Buffer.from(bytes))]));
  const json = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([length, json, store.bytes()]);
}

/**
 * Splits the output of `joinFiles` into its files.
 * @param {Uint8Array} joined
 * @returns {Map<string, Uint8Array>}
 */
export function separateFiles(joined) {
  const bytes = Buffer.from(joined);
  const start = 4 + bytes.readUInt32LE(0);
  /** @type {Record<string, number[]>} */
  const index = JSON.parse(bytes.subarray(4, start).toString('utf8'));
  return new Map(
    Object.entries(index).map(([name, places]) => {
      const pieces = [];
      for (let at = 0; at < places.length; at += 2) {
        const from = start + (places[at] ?? 0);
        pieces.push(bytes.subarray(from, from + (places[at + 1] ?? 0)));
      }
      return [name, Buffer.concat(pieces)];
    }),
  );
}

/** Stores files, and finds the pieces of a file that are already stored. */
class PieceStore {
  #stored = Buffer.alloc(0);
  /** The first offset in `#stored` of each sequence of `MIN_SHARED` bytes. @type {Map<string, number>} */
  #offsets = new Map();

  bytes() {
    return this.#stored;
  }

  /**
   * @param {Buffer} file
   * @returns {number[]} The pieces in `#stored`: offset, length, offset, length, …
   */
  add(file) {
    /** @type {Buffer[]} */
    const fresh = [];
    /** @type {number[]} */
    const places = [];
    let end = this.#stored.length;
    /** @param {Buffer} piece */
    const keep = (piece) => {
      if (piece.length === 0) return;
      places.push(end, piece.length);
      fresh.push(piece);
      end += piece.length;
    };
    let kept = 0;
    let at = 0;
    while (at < file.length) {
      const offset = this.#offsets.get(sequenceAt(file, at));
      if (offset === undefined) {
        at += 1;
        continue;
      }
      keep(file.subarray(kept, at));
      const length = this.#equalLength(offset, file.subarray(at));
      places.push(offset, length);
      at += length;
      kept = at;
    }
    keep(file.subarray(kept));
    this.#store(Buffer.concat(fresh));
    return places;
  }

  /**
   * Counts how many bytes at the beginning of `file` are equal to the stored bytes that begin at `offset`.
   * @param {number} offset
   * @param {Buffer} file
   */
  #equalLength(offset, file) {
    let length = 0;
    while (length < file.length && this.#stored[offset + length] === file[length]) length += 1;
    return length;
  }

  /** @param {Buffer} bytes */
  #store(bytes) {
    const from = Math.max(0, this.#stored.length - MIN_SHARED + 1);
    this.#stored = Buffer.concat([this.#stored, bytes]);
    for (let at = from; at + MIN_SHARED <= this.#stored.length; at += 1) {
      const sequence = sequenceAt(this.#stored, at);
      if (!this.#offsets.has(sequence)) this.#offsets.set(sequence, at);
    }
  }
}

/**
 * Returns the `MIN_SHARED` bytes at `at` as a string with one character per byte.
 * @param {Buffer} bytes
 * @param {number} at
 */
function sequenceAt(bytes, at) {
  return bytes.toString('latin1', at, at + MIN_SHARED);
}
