import { Failure } from '../../failure';
import { sizeLimits } from '../../pdf/size-limits';
import type { PdfSource } from './protocol';

/**
 * Gives each file a number, and remembers which of its pages must be skipped. The references to the files are
 * weak.
 */
export class Sources {
  readonly #maxBytes: number;
  readonly #numbers = new WeakMap<Blob, number>();
  readonly #skipped = new WeakMap<Blob, readonly number[]>();
  #last = 0;

  constructor(maxBytes: number = sizeLimits.computer.requested) {
    this.#maxBytes = maxBytes;
  }

  /** @throws Failure `pdf-empty` or `pdf-too-large` */
  of(file: Blob, { password }: { readonly password?: string | undefined }): PdfSource {
    if (file.size === 0) throw new Failure('pdf-empty');
    if (file.size > this.#maxBytes) {
      throw new Failure('pdf-too-large', { details: { bytes: file.size, limit: this.#maxBytes } });
    }
    return { id: this.#numberOf(file), file, ...(password === undefined ? {} : { password }) };
  }

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
