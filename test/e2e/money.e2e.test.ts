import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startEndpoint, type RunningEndpoint } from '../endpoint/server';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, pdf, sharedBrowser, type World, type WorldOptions } from './world';

describe('paid requests', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint;

  const open = async (more: Record<string, unknown> = {}, options: WorldOptions = {}): Promise<void> => {
    endpoint = await startEndpoint();
    const settings = { provider: 'custom', baseUrl: endpoint.url, model: 'm', ...more };
    const prepare = { settings, secrets: { 'pdf-inbox-api-key': 'sk-1' } };
    world = await openWorld({ browser: browser(), prepare, ...options });
  };
  const papers = (folder: string, count: number): Record<string, Uint8Array> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `${folder}/paper ${index}.pdf`,
        contractLike(`${folder} ${index}`),
      ]),
    );
  const field = (): ReturnType<World['host']['page']['locator']> =>
    world.host.page.locator('.setting-item').filter({ hasText: 'Inbox folder' }).locator('input').first();
  const catalogue = (): ReturnType<World['host']['page']['locator']> =>
    world.host.page.locator('.modal.pdf-inbox-catalogue');
  const leftOut = async (): Promise<string[]> => {
    await world.host.runCommand('open-queue');
    const rows = world.host.page.locator('[data-section="known"] .pdf-inbox-queue-row');
    const names = await rows.locator('.pdf-inbox-queue-name').allTextContents();
    return names.sort();
  };

  afterEach(async () => {
    await closeQuietly(world, endpoint);
  });

  it('the existing PDFs of a new inbox folder are digested only if the user asks', async () => {
    await open({}, { files: { ...papers('Archive', 3), ...papers('Archive/2026', 7) } });
    await world.quiet();
    await world.host.openSettings();
    await field().fill('');
    await field().pressSequentially('Archive/2026');
    expect((await world.host.data())?.['inboxFolder']).not.toBe('Archive');
    await world.host.page.keyboard.press('Tab');
    await expect.poll(() => catalogue().textContent()).toContain('7 new PDFs');
    expect((await world.host.data())?.['inboxFolder']).toBe('Archive/2026');
    expect(await catalogue().textContent()).toContain('This folder is the inbox now');
    await world.host.page.keyboard.press('Escape');
    await expect.poll(() => catalogue().count()).toBe(0);
    await world.host.page.keyboard.press('Escape');
    const all = Array.from({ length: 7 }, (_, index) => `paper ${index}.pdf`);
    await expect.poll(leftOut).toEqual(all);
    await world.host.reload();
    await expect.poll(leftOut).toEqual(all);
    await world.write('Archive/2026/new.pdf', contractLike('new'));
    await world.waitForNote('Archive/2026/new.md');
    await world.quiet();
    expect(await world.notes()).toEqual(['Archive/2026/new.md']);
    const row = world.host.page.locator('.pdf-inbox-queue-row').filter({ hasText: 'paper 3.pdf' });
    await row.getByRole('button', { name: 'Digest it' }).click();
    await world.waitForNote('Archive/2026/paper 3.md');
    expect(await leftOut()).toHaveLength(6);
  });

  it('after a restart, the plugin sends no request about a digested, declined or failed PDF', async () => {
    await open({ confirmAboveTokens: 8_000 });
    const { host } = world;
    const notice = (text: string): ReturnType<World['host']['page']['locator']> =>
      host.page.locator('.notice').filter({ hasText: text });
    for (const name of ['deleted', 'damaged', 'changed', 'moved']) {
      await world.write(`Inbox/${name}.pdf`, contractLike(name));
      await world.waitForNote(`Inbox/${name}.md`);
    }
    await world.write('Inbox/failed.pdf', '%PDF-1.7 nothing\n%%EOF');
    await world.waitForNote('Inbox/failed.md');
    await world.write('Inbox/declined.pdf', await pdf('contract-zh-plain'));
    await notice('waits for your decision').getByRole('button', { name: 'Decide' }).click();
    await host.page.locator('.modal').waitFor();
    await host.page.keyboard.press('Escape');
    endpoint.setFault('reset-before-headers');
    await world.write('Inbox/offline.pdf', contractLike('offline'));
    await world.waitForNote('Inbox/offline.md');
    await world.quiet();
    await rm(join(world.vault, 'Inbox/deleted.md'));
    await mkdir(join(world.vault, 'Notes'));
    await rename(join(world.vault, 'Inbox/moved.md'), join(world.vault, 'Notes/moved.md'));
    const damaged = await world.read('Inbox/damaged.md');
    await world.write('Inbox/damaged.md', `My own words.\n${damaged}`);
    await world.write('Inbox/changed.pdf', contractLike('another text'));
    await world.quiet();
    endpoint.setFault('good');
    const paid = endpoint.requests.length;
    const notes = await world.notes();
    for (let restart = 0; restart < 5; restart += 1) {
      await host.reload();
      await expect.poll(leftOut).toEqual(['damaged.pdf', 'deleted.pdf']);
      await world.quiet();
      expect(endpoint.requests.length).toBe(paid);
      expect(await world.notes()).toEqual(notes);
    }
    const text = await host.page.locator('[data-section="known"]').textContent();
    expect(text).toContain('The properties of its note Inbox/damaged.md cannot be read');
    expect(text).toContain('Its note was deleted');
    await host.chooseFileMenu('Inbox/deleted.pdf', 'Digest this PDF');
    await world.waitForNote('Inbox/deleted.md');
    expect(endpoint.requests.length).toBeGreaterThan(paid);
  });
});
