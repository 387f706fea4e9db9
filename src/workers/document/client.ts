import type { Timers } from '../../clock';
import type { DigestEngine } from '../../digest/engine';
import type { PageComparer } from '../../note/changes/comparer';
import type { NoteMaker } from '../../note/maker';
import type { PdfExtractor } from '../../pdf/extractor';
import type { WorkerPorts } from '../rpc/port';
import { WarmWorker } from '../rpc/warm-worker';
import { createPageComparer } from './compare';
import { createDigestEngine } from './digest';
import { createPdfExtractor } from './extract';
import { createNoteMaker } from './note';
import type { DocumentContract } from './protocol';
import { Sources } from './sources';

export interface DocumentPorts extends WorkerPorts<DocumentContract['setup']> {
  readonly timers: Timers;
}

export interface WorkerLimits {
  /** Time in ms after which a worker that sends nothing during a call is ended. */
  readonly silence: number;
  /** Time in ms after which a worker without work is ended. */
  readonly idle: number;
  /** Maximum size of a PDF in bytes. */
  readonly size?: number;
}

const LIMITS: WorkerLimits = {
  // A usual page takes milliseconds, and a slow one takes seconds.
  silence: 20_000,
  // The next PDF of a batch usually follows within seconds.
  idle: 60_000,
};

/** The objects through which the main thread calls the document worker. */
export interface DocumentWorker {
  readonly extractor: PdfExtractor;
  readonly engine: DigestEngine;
  readonly maker: NoteMaker;
  readonly comparer: PageComparer;
  /** Ends the worker and frees its memory. Running calls end with Cancelled. */
  dispose(): void;
}

/** The worker starts at the first call. */
export function createDocumentWorker(ports: DocumentPorts, limits: WorkerLimits = LIMITS): DocumentWorker {
  const { silence, idle, size } = limits;
  const worker = new WarmWorker<DocumentContract>({ ports, services: {}, silence, idle });
  const sources = new Sources(size);
  return {
    extractor: createPdfExtractor(worker, sources),
    engine: createDigestEngine(worker, sources),
    maker: createNoteMaker(worker),
    comparer: createPageComparer(worker, sources),
    dispose: () => worker.dispose(),
  };
}
