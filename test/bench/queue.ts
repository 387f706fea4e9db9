/**
 * Compares the app with and without the plugin, in the test host, in a vault with 50,000 files (1,000 of them
 * new PDFs): the time of the start, the time until the notes are indexed, and the longest task on the main
 * thread. The longest task is also measured while the view of a full queue opens and scrolls. The app starts
 * several times. Only the best times are used, because other programs can only slow the app down.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEndpoint } from '../endpoint/server';
import { launchBrowser } from '../host/browser';
import { openHost, type Host } from '../host/index';
import { longestTask } from './longest-task';
import { measurePage } from './queue-page';
import { makeVault } from './queue-vault';

const SIZE = { notes: 2_000, others: 47_000, pdfs: 1_000 };
const ROUNDS = Number(process.argv[2] ?? 2);
/** The largest allowed ratio of the app's start time with the plugin to its start time without the plugin. */
const START_TARGET = 1.15;
/**
 * The largest allowed ratio of two times. The first is the time until all PDFs are in the queue, with the
 * plugin. The second is the time until all notes are indexed, without the plugin. Both begin at the start of
 * the page.
 */
const RECONCILE_TARGET = 2.5;
/** The longest allowed task of the main thread, in ms. */
const TASK_TARGET = 50;
const TIMEOUT_MS = 120_000;

interface Round {
  /** Time in ms from the start of the page until the app's layout is ready. */
  readonly ready: number;
  /**
   * Time in ms, after the layout is ready, until all notes are indexed and the plugin (if it is enabled) has
   * looked at every PDF.
   */
  readonly reconciled: number;
  /** The longest task after the layout was ready, in ms. */
  readonly task: number;
}

async function start(host: Host, withPlugin: boolean): Promise<Round> {
  await (withPlugin ? host.enablePlugin() : host.disablePlugin());
  await host.reload();
  const ready = await host.page.evaluate(() => performance.now());
  const task = await longestTask(host.page, async () => {
    await host.page.waitForFunction(
      (pdfs) => window.measures.indexedAt > 0 && window.measures.pdfsSeen >= pdfs,
      withPlugin ? SIZE.pdfs : 0,
      { timeout: TIMEOUT_MS },
    );
    if (withPlugin)
      await host.page
        .locator('.pdf-inbox-status', { hasText: `${String(SIZE.pdfs - 1)} waiting` })
        .waitFor({ timeout: TIMEOUT_MS });
  });
  const { indexedAt, reconciledAt } = await host.page.evaluate(() => window.measures);
  return { ready, reconciled: Math.max(indexedAt, reconciledAt) - ready, task };
}

function report(what: string, value: number, target: number, unit = ''): void {
  console.warn(`${what.padEnd(66)} ${value.toFixed(2)}${unit}  (at most ${String(target)}${unit})`);
  if (!(value <= target)) process.exitCode = 1;
}

async function scroll({ page }: Host): Promise<void> {
  await page.locator('.pdf-inbox-queue-list').evaluate(async (list, steps) => {
    for (let step = 1; step <= steps; step += 1) {
      list.scrollTo(0, (list.scrollHeight * step) / steps);
      await new Promise(requestAnimationFrame);
    }
  }, 100);
}

function best(rounds: readonly Round[], of: (round: Round) => number): number {
  return Math.min(...rounds.map(of));
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-inbox-queue-'));
  const vault = join(folder, 'vault');
  await makeVault(vault, SIZE);
  const browser = await launchBrowser();
  // The server never answers, so the queue stays full.
  const server = await startEndpoint({ fault: 'slow' });
  const settings = { provider: 'custom', baseUrl: server.url, model: 'bench' };
  const host = await openHost({
    vault,
    browser,
    enable: 'later',
    device: join(folder, 'device'),
    prepare: { settings },
  });
  try {
    await host.page.context().addInitScript(measurePage);
    const nothing: Round[] = [];
    const plugin: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      nothing.push(await start(host, false));
      plugin.push(await start(host, true));
    }
    const files = Object.values(SIZE).reduce((sum, count) => sum + count, 0);
    console.warn(
      `${files.toLocaleString('en')} files, ${String(SIZE.pdfs)} PDFs in the inbox, best of ${String(ROUNDS)} rounds`,
    );
    for (const [name, rounds] of [
      ['nothing', nothing],
      ['PDF Inbox', plugin],
    ] as const) {
      const [ready, reconciled, task] = [
        best(rounds, (each) => each.ready),
        best(rounds, (each) => each.reconciled),
        best(rounds, (each) => each.task),
      ];
      console.warn(
        `${name.padEnd(10)} layout ready ${ready.toFixed(0)} ms, then reconciled ${reconciled.toFixed(0)} ms, longest task ${task.toFixed(0)} ms`,
      );
    }
    report(
      'start to layout ready / without the plugin',
      best(plugin, (each) => each.ready) / best(nothing, (each) => each.ready),
      START_TARGET,
    );
    const whole = (each: Round): number => each.ready + each.reconciled;
    report(
      'start to index read and inbox reconciled / index read',
      best(plugin, whole) / best(nothing, whole),
      RECONCILE_TARGET,
    );
    report(
      'longest task while reconciling and filling the queue',
      best(plugin, (each) => each.task),
      TASK_TARGET,
      ' ms',
    );
    const rows = host.page.locator('.pdf-inbox-queue-row');
    const opening = async (): Promise<void> => {
      await host.runCommand('open-queue');
      await host.page.waitForFunction(
        (count) => document.querySelectorAll('.pdf-inbox-queue-row').length >= count,
        SIZE.pdfs,
        { timeout: TIMEOUT_MS },
      );
    };
    report(
      `longest task while the view with ${String(SIZE.pdfs)} rows opens`,
      await longestTask(host.page, opening),
      TASK_TARGET,
      ' ms',
    );
    report(
      'longest task while it scrolls from end to end',
      await longestTask(host.page, () => scroll(host)),
      TASK_TARGET,
      ' ms',
    );
    const cancelling = async (): Promise<void> => {
      await rows.nth(1).focus();
      for (let times = 0; times < 20; times += 1) await host.page.keyboard.press('Delete');
    };
    report(
      'longest task while rows are taken away with the keyboard',
      await longestTask(host.page, cancelling),
      TASK_TARGET,
      ' ms',
    );
    if (host.pageErrors.length > 0) throw new Error(host.pageErrors.join('\n'));
  } finally {
    await host.close();
    await server.close();
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
