import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chain, hashesOfWhole, type ChainResult, type Way } from './crash/chain';
import { buildWithPoints } from './crash/instrument';
import { PointServer } from './crash/point-server';
import { isFull } from '../runs';
import { sharedBrowser } from './world';

/**
 * Number of apps that run at the same time. Several can run on one machine, because an app mostly waits until
 * a file no longer changes.
 */
const chains = 4;

/**
 * Number of points that are tested, evenly chosen from all points. A point is a place in the code where the
 * app waits. `CRASH_POINTS=all` tests every point.
 */
const tried = isFull || process.env['CRASH_POINTS'] === 'all' ? Infinity : 12;

/** The app is killed at a point, and started again with the same vault and device. */
describe('a crash', () => {
  const browser = sharedBrowser();
  let folder: string;
  let plugin: string;
  let server: PointServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pdf-inbox-crash-'));
    plugin = join(folder, 'plugin');
    server = await PointServer.start();
    await buildWithPoints(plugin, server.address);
  });

  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const open = (name: string, way: Way): Promise<Chain> =>
    Chain.open(join(folder, name), plugin, browser(), way, server);

  async function pointsOf(way: Way): Promise<readonly string[]> {
    const chain = await open(`points ${way}`, way);
    const points = await chain.points();
    await chain.close();
    return points;
  }

  async function killAtEach(points: readonly string[], name: string, way: Way): Promise<ChainResult> {
    const chain = await open(name, way);
    for (const point of points) await chain.killAt(point);
    const result = await chain.finish();
    await chain.close();
    return result;
  }

  it(
    'after a crash at any point, each PDF has one complete note, and nothing is paid twice',
    { timeout: 1_800_000 },
    async () => {
      const [streamed, throughApp] = await Promise.all([pointsOf('streamed'), pointsOf('through the app')]);
      const inApp = new Set(throughApp);
      const only = streamed.filter((point) => !inApp.has(point));
      expect(throughApp.length).toBeGreaterThan(100);
      const every = Math.max(1, (throughApp.length + only.length) / tried);
      const picked = (points: readonly string[]): string[] =>
        points.filter((_, index) => Math.floor(index / every) !== Math.floor((index - 1) / every));
      const share = (points: readonly string[], index: number, of: number): string[] =>
        points.filter((_, at) => at % of === index);
      const results = await Promise.all([
        killAtEach(picked(only), 'streamed', 'streamed'),
        ...Array.from({ length: chains - 1 }, (_, index) =>
          killAtEach(share(picked(throughApp), index, chains - 1), `app ${index}`, 'through the app'),
        ),
      ]);
      for (const result of results) {
        const hashes = hashesOfWhole(result.notes);
        expect(hashes).toHaveLength(result.pdfs);
        expect(new Set(hashes).size).toBe(result.pdfs);
        // If no answer were stored, `paidTwice` would always be 0.
        expect(result.kept).toBeGreaterThan(result.pdfs);
        expect(result).toMatchObject({ missed: [], strays: [], paidTwice: 0, pageErrors: [] });
      }
      const sum = (count: (result: ChainResult) => number): number =>
        results.reduce((all, result) => all + count(result), 0);
      console.log(
        `Of ${String(throughApp.length + only.length)} points where the app waits, it was killed at ${String(sum(({ kills }) => kills))}, ` +
          `with ${String(sum(({ pdfs }) => pdfs))} PDFs.`,
      );
      expect(sum(({ kills }) => kills)).toBeGreaterThanOrEqual(Math.min(tried, 30));
    },
  );
});
