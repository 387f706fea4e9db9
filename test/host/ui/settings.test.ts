import type { Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sharedBrowser } from '../shared-browser';
import { pageOpener, type PageOptions } from './page';

const browser = sharedBrowser();
let open: (options?: PageOptions) => Promise<Page>;
let page: Page;

beforeAll(async () => {
  open = await pageOpener(browser);
});

async function openSettings(options?: PageOptions): Promise<void> {
  page = await open(options);
  await page.evaluate(() => {
    window.harness.shell.openSettings('sample');
  });
}

function row(name: string): Locator {
  return page
    .locator('.setting-item')
    .filter({ has: page.locator('.setting-item-name', { hasText: new RegExp(`^${name}$`) }) });
}

const stored = (key: string): Promise<unknown> =>
  page.evaluate((name) => window.harness.sample.settings[name], key);
const savedTimes = (): Promise<number> => page.evaluate(() => window.harness.sample.saved.length);
const calls = (): Promise<readonly string[]> => page.evaluate(() => window.harness.sample.calls);

describe('a declarative settings tab', () => {
  beforeEach(async () => {
    await openSettings();
    return () => page.close();
  });

  it('a control starts with the value of its setting or with its default', async () => {
    expect(await row('Text').locator('input').inputValue()).toBe('abc');
    expect(await row('Area').locator('textarea').inputValue()).toBe('一\n二');
    expect(await row('Number').locator('input').inputValue()).toBe('5');
    expect(await row('Color').locator('input').inputValue()).toBe('#336699');
  });

  it('each kind of control saves its value with the right type', async () => {
    await row('Toggle').locator('.checkbox-container').click();
    await row('Text').locator('input').fill('kurz');
    await row('Area').locator('textarea').fill('三\n四');
    await row('Number').locator('input').fill('42');
    await row('Slider').locator('input').fill('7');
    await row('Dropdown').locator('select').selectOption('b');
    await row('File').locator('input').fill('x.pdf');
    await row('Folder').locator('input').fill('New');
    await row('Color').locator('input').fill('#112233');
    const settings = await page.evaluate(() => window.harness.sample.saved.at(-1));
    expect(settings).toEqual({
      toggle: true,
      text: 'kurz',
      area: '三\n四',
      number: 42,
      slider: 7,
      dropdown: 'b',
      file: 'x.pdf',
      folder: 'New',
      color: '#112233',
    });
    expect(await row('Slider').locator('.slider-value').innerText()).toBe('7 parts');
  });

  it('a number field saves its default if the input is not a number', async () => {
    await row('Number').locator('input').fill('9');
    await row('Number').locator('input').fill('');
    expect(await stored('number')).toBe(5);
  });

  it('an invalid value is not saved, and an error is shown below its row', async () => {
    await row('Toggle').locator('.checkbox-container').click();
    const before = await savedTimes();
    await row('Text').locator('input').fill('much too long');
    expect(await row('Text').locator('.setting-item-error').innerText()).toBe('At most eight characters.');
    expect(await row('Text').getAttribute('class')).toContain('is-invalid');
    expect(await stored('text')).toBe('abc');
    expect(await savedTimes()).toBe(before);
    await row('Text').locator('input').fill('short');
    expect(await row('Text').locator('.setting-item-error').count()).toBe(0);
    expect(await stored('text')).toBe('short');
  });

  it('rows that depend on a toggle are shown and enabled after the user turns it on', async () => {
    const input = row('Text').locator('input');
    expect(await input.isDisabled()).toBe(true);
    expect(await row('Shown').isVisible()).toBe(false);
    await row('Toggle').locator('.checkbox-container').click();
    expect(await input.isDisabled()).toBe(false);
    expect(await row('Shown').isVisible()).toBe(true);
  });

  it('the user can select a suggested path with the keyboard or the mouse', async () => {
    await row('File').locator('input').focus();
    const offered = page.locator('.suggestion-container .suggestion-item');
    expect(await offered.allInnerTexts()).toEqual(['Inbox/合同.pdf', 'Inbox/报告.pdf']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await stored('file')).toBe('Inbox/报告.pdf');
    await row('Folder').locator('input').fill('2026');
    await offered.first().click();
    expect(await stored('folder')).toBe('Inbox/2026');
    expect(await row('Folder').locator('input').inputValue()).toBe('Inbox/2026');
  });

  it('the first Escape closes only the suggestions, and the second closes the settings', async () => {
    await row('Folder').locator('input').focus();
    await page.locator('.suggestion-container').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.suggestion-container').count()).toBe(0);
    expect(await page.locator('.mod-settings').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('.mod-settings').count()).toBe(0);
  });

  it('the settings tab calls the functions for actions, list buttons and cleanup', async () => {
    await row('Action').click();
    await page.getByLabel('Add entry').click();
    await row('two').getByLabel('Delete').click();
    await row('three').focus();
    await page.keyboard.press('Delete');
    await row('one').locator('.setting-drag-handle').dragTo(row('three'));
    await page.keyboard.press('Escape');
    expect(await calls()).toEqual(['action 0', 'add', 'delete 1', 'delete 2', 'move 0 2', 'cleanup']);
  });

  it('the user opens a page of the settings, saves a value there and goes back', async () => {
    expect(await row('Advanced').locator('.setting-display-value').innerText()).toBe('Normal');
    await row('Advanced').click();
    expect(await page.locator('.setting-page-title').innerText()).toBe('Advanced');
    await row('Deep').locator('input').fill('down here');
    expect(await stored('deep')).toBe('down here');
    await page.getByLabel('Back').click();
    expect(await row('Toggle').isVisible()).toBe(true);
  });

  it('the search finds only visible, searchable rows and opens the page of the chosen row', async () => {
    const search = page.getByPlaceholder('Search settings…');
    const found = page.locator('.mod-search-result .setting-item-name');
    await search.fill('words');
    expect(await found.allInnerTexts()).toEqual(['Text']);
    await search.fill('just');
    expect(await found.count()).toBe(0);
    await search.fill('shown');
    expect(await found.count()).toBe(0);
    await search.fill('deep');
    await found.first().click();
    expect(await page.locator('.setting-page-title').innerText()).toBe('Advanced');
    expect(await row('Deep').isVisible()).toBe(true);
  });

  it('the user selects an existing secret and creates a new one', async () => {
    const rendered = row('Rendered');
    await rendered.getByText('Link…').click();
    await page.locator('.suggestion-item', { hasText: 'old-key' }).click();
    expect(await rendered.locator('.secret-component-id').innerText()).toBe('old-key');
    await rendered.getByText('Change…').click();
    await page.locator('.suggestion-item', { hasText: 'Create' }).click();
    await page.getByPlaceholder('ID').fill('Not Valid');
    await page.getByPlaceholder('Secret').fill('s3cret');
    await page.keyboard.press('Enter');
    expect(await page.locator('.modal .setting-item-error').last().innerText()).not.toBe('');
    await page.getByPlaceholder('ID').fill('new-key');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => window.harness.app.secretStorage.getSecret('new-key'))).toBe('s3cret');
    expect(await calls()).toEqual(['secret old-key', 'secret new-key']);
    expect(await page.locator('.mod-settings').count()).toBe(1);
  });
});

describe('the app on a phone', () => {
  it('on a phone, a row below the list adds an entry, and the status bar is missing', async () => {
    await openSettings({ mobile: true });
    await row('\\+ Add entry').click();
    expect(await calls()).toEqual(['add']);
    await page.evaluate(() => {
      window.harness.shell.addStatusBarItem().setText('Unseen');
    });
    expect(await page.locator('.status-bar').count()).toBe(0);
    await page.close();
  });
});
