import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, properties, sharedBrowser, type World } from './world';

type Move = readonly [from: string, to: string];

/** A PDF and its note stay connected when one of them is renamed or moved, and no second note is made. */
describe('renames and moves', () => {
  const browser = sharedBrowser();
  let world: World;
  /** The current note of each PDF. */
  const pairs = new Map<string, string>();

  beforeAll(async () => {
    const names = ['app', 'outside', 'closed'].flatMap((way) =>
      [1, 2, 3, 4].map((number) => `${way} ${String(number)}`),
    );
    world = await openWorld({ browser: browser(), files: { 'Elsewhere/mine.txt': '' } });
    // The PDFs arrive while the app runs. The plugin would ask about this many PDFs at its first start.
    for (const name of names) {
      await world.write(`Inbox/${name}.pdf`, contractLike(name));
      pairs.set(`Inbox/${name}.pdf`, `Inbox/${name}.md`);
    }
    await world.waitForNotes(names.length);
  });

  afterAll(async () => {
    await closeQuietly(world);
  });

  /** The moves: a PDF and a note are renamed, and a PDF and a note are moved to another folder. */
  const moves = (way: string): readonly Move[] => [
    [`Inbox/${way} 1.pdf`, `Inbox/${way} one.pdf`],
    [`Inbox/${way} 2.md`, `Inbox/${way} two.md`],
    [`Inbox/${way} 3.pdf`, `Elsewhere/${way} 3.pdf`],
    [`Inbox/${way} 4.md`, `Elsewhere/${way} four.md`],
  ];

  const isOffered = async (path: string, id: string): Promise<boolean> => {
    await world.host.openFile(path);
    return (await world.host.commands()).some((command) => command.id === `pdf-inbox:${id}`);
  };

  const expectPairs = async (moved: readonly Move[]): Promise<void> => {
    for (const [from, to] of moved) {
      const note = pairs.get(from);
      const pdf = [...pairs].find(([, path]) => path === from)?.[0];
      if (note !== undefined) pairs.delete(from);
      pairs.set(pdf ?? to, note ?? to);
    }
    // This PDF is added and digested after all moves. When its note is written, no other note will follow.
    const last = `Inbox/last ${String(pairs.size)}`;
    await world.write(`${last}.pdf`, contractLike(last));
    await world.waitForNote(`${last}.md`);
    pairs.set(`${last}.pdf`, `${last}.md`);
    for (const [pdf, note] of pairs) {
      await expect
        .poll(() => isOffered(pdf, 'regenerate-note').catch(() => false), { message: pdf })
        .toBe(true);
      await expect
        .poll(() => isOffered(note, 'open-source-pdf').catch(() => false), { message: note })
        .toBe(true);
      expect(properties(await world.read(note))).toMatchObject({ pdf_state: 'offline' });
    }
    expect(await world.notes()).toEqual([...pairs.values()].sort());
  };

  const onDisk = async (moved: readonly Move[]): Promise<void> => {
    for (const [from, to] of moved) await rename(join(world.vault, from), join(world.vault, to));
  };

  it('in the app: stay connected', async () => {
    const moved = moves('app');
    await world.host.page.evaluate(async (all) => {
      const { app } = window as unknown as { app: import('obsidian').App };
      for (const [from, to] of all) {
        const file = app.vault.getFileByPath(from);
        if (file) await app.fileManager.renameFile(file, to);
      }
    }, moved);
    await expectPairs(moved);
  });

  it('outside the app, while it runs: stay connected', async () => {
    const moved = moves('outside');
    await onDisk(moved);
    await expectPairs(moved);
  });

  it('outside the app, while it is closed: stay connected', async () => {
    const moved = moves('closed');
    await world.host.kill();
    await onDisk(moved);
    await world.host.start();
    await expectPairs(moved);
  });

  it('a device without automatic digests still knows its notes', async () => {
    await world.host.page.evaluate(() => {
      const { app } = window as unknown as { app: import('obsidian').App };
      app.saveLocalStorage('pdf-inbox-auto', false);
    });
    await world.host.reload();
    await expect.poll(() => isOffered('Inbox/app one.pdf', 'regenerate-note')).toBe(true);
  });
});
