import { Failure } from '../../failure';
import type { PdfSource } from './protocol';

/** pdf.js holds the whole file, and engines give a window or a phone's app little more. Bytes. */
const MOST_BYTES = 1_000_000_000;

/**
 * Gives each file a number of its own, and knows which of its pages are not to be touched, without keeping it
 * alive.
 */
export class Sources {
  readonly #maxBytes: number;
  readonly #numbers = new WeakMap<Blob, number>();
  readonly #skipped = new WeakMap<Blob, readonly number[]>();
  #last = 0;

  constructor(maxBytes = MOST_BYTES) {
    this.#maxBytes = maxBytes;
  }

  /** @throws Failure `pdf-empty` or `pdf-too-large`, before any work. */
  of(file: Blob, { password }: { readonly password?: string | undefined }): PdfSource {
    if (file.size === 0) throw new Failure('pdf-empty');
    if (file.size > this.#maxBytes) {
      throw new Failure('pdf-too-large', { details: { bytes: file.size, limit: this.#maxBytes } });
    }
    return { id: this.#numberOf(file), file, ...(password === undefined ? {} : { password }) };
  }

  /** Reading these pages ended a worker. */
  skip(file: Blob, pages: readonly number[]): void {
    this.#skipped.set(file, pages);
  }

  skipped(file: Blob): readonly number[] {
    return this.#skipped.get(file) ?? [];
  }

  #numberOf(file: Blob): number {
    const known = this.#numbers.get(file);
    if (known !== undefined) return known;
    this.#last += 1;
    this.#numbers.set(file, this.#last);
    return this.#last;
  }
}
