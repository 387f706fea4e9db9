import type { Page } from 'playwright-core';
import * as v from 'valibot';

const event = v.object({
  name: v.string(),
  pid: v.number(),
  tid: v.number(),
  /** CPU time of the thread, in microseconds. */
  tdur: v.optional(v.number()),
  args: v.optional(v.object({ name: v.optional(v.unknown()) })),
});
const trace = v.object({ traceEvents: v.array(v.unknown()) });

/**
 * Returns the CPU time, in ms, of the longest task of the page's main thread while `during` runs. CPU time
 * excludes delays caused by other programs.
 */
export async function longestTask(page: Page, during: () => Promise<void>): Promise<number> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser that can be traced.');
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  let buffer: Buffer;
  try {
    await during();
  } finally {
    buffer = await browser.stopTracing();
  }
  const events = v.parse(trace, JSON.parse(buffer.toString('utf8'))).traceEvents.flatMap((each) => {
    const parsed = v.safeParse(event, each);
    return parsed.success ? [parsed.output] : [];
  });
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${String(pid)} ${String(tid)}`),
  );
  const tasks = events.filter(
    ({ name, pid, tid }) =>
      name === 'ThreadControllerImpl::RunTask' && mains.has(`${String(pid)} ${String(tid)}`),
  );
  if (tasks.length === 0) throw new Error('The trace has no tasks.');
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur), 0) / 1_000;
}
