import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startEndpoint, type FaultName, type RunningEndpoint } from '../endpoint/server';
import { contractLike } from '../fixtures/small';
import type { Host } from '../host/index';
import { everywhere } from './everywhere';
import { closeQuietly, openWorld, properties, sharedBrowser, type World } from './world';

const key = 'sk-scan-Kq83Zt0Vb61Nw';
const token = 'team-Yh52Jd9Sf07Xc';

async function storedSecrets({ device }: Host): Promise<unknown> {
  return JSON.parse(await readFile(join(device, 'secrets.json'), 'utf8'));
}

describe('the API key', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint;

  const open = async (fault: FaultName, cors: boolean): Promise<void> => {
    endpoint = await startEndpoint({ as: 'openai', fault, cors });
    const extraHeaders = [{ name: 'X-Team', secret: 'team-token' }];
    const settings = { provider: 'openai', baseUrl: endpoint.url, silenceSeconds: 5, extraHeaders };
    world = await openWorld({
      browser: browser(),
      prepare: { settings, secrets: { 'pdf-inbox-api-key': key, 'team-token': token } },
    });
  };

  afterEach(async () => {
    await world.close();
    await endpoint.close();
  });

  it.each<[FaultName, boolean]>([
    ['good', true],
    ['good', false],
    ['echo-key', true],
    ['echo-key', false],
    ['key-in-answer', true],
    ['prose', false],
    ['html', true],
    ['slow', false],
  ])('only a header and the secret storage contain the API key (fault %s, CORS %s)', async (fault, cors) => {
    await open(fault, cors);
    await world.write('Inbox/a.pdf', contractLike('a'));
    await world.waitForNote('Inbox/a.md');
    expect(endpoint.requests.length).toBeGreaterThan(0);
    for (const { headers, path, body } of endpoint.requests) {
      const { authorization, 'x-team': team, ...others } = headers;
      expect([authorization, team]).toEqual([`Bearer ${key}`, token]);
      const rest = JSON.stringify([others, path, body]);
      for (const secret of [key, token]) expect(rest).not.toContain(secret);
    }
    await world.host.openSettings();
    const places = await everywhere(world);
    expect(places['vault']).toContain('pdf_sha256');
    for (const [place, text] of Object.entries(places))
      for (const secret of [key, token]) expect(text.includes(secret), place).toBe(false);
  });

  it('the settings show a hint until the user enters an API key', async () => {
    endpoint = await startEndpoint({ as: 'openai' });
    const settings = { provider: 'openai', baseUrl: endpoint.url };
    world = await openWorld({ browser: browser(), prepare: { settings } });
    const { host } = world;
    await host.openSettings();
    const row = host.page.locator('.setting-item', { hasText: 'No key is stored on this device' });
    await row.getByLabel('API key').fill(` ${key} `);
    await host.page.keyboard.press('Tab');
    await expect.poll(() => row.count()).toBe(0);
    await expect.poll(() => storedSecrets(host)).toEqual({ 'pdf-inbox-api-key': key });
  });

  it('`everywhere` finds the API key in the vault and in the console', async () => {
    await open('good', false);
    await world.write('note.md', `My key is ${key}.`);
    await world.host.page.evaluate((secret) => {
      console.warn(secret);
    }, key);
    const places = await everywhere(world);
    expect(places['vault']?.includes(key)).toBe(true);
    expect(places['console']?.includes(key)).toBe(true);
  });
});

/**
 * Everybody who can write to a shared vault can change its settings. But only the user can change the user's
 * approvals, because they are stored on the user's device.
 */
