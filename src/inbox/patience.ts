import type { PdfFile } from './vault';

/**
 * Maximum number of times that the plugin begins again with one PDF. After that, it uses the file as it is.
 */
const mostRounds = 5;

/**
 * Counts for each PDF how often the plugin began again, which happens when the file is incomplete, in use, or
 * changed during the work. This number is limited, because an incomplete file always looks new if its
 * modification time is in the future.
 */
export class Patience {
  readonly #rounds = new Map<PdfFile, number>();

  roundsOf(file: PdfFile): number {
    return this.#rounds.get(file) ?? 0;
  }

  /** Adds 1 to the number for a PDF. Returns false if this number has already reached the maximum. */
  again(file: PdfFile): boolean {
    const rounds = this.roundsOf(file);
    if (rounds >= mostRounds) return false;
    this.#rounds.set(file, rounds + 1);
    return true;
  }

  /** Must be called when the work on a PDF has ended. */
  done(file: PdfFile): void {
    this.#rounds.delete(file);
  }
}
