import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../host/browser';
import { openHost, type Host, type HostOptions } from '../host/index';

export const languages = ['en', 'zh'] as const;
export const themes = ['light', 'dark'] as const;
export type Language = (typeof languages)[number];
export type Theme = (typeof themes)[number];

/** Starts a browser, calls `take` with it, and closes it even after an error. */
export async function takePictures(take: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await launchBrowser();
  try {
    await take(browser);
  } catch (thrown) {
    process.stderr.write(`${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`);
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

/**
 * Starts the test app with a new vault that has an inbox folder, and calls `use`. Then closes the app and
 * deletes the vault.
 */
export async function withHost(
  options: Omit<HostOptions, 'vault'>,
  use: (host: Host) => Promise<void>,
): Promise<void> {
  const vault = await mkdtemp(join(tmpdir(), 'pdf-inbox-pictures-'));
  await mkdir(join(vault, 'Inbox'));
  const host = await openHost({ ...options, vault });
  try {
    await use(host);
  } finally {
    await host.close();
    await rm(vault, { recursive: true, force: true });
  }
}

/** Writes a file into the vault and creates its folders. */
export async function put(host: Host, path: string, bytes: Uint8Array | string): Promise<void> {
  const file = join(host.vault, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

export async function waitForFile(host: Host, path: string): Promise<void> {
  await host.page.waitForFunction(
    (wanted) =>
      (globalThis as unknown as { app: import('obsidian').App }).app.vault.getFileByPath(wanted) !== null,
    path,
    { timeout: 120_000 },
  );
}

/** Removes all notices, because they cover a part of the window. */
export async function clearNotices(host: Host): Promise<void> {
  await host.page.locator('.notice').evaluateAll((notices) => {
    for (const notice of notices) notice.remove();
  });
}

/** Waits for the fonts, saves a picture of the window under `path`, and prints the path. */
export async function shoot(host: Host, path: string): Promise<void> {
  await host.page.evaluate(() => document.fonts.ready.then(() => undefined));
  await host.screenshot(path);
  process.stdout.write(`${path}\n`);
}
