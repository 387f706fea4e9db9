import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractLike } from '../../fixtures/small';
import { openApp, type OpenedApp } from '../open-app';

describe('the plugin in the app', () => {
  let app: OpenedApp;
  const workers: string[] = [];

  beforeAll(async () => {
    app = await openApp();
    app.page.on('worker', (worker) => workers.push(worker.url()));
    workers.push(...app.page.workers().map((worker) => worker.url()));
  });
  afterAll(() => app.close());

  it('the plugin is loaded, and its commands exist', async () => {
    await expect.poll(() => app.commands()).toContain('open-queue');
    expect(app.errors).toEqual([]);
  });

  it('the plugin writes a note for a PDF, and the content policy allows the plugin’s workers', async () => {
    await app.drop('Inbox/agreement.pdf', contractLike('agreement'));
    expect(await app.note('Inbox/agreement.md')).toMatchObject({ pdf_state: 'offline', pdf_pages: 1 });
    expect(workers.filter((url) => url.startsWith('blob:'))).not.toEqual([]);
    expect(app.errors).toEqual([]);
  });

  it('the plugin writes links that open the PDF and mark the cited text', async () => {
    await app.openNote('Inbox/agreement.md');
    const link = app.page.locator('.workspace-leaf.mod-active a.internal-link[data-href*="selection="]');
    await link.first().click();
    await expect.poll(async () => (await app.marked())?.file).toBe('agreement.pdf');
    await expect.poll(async () => (await app.marked())?.text).toMatch(/thegoods/);
    expect(app.errors).toEqual([]);
  });
});