describe('synced settings', () => {
  const browser = sharedBrowser();
  let world: World;
  let mine: RunningEndpoint;
  let theirs: RunningEndpoint;

  const open = async (
    settings: Record<string, unknown>,
    secrets: Record<string, string> = { 'pdf-inbox-api-key': key },
  ): Promise<void> => {
    mine = await startEndpoint();
    theirs = await startEndpoint({ cors: true });
    world = await openWorld({
      browser: browser(),
      prepare: {
        settings: { baseUrl: mine.url, model: 'm', ...settings },
        secrets: { ...secrets, 'github-token': 'ghp-of-the-user' },
      },
    });
  };
  const reached = (): number => theirs.requests.length + theirs.lookUps + theirs.preflights;
  const sync = async (changes: Record<string, unknown>): Promise<void> => {
    const all = { ...(await world.host.data()), ...changes };
    await world.moveIn('.obsidian/plugins/pdf-inbox/data.json', Buffer.from(JSON.stringify(all)));
    await expect.poll(() => world.host.statusBar()).toContain('paused');
  };
  const banner = (): ReturnType<World['host']['page']['locator']> =>
    world.host.page.locator('.pdf-inbox-queue-banner');

  afterEach(async () => {
    await closeQuietly(world, mine);
    await theirs.close();
  });

  it('before the user approves a synced address, the plugin sends no document and no secret to it', async () => {
    await open({ provider: 'custom' });
    await world.write('Inbox/first.pdf', contractLike('first'));
    await world.waitForNote('Inbox/first.md');
    const sent = mine.requests.length;
    await sync({ baseUrl: theirs.url, apiKeySecret: 'github-token', checkModel: 'spy' });
    await world.write('Inbox/second.pdf', contractLike('second'));
    await world.host.openSettings();
    const { page } = world.host;
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await expect
      .poll(() => page.locator('.setting-item').allTextContents())
      .toContainEqual(expect.stringContaining(`${theirs.url} (before: ${mine.url})`));
    await page.keyboard.press('Escape');
    await world.host.runCommand('retry-failed');
    await expect.poll(() => world.host.statusBar()).toContain('1 waiting');
    await world.quiet();
    expect(await world.notes()).toEqual(['Inbox/first.md']);
    expect([mine.requests.length, reached()]).toEqual([sent, 0]);
    await world.host.runCommand('open-queue');
    const question = (await banner().textContent()) ?? '';
    for (const words of [theirs.url, mine.url, 'github-token', 'pdf-inbox-api-key', 'spy'])
      expect(question).toContain(words);
    expect((await world.host.notices()).join()).toContain('github-token');
    // The question returns after a restart.
    await world.host.reload();
    await world.host.runCommand('open-queue');
    await expect.poll(() => world.host.statusBar()).toContain('paused');
    const undo = banner().getByRole('button', { name: 'Change back' });
    await undo.focus();
    await page.keyboard.press('Enter');
    await world.waitForNote('Inbox/second.md');
    expect(reached()).toBe(0);
    expect(mine.requests.every(({ headers }) => headers['authorization'] === `Bearer ${key}`)).toBe(true);
    expect(await world.host.data()).toMatchObject({ baseUrl: mine.url, apiKeySecret: 'pdf-inbox-api-key' });
    await sync({ baseUrl: theirs.url });
    await banner().getByRole('button', { name: 'Approve' }).click();
    await world.write('Inbox/third.pdf', contractLike('third'));
    await world.waitForNote('Inbox/third.md');
    expect(theirs.requests.length).toBeGreaterThan(0);
  });

  it('the plugin uses a synced inbox folder or a synced endpoint only after the user has approved it', async () => {
    await open({ provider: 'offline' });
    await world.write('Private/salary.pdf', contractLike('salary'));
    await sync({ inboxFolder: '/' });
    await world.write('Private/more.pdf', contractLike('more'));
    await world.quiet();
    expect(await world.notes()).toEqual([]);
    await world.host.runCommand('open-queue');
    await banner().getByRole('button', { name: 'Change back' }).click();
    await world.write('Inbox/first.pdf', contractLike('first'));
    await world.waitForNote('Inbox/first.md');
    await sync({ provider: 'custom', baseUrl: theirs.url, completeByItself: true });
    await world.write('Inbox/second.pdf', contractLike('second'));
    await expect.poll(() => world.host.statusBar()).toContain('1 waiting');
    await world.quiet();
    expect(await world.notes()).toEqual(['Inbox/first.md']);
    expect(reached()).toBe(0);
    await banner().getByRole('button', { name: 'Change back' }).click();
    expect(properties(await world.waitForNote('Inbox/second.md'))).toMatchObject({ pdf_state: 'offline' });
    expect(await world.notes()).toEqual(['Inbox/first.md', 'Inbox/second.md']);
  });

  it('a notice shows synced settings until the user approves them, even if the queue is paused', async () => {
    await open({ provider: 'custom' });
    const { host } = world;
    await host.runCommand('open-queue');
    await host.page.getByRole('button', { name: 'Pause the queue' }).click();
    await expect.poll(() => host.statusBar()).toContain('paused');
    await sync({ baseUrl: theirs.url });
    await expect.poll(async () => (await host.notices()).join()).toContain(theirs.url);
    const notice = host.page.locator('.notice', { hasText: theirs.url });
    await notice.getByRole('button', { name: 'Approve' }).click();
    await expect.poll(() => notice.count()).toBe(0);
    expect(await host.statusBar()).toContain('paused');
    await world.write('Inbox/first.pdf', contractLike('first'));
    await expect.poll(() => host.statusBar()).toContain('1 waiting');
    await world.quiet();
    expect(reached()).toBe(0);
  });

  it('the setup window reads only secrets that the user has approved on this device', async () => {
    await open({ provider: 'openai' }, {});
    await sync({ apiKeySecret: 'github-token' });
    const { host } = world;
    await host.openSettings();
    await host.page.locator('.setting-item', { hasText: 'Set up step by step' }).click();
    const screen = host.page.locator('.pdf-inbox-first-run');
    const field = screen.getByLabel('API key');
    expect(await field.getAttribute('placeholder')).toBeNull();
    await screen.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => screen.getByRole('alert').textContent()).toMatch(/key/i);
    await field.fill(key);
    await screen.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => screen.count()).toBe(0);
    await expect
      .poll(() => storedSecrets(host))
      .toEqual({ 'pdf-inbox-api-key': key, 'github-token': 'ghp-of-the-user' });
    await expect.poll(() => host.data()).toMatchObject({ apiKeySecret: 'pdf-inbox-api-key' });
    await expect.poll(() => host.statusBar()).not.toContain('paused');
  });
});

