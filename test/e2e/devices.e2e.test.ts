import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startEndpoint, type RunningEndpoint } from '../endpoint/server';
import { Random } from '../fixtures/random';
import { contractLike } from '../fixtures/small';
import { Copier } from './devices/copier';
import { runs } from '../runs';
import { openWorld, properties, sharedBrowser, type World } from './world';

const longestDelay = 5_000;

/**
 * After the last file is copied, the notes must stay as expected for this time, in ms. It is longer than the
 * four seconds after which a device removes a second note of the same PDF.
 */
const restMs = 7_000;

/** Each device has local data of its own. All devices share the vault by a sync service. */
describe('several devices', () => {
  const browser = sharedBrowser();
  const worlds: World[] = [];
  let endpoint: RunningEndpoint | undefined;
  let copier: Copier | undefined;

  const open = async (options: Parameters<typeof openWorld>[0] = {}): Promise<World> => {
    const world = await openWorld({ browser: browser(), ...options });
    worlds.push(world);
    return world;
  };

  afterEach(async () => {
    await copier?.close();
    const errors = worlds.flatMap(({ host }) => host.pageErrors);
    for (const world of worlds.splice(0)) await world.close();
    await endpoint?.close();
    [copier, endpoint] = [undefined, undefined];
    expect(errors).toEqual([]);
  });

  it('two devices together write one note for each of 50 PDFs despite a slow sync', async () => {
    endpoint = await startEndpoint({ latencyMs: 150 });
    const settings = { provider: 'custom', baseUrl: endpoint.url, model: 'm' };
    // The plugin's pauses are not shortened here, because their real length was chosen for the delays of a
    // sync service.
    const options = { pauseShare: 1, prepare: { settings } };
    const [one, other] = [await open(options), await open(options)];
    const random = new Random(50);
    const sync = new Copier([one.vault, other.vault], () => random.next() * longestDelay);
    copier = sync;
    const names = Array.from({ length: 50 }, (_, index) => `contract ${String(index)}`);
    for (const name of names) {
      const { vault } = random.next() < 0.5 ? one : other;
      await writeFile(join(vault, 'Inbox', `${name}.pdf`), contractLike(name));
      await new Promise((resolve) => setTimeout(resolve, random.next() * 200));
    }
    const expected = names.map((name) => `Inbox/${name}.md`).sort();
    let rightSince = Infinity;
    await expect
      .poll(
        async () => {
          const [left, right] = [await one.notes(), await other.notes()];
          const isRight =
            sync.isAtRest &&
            [left, right].every((notes) => JSON.stringify(notes) === JSON.stringify(expected));
          rightSince = isRight ? Math.min(rightSince, Date.now()) : Infinity;
          return Date.now() - rightSince > restMs
            ? 'right'
            : {
                left: left.length,
                right: right.length,
                odd: left.filter((path) => !expected.includes(path)),
              };
        },
        { timeout: 150_000, interval: 300 },
      )
      .toBe('right');
    const hashes = new Set<unknown>();
    for (const path of expected) {
      const note = await one.read(path);
      expect(await other.read(path)).toBe(note);
      expect(properties(note)).toMatchObject({ pdf_state: 'complete' });
      hashes.add(properties(note)['pdf_sha256']);
    }
    expect(hashes.size).toBe(50);
    // A conflict shows that both devices wrote a note of the same PDF. If both had digested every PDF, there
    // would be 100 requests for digests.
    expect(sync.conflicts).toBeGreaterThan(0);
    expect(endpoint.requests.filter(({ requestKind }) => requestKind === 'digest').length).toBeLessThan(100);
  });

  it('two devices lose no edit if a sync service keeps only the newest version of a note', async () => {
    const [one, other] = [await open(), await open()];
    const random = new Random(7);
    const sent = { pdf: false, md: false };
    const delayOf = (path: string): number | null =>
      sent[path.endsWith('.md') ? 'md' : 'pdf'] ? random.next() * 500 : null;
    const sync = new Copier([one.vault, other.vault], delayOf, 'newest-wins');
    copier = sync;
    const names = Array.from({ length: runs(8, 50) }, (_, index) => `contract ${String(index)}`);
    for (const name of names)
      await one.write(`Inbox/${name}.pdf`, contractLike(`${name}. The buyer must pay by 1 March 2026.`));
    await one.waitForNotes(names.length);
    // A note contains the time of its creation in whole seconds. The pause makes the notes of the two devices
    // differ.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    sent.pdf = true;
    // On each device, the user edits two of three notes as soon as they exist.
    const pending = names.flatMap((name, index) =>
      [one, other].flatMap((world, side) =>
        index % 3 === (side === 0 ? 1 : 2)
          ? []
          : [{ world, name, remark: `Remark ${String(side)} on ${name}.` }],
      ),
    );
    const ticked = new Map<string, string[]>();
    const work = async ({ world, name, remark }: (typeof pending)[number]): Promise<boolean> => {
      const task = await world.host.page.evaluate(
        async ([path, words]) => {
          const { vault } = (window as unknown as { app: import('obsidian').App }).app;
          const note = vault.getFileByPath(path);
          if (note === null) return null;
          let open = '';
          await vault.process(note, (text) => {
            open = /^- \[ \] .*$/m.exec(text)?.[0] ?? '';
            return `${text.replace(open, open.replace('[ ]', '[x]'))}\n${words}\n`;
          });
          return open;
        },
        [`Inbox/${name}.md`, remark] as const,
      );
      if (task === null) return false;
      ticked.set(name, [...(ticked.get(name) ?? []), remark, task.replace('[ ]', '[x]')]);
      return true;
    };
    await expect
      .poll(
        async () => {
          for (const job of [...pending]) if (await work(job)) pending.splice(pending.indexOf(job), 1);
          return pending.length;
        },
        { timeout: 60_000, interval: 50 },
      )
      .toBe(0);
    sent.md = true;
    const lacking = async (): Promise<string[]> => {
      const lost: string[] = [];
      for (const name of names) {
        const [left, right] = await Promise.all([one, other].map((world) => world.read(`Inbox/${name}.md`)));
        if (left !== right) lost.push(`${name} differs`);
        for (const words of ticked.get(name) ?? []) if (left?.split(words).length !== 2) lost.push(words);
      }
      return sync.isAtRest ? lost : [...lost, 'sync'];
    };
    await expect.poll(lacking, { timeout: 60_000, interval: 300 }).toEqual([]);
    expect(await one.notes()).toHaveLength(names.length);
    expect(sync.conflicts).toBeGreaterThan(0);
  });
});
