import { afterEach, describe, expect, it } from 'vitest';
import { startEndpoint, type RunningEndpoint } from '../endpoint/server';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, sharedBrowser, type World } from './world';

describe('the model picker', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint | undefined;

  const open = async (settings: Record<string, unknown>): Promise<World['host']['page']> => {
    world = await openWorld({ browser: browser(), prepare: { settings } });
    await world.host.openSettings();
    return world.host.page;
  };

  const choose = (page: World['host']['page']): Promise<void> =>
    page.locator('.setting-item', { hasText: 'Choose a model' }).first().click();

  afterEach(async () => {
    await closeQuietly(world, endpoint);
    endpoint = undefined;
  });

  it('the models of the endpoint are loaded only when the model picker opens', async () => {
    endpoint = await startEndpoint({ as: 'ollama' });
    const page = await open({ provider: 'ollama', baseUrl: endpoint.url });
    expect(endpoint.lookUps).toBe(0);
    await choose(page);
    await page.locator('.suggestion-item', { hasText: 'test-model' }).click();
    await expect.poll(() => world.host.data()).toMatchObject({ model: 'test-model' });
    expect(endpoint.lookUps).toBe(1);
    expect(endpoint.requests).toHaveLength(0);
  });

  it('the model picker accepts a typed name that the endpoint does not list', async () => {
    endpoint = await startEndpoint();
    const page = await open({ provider: 'custom', baseUrl: endpoint.url });
    await choose(page);
    await page.locator('.suggestion-item', { hasText: 'test-model' }).waitFor();
    await page.locator('.prompt-input').fill('my own/model:7b');
    await page.locator('.suggestion-item', { hasText: 'Use my own/model:7b' }).click();
    await expect.poll(() => world.host.data()).toMatchObject({ model: 'my own/model:7b' });
  });

  it('the model picker shows why loading the models failed, and accepts a typed name', async () => {
    const page = await open({ provider: 'custom', baseUrl: 'http://127.0.0.1:9/v1' });
    await choose(page);
    await page.locator('.pdf-inbox-picker-status', { hasText: 'cannot be reached' }).waitFor();
    await page.locator('.prompt-input').fill('typed');
    await page.keyboard.press('Enter');
    await expect.poll(() => world.host.data()).toMatchObject({ model: 'typed' });
  });

  it('the model picker reports a missing API key if the provider needs a key', async () => {
    const page = await open({ provider: 'openai' });
    await choose(page);
    await page.locator('.pdf-inbox-picker-status', { hasText: 'no API key' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await world.host.data()).toEqual({ provider: 'openai' });
  });

  it('the model picker opens if a connection test reports an unknown model', async () => {
    endpoint = await startEndpoint({ fault: 'unknown-model' });
    const page = await open({ provider: 'custom', baseUrl: endpoint.url, model: 'test-model-2025' });
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.locator('.pdf-inbox-picker-status', { hasText: 'does not know test-model-2025' }).waitFor();
    await page.locator('.suggestion-item', { hasText: /^test-model$/ }).click();
    await expect.poll(() => world.host.data()).toMatchObject({ model: 'test-model' });
  });

  it('the notice about an unknown model opens the model picker', async () => {
    endpoint = await startEndpoint({ fault: 'unknown-model' });
    const settings = { provider: 'custom', baseUrl: endpoint.url, model: 'test-model-2025' };
    world = await openWorld({ browser: browser(), prepare: { settings } });
    await world.write('Inbox/a.pdf', contractLike('a'));
    const { page } = world.host;
    await page.locator('.notice').getByRole('button', { name: 'Choose a model' }).first().click();
    await page.locator('.suggestion-item', { hasText: /^test-model$/ }).click();
    await expect.poll(() => world.host.data()).toMatchObject({ model: 'test-model' });
  });
});

describe('the advanced page', () => {
  const browser = sharedBrowser();

  it('the advanced page refuses a header if its name is not allowed', async () => {
    const settings = { provider: 'custom', baseUrl: 'http://127.0.0.1:9/v1', model: 'm' };
    const world = await openWorld({ browser: browser(), prepare: { settings } });
    const { page } = world.host;
    await world.host.openSettings();
    await page.locator('.setting-item', { hasText: 'Advanced' }).first().click();
    await page.locator('[aria-label="Add header"]').first().click();
    const modal = page.locator('.modal').last();
    await modal.locator('input[aria-label="Name"]').fill('Cookie');
    await modal.getByRole('button', { name: 'Add header' }).click();
    await modal.locator('.setting-item', { hasText: 'cannot be set' }).waitFor();
    expect(await world.host.data()).not.toHaveProperty('extraHeaders');
    await world.close();
  });
});
