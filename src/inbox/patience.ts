import type { PdfFile } from './vault';

/**
 * Maximum number of times that the plugin starts the work on a PDF again. After that, it uses the file as it
 * is.
 */
const mostRounds = 5;

/**
 * Counts for each PDF the times that the plugin stopped the work and started it again, because the file was
 * incomplete, in use, or changed meanwhile. The limit is a number and not a time, because the clock of the
 * device that wrote a file may be ahead.
 */
export class Patience {
  readonly #rounds = new Map<PdfFile, number>();

  /** Returns the number of times that the plugin has started the work on this PDF again. */
  roundsOf(file: PdfFile): number {
    return this.#rounds.get(file) ?? 0;
  }

  /**
   * Increases the count of a PDF by one. When the maximum is reached, the count stays the same and the result
   * is false.
   */
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
