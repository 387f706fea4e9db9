import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startEndpoint, type RunningEndpoint } from '../endpoint/server';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, properties, sharedBrowser, type World, type WorldOptions } from './world';

/**
 * Slows the start of the app: each request for a lock takes half a second longer, and the app lists the files
 * of the vault only after nearly a second. `window.listings` has an entry for each call of
 * `getMarkdownFiles`: whether the layout was ready.
 */
function startSlowly(): void {
  const after = <T>(ms: number, work: () => Promise<T>): Promise<T> =>
    new Promise<void>((resolve) => setTimeout(resolve, ms)).then(work);
  const request = navigator.locks.request.bind(navigator.locks) as (...args: unknown[]) => Promise<unknown>;
  Object.assign(navigator.locks, { request: (...args: unknown[]) => after(500, () => request(...args)) });
  const listings: boolean[] = [];
  Object.assign(window, { listings });
  type Started = import('obsidian').App & { readonly driver: { connect: () => Promise<void> } };
  let app: Started | undefined;
  Object.defineProperty(window, 'app', {
    get: () => app,
    set: (started: Started) => {
      if (app !== undefined) return;
      app = started;
      const { driver, vault, workspace } = started;
      const connect = driver.connect.bind(driver);
      driver.connect = () => after(950, connect);
      const list = vault.getMarkdownFiles.bind(vault);
      vault.getMarkdownFiles = () => {
        listings.push(workspace.layoutReady);
        return list();
      };
    },
  });
}

