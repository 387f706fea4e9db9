import { afterEach, describe, expect, it } from 'vitest';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, pdf, properties, sharedBrowser, type World } from './world';

describe('rules and fields of the user', () => {
  const browser = sharedBrowser();
  let world: World;

  afterEach(() => closeQuietly(world));

  it('the user enters rules in the settings, and the rules decide where notes go', async () => {
    world = await openWorld({ browser: browser() });
    const { page } = world.host;
    await world.host.openSettings();
    await page.locator('.setting-item', { hasText: 'Folders and kinds' }).first().click();
    await page.locator('[aria-label="Add rule"]').first().click();
    const modal = page.locator('.modal').last();
    const save = modal.getByRole('button', { name: 'Save rule' });
    await save.click();
    await modal.locator('.setting-item', { hasText: 'Enter the path of a folder' }).waitFor();
    await modal.locator('input[aria-label="Folder"]').fill('Inbox/Post');
    await modal.locator('input[aria-label="Note folder"]').fill('Letters');
    await modal.locator('input[aria-label="Tags"]').fill('post, #mail');
    // A sync service can bring the note with the template later, so the rule can be saved without the note.
    await modal.locator('input[aria-label="Template"]').fill('Layouts/post.md');
    await modal.getByText('This note does not exist yet.').waitFor();
    await save.click();
    const rules = [
      { folder: 'Inbox/Post', noteFolder: 'Letters', tags: ['post', 'mail'], template: 'Layouts/post.md' },
    ];
    await expect.poll(() => world.host.data()).toMatchObject({ rules });
    await page.locator('.setting-item', { hasText: 'Folder: Inbox/Post' }).waitFor();

    await page.locator('[aria-label="Add rule"]').first().click();
    await modal.locator('.setting-item', { hasText: 'Applies to' }).locator('select').selectOption('invoice');
    await modal.locator('input[aria-label="Note folder"]').fill('.hidden');
    await save.click();
    await modal.locator('.setting-item', { hasText: 'must not begin with a dot' }).waitFor();
    await modal.getByRole('button', { name: 'Cancel' }).click();

    await page.locator('[aria-label="Add inbox folder"]').first().click();
    await modal.locator('input[aria-label="Inbox folder"]').fill('Scans');
    await modal.getByText('This folder does not exist yet. It will be created.').waitFor();
    await modal.getByRole('button', { name: 'Add inbox folder' }).click();
    await expect.poll(() => world.host.data()).toMatchObject({ moreInboxFolders: ['Scans'] });
    expect(
      await page.evaluate(() => {
        const { app } = window as unknown as {
          app: { vault: { getFolderByPath(path: string): unknown } };
        };
        return app.vault.getFolderByPath('Scans') !== null;
      }),
    ).toBe(true);

    await world.write('Inbox/Post/a.pdf', contractLike('a'));
    await world.write('Scans/b.pdf', contractLike('b'));
    await expect.poll(() => world.read('Letters/a.md')).toContain('- post\n');
    await expect.poll(() => world.read('Scans/b.md')).toContain('ai-processed');
  });

  it('the user enters a field in the settings, and its value becomes a property of notes', async () => {
    world = await openWorld({ browser: browser(), language: 'zh' });
    const { page } = world.host;
    await world.host.openSettings();
    await page.locator('.setting-item', { hasText: '自定义字段' }).first().click();
    await page.locator('[aria-label="添加字段"]').first().click();
    const modal = page.locator('.modal').last();
    const save = modal.getByRole('button', { name: '保存字段' });
    await modal.locator('input[aria-label="名称"]').fill('Tags');
    await save.click();
    await modal.locator('.setting-item', { hasText: '不能作为字段' }).locator('input:focus').waitFor();
    await modal.locator('input[aria-label="名称"]').fill('委托方');
    await modal.locator('input[aria-label="要找的内容"]').fill('甲方');
    await modal.getByLabel('合同', { exact: true }).check();
    await save.click();
    const ownFields = [{ name: '委托方', type: 'text', ask: '甲方', kinds: ['contract'] }];
    await expect.poll(() => world.host.data()).toMatchObject({ ownFields });
    await page.locator('.setting-item', { hasText: '文本 · 合同' }).click();
    await modal.locator('.setting-item', { hasText: '类型' }).first().locator('select').selectOption('list');
    await save.click();
    await page.locator('.setting-item', { hasText: '列表 · 合同' }).waitFor();
    await world.write('Inbox/a.pdf', await pdf('contract-zh-plain'));
    expect(properties(await world.waitForNote('Inbox/a.md'))).toMatchObject({
      委托方: ['临澜市晴川精密制造有限公司'],
    });
  });

  it('a rule keeps the PDFs of a folder on this device, no matter how the digest is started', async () => {
    const rules = [{ folder: 'Private', localOnly: true }];
    const provider = { provider: 'custom', baseUrl: 'https://llm.example/v1', model: 'm' };
    const reading = { secondReading: true, scannedPages: 'vision', visionModel: 'eye' };
    const moreInboxFolders = ['Private/Inbox'];
    const settings = { ...provider, ...reading, rules, moreInboxFolders, completeByItself: true };
    const mixed = await pdf('mixed-text-scans');
    const own = (name: string): Uint8Array => Buffer.concat([mixed, Buffer.from(`\n% ${name}\n`)]);
    const ways = ['command', 'menu', 'folder/a', 'api', 'cli', 'link'];
    const files = Object.fromEntries(ways.map((way) => [`Private/${way}.pdf`, own(way)]));
    world = await openWorld({ browser: browser(), files, prepare: { settings } });
    const { host } = world;
    const { page } = host;
    const sent: string[] = [];
    page.context().on('request', (request) => {
      // The test app sends some requests through its own server, because CORS would forbid them to a browser.
      // The real address of such a request is in this header.
      const call = decodeURIComponent(request.headers()['x-call'] ?? '');
      if (`${request.url()} ${call}`.includes('llm.example')) sent.push(request.url());
    });
    const modal = page.locator('.modal').last();
    const again = async (act: () => Promise<unknown>): Promise<void> => {
      const before = (await host.notices()).length;
      await act();
      await expect.poll(async () => (await host.notices()).length).toBeGreaterThan(before);
    };
    const note = 'Private/command.md';
    const starts: Readonly<Record<string, () => Promise<unknown>>> = {
      arrival: () => world.write('Private/Inbox/arrival.pdf', own('arrival')),
      command: async () => {
        await host.openFile('Private/command.pdf');
        await host.runCommand('process-current-pdf');
      },
      menu: () => host.chooseFileMenu('Private/menu.pdf', 'Digest this PDF'),
      'folder/a': () => host.chooseFileMenu('Private/folder', 'Digest PDFs in this folder'),
      api: () =>
        page.evaluate(async (path) => {
          const { app } = window as unknown as {
            app: { plugins: { plugins: Record<string, { api: { digest(path: string): Promise<string> } }> } };
          };
          await app.plugins.plugins['pdf-inbox']?.api.digest(path);
        }, 'Private/api.pdf'),
      cli: () => host.cli('pdf-inbox', { path: 'Private/cli.pdf' }),
      link: async () => {
        await host.followLink('pdf-inbox', { path: 'Private/link.pdf' });
        await modal.getByRole('button', { name: 'Digest', exact: true }).click();
      },
    };
    for (const [way, start] of Object.entries(starts)) {
      await start();
      const path = way === 'arrival' ? 'Private/Inbox/arrival.md' : `Private/${way}.md`;
      expect(await world.waitForNote(path), way).toContain('stay on this device');
    }
    await host.openFile(note);
    await again(() => host.runCommand('regenerate-note'));
    await again(() => host.chooseFileMenu(note, 'Regenerate this note'));
    await again(() => host.chooseFileMenu(note, 'Complete this digest'));
    await host.runCommand('retry-failed');
    await host.runCommand('process-inbox');
    await host.runCommand('open-queue');
    await page.locator('.pdf-inbox-queue-row', { hasText: 'command.pdf' }).focus();
    // A notice can cover the row, so the menu is opened with the keyboard.
    await page.keyboard.press('Shift+F10');
    await again(() => page.getByRole('menuitem', { name: 'Regenerate note' }).click());
    await host.openFile('Private/command.pdf');
    await host.runCommand('preview-sent');
    await modal.getByText('Nothing would be sent for this PDF.').waitFor();
    await page.keyboard.press('Escape');
    // If a note is open, the command uses the PDF of this note.
    await host.openFile(note);
    await host.runCommand('preview-sent');
    await modal.getByText('Nothing would be sent for this PDF.').waitFor();
    await page.keyboard.press('Escape');
    await host.reload();
    await world.quiet();
    expect(sent).toEqual([]);
    expect(await world.read(note)).toContain('stay on this device');

    await world.write('Inbox/b.pdf', contractLike('b'));
    await expect.poll(() => sent.length).toBeGreaterThan(0);
  });
});
