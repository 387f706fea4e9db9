import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Messages } from '../../src/i18n/messages';
import type { RunningEndpoint } from '../endpoint/server';
import { fixture } from '../fixtures/catalogue';
import { contractLike } from '../fixtures/small';
import type { Host } from '../host/index';
import { clearNotices, put, waitForFile, type Language } from './pictures';

/** The running app, and what scenes need to take pictures of it. */
export interface Stage {
  readonly host: Host;
  readonly endpoint: RunningEndpoint;
  readonly language: Language;
  readonly words: Messages;
  /**
   * Takes a picture in each theme and names it after the scene, then removes all notices. `height` is the
   * height of the window in pixels.
   */
  readonly picture: (scene: string, height?: number) => Promise<void>;
}

type Locator = ReturnType<Host['page']['locator']>;

const names = {
  en: {
    first: 'Rental agreement.pdf',
    changed: 'Master services agreement.pdf',
    large:
      'Master services agreement between Northfield Tools and Harbour Street Workshop, third draft, signed.pdf',
    secret: 'Payslip 2031-07.pdf',
    broken: 'a-file-name-without-any-space-that-came-from-a-download-0123456789abcdef0123456789.pdf',
    archive: 'Archive',
  },
  zh: {
    first: '租赁合同.pdf',
    changed: '技术服务合同.pdf',
    large: '北野工具有限公司与港街工坊关于激光切割机设备租赁及维护服务的合同（第三稿，已签字）.pdf',
    secret: '2031年7月工资单.pdf',
    broken: 'a-file-name-without-any-space-that-came-from-a-download-0123456789abcdef0123456789.pdf',
    archive: '归档',
  },
} as const;

/** Shows the first-run window twice: when it has just opened, and with a provider whose key is missing. */
export async function firstRunScenes({ host, words, picture }: Stage): Promise<void> {
  await put(host, 'Inbox/a.pdf', contractLike('a'));
  await waitForFile(host, 'Inbox/a.pdf');
  await host.enablePlugin();
  const modal = host.page.locator('.pdf-inbox-first-run');
  await modal.waitFor();
  await picture('first-run');
  await modal.getByLabel(words.firstRun.provider.name).selectOption('dashscope');
  await modal.getByRole('button', { name: words.firstRun.done, exact: true }).click();
  await modal.getByRole('alert').waitFor();
  await picture('first-run-provider', 1_150);
}

/** Shows all other scenes, one after another in the same vault. */
export async function scenes(stage: Stage): Promise<void> {
  await settings(stage);
  await stage.host.runCommand('open-queue');
  await stage.host.page.locator('.pdf-inbox-queue-empty').waitFor();
  await stage.picture('queue-empty');
  await conflict(stage);
  await attention(stage);
  await busyQueue(stage);
  await catalogue(stage);
  await questions(stage);
}

