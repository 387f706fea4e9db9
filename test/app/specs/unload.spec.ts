import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractLike } from '../../fixtures/small';
import { openApp, type OpenedApp } from '../open-app';

describe('disabling the plugin', () => {
  let app: OpenedApp;

  beforeAll(async () => {
    app = await openApp();
  });
  afterAll(() => app.close());

  it('the disabled plugin leaves no worker, command or element, and can be enabled again', async () => {
    await app.drop('Inbox/one.pdf', contractLike('one'));
    await app.note('Inbox/one.md');
    await app.disablePlugin();
    const workers = (): string[] =>
      app.page
        .workers()
        .map((worker) => worker.url())
        .filter((url) => url.startsWith('blob:'));
    await expect.poll(workers).toEqual([]);
    await expect.poll(() => app.commands()).toEqual([]);
    // Notices are not counted: the app shows them until their time is over.
    const left = app.page.locator('[class*="pdf-inbox"]:not(.notice, .notice *)');
    await expect.poll(() => left.count()).toBe(0);
    await app.drop('Inbox/two.pdf', contractLike('two'));
    await app.enablePlugin();
    await app.note('Inbox/two.md');
    expect(app.errors).toEqual([]);
  });
});
