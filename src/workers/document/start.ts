import cmaps from 'virtual:cmaps';
import documentWorker from 'virtual:document-worker';
import openjpeg from 'virtual:openjpeg';
import { systemClock } from '../../clock';
import { Failure } from '../../failure';
import type { WorkerPort, WorkerPorts } from '../rpc/ports';
import type { FromWorker, ToWorker } from './protocol';
import { startScript } from '../rpc/start-script';

/** The real surroundings: a Worker from a Blob URL, and the engine's timers. */
export const browserPorts: WorkerPorts = {
  startWorker: startDocumentWorker,
  timers: systemClock,
};

/**
 * Unpacks the worker that the bundle carries and starts it.
 * @throws Failure `pdf-worker` when the engine does not let it start.
 */
async function startDocumentWorker(): Promise<WorkerPort> {
  try {
    const worker = await startScript(documentWorker, 'pdf-inbox');
    const assets: ToWorker = { type: 'assets', assets: { cmaps: cmaps(), openjpeg: openjpeg() } };
    worker.postMessage(assets);
    return portOf(worker);
  } catch (cause) {
    throw new Failure('pdf-worker', { cause });
  }
}

function portOf(worker: Worker): WorkerPort {
  return {
    post: (message) => worker.postMessage(message),
    listen: (onMessage, onDeath) => {
      worker.onmessage = (event: MessageEvent<FromWorker>) => onMessage(event.data);
      worker.onerror = (event) => onDeath(new Error(event.message));
      worker.onmessageerror = () => onDeath(new Error('A message of the document worker could not be read.'));
    },
    terminate: () => worker.terminate(),
  };
}
