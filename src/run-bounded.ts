import { throwIfCancelled } from './failure';

/**
 * Runs at most `concurrency` tasks at a time, and returns their results in the order of the tasks. After a
 * task has failed, no other task is started. The promise settles only after all running tasks have ended.
 * @throws whatever the first failing task threw, or Cancelled
 */
export async function runBounded<Result>(
  tasks: readonly (() => Promise<Result>)[],
  concurrency: number,
  signal: AbortSignal,
): Promise<Result[]> {
  const results: Result[] = [];
  const failures: unknown[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < tasks.length && failures.length === 0) {
      const index = next;
      next += 1;
      try {
        throwIfCancelled(signal);
        const task = tasks[index];
        if (task !== undefined) results[index] = await task();
      } catch (thrown) {
        failures.push(thrown);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.floor(concurrency)) }, lane));
  if (failures.length > 0) throw failures[0];
  return results;
}