describe('stored data', () => {
  const browser = sharedBrowser();

  it('the plugin deletes old answers of models at the start, and all stored data on request', async () => {
    const endpoint = await startEndpoint();
    const settings = { provider: 'custom', baseUrl: endpoint.url, model: 'm' };
    const secrets = { 'pdf-inbox-api-key': key, 'pdf-inbox-password-00ff': 'open sesame' };
    const world = await openWorld({ browser: browser(), prepare: { settings, secrets } });
    const { host } = world;
    const answers = (): Promise<string> => everywhere(world).then(({ databases }) => databases ?? '');
    await world.write('Inbox/a.pdf', contractLike('a'));
    await world.waitForNote('Inbox/a.md');
    await host.page.evaluate(keepAnswers);
    expect(await answers()).toContain('an old answer');
    await host.reload();
    await expect.poll(answers).not.toContain('an old answer');
    expect(await answers()).toContain('a new answer');
    await host.runCommand('forget-device-data');
    await host.page.getByRole('button', { name: 'Forget everything' }).click();
    await expect
      .poll(async () => (await host.notices()).join())
      .toContain('1 answer of models, 1 hash of files, 1 password');
    expect(await answers()).not.toContain('a new answer');
    const stored = async (file: string): Promise<object> =>
      JSON.parse(await readFile(join(host.device, file), 'utf8')) as object;
    const overwritten = { 'pdf-inbox-api-key': key, 'pdf-inbox-password-00ff': '' };
    await expect.poll(() => stored('secrets.json')).toEqual(overwritten);
    // What is left is not private: an empty record of approvals, the number of tokens used today, and a
    // random name by which the windows of a vault know each other.
    await expect
      .poll(async () => Object.keys(await stored('local-storage.json')).sort())
      .toEqual(['pdf-inbox-approved', 'pdf-inbox-tokens', 'pdf-inbox-window']);
    // The approval of the endpoint was deleted too, so the queue waits for a new approval.
    await host.reload();
    await expect.poll(() => host.statusBar()).toContain('paused');
    const sent = endpoint.requests.length;
    await world.write('Inbox/b.pdf', contractLike('b'));
    await expect.poll(() => host.statusBar()).toContain('2 waiting');
    await world.quiet();
    expect(endpoint.requests.length).toBe(sent);
    await closeQuietly(world, endpoint);
  });

  /** Runs in the page. Stores two answers as the plugin does; one of them is a month old. */
  async function keepAnswers(): Promise<void> {
    const { name = '' } =
      (await indexedDB.databases()).find(({ name: one }) => one?.startsWith('pdf-inbox-answers')) ?? {};
    const opened = indexedDB.open(name);
    await new Promise((resolve) => (opened.onsuccess = resolve));
    const transaction = opened.result.transaction('answers', 'readwrite');
    const now = Date.now();
    for (const [value, at] of [
      ['an old answer', now - 30 * 24 * 3_600_000],
      ['a new answer', now],
    ] as const)
      transaction.objectStore('answers').put({ key: value, at, size: 1, value });
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    opened.result.close();
  }
});
