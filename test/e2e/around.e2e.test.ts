import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, properties, sharedBrowser, type World, type WorldOptions } from './world';

/** The app around the plugin fails in one way or another. */
describe('the app around the plugin', () => {
  const browser = sharedBrowser();
  let world: World;

  const open = async (options: WorldOptions = {}): Promise<void> => {
    world = await openWorld({ browser: browser(), ...options });
  };
  const waitForNotice = async (words: string): Promise<void> => {
    await expect.poll(async () => (await world.host.notices()).join('\n')).toContain(words);
  };

  afterEach(async () => {
    await closeQuietly(world);
  });

  it('data.json that is empty or half written: the plugin says so, works offline and writes nothing over', async () => {
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
      // A change in the settings is refused in words.
      await host.openSettings();
      const tags = host.page.locator('.setting-item').filter({ hasText: 'Tags' }).locator('input').first();
      await tags.fill('mine');
      await expect.poll(() => host.page.locator('.notice').count()).toBeGreaterThan(1);
      await host.page.keyboard.press('Escape');
      expect(await readFile(file, 'utf8')).toBe(text);
    }
    expect((await host.notices()).join('\n')).not.toContain('Something unexpected');
  });

  it('a secret storage that throws and a local storage that is full: each is named, and work goes on', async () => {
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

  it('two windows of one vault: one works, the other says so and takes over when the first closes', async () => {
    await open({ enable: 'later' });
    const { host } = world;
    // A lock that is held elsewhere stands for the other window.
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
});