describe('trouble outside the plugin', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint | undefined;

  const open = async (options: WorldOptions = {}): Promise<void> => {
    world = await openWorld({ browser: browser(), ...options });
  };
  const waitForNotice = async (words: string): Promise<void> => {
    await expect.poll(async () => (await world.host.notices()).join('\n')).toContain(words);
  };

  afterEach(async () => {
    await closeQuietly(world, endpoint);
    endpoint = undefined;
  });
  /** Opens a vault with a paid endpoint. Each PDF takes one request. */
  const openPaid = async (options: WorldOptions = {}): Promise<RunningEndpoint> => {
    endpoint = await startEndpoint();
    const settings = { provider: 'custom', baseUrl: endpoint.url, model: 'm', secondReading: false };
    await open({ prepare: { settings, secrets: { 'pdf-inbox-api-key': 'sk-1' } }, ...options });
    return endpoint;
  };

  it('the plugin works offline and does not overwrite data.json if this file is empty or half-written', async () => {
    await open({
      prepare: { settings: { settingsVersion: 2 } },
      files: { 'Inbox/a.pdf': contractLike('a') },
    });
    const { host } = world;
    await world.waitForNotes(1);
    const file = join(world.vault, '.obsidian/plugins/pdf-inbox/data.json');
    for (const [index, text] of ['', '{"provider":"cus'].entries()) {
      await writeFile(file, text);
      await host.reload();
      await waitForNotice('The settings file (data.json) of the plugin is empty or damaged.');
      await world.write(`Inbox/b ${index}.pdf`, contractLike(text));
      expect(properties(await world.waitForNote(`Inbox/b ${index}.md`))).toMatchObject({
        pdf_state: 'offline',
      });
      // If the user changes a setting, a notice says that the change is not saved.
      await host.openSettings();
      const tags = host.page.locator('.setting-item').filter({ hasText: 'Tags' }).locator('input').first();
      await tags.fill('mine');
      await expect.poll(() => host.page.locator('.notice').count()).toBeGreaterThan(1);
      await host.page.keyboard.press('Escape');
      expect(await readFile(file, 'utf8')).toBe(text);
    }
    expect((await host.notices()).join('\n')).not.toContain('Something unexpected');
  });

  it('when the app starts slowly, the plugin looks for notes only after the layout is ready', async () => {
    await open();
    const { host } = world;
    await host.kill();
    await host.page.context().addInitScript(startSlowly);
    await host.start();
    await world.write('Inbox/a.pdf', contractLike('a'));
    await world.waitForNote('Inbox/a.md');
    const listings = await host.page.evaluate(
      () => (window as unknown as { listings: readonly boolean[] }).listings,
    );
    // If the plugin looked for notes before the layout is ready, it would find none, and would write a second
    // note for each PDF.
    expect(new Set(listings)).toEqual(new Set([true]));
  });

  it('when the secret storage fails and the local storage is full, PDFs are still digested', async () => {
    const settings = { provider: 'custom', baseUrl: 'http://127.0.0.1:9/v1', model: 'm' };
    await open({ prepare: { settings }, enable: 'later' });
    const { host } = world;
    await host.page.evaluate(() => {
      const { app } = window as unknown as { app: import('obsidian').App };
      const broken = (): never => {
        throw new Error('The key ring is locked.');
      };
      Object.assign(app.secretStorage, { getSecret: broken, setSecret: broken, listSecrets: broken });
      Object.assign(app, {
        saveLocalStorage: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      });
    });
    await host.enablePlugin();
    await world.write('Inbox/a.pdf', contractLike('a'));
    await world.write('Inbox/b.pdf', contractLike('b'));
    await waitForNotice('The secret storage of the app cannot be used');
    await waitForNotice('The local storage of the app is full');
    await host.openSettings();
    const item = (name: string): ReturnType<typeof host.page.locator> =>
      host.page.locator('.setting-item').filter({ hasText: name });
    await expect.poll(() => item('API key').first().textContent()).toContain('cannot be used');
    await item('Provider').locator('select').first().selectOption('offline');
    await host.page.keyboard.press('Escape');
    await world.waitForNotes(2);
    expect((await host.notices()).join('\n')).not.toContain('Something unexpected');
  });

  it('while another window of the vault does the work, the plugin shows a notice and waits', async () => {
    await open({ enable: 'later' });
    const { host } = world;
    // The test holds the lock, as another window would.
    await host.page.evaluate(async () => {
      const { app } = window as unknown as { app: import('obsidian').App };
      app.saveLocalStorage('pdf-inbox-window', 'vault');
      await new Promise<void>((held) => {
        void navigator.locks.request('vault', () => {
          held();
          return new Promise<void>((resolve) => Object.assign(window, { closeOther: resolve }));
        });
      });
    });
    await host.enablePlugin();
    await waitForNotice('Another window of this vault');
    await world.write('Inbox/a.pdf', contractLike('a'));
    await host.runCommand('open-queue');
    await host.page.locator('.pdf-inbox-queue-banner').filter({ hasText: 'Another window' }).waitFor();
    await world.quiet();
    expect(await world.notes()).toEqual([]);
    await host.page.evaluate(() => (window as unknown as { closeOther: () => void }).closeOther());
    await world.waitForNotes(1);
    await expect.poll(() => host.page.locator('.pdf-inbox-queue-banner').isVisible()).toBe(false);
  });

  it.each(['at once', 'a second later'] as const)(
    'the plugin writes no second note if another plugin moves the new note %s',
    async (when) => {
      const { requests } = await openPaid({ files: { 'Notes/mine.txt': '' } });
      const { host } = world;
      await host.page.evaluate((way) => {
        const { app } = window as unknown as { app: import('obsidian').App };
        const move = (file: import('obsidian').TAbstractFile): void => {
          const to = file.path.replace('Inbox/', 'Notes/');
          if (file.path.endsWith('.md') && to !== file.path) void app.fileManager.renameFile(file, to);
        };
        app.vault.on('create', (file) =>
          way === 'at once' ? move(file) : window.setTimeout(move, 900, file),
        );
      }, when);
      await host.runCommand('open-queue');
      await world.write('Inbox/a.pdf', contractLike('a'));
      await world.waitForNote('Notes/a.md');
      await world.quiet();
      // Until the queue has finished the PDF, its row opens the PDF instead of the note.
      await expect.poll(() => host.cli('pdf-inbox:status')).toBe('Done: 1');
      await host.page.locator('.pdf-inbox-queue-row [data-act="open"]').click();
      const opened = (): Promise<unknown> =>
        host.page.evaluate(() => {
          const { app } = window as unknown as { app: import('obsidian').App };
          return app.workspace.getLeavesOfType('markdown').map(({ view }) => {
            const file: unknown = Reflect.get(view, 'file');
            return typeof file === 'object' && file !== null && 'path' in file ? file.path : null;
          });
        });
      await expect.poll(opened).toEqual(['Notes/a.md']);
      await host.page.locator('.notice').getByRole('button', { name: 'Open note' }).click();
      for (let restart = 0; restart < 2; restart += 1) {
        await world.quiet();
        expect(await world.notes()).toEqual(['Notes/a.md']);
        await host.reload();
      }
      expect(requests).toHaveLength(1);
    },
  );

  it('when a deleted note returns, the queue no longer lists its PDF as left out', async () => {
    await open();
    const { host } = world;
    await world.write('Inbox/a.pdf', contractLike('a'));
    const note = await world.waitForNote('Inbox/a.md');
    await host.runCommand('open-queue');
    const rows = host.page.locator('[data-section="known"] .pdf-inbox-queue-row');
    await rm(join(world.vault, 'Inbox/a.md'));
    await expect
      .poll(() => rows.allTextContents())
      .toEqual([expect.stringContaining('Its note was deleted')]);
    await world.write('Inbox/a.md', note);
    await expect.poll(() => rows.count()).toBe(0);
  });

  it.each(['open', 'closed'] as const)(
    'no PDF is paid for twice if another program renames the inbox while the app is %s',
    async (state) => {
      const { requests } = await openPaid();
      const { host } = world;
      for (const name of ['a', 'b']) await world.write(`Inbox/${name}.pdf`, contractLike(name));
      await world.waitForNotes(2);
      await world.quiet();
      if (state === 'closed') await host.kill();
      await rename(join(world.vault, 'Inbox'), join(world.vault, 'Post'));
      if (state === 'closed') await host.start();
      await waitForNotice(
        'The inbox folder Inbox does not exist. If it was renamed or moved, choose it in the settings.',
      );
      await host.runCommand('open-queue');
      await host.page
        .locator('[data-section="known"] .pdf-inbox-queue-row')
        .first()
        .waitFor({ state: 'detached' });
      await host.openSettings();
      const field = host.page
        .locator('.setting-item')
        .filter({ hasText: 'Inbox folder' })
        .locator('input')
        .first();
      await field.fill('Post');
      await host.page.keyboard.press('Tab');
      await expect.poll(async () => (await host.data())?.['inboxFolder']).toBe('Post');
      await host.page.keyboard.press('Escape');
      await world.quiet();
      await host.reload();
      await world.quiet();
      expect((await host.notices()).join()).not.toContain('does not exist');
      expect(await world.notes()).toEqual(['Post/a.md', 'Post/b.md']);
      expect(requests).toHaveLength(2);
      await world.write('Post/c.pdf', contractLike('c'));
      await world.waitForNote('Post/c.md');
      expect(requests).toHaveLength(3);
    },
  );
});
