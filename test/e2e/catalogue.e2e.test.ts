import { afterEach, describe, expect, it } from 'vitest';
import { startEndpoint, type RunningEndpoint } from '../endpoint/server';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, pdf, sharedBrowser, type World, type WorldOptions } from './world';

describe('digesting a folder', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint | undefined;

  /** Automatic work is off on this device, so only the PDFs that the test chooses are digested. */
  const open = async ({ prepare = {}, ...options }: WorldOptions = {}): Promise<void> => {
    world = await openWorld({
      browser: browser(),
      ...options,
      prepare: { ...prepare, localStorage: { 'pdf-inbox-auto': false } },
    });
  };
  const papers = (folder: string, count: number): Record<string, Uint8Array> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `${folder}/paper ${index}.pdf`,
        contractLike(`${folder} ${index}`),
      ]),
    );
  const modal = (): ReturnType<World['host']['page']['locator']> =>
    world.host.page.locator('.modal.pdf-inbox-catalogue');
  const toggle = (name: string): ReturnType<World['host']['page']['locator']> =>
    modal().locator(`[aria-label="Include: ${name}"]`);
  const waitForNotice = async (words: string): Promise<void> => {
    await expect.poll(async () => (await world.host.notices()).join('\n')).toContain(words);
  };
  const begin = async (): Promise<void> => {
    await expect
      .poll(() => world.host.fileMenu('Inbox').catch(() => []))
      .toContain('Digest PDFs in this folder');
    await world.host.runCommand('process-inbox');
  };

  afterEach(async () => {
    await closeQuietly(world, endpoint);
    endpoint = undefined;
  });

  it('the window counts PDFs, and the user can leave out large files, protected files and subfolders', async () => {
    const large = new Uint8Array(2_000_000);
    large.set(contractLike('large'));
    const files = {
      ...papers('Inbox', 4),
      ...papers('Inbox/Old', 6),
      'Inbox/secret.pdf': await pdf('password-user'),
      'Inbox/huge.pdf': large,
    };
    await open({ files });
    await expect
      .poll(() => world.host.fileMenu('Inbox/paper 0.pdf').catch(() => []))
      .toContain('Digest this PDF');
    await world.host.chooseFileMenu('Inbox/paper 0.pdf', 'Digest this PDF');
    await world.waitForNotes(1);
    // The window counts the digested PDFs when it opens. So the test waits until the queue has finished the
    // PDF, which happens after the note is on disk.
    await expect.poll(() => world.host.cli('pdf-inbox:status')).toBe('Done: 1');
    await begin();
    await expect
      .poll(() => modal().locator('li').allTextContents())
      .toEqual(['11 new PDFs, 2 MB in total', '1 already digested']);
    expect(await modal().textContent()).toContain('New PDFs in subfolders: 6');
    expect(await modal().textContent()).toContain('Protected PDFs: 1');
    expect(await modal().textContent()).toContain('This costs nothing');
    const start = modal().locator('button.mod-cta');
    expect(await start.textContent()).toBe('Digest 11 PDFs');
    // The start button has the focus, so the user can press Enter at once.
    expect(await start.evaluate((button) => button === document.activeElement)).toBe(true);
    await modal().locator('input[type=number]').fill('1');
    expect(await start.textContent()).toBe('Digest 10 PDFs');
    await toggle('Large files').click();
    expect(await start.textContent()).toBe('Digest 11 PDFs');
    await toggle('Large files').click();
    await toggle('Protected files').click();
    await toggle('Subfolders').click();
    expect(await start.textContent()).toBe('Digest 3 PDFs');
    await start.focus();
    await world.host.page.keyboard.press('Enter');
    await waitForNotice('Digesting 3 PDFs.');
    await world.waitForNotes(4);
    await expect.poll(() => world.host.cli('pdf-inbox:status')).toBe('Done: 4');
    expect(await world.notes()).toEqual([0, 1, 2, 3].map((index) => `Inbox/paper ${index}.md`));
    await begin();
    await expect
      .poll(() => modal().locator('li').allTextContents())
      .toEqual(['8 new PDFs, 2 MB in total', '4 already digested']);
    await world.host.page.keyboard.press('Escape');
    await expect.poll(() => modal().count()).toBe(0);
    expect(await world.host.cli('pdf-inbox:status')).toBe('Done: 4');
  });

  it('the plugin digests a few PDFs without a question, and shows a notice when no PDF is new', async () => {
    await open({ files: papers('Elsewhere', 5) });
    await expect
      .poll(() => world.host.fileMenu('Elsewhere').catch(() => []))
      .toContain('Digest PDFs in this folder');
    await world.host.chooseFileMenu('Elsewhere', 'Digest PDFs in this folder');
    await waitForNotice('Digesting 5 PDFs.');
    await world.waitForNotes(5);
    await world.host.chooseFileMenu('Elsewhere', 'Digest PDFs in this folder');
    await waitForNotice('There are no new PDFs in Elsewhere.');
    await world.host.runCommand('process-inbox');
    await waitForNotice('There are no new PDFs in Inbox.');
    expect(await modal().count()).toBe(0);
  });

  it('the window estimates the tokens, and the plugin continues with the chosen PDFs after a restart', async () => {
    // The app must restart while the plugin waits for an answer. If the app restarted while the plugin parses
    // a PDF, the plugin would not read that PDF again automatically. Two requests are sent for each PDF, so
    // request 5 is for the third PDF.
    endpoint = await startEndpoint({ fault: (number) => (number === 5 ? 'slow' : 'good') });
    const settings = { provider: 'custom', baseUrl: endpoint.url, model: 'm' };
    const prepare = { settings, secrets: { 'pdf-inbox-api-key': 'sk-1' } };
    await open({ language: 'zh', prepare, files: { ...papers('旧文件', 8), ...papers('旧文件/其他', 2) } });
    await expect.poll(() => world.host.fileMenu('旧文件').catch(() => [])).toContain('总结此文件夹中的 PDF');
    await world.host.chooseFileMenu('旧文件', '总结此文件夹中的 PDF');
    await expect.poll(() => modal().textContent()).toMatch(/10 个新的 PDF.*大约 [\d,]+ 个 token/);
    await modal().locator('[aria-label="包括: 子文件夹"]').click();
    await modal().getByRole('button', { name: '总结 8 个 PDF' }).click();
    await world.waitForNotes(2);
    await expect.poll(() => endpoint?.requests.length).toBe(5);
    await world.host.reload();
    await waitForNotice('继续处理“旧文件”');
    await world.waitForNotes(8);
    await expect
      .poll(
        async () =>
          (JSON.parse(await world.host.cli('pdf-inbox:status', { json: 'true' })) as { working: unknown })
            .working,
      )
      .toBe(null);
    expect(await world.notes()).toEqual(Array.from({ length: 8 }, (_, index) => `旧文件/paper ${index}.md`));
    expect(
      endpoint.requests.filter(({ requestKind }) => requestKind === 'digest').length,
    ).toBeLessThanOrEqual(9);
    // The work is done, so another start has nothing to continue.
    await world.host.reload();
    await expect.poll(() => world.host.fileMenu('旧文件').catch(() => [])).toContain('总结此文件夹中的 PDF');
    expect((await world.host.notices()).filter((text) => text.includes('继续'))).toEqual([]);
  });

  it('the window shows progress while hundreds of PDFs are counted, and the user can cancel', async () => {
    const bytes = contractLike('one of hundreds');
    await open({
      files: Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`Inbox/${index}.pdf`, bytes])),
    });
    await expect
      .poll(() => world.host.fileMenu('Inbox/399.pdf').catch(() => []))
      .toContain('Digest this PDF');
    const { page } = world.host;
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    // Imitates a disk that stops responding after a while.
    let read = 0;
    await page.route(/\/vault\/file\b.*\.pdf/, async (route) => {
      if (++read > 100) await held;
      await route.continue();
    });
    await world.host.runCommand('process-inbox');
    await expect
      .poll(() =>
        modal()
          .textContent()
          .catch(() => ''),
      )
      .toMatch(/Looking through the folder: (?!0)\d+ of 400/);
    expect(await modal().getByRole('progressbar').count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => modal().count()).toBe(0);
    letGo();
    await page.unrouteAll({ behavior: 'wait' });
    await world.host.runCommand('process-inbox');
    await expect
      .poll(
        () =>
          modal()
            .locator('button.mod-cta')
            .textContent()
            .catch(() => ''),
        { timeout: 60_000 },
      )
      .toBe('Digest 400 PDFs');
    await modal().getByRole('button', { name: 'Cancel' }).click();
    expect(await world.notes()).toEqual([]);
  });
});
