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

/** What the app's side of the document worker needs from its surroundings. */
export interface DocumentPorts extends WorkerPorts<DocumentContract['setup']> {
  readonly timers: Timers;
}

export interface WorkerLimits {
  /** How long a worker may be silent before it counts as hung, in ms. */
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
