import { createHash } from 'node:crypto';
import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fileNameOf } from '../../src/note/title-name';
import { startEndpoint, type RunningEndpoint } from '../endpoint/server';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, pdf, properties, sharedBrowser, type World } from './world';

type Move = readonly [from: string, to: string];

describe('renames and moves', () => {
  const browser = sharedBrowser();
  let world: World;
  /** Maps the current path of each PDF to the current path of its note. */
  const pairs = new Map<string, string>();

  beforeAll(async () => {
    const names = ['app', 'outside', 'closed'].flatMap((way) =>
      [1, 2, 3, 4].map((number) => `${way} ${String(number)}`),
    );
    world = await openWorld({ browser: browser(), files: { 'Elsewhere/mine.txt': '' } });
    // The PDFs arrive while the app runs. If so many PDFs existed at the first start, the plugin would ask
    // before it digests them.
    for (const name of names) {
      await world.write(`Inbox/${name}.pdf`, contractLike(name));
      pairs.set(`Inbox/${name}.pdf`, `Inbox/${name}.md`);
    }
    await world.waitForNotes(names.length);
  });

  afterAll(async () => {
    await closeQuietly(world);
  });

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
    // The plugin handles PDFs in order. If a move wrongly caused a second note for a PDF, the plugin has
    // written that note before the note of this last PDF.
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

  it('a PDF and its note stay connected if the user renames files in the app', async () => {
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

  it('a PDF and its note stay connected if another program renames files while the app runs', async () => {
    const moved = moves('outside');
    await onDisk(moved);
    await expectPairs(moved);
  });

  it('a PDF and its note stay connected if another program renames files while the app is closed', async () => {
    const moved = moves('closed');
    await world.host.kill();
    await onDisk(moved);
    await world.host.start();
    await expectPairs(moved);
  });

  it('a PDF and its note stay connected on a device without automatic digests', async () => {
    await world.host.page.evaluate(() => {
      const { app } = window as unknown as { app: import('obsidian').App };
      app.saveLocalStorage('pdf-inbox-auto', false);
    });
    await world.host.reload();
    await expect.poll(() => isOffered('Inbox/app one.pdf', 'regenerate-note')).toBe(true);
  });
});

describe('renames to the title', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint | undefined;

  afterEach(async () => {
    await closeQuietly(world, endpoint);
    endpoint = undefined;
  });

  const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const notice = (text: string): Promise<void> =>
    world.host.page.locator('.notice', { hasText: text }).first().waitFor({ timeout: 60_000 });
  const press = (text: string, button: string): Promise<void> =>
    world.host.page
      .locator('.notice', { hasText: text })
      .first()
      .getByRole('button', { name: button })
      .click();
  const pdfs = async (): Promise<readonly string[]> =>
    (await readdir(join(world.vault, 'Inbox'))).filter((name) => /\.pdf$/i.test(name)).sort();
  /** Returns the paths that the links of a note open. A link that opens nothing is returned unchanged. */
  const targets = (note: string): Promise<readonly string[]> =>
    world.host.page.evaluate((path) => {
      const { vault, metadataCache } = (window as unknown as { app: import('obsidian').App }).app;
      const file = vault.getFileByPath(path);
      const cache = file && metadataCache.getFileCache(file);
      const links = [...(cache?.links ?? []), ...(cache?.frontmatterLinks ?? [])];
      const to = (link: string): string => {
        const target = metadataCache.getFirstLinkpathDest(link.split('#')[0] ?? '', path);
        return target?.path ?? link;
      };
      return [...new Set(links.map(({ link }) => to(link)))];
    }, note);
  const settings = { renamePattern: '{{kind}} {{title}}' };

  it('the rename command updates links, and the PDF and its note stay connected after a restart', async () => {
    const running = await startEndpoint({ fault: 'good' });
    endpoint = running;
    const bytes = contractLike('scan');
    world = await openWorld({
      browser: browser(),
      prepare: {
        settings: { ...settings, provider: 'custom', baseUrl: running.url, model: 'test-model' },
        secrets: { 'pdf-inbox-api-key': 'sk-1' },
      },
      files: { 'Index.md': 'See [[scan 1.pdf#page=1]] and [[Inbox/scan 1|the note]].\n' },
    });
    await world.write('Inbox/scan 1.pdf', bytes);
    await world.waitForNote('Inbox/scan 1.md');
    await notice('is ready');
    const before = await world.read('Inbox/scan 1.md');
    const requestsBefore = running.requests.length;
    expect(requestsBefore).toBeGreaterThan(0);
    const title = (properties(before)['aliases'] as readonly string[])[0] ?? '';
    const name = fileNameOf(`Contract ${title}`);

    // Another PDF already has the new name, in upper case.
    await world.write(`Inbox/${name.toUpperCase()}.pdf`, contractLike('other'));
    await world.waitForNotes(3);
    const withOther = running.requests.length;
    await world.host.openFile('Inbox/scan 1.md');
    await world.host.runCommand('rename-to-title');
    await notice(`and its note is ${name} 2.pdf`);
    const note = `Inbox/${name} 2.md`;
    expect(hashOf(await readFile(join(world.vault, `Inbox/${name} 2.pdf`)))).toBe(hashOf(bytes));
    await expect.poll(() => targets(note)).toEqual([`Inbox/${name} 2.pdf`]);
    await expect.poll(() => targets('Index.md')).toEqual([`Inbox/${name} 2.pdf`, note]);

    await world.host.kill();
    await world.host.start();
    await world.host.openFile(`Inbox/${name} 2.pdf`);
    await expect
      .poll(async () => (await world.host.commands()).map(({ id }) => id))
      .toContain('pdf-inbox:regenerate-note');
    await world.host.openFile(note);
    await world.host.runCommand('rename-to-title');
    await notice('already matches its title');
    await world.quiet();
    expect(running.requests).toHaveLength(withOther);
    expect(await world.notes()).toHaveLength(3);
  });

  it('the user can undo a rename with the button in the notice or with the command', async () => {
    world = await openWorld({
      browser: browser(),
      prepare: { settings: { ...settings, renameByTitle: 'always' } },
    });
    await world.write('Inbox/a#1 [x].pdf', contractLike('scan'));
    await notice('The new name of');
    const [name = ''] = await pdfs();
    expect(name).toMatch(/^[\p{L}\p{N} .-]+\.pdf$/u);
    const note = `Inbox/${name.replace(/pdf$/, 'md')}`;
    expect(await world.notes()).toEqual([note]);
    await expect.poll(() => targets(note)).toEqual([`Inbox/${name}`]);
    expect(properties(await world.read(note))['source_file']).toBe(`[[${name}]]`);

    await world.host.runCommand('open-queue');
    const row = world.host.page.locator('[data-section=done] .pdf-inbox-queue-row');
    await expect.poll(() => row.locator('.pdf-inbox-queue-name').textContent()).toBe(name);
    await press('The new name of', 'Undo');
    await notice('are called a#1 [x].pdf again');
    expect(await pdfs()).toEqual(['a#1 [x].pdf']);
    const [old = ''] = await world.notes();
    await expect.poll(() => row.locator('.pdf-inbox-queue-name').textContent()).toBe('a#1 [x].pdf');

    await row.locator('[data-act=rename]').click();
    await notice('The new name of');
    expect(await pdfs()).toEqual([name]);
    await world.host.runCommand('undo-rename');
    await expect.poll(pdfs).toEqual(['a#1 [x].pdf']);
    await expect.poll(() => world.notes()).toEqual([old]);
    await expect.poll(() => row.locator('.pdf-inbox-queue-name').textContent()).toBe('a#1 [x].pdf');
    await row.press('Enter');
    await expect
      .poll(() =>
        world.host.page.evaluate(
          () => (window as unknown as { app: import('obsidian').App }).app.workspace.getActiveFile()?.path,
        ),
      )
      .toBe(old);
    await world.quiet();
    expect(await world.notes()).toEqual([old]);
  });

  it('if renaming the note fails, the PDF keeps its old name, and the user can try again', async () => {
    world = await openWorld({
      browser: browser(),
      language: 'zh',
      prepare: { settings: { renameByTitle: 'ask', renamePattern: 'SCAN {{kind}}' } },
    });
    await world.write('Inbox/scan 合同.pdf', contractLike('scan'));
    await notice('重命名为“SCAN 合同.pdf”');
    await world.host.page.evaluate(() => {
      const { fileManager } = (window as unknown as { app: import('obsidian').App }).app;
      const rename = fileManager.renameFile.bind(fileManager);
      fileManager.renameFile = (file, path) => {
        if (!path.endsWith('.md')) return rename(file, path);
        fileManager.renameFile = rename;
        return Promise.reject(new Error('busy'));
      };
    });
    await press('重命名为', '重命名');
    await notice('无法重命名文件');
    expect([await pdfs(), await world.notes()]).toEqual([['scan 合同.pdf'], ['Inbox/scan 合同.md']]);
    await world.host.chooseFileMenu('Inbox/scan 合同.md', '按标题重命名');
    await notice('已重命名为 SCAN 合同.pdf');
    expect([await pdfs(), await world.notes()]).toEqual([['SCAN 合同.pdf'], ['Inbox/SCAN 合同.md']]);
    await expect.poll(() => targets('Inbox/SCAN 合同.md')).toEqual(['Inbox/SCAN 合同.pdf']);
  });

  it('after several digests, one notice lets the user rename each PDF separately or all PDFs', async () => {
    const running = await startEndpoint({ latencyMs: 300 });
    endpoint = running;
    world = await openWorld({
      browser: browser(),
      language: 'zh',
      mobile: true,
      prepare: {
        settings: {
          provider: 'custom',
          baseUrl: running.url,
          model: 'test-model',
          secondReading: false,
          renameByTitle: 'ask',
          renamePattern: '{{kind}} {{title}}',
        },
        secrets: { 'pdf-inbox-api-key': 'sk-1' },
      },
    });
    const { page } = world.host;
    const old = ['扫描 1.pdf', '扫描 2.pdf', '扫描 3.pdf', '扫描 4.pdf', '扫描 5.pdf'];
    for (const name of old.slice(1)) await world.write(`Inbox/${name}`, contractLike(name));
    await world.write('Inbox/扫描 1.pdf', await pdf('contract-zh-plain'));
    await notice('5 个新 PDF');
    expect(await page.locator('.notice', { hasText: '重命名为' }).count()).toBe(0);
    expect(await pdfs()).toEqual(old);

    // In the list, the user decides about two PDFs with the keyboard, and then renames the other three with
    // one button.
    await press('5 个新 PDF', '逐个查看');
    const list = page.locator('.pdf-inbox-renames');
    const rows = list.locator('.setting-item');
    await expect.poll(() => rows.count()).toBe(5);
    const first = (await rows.nth(0).locator('.setting-item-name').textContent()) ?? '';
    const second = (await rows.nth(1).locator('.setting-item-name').textContent()) ?? '';
    await rows.nth(0).getByRole('button', { name: '保留原名' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => rows.count()).toBe(4);
    await page.keyboard.press('Enter');
    await notice('已重命名为');
    await list.getByRole('button', { name: '全部重命名（3 个）' }).click();
    await expect.poll(() => list.count()).toBe(0);
    await notice('3 个 PDF 及其笔记已重命名');
    const renamed = await pdfs();
    expect(renamed.filter((name) => old.includes(name))).toEqual([first]);
    for (const name of renamed) expect(await world.notes()).toContain(`Inbox/${name.replace(/pdf$/, 'md')}`);

    await press('3 个 PDF 及其笔记已重命名', '撤销');
    await notice('3 个 PDF 及其笔记已恢复原名');
    expect((await pdfs()).filter((name) => old.includes(name))).toEqual(
      old.filter((name) => name !== second),
    );
    expect(running.requests).toHaveLength(5);
  });
});
