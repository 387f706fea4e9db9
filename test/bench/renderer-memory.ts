import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Resident memory in bytes. */
  readonly resident: number;
  readonly isRenderer: boolean;
}

async function processes(): Promise<readonly Process[]> {
  const { stdout } = await run('ps', ['-eo', 'pid=,ppid=,rss=,args='], { maxBuffer: 10_000_000 });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, kilobytes, args] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (pid === undefined) return [];
    const isRenderer = args?.includes('--type=renderer') === true;
    return [{ pid: Number(pid), parent: Number(parent), resident: 1_024 * Number(kilobytes), isRenderer }];
  });
}

/**
 * Returns the resident memory, in bytes, of the largest renderer that this process has started. The function
 * needs `ps`.
 */
export async function rendererMemory(): Promise<number> {
  const all = await processes();
  const parents = new Map(all.map(({ pid, parent }) => [pid, parent]));
  const isOurs = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) {
      if (at === process.pid) return true;
    }
    return false;
  };
  return Math.max(
    0,
    ...all.filter(({ pid, isRenderer }) => isRenderer && isOurs(pid)).map(({ resident }) => resident),
  );
}

/**
 * Waits for `work`. Returns its result, and the maximum memory of a renderer while `work` runs, in bytes. The
 * memory is measured every 50 ms.
 */
export async function peakDuring<T>(
  work: Promise<T>,
): Promise<{ readonly result: T; readonly peak: number }> {
  let peak = 0;
  let isOver = false;
  const measuring = (async () => {
    while (!isOver) {
      peak = Math.max(peak, await rendererMemory());
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  try {
    return { result: await work, peak };
  } finally {
    isOver = true;
    await measuring;
  }
}
