import { mkdir } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { startEndpoint } from '../endpoint/server';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, properties, sharedBrowser, type World, type WorldOptions } from './world';

describe('the first-run window', () => {
  const browser = sharedBrowser();
  let world: World;

  const open = async (options: WorldOptions = {}): Promise<World> => {
    world = await openWorld({ browser: browser(), enable: 'later', ...options });
    await world.host.enablePlugin();
    return world;
  };

  const screen = (): ReturnType<World['host']['page']['locator']> =>
    world.host.page.locator('.pdf-inbox-first-run');
  const button = (name: string | RegExp): ReturnType<World['host']['page']['locator']> =>
    screen().getByRole('button', { name, exact: typeof name === 'string' });

  afterEach(async () => {
    await closeQuietly(world);
  });

  it.each([
    [
      'en',
      'Sample contract',
      'Inbox/Sample contract.md',
      /- \[ \] The lessor shall deliver the machine to the workshop by 28 February 2031/,
    ],
    ['zh', '示例合同', 'Inbox/示例合同.md', /- \[ \] 出租方应于2031年2月28日前将设备送到工坊/],
  ] as const)(
    'in the language %s, one click digests the sample and closes the first-run window permanently',
    async (language, sample, path, task) => {
      await open({ language });
      await button(sample).click();
      const note = await world.waitForNote(path);
      expect(properties(note)).toMatchObject({ pdf_state: 'offline', pdf_pages: 1 });
      expect(note).toMatch(task);
      expect(await screen().count()).toBe(0);
      expect(await world.host.data()).toMatchObject({ provider: 'offline', inboxFolder: 'Inbox' });
      // The queue works in order. If the sample were in the queue a second time, the plugin would digest the
      // sample again before this later PDF.
      await world.write('Inbox/later.pdf', contractLike('later'));
      await world.waitForNote('Inbox/later.md');
      await world.host.runCommand('open-queue');
      const view = world.host.page.locator('.pdf-inbox-queue').first();
      await expect.poll(() => view.textContent()).toContain(language === 'en' ? 'Done today2' : '今日完成2');
      expect(await view.textContent()).toContain(language === 'en' ? 'Left out0' : '不处理0');
      await world.host.disablePlugin();
      await world.host.enablePlugin();
      expect(await screen().count()).toBe(0);
    },
  );

  it('Escape closes the first-run window, stores no settings, and lets the plugin digest PDFs', async () => {
    await open({ files: { 'Inbox/old.pdf': contractLike('old') } });
    await screen().waitFor();
    await expect.poll(() => screen().textContent()).toContain('PDFs in this folder: 1');
    await world.quiet();
    expect(await world.notes()).toEqual([]);
    await world.host.page.keyboard.press('Escape');
    await world.waitForNote('Inbox/old.md');
    expect(await world.host.data()).toBeNull();
    await world.host.reload();
    await world.host.disablePlugin();
    await world.host.enablePlugin();
    expect(await screen().count()).toBe(0);
  });

  it('the user sets up an endpoint in the first-run window, and no file contains the key', async () => {
    const key = 'sk-first-run-42';
    const endpoint = await startEndpoint({ as: 'dashscope', key });
    try {
      await open();
      const { page } = world.host;
      await screen().getByLabel('Inbox folder').fill('Papers/New');
      await expect.poll(() => screen().textContent()).toContain('will be created');
      await screen().getByLabel('Who writes the digest').selectOption('dashscope');
      await expect.poll(() => screen().textContent()).toContain('is sent to Alibaba Cloud');
      await button('Done').press('Enter');
      await expect.poll(() => screen().getByRole('alert').textContent()).toMatch(/key/i);
      await screen().getByLabel('Who writes the digest').selectOption('custom');
      await screen().getByLabel('Base URL').fill(endpoint.url);
      await screen().getByLabel('API key').fill('sk-wrong');
      await screen().getByLabel('Model', { exact: true }).fill('test-model');
      await button('Test').press('Enter');
      await expect.poll(() => screen().getByRole('alert').textContent()).toMatch(/does not work.*key/is);
      await screen().getByLabel('API key').fill(key);
      await button('Test').press('Enter');
      await expect.poll(() => screen().textContent()).toContain('The connection works: test-model answered.');
      expect(await world.host.data()).toBeNull();
      await button('Choose…').press('Enter');
      await page.locator('.suggestion-item', { hasText: 'qwen-plus' }).click();
      await expect.poll(() => screen().getByLabel('Model', { exact: true }).inputValue()).toBe('qwen-plus');
      await button('Sample contract').press('Enter');
      const note = await world.waitForNote('Papers/New/Sample contract.md');
      expect(properties(note)).toMatchObject({ pdf_state: 'complete', pdf_model: 'qwen-plus' });
      const data = JSON.stringify(await world.host.data());
      expect(JSON.parse(data)).toMatchObject({
        provider: 'custom',
        baseUrl: endpoint.url,
        model: 'qwen-plus',
        inboxFolder: 'Papers/New',
      });
      expect(data + note).not.toContain(key);
    } finally {
      await endpoint.close();
    }
  });

  it('a new provider replaces a typed address and model only if the user agrees', async () => {
    await open();
    const { page } = world.host;
    const provider = screen().getByLabel('Who writes the digest');
    const [address, model] = [screen().getByLabel('Base URL'), screen().getByLabel('Model', { exact: true })];
    const question = page
      .locator('.modal')
      .filter({ hasText: 'Replace it with the default of the new provider?' });
    // Nothing is typed yet, so no question is shown.
    await provider.selectOption('custom');
    await address.fill('https://models.example/v1');
    await model.fill('my-model');
    await provider.selectOption('dashscope');
    await question.waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => question.count()).toBe(0);
    await expect.poll(() => provider.inputValue()).toBe('custom');
    expect([await address.inputValue(), await model.inputValue()]).toEqual([
      'https://models.example/v1',
      'my-model',
    ]);
    await provider.selectOption('dashscope');
    await question.getByRole('button', { name: 'Keep mine' }).press('Enter');
    await expect.poll(() => provider.inputValue()).toBe('dashscope');
    expect(await screen().textContent()).toContain('is sent to the address that you enter here');
    expect([await provider.inputValue(), await address.inputValue(), await model.inputValue()]).toEqual([
      'dashscope',
      'https://models.example/v1',
      'my-model',
    ]);
    // The offline engine needs no address. No question is shown, and the typed values are kept.
    await provider.selectOption('offline');
    await expect.poll(() => model.count()).toBe(0);
    await provider.selectOption('ollama');
    await question.waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => screen().textContent()).toContain('on your own computer');
    expect([await provider.inputValue(), await address.inputValue(), await model.inputValue()]).toEqual([
      'ollama',
      '',
      '',
    ]);
    expect(await world.host.data()).toBeNull();
  });

  it('the first-run window lets the user digest a PDF from any folder', async () => {
    await open({ files: { 'Archive/mine.pdf': contractLike('mine') } });
    await button('One of my PDFs…').click();
    await world.host.page.locator('.suggestion-item', { hasText: 'mine.pdf' }).click();
    await world.waitForNote('Archive/mine.md');
    await expect.poll(async () => (await world.host.notices()).join('\n')).toContain('Digesting mine.pdf');
  });

  it('if the vault has a note of a PDF, the first-run window opens only from the settings', async () => {
    await open({ files: { 'Notes/known.md': '---\npdf_sha256: abc\n---\n' } });
    expect(await screen().count()).toBe(0);
    await world.host.openSettings();
    await world.host.page.locator('.setting-item', { hasText: 'Set up step by step' }).click();
    await screen().getByLabel('Inbox folder').fill('Notes');
    await button('Done').click();
    await expect.poll(() => world.host.data()).toMatchObject({ inboxFolder: 'Notes' });
    const field = world.host.page.locator('.setting-item', { hasText: /^Inbox folder/ }).locator('input');
    await expect.poll(() => field.inputValue()).toBe('Notes');
  });

  it('the first-run window fits the width of a phone and of a desktop in both languages', async () => {
    await mkdir('out', { recursive: true });
    const looks = [
      ['en', 'light', true],
      ['zh', 'dark', true],
      ['en', 'dark', false],
      ['zh', 'light', false],
    ] as const;
    for (const [index, [language, theme, mobile]] of looks.entries()) {
      if (index > 0) await world.close();
      const viewport = mobile ? { width: 390, height: 844 } : { width: 1000, height: 900 };
      await open({ language, theme, mobile, viewport });
      await screen()
        .getByLabel(language === 'en' ? 'Who writes the digest' : '由谁来写总结')
        .selectOption('deepseek');
      const wide = await screen().evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(wide).toBeLessThanOrEqual(0);
      await world.host.screenshot(`out/first-run-${language}-${theme}-${mobile ? 'phone' : 'desktop'}.png`);
    }
  });
});
