import type { PdfFile } from './vault';

/** How often a PDF is begun again before the plugin takes it as it is. */
const mostRounds = 5;

/**
 * Counts how often a PDF was begun in vain, because its file was incomplete, in use, or changed meanwhile.
 * The count is a bound that needs no clock: the clock of the device that wrote a file may be ahead.
 */
export class Patience {
  readonly #rounds = new Map<PdfFile, number>();

  /** The number of vain rounds so far. */
  roundsOf(file: PdfFile): number {
    return this.#rounds.get(file) ?? 0;
  }

  /** Counts a vain round. Returns false when there were enough of them. */
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
