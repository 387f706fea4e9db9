import cmaps from 'virtual:cmaps';
import documentWorker from 'virtual:document-worker';
import openjpeg from 'virtual:openjpeg';
import { systemClock } from '../../clock';
import { Failure } from '../../failure';
import { packedWords } from '../../i18n/messages';
import { portOf, type WorkerPort } from '../rpc/port';
import { startScript } from '../rpc/start-script';
import type { DocumentPorts } from './client';

/** The real ports: a Worker from a Blob URL, and the timers of the JavaScript engine. */
export const browserPorts: DocumentPorts = {
  startWorker: startDocumentWorker,
  setup: () => ({ cmaps: cmaps(), openjpeg: openjpeg(), words: packedWords() }),
  timers: systemClock,
};

/**
 * Starts the worker whose code is in the bundle.
 * @throws Failure `pdf-worker` when the worker does not start.
 */
async function startDocumentWorker(): Promise<WorkerPort> {
  try {
    return portOf(await startScript(documentWorker, 'pdf-inbox'));
  } catch (cause) {
    throw new Failure('pdf-worker', { cause });
  }
}
