/** The limits of one page. Together they keep the whole process below 1.2 GB on a desktop. */
export const PAGE_LIMITS = {
  /** Bytes of decoded streams and images. An A4 page scanned in colour at 600 dpi needs 460 MB. */
  bytes: 500_000_000,
  /** Weight of the parsed objects. A weight of 1 is about 25 bytes. */
  objects: 20_000_000,
  /** Number of operators. The largest maps have about two million. */
  operators: 6_000_000,
  /** Bytes of the strings that are drawn. A page with very small print has about 50,000. */
  text: 4_000_000,
};

/** The limits of a whole document. */
export const DOCUMENT_LIMITS = {
  /** Weight of the parsed objects that pdf.js keeps until the document is closed. */
  kept: 30_000_000,
  /** Number of pages. The longest documents have about 20,000. */
  pages: 50_000,
  /** UTF-16 units of text: about 4,000 pages of a book. */
  characters: 10_000_000,
  /** Number of text items: the words of about 4,000 pages of a book, if each word is a separate item. */
  items: 2_000_000,
};

/**
 * Time in ms after which pdf.js lets other tasks run while it reads a page. Chromium ends a worker by force
 * if the worker stays busy for two seconds.
 */
const TURN_MS = 200;

/**
 * Thrown inside of pdf.js when a limit is exceeded. pdf.js often catches this error, so callers of pdf.js
 * check {@link Budget.isExceeded} afterwards.
 */
export class BudgetExceeded extends Error {
  constructor(kind: string) {
    super(`The PDF exceeds the limit of ${kind}.`);
    this.name = 'BudgetExceeded';
  }
}

/**
 * Counts what pdf.js allocates and does, and stops pdf.js at a limit. Without limits, a file of 2 KB could
 * fill gigabytes of memory. Our build of pdf.js (`build/patches.mjs`) calls these methods for every object
 * and operator. After a limit is exceeded, every call throws until the next page begins, so that the error
 * recovery of pdf.js cannot continue.
 */
export class Budget {
  #bytes = 0;
  #objects = 0;
  #operators = 0;
  #text = 0;
  #kept = 0;
  #isExceeded = false;
  #lastTurn = 0;

  constructor() {
    this.beginDocument();
  }

  /** True when a limit was exceeded since the last `begin`. */
  get isExceeded(): boolean {
    return this.#isExceeded;
  }

  /** Starts counting for a new document. */
  beginDocument(): void {
    this.#kept = DOCUMENT_LIMITS.kept;
    this.begin();
  }

  /** Starts counting for a page. The count of kept objects continues. */
  begin(): void {
    this.#bytes = PAGE_LIMITS.bytes;
    this.#objects = PAGE_LIMITS.objects;
    this.#operators = PAGE_LIMITS.operators;
    this.#text = PAGE_LIMITS.text;
    this.#isExceeded = false;
  }

  // A damaged file can lead to a count of NaN. The conditions below ignore NaN: after a subtraction of NaN,
  // no limit would work.

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

  /** The remaining weight of objects; see `keep`. */
  get weight(): number {
    return this.#objects;
  }

  /**
   * Counts the objects that pdf.js keeps for the document.
   * @param since the value of `weight` before these objects were parsed
   * @throws BudgetExceeded
   */
  keep(since: number): void {
    this.#kept -= Math.max(0, since - this.#objects);
    if (this.#kept < 0) this.exceed('kept objects');
  }

  /**
   * Returns undefined if this method let other tasks run less than 200 ms ago. Otherwise, returns a promise
   * that resolves after other tasks of the thread have run.
   */
  turn(): Promise<void> | undefined {
    if (performance.now() - this.#lastTurn < TURN_MS) return undefined;
    return new Promise((resolve) => {
      // Browsers delay the timers of an invisible window, but not its messages.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        this.#lastTurn = performance.now();
        resolve();
      };
      port2.postMessage(undefined);
    });
  }

  /**
   * Ends the page. Until the next page begins, `bytes` and the other methods that count always throw.
   * @throws BudgetExceeded always
   */
  exceed(kind: string): never {
    this.#bytes = this.#objects = this.#operators = this.#text = -1;
    this.#isExceeded = true;
    throw new BudgetExceeded(kind);
  }
}

export const budget = new Budget();
