import { unpack, type Packed } from '../../packed';

/**
 * Maximum time for the start of a worker, in ms. It usually takes 250 to 500 ms, and may take ten times as
 * long on a busy phone.
 */
const START_LIMIT_MS = 30_000;

/**
 * Unpacks a script in the bundle and runs it as a worker. Resolves when the worker has sent `{ type: 'ready'
 * }`. Developer tools show `name`.
 * @throws Error when the engine does not start it, or when it does not start in time.
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
    // The worker has loaded the script, or failed to load it, so the URL is no longer needed.
    URL.revokeObjectURL(url);
  }
}
