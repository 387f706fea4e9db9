import { appendFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { contractLike } from '../fixtures/small';
import {
  closeQuietly,
  openWorld,
  pdf,
  properties,
  sharedBrowser,
  type World,
  type WorldOptions,
} from './world';

/** A PDF settles when it no longer changes. The plugin reads a PDF only after it has settled. */
describe('the inbox', () => {
  const browser = sharedBrowser();
  let world: World;
  const contract = contractLike('contract');

  const open = async (options: WorldOptions = {}): Promise<World> => {
    world = await openWorld({ browser: browser(), ...options });
    return world;
  };

  afterEach(async () => {
    await closeQuietly(world);
  });

  it('a new PDF gets a note with properties', async () => {
    await open();
    const chinese = await pdf('contract-zh-plain');
    await world.write('Inbox/合同.pdf', chinese);
    const note = await world.waitForNote('Inbox/合同.md');
    expect(properties(note)).toMatchObject({
      source_file: '[[合同.pdf]]',
      type: 'pdf',
      status: 'inbox',
      pdf_state: 'offline',
      pdf_model: 'offline',
      pdf_sha256: createHash('sha256').update(chinese).digest('hex'),
    });
  });

  it('a PDF that is moved into a folder of the inbox gets a note in this folder', async () => {
    await open();
    await world.moveIn('Inbox/sub/合同.pdf', contract);
    await world.waitForNote('Inbox/sub/合同.md');
  });

  it('a PDF outside of the inbox gets a note only after a move into the inbox', async () => {
    await open({ files: { 'Elsewhere/a.pdf': contract } });
    await world.quiet();
    expect(await world.notes()).toEqual([]);
    await world.host.page.evaluate(async () => {
      const { app } = window as unknown as { app: import('obsidian').App };
      const file = app.vault.getFileByPath('Elsewhere/a.pdf');
      if (file) await app.fileManager.renameFile(file, 'Inbox/a.pdf');
    });
    await world.waitForNote('Inbox/a.md');
  });

  it('at the start of the app, only PDFs in the inbox get notes', async () => {
    await open({ files: { 'Inbox/合同.pdf': contract, 'Elsewhere/not-mine.pdf': contract } });
    await world.waitForNote('Inbox/合同.md');
    await world.quiet();
    expect(await world.notes()).toEqual(['Inbox/合同.md']);
  });

  it('a restart neither adds a note nor changes an existing note', async () => {
    await open({ files: { 'Inbox/a.pdf': contract } });
    await world.waitForNote('Inbox/a.md');
    const before = await world.read('Inbox/a.md');
    await world.host.reload();
    await world.quiet();
    expect(await world.notes()).toEqual(['Inbox/a.md']);
    expect(await world.read('Inbox/a.md')).toBe(before);
  });

  it('the plugin writes one note of a PDF that arrives in 20 pieces', async () => {
    await open();
    const path = join(world.vault, 'Inbox/pieces.pdf');
    const size = Math.ceil(contract.length / 20);
    await writeFile(path, '');
    for (let piece = 0; piece < 20; piece += 1) {
      await appendFile(path, contract.subarray(piece * size, (piece + 1) * size));
      await setTimeout(60);
    }
    const note = await world.waitForNote('Inbox/pieces.md');
    expect(properties(note)['pdf_sha256']).toBe(createHash('sha256').update(contract).digest('hex'));
    await world.quiet();
    expect(await world.notes()).toEqual(['Inbox/pieces.md']);
  });

  it('the plugin writes only one note if a PDF settles before it is complete', async () => {
    await open();
    const path = join(world.vault, 'Inbox/slow.pdf');
    await writeFile(path, contract.subarray(0, 400));
    await setTimeout(1_500);
    await appendFile(path, contract.subarray(400));
    const note = await world.waitForNote('Inbox/slow.md');
    expect(properties(note)).toMatchObject({ pdf_state: 'offline' });
    await world.quiet();
    expect(await world.notes()).toEqual(['Inbox/slow.md']);
  });

  it('the plugin writes one note of the new file if a PDF is replaced before it settles', async () => {
    await open({ pauseShare: 1 });
    await world.write('Inbox/a.pdf', contractLike('first'));
    await setTimeout(300);
    await world.moveIn('Inbox/a.pdf', contract);
    const note = await world.waitForNote('Inbox/a.md');
    expect(properties(note)['pdf_sha256']).toBe(createHash('sha256').update(contract).digest('hex'));
    await world.quiet();
    expect(await world.notes()).toEqual(['Inbox/a.md']);
  });

  it('the note stays unchanged and a notice appears if the PDF is replaced', async () => {
    await open();
    await world.write('Inbox/a.pdf', contractLike('first'));
    const before = await world.waitForNote('Inbox/a.md');
    await world.moveIn('Inbox/a.pdf', contract);
    await world.quiet();
    expect(await world.notes()).toEqual(['Inbox/a.md']);
    expect(await world.read('Inbox/a.md')).toBe(before);
    expect((await world.host.notices()).join('\n')).toContain('has changed');
  });

  it('a .part file gets a note when its name changes to .pdf', async () => {
    await open();
    await world.write('Inbox/a.pdf.part', contract);
    await setTimeout(300);
    await rename(join(world.vault, 'Inbox/a.pdf.part'), join(world.vault, 'Inbox/a.pdf'));
    await world.waitForNote('Inbox/a.md');
  });

  it('two PDFs with the same bytes get one note', async () => {
    await open();
    await world.write('Inbox/a.pdf', contract);
    await world.write('Inbox/b.pdf', contract);
    await world.waitForNotes(1);
    await world.quiet();
    expect(await world.notes()).toHaveLength(1);
  });

  it('no incomplete note appears if a PDF is deleted while it settles or is read', async () => {
    await open();
    const long = await pdf('contract-zh');
    for (const after of [100, 450, 600, 800]) {
      await world.write('Inbox/gone.pdf', long);
      await setTimeout(after);
      await rm(join(world.vault, 'Inbox/gone.pdf'));
      await setTimeout(300);
    }
    await world.write('Inbox/next.pdf', contract);
    await world.waitForNote('Inbox/next.md');
    for (const path of await world.notes()) {
      // If the plugin wrote a note before the PDF was deleted, the note must be complete.
      expect(await world.read(path)).toMatch(/由 PDF Inbox|Made by PDF Inbox/);
    }
  });

  it('an empty file gets a note only after it is filled', async () => {
    await open();
    const path = join(world.vault, 'Inbox/empty.pdf');
    await writeFile(path, '');
    // The plugin checks the file again and again, so this line always waits for the full 1.5 seconds.
    await world.quiet(1_500);
    expect(await world.notes()).toEqual([]);
    expect(await world.host.notices()).toEqual([]);
    await writeFile(path, contract);
    await world.waitForNote('Inbox/empty.md');
  });

  it('the plugin writes no note if a file becomes empty while it settles', async () => {
    await open({ pauseShare: 1 });
    await world.write('Inbox/a.pdf', contract);
    await setTimeout(500);
    await truncate(join(world.vault, 'Inbox/a.pdf'));
    await world.quiet();
    expect(await world.notes()).toEqual([]);
  });

  it('each of 30 PDFs gets one note if all are added at the same time', async () => {
    await open();
    const names = Array.from({ length: 30 }, (_, index) => `Inbox/doc ${index}.pdf`);
    await Promise.all(names.map((name) => world.write(name, contractLike(name))));
    await world.waitForNotes(30);
    await world.quiet();
    expect(await world.notes()).toEqual(names.map((name) => name.replace('.pdf', '.md')).sort());
    expect((await world.host.notices()).length).toBeLessThan(8);
  });

  it('a note of the user stays unchanged if a PDF has the same name', async () => {
    await open({ files: { 'Inbox/合同.md': 'mine\n', 'Inbox/other.MD': 'mine too\n' } });
    await world.write('Inbox/合同.pdf', contract);
    await world.waitForNote('Inbox/合同 2.md');
    expect(await world.read('Inbox/合同.md')).toBe('mine\n');
    await world.write('Inbox/OTHER.pdf', contractLike('other'));
    await world.waitForNote('Inbox/OTHER 2.md');
    expect(await world.read('Inbox/other.MD')).toBe('mine too\n');
  });

  it('the plugin creates a missing note folder and writes the note into it', async () => {
    await open({ prepare: { settings: { noteFolder: 'Notes/PDF' } } });
    await world.write('Inbox/sub/合同.pdf', contract);
    const note = await world.waitForNote('Notes/PDF/合同.md');
    expect(note).toContain('合同.pdf#page=');
  });

  it('a PDF gets a note when another program creates the inbox folder together with the PDF', async () => {
    await open();
    await rm(join(world.vault, 'Inbox'), { recursive: true });
    await world.quiet();
    await world.write('Inbox/a.pdf', contract);
    await world.waitForNote('Inbox/a.md');
  });

  it('the setting of the inbox folder changes when the folder is renamed in the app', async () => {
    await open();
    await world.host.page.evaluate(async () => {
      const { app } = window as unknown as { app: import('obsidian').App };
      const folder = app.vault.getFolderByPath('Inbox');
      if (folder) await app.fileManager.renameFile(folder, 'Eingang');
    });
    await world.write('Eingang/a.pdf', contract);
    await world.waitForNote('Eingang/a.md');
    expect((await world.host.data())?.['inboxFolder']).toBe('Eingang');
  });

  it('if the plugin is disabled during work, it leaves no incomplete note and nothing running', async () => {
    await open();
    const live = await world.host.live();
    const long = await pdf('contract-zh');
    await world.write('Inbox/a.pdf', long);
    await expect.poll(() => world.host.statusBar(), { interval: 20 }).toContain('a.pdf');
    await world.write('Inbox/b.pdf', contractLike('b'));
    await world.host.disablePlugin();
    for (const path of await world.notes()) {
      expect(await world.read(path)).toMatch(/由 PDF Inbox|Made by PDF Inbox/);
    }
    const after = await world.notes();
    await world.quiet();
    expect(await world.notes()).toEqual(after);
    // If the plugin was disabled while a worker started, the worker ends when its start is complete.
    await expect.poll(() => world.host.live()).toMatchObject({ workers: 0, objectUrls: 0 });
    expect((await world.host.live()).listeners).toBeLessThan(live.listeners);
    // After the plugin is enabled again, it finds the remaining PDFs when the setup window is closed.
    await world.host.enablePlugin();
    await world.host.page.locator('.modal').waitFor();
    await world.host.page.keyboard.press('Escape');
    await world.waitForNotes(2);
  });

  it('the plugin leaves nothing running after it is enabled and disabled ten times', async () => {
    await open({ enable: 'later' });
    const before = await world.host.live();
    for (let round = 0; round < 10; round += 1) {
      await world.host.enablePlugin();
      await world.host.disablePlugin();
    }
    expect(await world.host.live()).toEqual(before);
  });
});
