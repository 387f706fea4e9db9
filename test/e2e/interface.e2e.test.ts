import { afterEach, describe, expect, it } from 'vitest';
import { startEndpoint } from '../endpoint/server';
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

describe('the interface', () => {
  const browser = sharedBrowser();
  let world: World;
  const contract = contractLike('contract');

  const open = async (options: WorldOptions = {}): Promise<World> => {
    world = await openWorld({ browser: browser(), ...options });
    return world;
  };

  const control = (
    name: string,
    kind = 'input, select, textarea',
  ): ReturnType<World['host']['page']['locator']> =>
    world.host.page
      .locator('.setting-item')
      .filter({ has: world.host.page.locator('.setting-item-name', { hasText: new RegExp(`^${name}$`) }) })
      .locator(kind)
      .first();

  afterEach(async () => {
    await closeQuietly(world);
  });

  it('data.json contains the settings that the user typed, but not the API key', async () => {
    const key = 'sk-typed-by-hand-42';
    await open({ prepare: { secrets: { 'my-key': key } } });
    await world.host.openSettings();
    await control('Provider').selectOption('deepseek');
    await expect.poll(() => control('Base URL').inputValue()).toBe('https://api.deepseek.com');
    expect(await control('Model').inputValue()).not.toBe('');
    await control('Model').fill('my-model');
    await control('Instructions').fill('Pay attention to penalties.\nBe brief.');
    await control('Tags').fill('work, #paper');
    await control('Due dates').selectOption('tasks');
    await control('Note folder').fill('Notes');
    await control('Length of the original text').fill('5000');
    await control('Original text').selectOption('details');
    await control('Digest new PDFs on this device', '.checkbox-container').click();
    await expect
      .poll(() => world.host.data())
      .toMatchObject({
        provider: 'deepseek',
        model: 'my-model',
        prompt: 'Pay attention to penalties.\nBe brief.',
        tags: ['work', 'paper'],
        taskFormat: 'tasks',
        noteFolder: 'Notes',
        archiveLimit: 5000,
        archive: 'details',
        apiKeySecret: 'pdf-inbox-api-key',
      });
    const data = await world.host.data();
    expect(JSON.stringify(data)).not.toContain(key);
    // The setting “Digest new PDFs on this device” is stored on the device, not in the vault.
    expect(data).not.toHaveProperty('auto');
    await world.write('Inbox/a.pdf', contract);
    await world.quiet();
    expect(await world.notes()).toEqual([]);
  });

  it('the settings tab marks an invalid base URL and does not save it', async () => {
    await open({ prepare: { settings: { provider: 'custom' } } });
    await world.host.openSettings();
    await control('Base URL').fill('not a url');
    await expect.poll(() => world.host.page.locator('.setting-item.is-invalid').count()).toBe(1);
    expect(await world.host.data()).not.toMatchObject({ baseUrl: 'not a url' });
  });

  it('a notice reports an invalid value in data.json, and the value stays in the file', async () => {
    await open({ prepare: { settings: { archive: 'sideways', taskFormat: 'tasks', futureKey: { a: 1 } } } });
    await expect.poll(async () => (await world.host.notices()).join('\n')).toContain('Original text');
    await world.host.openSettings();
    await control('Tags').fill('one');
    await expect
      .poll(() => world.host.data())
      .toMatchObject({ archive: 'sideways', taskFormat: 'tasks', tags: ['one'], futureKey: { a: 1 } });
  });

  it('after a change of the provider, the user decides whether the old model and base URL stay', async () => {
    await open({
      prepare: { settings: { provider: 'custom', baseUrl: 'http://127.0.0.1:9/v1', model: 'mine' } },
    });
    await world.host.openSettings();
    await control('Provider').selectOption('openai');
    await world.host.page.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(() => world.host.data()).toMatchObject({ provider: 'openai', model: 'mine' });
    await control('Provider').selectOption('deepseek');
    await world.host.page.getByRole('button', { name: 'Replace', exact: true }).click();
    await expect
      .poll(() => world.host.data())
      .toMatchObject({ provider: 'deepseek', model: '', baseUrl: '' });
  });

  it('the setting “Test connection” shows whether the endpoint accepts the API key', async () => {
    const endpoint = await startEndpoint({ key: 'sk-right' });
    try {
      await open({
        prepare: {
          settings: { provider: 'custom', baseUrl: endpoint.url, model: 'm' },
          secrets: { 'pdf-inbox-api-key': 'sk-wrong' },
        },
      });
      await world.host.openSettings();
      const row = world.host.page.locator('.setting-item').filter({ hasText: 'Test connection' });
      await row.getByRole('button', { name: 'Test' }).click();
      await expect.poll(() => row.textContent()).toMatch(/does not work.*key/is);
      await world.host.page.evaluate(() => {
        const { app } = window as unknown as { app: import('obsidian').App };
        app.secretStorage.setSecret('pdf-inbox-api-key', 'sk-right');
      });
      await row.getByRole('button', { name: 'Test' }).click();
      await expect.poll(() => row.textContent()).toContain('The connection works');
      expect(endpoint.requests).toHaveLength(2);
    } finally {
      await endpoint.close();
    }
  });

  it('the user can create a missing inbox folder from the settings', async () => {
    await open({ prepare: { settings: { inboxFolder: 'Nowhere/Yet' } } });
    await world.host.openSettings();
    await world.host.page.locator('.setting-item').filter({ hasText: 'Create folder' }).click();
    await world.write('Nowhere/Yet/a.pdf', contract);
    await world.waitForNote('Nowhere/Yet/a.md');
  });

  it('a notice reports an inbox folder that cannot be created', async () => {
    await open({ files: { 'Taken.md': 'mine' }, prepare: { settings: { inboxFolder: 'Taken.md' } } });
    await world.host.openSettings();
    await world.host.page.locator('.setting-item').filter({ hasText: 'Create folder' }).click();
    await expect
      .poll(async () => (await world.host.notices()).join('\n'))
      .toContain('The folder Taken.md could not be created.');
  });

  it('a command digests the open PDF, and a menu digests the PDFs of a folder', async () => {
    await open({ files: { 'Elsewhere/a.pdf': contract, 'Elsewhere/sub/b.pdf': contractLike('b') } });
    const commands = async (): Promise<string[]> =>
      (await world.host.commands()).map(({ id }) => id.replace('pdf-inbox:', ''));
    expect(await commands()).toEqual(expect.arrayContaining(['process-inbox', 'cancel-all']));
    expect(await commands()).not.toContain('process-current-pdf');
    expect(await world.host.fileMenu('Elsewhere/a.pdf')).toEqual(['Digest this PDF']);
    expect(await world.host.fileMenu('Elsewhere')).toEqual(['Digest PDFs in this folder']);
    await expect(world.host.runCommand('process-current-pdf')).rejects.toThrow();
    await world.host.openFile('Elsewhere/a.pdf');
    expect(await commands()).toContain('process-current-pdf');
    await world.host.runCommand('process-current-pdf');
    await world.waitForNote('Elsewhere/a.md');
    await world.host.chooseFileMenu('Elsewhere', 'Digest PDFs in this folder');
    await world.waitForNote('Elsewhere/sub/b.md');
    expect(await world.notes()).toHaveLength(2);
  });

  it('the command process-inbox shows a notice if there are no new PDFs', async () => {
    await open();
    await world.host.runCommand('process-inbox');
    await expect.poll(async () => (await world.host.notices()).join()).toContain('There are no new PDFs');
  });

  it('if a PDF already has a note, a notice offers to open the note', async () => {
    await open({ files: { 'Inbox/a.pdf': contract } });
    await world.waitForNote('Inbox/a.md');
    await world.host.openFile('Inbox/a.pdf');
    await world.host.runCommand('process-current-pdf');
    await expect.poll(async () => (await world.host.notices()).join()).toContain('already has a note');
    await world.host.page
      .locator('.notice')
      .filter({ hasText: 'already has a note' })
      .getByRole('button', { name: 'Open note' })
      .click();
    await expect
      .poll(() => world.host.page.locator('.markdown-preview-view h1, .markdown-preview-view h2').count())
      .toBeGreaterThan(0);
    await world.host.runCommand('open-source-pdf');
    expect(await world.notes()).toHaveLength(1);
  });

  it('settings, notices and notes are in Chinese if the app is set to Chinese', async () => {
    await open({ language: 'zh' });
    await world.write('Inbox/合同.pdf', await pdf('contract-zh-plain'));
    const note = await world.waitForNote('Inbox/合同.md');
    for (const heading of [
      '# PDF 智能总结',
      '## AI 总结与待办',
      '### 关键标签',
      '### 精炼总结',
      '### 待办事项',
      '### 核心观点',
      '## 原始内容 (存档)',
    ]) {
      expect(note).toContain(heading);
    }
    expect(properties(note)['tags']).toEqual(['AI处理', 'PDF']);
    expect(note).toContain('> [!quote]- 点击展开查看原文');
    expect(note).toMatch(/\*由 PDF Inbox（offline）生成\*\s*$/);
    await expect.poll(async () => (await world.host.notices()).join()).toMatch(/[一-鿿]/);
    await world.host.openSettings();
    const text = (await world.host.page.locator('.setting-item-name').allTextContents()).join('');
    expect(text).toContain('收件箱文件夹');
    expect(text).not.toMatch(/[a-z]{6,}/);
  });

  it('notes are in English if the app is set to English', async () => {
    await open();
    await world.write('Inbox/contract.pdf', contract);
    const note = await world.waitForNote('Inbox/contract.md');
    for (const heading of [
      '# PDF digest',
      '## Summary and to-dos',
      '### Key tags',
      '### Summary',
      '### Action items',
      '### Key points',
      '## Original text',
    ]) {
      expect(note).toContain(heading);
    }
    expect(properties(note)['tags']).toEqual(['ai-processed', 'pdf']);
    expect(note).toMatch(/- \[ \] .*\[\[contract\.pdf#page=\d+[^\]]*\|p\. \d+\]\]/);
    expect(note).toMatch(/\*Made by PDF Inbox \(offline\)\*\s*$/);
  });

  it('a note has Markdown links if the vault prefers Markdown links', async () => {
    await open({ markdownLinks: true });
    await world.write('Inbox/my contract.pdf', contract);
    const note = await world.waitForNote('Inbox/my contract.md');
    expect(note).toMatch(/\]\([^)]*my%20contract\.pdf#page=\d/);
    expect(properties(note)['source_file']).toBe('[[my contract.pdf]]');
  });

  it('on a phone, the plugin makes notes, and its settings fit the width of the screen', async () => {
    await open({ mobile: true, viewport: { width: 390, height: 844 } });
    await world.write('Inbox/合同.pdf', contract);
    await world.waitForNote('Inbox/合同.md');
    expect(await world.host.statusBar()).toBe('');
    await world.host.openSettings();
    const overflow = await world.host.page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('the status bar shows the name of the current PDF, and is empty when the work has ended', async () => {
    await open();
    const seen = new Set<string>();
    await world.write('Inbox/合同.pdf', await pdf('contract-zh'));
    const end = Date.now() + 120_000;
    while ((await world.notes()).length === 0 && Date.now() < end) seen.add(await world.host.statusBar());
    expect([...seen].some((text) => text.includes('合同.pdf'))).toBe(true);
    await expect.poll(() => world.host.statusBar()).toBe('');
  });

  it('a notice leads to the finished note', async () => {
    await open();
    await world.write('Inbox/合同.pdf', contract);
    await world.waitForNote('Inbox/合同.md');
    await world.host.page.locator('.notice').getByRole('button', { name: 'Open note' }).click();
    await expect
      .poll(() => world.host.page.locator('.markdown-preview-view').textContent())
      .toContain('PDF digest');
    const callout = world.host.page.locator('.markdown-preview-view .callout').first();
    expect(await callout.locator('.callout-content').isVisible()).toBe(false);
    await callout.locator('.callout-title').click();
    expect(await callout.locator('.callout-content').isVisible()).toBe(true);
  });

  it('a damaged PDF gets a note with the reason for the failure', async () => {
    await open();
    await world.write('Inbox/damaged.pdf', new TextEncoder().encode('%PDF-1.7\nnothing in here\n%%EOF\n'));
    const note = await world.waitForNote('Inbox/damaged.md');
    expect(properties(note)).toMatchObject({ pdf_state: 'failed' });
    expect(note).toContain('damaged');
    expect(note).not.toContain('- [ ]');
  });
});
