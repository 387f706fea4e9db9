import type { Locator } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { settingsEn } from '../../../src/i18n/settings/en';
import { firstRunEn } from '../../../src/i18n/first-run/en';
import { openApp, type OpenedApp } from '../open-app';

describe('the settings', () => {
  let app: OpenedApp;

  const field = (name: string): Locator =>
    app.page
      .locator('.setting-item')
      .filter({ has: app.page.getByText(name, { exact: true }) })
      .locator('input');

  afterEach(() => app.close());

  it.each([
    ['a text', settingsEn.tags.name, 'contracts, papers/new', { tags: ['contracts', 'papers/new'] }],
    ['a folder', settingsEn.noteFolder.name, 'Notes/From PDFs', { noteFolder: 'Notes/From PDFs' }],
  ])('the settings save %s as it was typed', async (_, name, typed, stored) => {
    app = await openApp();
    await app.openSettings();
    await field(name).fill('');
    await field(name).pressSequentially(typed);
    await field(name).blur();
    await expect.poll(() => app.data()).toMatchObject(stored);
    await app.openSettings();
    await expect.poll(() => field(name).inputValue()).toBe(typed);
    expect(app.errors).toEqual([]);
  });

  it('the API key from the setup window is stored in the secret storage, not in the settings file', async () => {
    app = await openApp({ enable: 'later' });
    await app.enablePlugin();
    const setup = app.page.locator('.pdf-inbox-first-run');
    await setup.getByLabel(firstRunEn.provider.name).selectOption('custom');
    await setup.getByLabel(settingsEn.baseUrl.name).fill('http://127.0.0.1:9/v1');
    await setup.getByLabel(firstRunEn.key.name).fill('sk-of-a-spec');
    await setup.getByLabel(settingsEn.model.name, { exact: true }).fill('some-model');
    await setup.getByRole('button', { name: firstRunEn.done, exact: true }).click();
    await expect.poll(() => app.data()).toMatchObject({ provider: 'custom', model: 'some-model' });
    expect(await app.secret('pdf-inbox-api-key')).toBe('sk-of-a-spec');
    expect(JSON.stringify(await app.data())).not.toContain('sk-of-a-spec');
    expect(app.errors).toEqual([]);
  });
});
