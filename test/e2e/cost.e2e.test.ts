import { afterEach, describe, expect, it } from 'vitest';
import { startEndpoint, type RunningEndpoint } from '../endpoint/server';
import { contractLike } from '../fixtures/small';
import { runs } from '../runs';
import { closeQuietly, openWorld, pdf, properties, sharedBrowser, type World } from './world';

describe('the cost of digests', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint;

  const digests = (): number =>
    endpoint.requests.filter(({ requestKind }) => requestKind === 'digest').length;
  const open = async (
    more: Record<string, unknown> = {},
    secret = 'sk-right',
    key?: string,
  ): Promise<void> => {
    endpoint = await startEndpoint(key === undefined ? {} : { key });
    const settings = { provider: 'custom', baseUrl: endpoint.url, model: 'm', ...more };
    world = await openWorld({
      browser: browser(),
      prepare: { settings, secrets: { 'pdf-inbox-api-key': secret } },
    });
  };

  afterEach(async () => {
    await closeQuietly(world, endpoint);
  });

  it('the plugin sends no part of a large document before the user agrees to the cost', async () => {
    await open({ confirmAboveTokens: 8_000 });
    await world.write('Inbox/large.pdf', await pdf('contract-zh-plain'));
    await world.write('Inbox/small.pdf', contractLike('small'));
    await world.waitForNote('Inbox/small.md');
    await expect
      .poll(async () => (await world.host.notices()).join('\n'))
      .toContain('waits for your decision');
    expect(digests()).toBe(1);
    const sent = endpoint.requests.length;
    expect(await world.notes()).toEqual(['Inbox/small.md']);
    await world.host.page.locator('.notice').getByRole('button', { name: 'Decide' }).click();
    const modal = world.host.page.locator('.modal');
    await expect.poll(() => modal.textContent()).toMatch(/5 pages.*request.*tokens/s);
    // The estimate includes the tokens of the second reading, and the window also shows them separately.
    const question = (await modal.textContent()) ?? '';
    const number = (words: RegExp): number => Number(words.exec(question)?.[1]?.replaceAll(',', ''));
    const share = number(/About ([\d,]+) of these tokens/);
    expect(share).toBeGreaterThan(1_000);
    expect(share).toBeLessThan(number(/About ([\d,]+) tokens/));
    expect(endpoint.requests.length).toBe(sent);
    await modal.getByRole('button', { name: 'Digest it' }).click();
    expect(properties(await world.waitForNote('Inbox/large.md'))).toMatchObject({ pdf_state: 'complete' });
  });

  it('the plugin sends nothing and writes no note if the user declines the cost', async () => {
    await open({ confirmAboveTokens: 8_000 });
    await world.write('Elsewhere/large.pdf', await pdf('contract-zh-plain'));
    await expect
      .poll(() => world.host.fileMenu('Elsewhere/large.pdf').catch(() => []))
      .toContain('Digest this PDF');
    await world.host.chooseFileMenu('Elsewhere/large.pdf', 'Digest this PDF');
    await world.host.page.locator('.modal').waitFor();
    await world.host.page.keyboard.press('Escape');
    await world.quiet();
    expect(endpoint.requests).toHaveLength(0);
    expect(await world.notes()).toEqual([]);
  });

  it('the daily limit includes second readings, and the plugin continues after the limit is raised', async () => {
    await open({ dailyTokenLimit: 8_000 });
    await world.write('Inbox/a.pdf', contractLike('a'));
    const { pdf_tokens: spent } = properties(await world.waitForNote('Inbox/a.md'));
    expect(endpoint.requests.map(({ requestKind }) => requestKind)).toEqual(['digest', 'reading']);
    await world.write('Inbox/large.pdf', await pdf('contract-zh-plain'));
    await expect
      .poll(async () => (await world.host.notices()).join('\n'))
      .toContain("than today's limit still allows");
    expect(digests()).toBe(1);
    // The number of tokens spent and the property `pdf_tokens` both include the second reading.
    expect(world.host.consoleLines.join('\n')).toContain(
      `llm-daily-limit (passing); limit=8000; spent=${String(spent)}`,
    );
    await world.host.openSettings();
    await world.host.page.locator('.setting-item', { hasText: 'Limits and cost' }).first().click();
    const row = world.host.page.locator('.setting-item').filter({ hasText: 'Tokens per day' }).last();
    await row.locator('input').fill('1000000');
    await world.host.page.keyboard.press('Escape');
    await world.host.runCommand('retry-failed');
    await world.waitForNote('Inbox/large.md');
  });

  it('a wrong key causes at most 3 requests, and all PDFs are digested after the key is corrected', async () => {
    await open({}, 'sk-wrong', 'sk-right');
    const count = runs(40, 100);
    const names = Array.from({ length: count }, (_, index) => `Inbox/doc ${index}.pdf`);
    await Promise.all(names.map((name) => world.write(name, contractLike(name))));
    await expect.poll(async () => (await world.host.notices()).join('\n')).toContain('paused');
    await world.quiet();
    expect(endpoint.requests.length).toBeLessThanOrEqual(3);
    expect(await world.host.notices()).toHaveLength(1);
    expect(await world.notes()).toEqual([]);
    await world.host.page.evaluate(() => {
      const { app } = window as unknown as { app: import('obsidian').App };
      app.secretStorage.setSecret('pdf-inbox-api-key', 'sk-right');
    });
    await world.waitForNotes(count, 120_000);
    const states = await Promise.all(
      (await world.notes()).map(async (path) => properties(await world.read(path))),
    );
    expect(states.every((state) => state['pdf_state'] === 'complete')).toBe(true);
  });
});
