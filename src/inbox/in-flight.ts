import type { DeviceStore } from '../device-store';

const storeKey = 'pdf-inbox-in-flight';

/**
 * Maximum number of remembered PDFs that crashed the app. The oldest are forgotten first. A forgotten PDF may
 * be read again.
 */
const mostRemembered = 200;

/**
 * Records on the device which PDF is being parsed, so that a PDF that crashes the app is not read again at
 * each start. The record is written before the first byte is parsed, and removed when the reading ends. If a
 * record exists at a start, the app ended unexpectedly while it read that PDF. PDFs are identified by their
 * hash.
 */
export class InFlight {
  readonly #ended: Set<string>;
  #reading: string | null = null;
  /**
   * Number of running calls of `during`. There can be several, because the images of several pages are made
   * at once.
   */
  #calls = 0;
  #isClosed = false;

  constructor(private readonly store: DeviceStore) {
    const { reading, ended } = stored(store.load(storeKey));
    this.#ended = new Set(ended);
    if (reading === null) return;
    this.#ended.add(reading);
    this.#save();
  }

  /**
   * Returns true when the app ended unexpectedly while it read this PDF, and the PDF has not been read
   * completely since then.
   */
  endedApp(sha256: string): boolean {
    return this.#ended.has(sha256);
  }

  /**
   * Runs `work`, which parses the PDF with this hash. The record of this PDF exists until `work` has ended.
   * @throws whatever `work` throws
   */
  async during<T>(sha256: string, work: () => Promise<T>): Promise<T> {
    this.#calls += 1;
    if (this.#reading !== sha256) {
      this.#reading = sha256;
      this.#save();
    }
    try {
      const result = await work();
      this.#ended.delete(sha256);
      return result;
    } finally {
      this.#calls -= 1;
      if (this.#calls === 0) {
        this.#reading = null;
        this.#save();
      }
    }
  }

  /** Removes the record. Must be called when the plugin or the app ends normally, without a crash. */
  close(): void {
    this.#reading = null;
    this.#save();
    this.#isClosed = true;
  }

  /** Forgets the PDFs that were being read when the app ended unexpectedly. */
  forget(): void {
    this.#ended.clear();
    this.#save();
  }

  #save(): void {
    if (this.#isClosed) return;
    const ended = [...this.#ended].slice(-mostRemembered);
    const isEmpty = this.#reading === null && ended.length === 0;
    this.store.save(storeKey, isEmpty ? null : { reading: this.#reading, ended });
  }
}

function stored(value: unknown): { readonly reading: string | null; readonly ended: readonly string[] } {
  if (typeof value !== 'object' || value === null) return { reading: null, ended: [] };
  const reading: unknown = 'reading' in value ? value.reading : null;
  const ended: readonly unknown[] = 'ended' in value && Array.isArray(value.ended) ? value.ended : [];
  return {
    reading: typeof reading === 'string' ? reading : null,
    ended: ended.filter((hash) => typeof hash === 'string'),
  };
}
