/**
 * What reading one page, or opening the document, may use. pdf.js itself has few bounds: a file of 2 KB can
 * fill gigabytes. Our build of it (`build/patches.mjs`) counts what it is about to allocate or do, and stops
 * when a limit is passed. From then on every further count stops as well, so that no recovery of pdf.js goes
 * on, until the next page begins.
 */

/** The limits of one page. Together they keep the whole process below 1.2 GB on a desktop. */
export const PAGE_LIMITS = {
  /**
   * Bytes of decoded streams and images, by the size that the data itself gives. An A4 page scanned in colour
   * at 600 dpi needs 460 MB.
   */
  bytes: 500_000_000,
  /** Weight of the parsed objects; a weight of 1 stands for some 25 bytes. */
  objects: 20_000_000,
  /** Operators. The heaviest maps have about two million. */
  operators: 6_000_000,
  /** Bytes of the strings that are shown. A page of the smallest print has some 50,000. */
  text: 4_000_000,
};

/** The limits of a whole document. */
export const DOCUMENT_LIMITS = {
  /** Weight of the parsed objects that pdf.js keeps until the document is closed. */
  kept: 30_000_000,
  /** Pages. The longest documents have some 20,000. */
  pages: 50_000,
  /** UTF-16 units of text: some 4,000 pages of a book. */
  characters: 10_000_000,
  /** Text items; see `readPage`. */
  items: 3_000_000,
};

/** Thrown inside of pdf.js, which often catches it: ask {@link Budget.isExceeded} afterwards. */
export class BudgetExceeded extends Error {
  constructor(kind: string) {
    super(`The PDF exceeds the limit of ${kind}.`);
    this.name = 'BudgetExceeded';
  }
}

/**
 * Counts what the document at hand uses. There is one for the worker, which reads one document at a time.
 * pdf.js calls it for every object and operator, so what is left of each limit is a field of its own.
 */
export class Budget {
  #bytes = 0;
  #objects = 0;
  #operators = 0;
  #text = 0;
  #kept = 0;
  #isExceeded = false;

  constructor() {
    this.beginDocument();
  }

  /** Whether a limit was passed since the last `begin`. */
  get isExceeded(): boolean {
    return this.#isExceeded;
  }

  /** Begins to count for a new document. */
  beginDocument(): void {
    this.#kept = DOCUMENT_LIMITS.kept;
    this.begin();
  }

  /** Begins to count for a page. What pdf.js keeps of the document still counts. */
  begin(): void {
    this.#bytes = PAGE_LIMITS.bytes;
    this.#objects = PAGE_LIMITS.objects;
    this.#operators = PAGE_LIMITS.operators;
    this.#text = PAGE_LIMITS.text;
    this.#isExceeded = false;
  }

  // A damaged count, which is no number, is ignored: it must not end the counting.

  /** @throws BudgetExceeded */
  bytes(count: number): void {
    if (count > 0 && (this.#bytes -= count) < 0) this.exceed('bytes');
  }

  /** @throws BudgetExceeded */
  objects(weight: number): void {
    if (weight > 0 && (this.#objects -= weight) < 0) this.exceed('objects');
  }

  /** @throws BudgetExceeded */
  operators(count: number): void {
    if (count > 0 && (this.#operators -= count) < 0) this.exceed('operators');
  }

  /** @throws BudgetExceeded */
  text(count: number): void {
    if (count > 0 && (this.#text -= count) < 0) this.exceed('text');
  }

  /** What is left for objects, to be given to `keep`. */
  get weight(): number {
    return this.#objects;
  }

  /** Counts the objects that were parsed since `weight` had this value as kept. @throws BudgetExceeded */
  keep(since: number): void {
    this.#kept -= Math.max(0, since - this.#objects);
    if (this.#kept < 0) this.exceed('kept objects');
  }

  /** Ends the page: every further count is refused, too. @throws BudgetExceeded always */
  exceed(kind: string): never {
    this.#bytes = this.#objects = this.#operators = this.#text = -1;
    this.#isExceeded = true;
    throw new BudgetExceeded(kind);
  }
}

export const budget = new Budget();
