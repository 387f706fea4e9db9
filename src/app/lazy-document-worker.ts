import { Cancelled } from '../failure';
import type { NoteMaker } from '../note/maker';
import type { DocumentWorker } from '../workers/document/client';
import { browserPorts } from '../workers/document/start';

/**
 * The document worker. The code that calls the worker is loaded with the first call, because the app can
 * start without this code.
 */
export class LazyDocumentWorker {
  #worker: DocumentWorker | null = null;
  #isDisposed = false;

  /** Every function throws Failure `code-not-loaded` when the code cannot be loaded. */
  readonly maker: NoteMaker = {
    make: async (order, yaml) => (await this.load()).maker.make(order, yaml),
    decide: async (note, choices) => (await this.load()).maker.decide(note, choices),
    isUnchanged: async (note) => (await this.load()).maker.isUnchanged(note),
    reunite: async (remaining, withdrawn) => (await this.load()).maker.reunite(remaining, withdrawn),
  };

  /** Loads the code and does not start the worker. @throws Failure `code-not-loaded`, Cancelled */
  async load(): Promise<DocumentWorker> {
    const { createDocumentWorker } = await import('../workers/document/client');
    if (this.#isDisposed) throw new Cancelled();
    return (this.#worker ??= createDocumentWorker(browserPorts));
  }

  /** Ends the worker and frees its memory. Running and later calls end with Cancelled. */
  dispose(): void {
    this.#isDisposed = true;
    this.#worker?.dispose();
  }
}
