import { unpack, type Packed } from './packed';

/** A start takes a quarter to half a second; a slow phone under load perhaps ten times that. */
const START_LIMIT_MS = 30_000;

/**
 * Unpacks a script that the bundle carries and runs it as a worker; resolves when it has said `{ type:
 * 'ready' }`. `name` is shown by developer tools.
 * @throws Error when the engine does not let it start, or it does not start in time.
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
    // The URL is only needed until then.
    URL.revokeObjectURL(url);
  }
}
