import { unpack, type Packed } from '../../packed';

/**
 * Maximum time for the start of a worker, in ms. A start usually takes 250 to 500 ms, and may take ten times
 * as long on a busy phone.
 */
const START_LIMIT_MS = 30_000;

/**
 * Runs a script of the bundle as a worker. Resolves when the worker has sent `{ type: 'ready' }`.
 * @param name the name that developer tools show
 * @throws Error when the engine does not start the worker, or does not start it in time.
 */
export async function startScript(script: Packed, name: string): Promise<Worker> {
  const code = await unpack(script());
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const worker = new Worker(url, { name });
  let timer = 0;
  try {
    await new Promise<void>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<{ readonly type: string }>) => {
        if (data.type === 'ready') resolve();
      };
      worker.onerror = (event) => reject(new Error(`The worker ${name} did not start: ${event.message}`));
      const giveUp = (): void => reject(new Error(`The worker ${name} did not start in time.`));
      timer = window.setTimeout(giveUp, START_LIMIT_MS);
    });
    return worker;
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    window.clearTimeout(timer);
    // The URL is not needed any more: the script is loaded, or loading has failed.
    URL.revokeObjectURL(url);
  }
}
