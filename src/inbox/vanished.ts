import type { Timers } from '../clock';
import type { PdfFile } from './vault';

/**
 * Maximum time in ms between the events with which the app reports that another program has moved a file.
 */
const moveTime = 3_000;

/**
 * Decides whether a PDF that was deleted while it was processed has only been moved. Another program moves a
 * file by deleting and creating it. The request in flight is then already paid, so the work continues. It
 * ends without a note, and the answer is used for the PDF at its new place.
 */
export class Vanished {
  #file: { readonly name: string; readonly size: number | undefined } | null = null;
  #timer = 0;

  constructor(private readonly timers: Timers) {}

  /** Calls `cancel` for a deleted PDF, unless a PDF of the same name and size arrives soon. */
  wait({ name, stat }: PdfFile, cancel: () => void): void {
    this.stop();
    this.#file = { name, size: stat?.size };
    this.#timer = this.timers.set(cancel, moveTime);
  }

  /**
   * Must be called for each PDF that arrives. A file with the same name and another size has replaced the
   * deleted PDF, so the PDF was not moved.
   */
  arrived({ name, stat }: PdfFile): void {
    if (this.#file?.name === name && this.#file.size === stat?.size) this.stop();
  }

  stop(): void {
    this.timers.clear(this.#timer);
    this.#file = null;
  }
}
