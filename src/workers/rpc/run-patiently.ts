import { Failure } from '../../failure';
import { WorkerLost, type Task, type WarmWorker } from './warm-worker';

/** Workers that a job may lose before it is given up. One may have been ended for want of memory. */
const MAX_LOST_WORKERS = 2;

/**
 * Runs a job that has no part to leave out: when its worker is lost, in a new one.
 * @throws Failure `unexpected` when that one is lost as well; what `WarmWorker.run` throws otherwise.
 */
export async function runPatiently<Result>(worker: WarmWorker, task: Task<Result>, signal: AbortSignal): Promise<Result> {
  for (let lost = 1; ; lost += 1) {
    try {
      return await worker.run(task, signal);
    } catch (thrown) {
      if (!(thrown instanceof WorkerLost)) throw thrown;
      if (lost === MAX_LOST_WORKERS) throw new Failure('unexpected', { cause: thrown });
    }
  }
}
