import { Failure } from '../failure';
import { unpack } from './packed';
import type { WorkerPort, WorkerPorts } from './ports';
import type { FromWorker, ToWorker } from './protocol';

/** A start takes a quarter to half a second; a slow phone under load perhaps ten times that. */
const START_LIMIT_MS = 30_000;

/** The real surroundings: a Worker from a Blob URL, and the window's timers. */
export const browserPorts: WorkerPorts = {
  startWorker: startDocumentWorker,
  timers: {
    set: (callback, delay) => window.setTimeout(callback, delay),
    clear: (timer) => window.clearTimeout(timer),
  },
};

/**
 * Unpacks the worker that the bundle carries and starts it.
 * @throws Failure `pdf-worker` when the engine does not let it start.
 */
export async function startDocumentWorker(): Promise<WorkerPort> {
  try {
    // Not evaluated, and not decoded, before the first PDF.
    const [script, cmaps, openjpeg] = await Promise.all([
      import('virtual:document-worker'),
      import('virtual:cmaps'),
      import('virtual:openjpeg'),
    ]);
    const worker = await started(await unpack(script.default));
    const assets: ToWorker = { type: 'assets', assets: { cmaps: cmaps.default, openjpeg: openjpeg.default } };
    worker.postMessage(assets);
    return portOf(worker);
  } catch (cause) {
    throw new Failure('pdf-worker', { passing: true, cause });
  }
}

/** Resolves when the worker has said that it runs. The URL is only needed until then. */
async function started(script: ArrayBuffer): Promise<Worker> {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url, { name: 'pdf-inbox' });
  let timer = 0;
  try {
    await new Promise<void>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if (data.type === 'ready') resolve();
      };
      worker.onerror = (event) => reject(new Error(`The document worker did not start: ${event.message}`));
      timer = window.setTimeout(() => reject(new Error('The document worker did not start in time.')), START_LIMIT_MS);
    });
    return worker;
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    window.clearTimeout(timer);
    URL.revokeObjectURL(url);
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
