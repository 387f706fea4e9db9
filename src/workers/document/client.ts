import { createDigestEngine } from './digest';
import type { DigestEngine } from '../../digest/engine';
import type { PageComparer } from '../../note/changes/comparer';
import { createPageComparer } from './compare';
import { createNoteMaker } from './note';
import type { NoteMaker } from '../../note/maker';
import { createPdfExtractor } from './extract';
import type { PdfExtractor } from '../../pdf/extractor';
import { Sources } from './sources';
import type { WorkerPorts } from '../rpc/ports';
import { WarmWorker } from '../rpc/warm-worker';

export interface WorkerLimits {
  /** How long a worker may say nothing, in ms, before it counts as hung. */
  readonly silence: number;
  /** How long a worker without work is kept, in ms. */
  readonly idle: number;
  /** Bytes of a PDF. */
  readonly size?: number;
}

const LIMITS: WorkerLimits = {
  // A page takes milliseconds, a bad one seconds.
  silence: 20_000,
  // The next PDF of a batch comes within seconds.
  idle: 60_000,
};

/** The stages that run in the document worker, as the app sees them. */
export interface DocumentWorker {
  readonly extractor: PdfExtractor;
  readonly engine: DigestEngine;
  readonly maker: NoteMaker;
  readonly comparer: PageComparer;
  /** Ends the worker and frees everything. Work under way ends with Cancelled. */
  dispose(): void;
}

/** Nothing is started before the first PDF. */
export function createDocumentWorker(ports: WorkerPorts, limits: WorkerLimits = LIMITS): DocumentWorker {
  const worker = new WarmWorker(ports, limits);
  const sources = new Sources(limits.size);
  return {
    extractor: createPdfExtractor(worker, sources),
    engine: createDigestEngine(worker, sources),
    maker: createNoteMaker(worker),
    comparer: createPageComparer(worker, sources),
    dispose: () => worker.dispose(),
  };
}
