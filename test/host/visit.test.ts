import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { contractLike } from '../fixtures/small';
import { openForVisitor } from './driver/visitor-host';
import { sharedBrowser } from './shared-browser';

const root = fileURLToPath(new URL('../../', import.meta.url));
const browser = sharedBrowser();

/** These are the README's steps for installing the plugin. */
it('a person can install the plugin, enable it, and digest a PDF into a note', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-inbox-visit-'));
  const vault = join(folder, 'vault');
  const errors: unknown[] = [];
  const open = (): ReturnType<typeof openForVisitor> =>
    openForVisitor(vault, { language: 'en' }, (error) => errors.push(error));
  await expect(open()).rejects.toThrow('lacks main.js, manifest.json, styles.css. Copy the missing files');
  for (const name of ['main.js', 'manifest.json', 'styles.css'])
    await copyFile(join(root, name), join(vault, '.obsidian/plugins/pdf-inbox', name));
  await mkdir(join(vault, 'Inbox'));
  const host = await open();
  const context = await browser().newContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error));
  await page.goto(host.address);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.locator('.setting-item', { hasText: 'PDF Inbox' }).locator('.checkbox-container').click();
  await page.locator('.pdf-inbox-first-run').getByRole('button', { name: 'Done', exact: true }).click();
  await writeFile(join(vault, 'Inbox/agreement.pdf'), contractLike('agreement'));
  const files = (): Promise<string[]> => readdir(join(vault, 'Inbox'));
  await expect.poll(files).toContain('agreement.md');
  await page.reload();
  await page.getByRole('link', { name: 'Inbox/agreement.md' }).click();
  await page.locator('.markdown-preview-sizer h1').waitFor();
  await context.close();
  await host.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  expect(errors).toEqual([]);
});