async function settings({ host, words, picture }: Stage): Promise<void> {
  const { page } = host;
  await host.openSettings();
  await filing({ host, words, picture });
  await advanced({ host, words, picture });
  await page.locator('.setting-item', { hasText: words.settings.filing.name }).waitFor();
  await picture('settings', 3_200);
  await page.locator('.setting-item', { hasText: words.settings.modelPicker.name }).first().click();
  await page.locator('.suggestion-item').first().waitFor();
  await page.locator('.prompt-input').fill('test');
  await picture('model-picker');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

async function filing({ host, words, picture }: Pick<Stage, 'host' | 'words' | 'picture'>): Promise<void> {
  const { filing: page, renamePattern, groups, dailyTokenLimit } = words.settings;
  for (const [name, row, scene] of [
    [page.name, renamePattern.name, 'settings-filing'],
    [groups.limits, dailyTokenLimit.name, 'settings-limits'],
  ] as const) {
    await host.page.locator('.setting-item', { hasText: name }).first().click();
    await host.page.locator('.setting-item', { hasText: row }).last().waitFor();
    await picture(scene, 1_700);
    await host.page.keyboard.press('Escape');
    await host.openSettings();
  }
}

/** Shows the page of advanced settings twice: as it opens, and with an invalid value for the extra body. */
async function advanced({ host, words, picture }: Pick<Stage, 'host' | 'words' | 'picture'>): Promise<void> {
  const { page } = host;
  await page.locator('.setting-item', { hasText: words.settings.advanced.name }).first().click();
  const body = page.locator('.setting-item', { hasText: words.settings.extraBody.name }).locator('textarea');
  await body.waitFor();
  await picture('settings-advanced', 1_100);
  await body.fill('{ "top_p": 0.9, }');
  await body.blur();
  await picture('settings-advanced-invalid', 1_100);
  await page.keyboard.press('Escape');
  await host.openSettings();
}

const row = ({ page }: Host, name: string): Locator =>
  page.locator('.pdf-inbox-queue-row').filter({ hasText: name });

/** Shows a note with conflicts: the user has changed lines that are different in the new digest. */
async function conflict({ host, language, words, picture }: Stage): Promise<void> {
  const pdf = `Inbox/${names[language].first}`;
  const note = pdf.replace(/pdf$/, 'md');
  await put(host, pdf, contractLike('first'));
  await waitForFile(host, note);
  await row(host, names[language].first).waitFor();
  await clearNotices(host);
  const text = await readFile(join(host.vault, note), 'utf8');
  const changed = text
    .replace(/^pdf_digest: .*$/m, 'pdf_digest: v1-')
    .replace(/^- \[ \] (\S+)/gm, '- [ ] $1 indeed');
  await put(host, note, changed);
  await host.page.waitForFunction(
    async ([path, wanted]) => {
      const { vault, metadataCache } = (globalThis as unknown as { app: import('obsidian').App }).app;
      const file = vault.getFileByPath(path);
      if (file === null || (await vault.cachedRead(file)) !== wanted) return false;
      return metadataCache.getFileCache(file)?.frontmatter?.['pdf_digest'] === 'v1-';
    },
    [note, changed] as const,
  );
  await host.chooseFileMenu(pdf, words.menus.regenerate);
  await host.page.locator('.pdf-inbox-conflict').first().waitFor();
  await picture('conflict');
  await host.page.keyboard.press('Escape');
}

/** Shows notices that ask the user what to do with a changed, a damaged, a protected and a large PDF. */
async function attention({ host, language, words, picture }: Stage): Promise<void> {
  const { changed, large, secret, broken } = names[language];
  await put(host, `Inbox/${changed}`, contractLike('changed'));
  await waitForFile(host, `Inbox/${changed.replace(/pdf$/, 'md')}`);
  await clearNotices(host);
  await put(host, `Inbox/${changed}`, await fixture('contract-zh-plain').make());
  await put(host, `Inbox/${broken}`, '%PDF-1.4 nothing %%EOF');
  await put(host, `Inbox/${large}`, await fixture('contract-en').make());
  await put(host, `Inbox/${secret}`, await fixture('password-user').make());
  const section = (id: string): Locator => host.page.locator(`[data-section=${id}] .pdf-inbox-queue-row`);
  await section('changed').waitFor();
  await section('failed').waitFor();
  await row(host, secret).getByRole('button', { name: words.queue.acts.password }).waitFor();
  await row(host, large).getByRole('button', { name: words.queue.acts.decide }).waitFor();
  await picture('notices');
}

async function questions({ host, language, words, picture }: Stage): Promise<void> {
  const { large, secret } = names[language];
  const { page } = host;
  await row(host, large).getByRole('button', { name: words.queue.acts.decide }).click();
  await page.locator('.modal').waitFor();
  await picture('cost');
  await page.keyboard.press('Escape');
  await row(host, secret).getByRole('button', { name: words.queue.acts.password }).click();
  const field = page.locator('.modal input[type=password]');
  await field.waitFor();
  await picture('password');
  await field.fill('wrong');
  await page.keyboard.press('Enter');
  await page.locator('.modal [role=alert]').waitFor();
  await picture('password-wrong');
  await page.keyboard.press('Escape');
}

/** Shows the queue three times: paused because of a wrong key, working, and with the menu of a row. */
async function busyQueue({ host, endpoint, language, words, picture }: Stage): Promise<void> {
  const { large, first } = names[language];
  const { page } = host;
  endpoint.setFault('wrong-key');
  await put(host, `Inbox/2 ${first}`, contractLike('second'));
  await put(host, `Inbox/3 ${large}`, contractLike('third'));
  await put(host, `Inbox/4/4 ${first}`, contractLike('fourth'));
  await page.locator('.pdf-inbox-queue-banner').waitFor();
  await row(host, `3 ${large}`).waitFor();
  await row(host, `4 ${first}`).waitFor();
  await picture('queue-paused', 1_500);
  endpoint.setFault('slow');
  await page.locator('.pdf-inbox-queue-banner').getByRole('button', { name: words.queue.resume }).click();
  await page.locator('[data-section=working] progress').waitFor();
  await picture('queue', 1_400);
  await row(host, `4 ${first}`).focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem').first().waitFor();
  await picture('queue-menu', 1_400);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: words.queue.controlNames.cancelAll, exact: true }).click();
}

async function catalogue({ host, language, words, picture }: Stage): Promise<void> {
  const { archive, large } = names[language];
  const bytes = new Uint8Array(120_000_000);
  bytes.set(contractLike('huge'));
  await put(host, `${archive}/${large}`, bytes);
  await put(host, `${archive}/secret.pdf`, await fixture('password-user').make());
  for (let index = 0; index < 12; index += 1) {
    const name = `${archive}/2030/${String(index)}.pdf`;
    await put(host, name, contractLike(name));
    await waitForFile(host, name);
  }
  await waitForFile(host, `${archive}/${large}`);
  await host.chooseFileMenu(archive, words.menus.digestFolder);
  await host.page.locator('.pdf-inbox-catalogue button.mod-cta').waitFor();
  await picture('catalogue');
  await host.page.keyboard.press('Escape');
}
