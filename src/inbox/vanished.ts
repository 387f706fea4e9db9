import type { Timers } from '../clock';
import type { PdfFile } from './vault';

/**
 * If another program moves a file, the app reports that the file was deleted, and then that a new file
 * arrived. This is the maximum time between the two reports, in ms.
 */
const moveTime = 3_000;

/**
 * Handles a PDF that disappears while the plugin works on it. If another program only moved the PDF, the work
 * continues, because the request in flight is already paid.
 */
export class Vanished {
  #file: { readonly name: string; readonly size: number | undefined } | null = null;
  #timer = 0;

  constructor(private readonly timers: Timers) {}

  /** Calls `cancel` unless a PDF with the same name and size arrives soon. */
  wait({ name, stat }: PdfFile, cancel: () => void): void {
    this.stop();
    this.#file = { name, size: stat?.size };
    this.#timer = this.timers.set(cancel, moveTime);
  }

  /** Must be called for each PDF that arrives. */
  arrived({ name, stat }: PdfFile): void {
    if (this.#file?.name === name && this.#file.size === stat?.size) this.stop();
  }

  stop(): void {
    this.timers.clear(this.#timer);
    this.#file = null;
  }
}
