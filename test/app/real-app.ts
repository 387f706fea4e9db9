import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import type { AppDriver, Marked, OpenOptions } from './driver';

/** The members of the app's global `app` that the specs use. They are not in the published typings. */
interface RealApp {
  readonly isMobile: boolean;
  readonly workspace: {
    readonly layoutReady: boolean;
    getLeaf(): { openFile(file: object, state: object): Promise<void> };
  };
  readonly vault: { getFileByPath(path: string): object | null };
  readonly metadataCache: { getFileCache(file: object): object | null };
  readonly plugins: {
    enablePluginAndSave(id: string): Promise<unknown>;
    disablePluginAndSave(id: string): Promise<unknown>;
  };
  readonly commands: { readonly commands: Readonly<Record<string, unknown>> };
  readonly secretStorage: { getSecret(id: string): string | null };
  readonly setting: { open(): void; openTabById(id: string): unknown };
  emulateMobile(mobile: boolean): void;
}

declare global {
  interface Window {
    /** The app's own global object. It has fewer members in the test host, which imitates the app. */
    readonly app: RealApp;
  }
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const id = 'pdf-inbox';
/** Time limit for the start of the downloaded app, in ms. */
const startMs = 60_000;

/**
 * Starts the real app, and downloads it first if needed. The app gets a new configuration folder, so that the
 * settings of an installed app do not change. The environment variable `APP_VERSION` is a version number,
 * `latest` or `minimum`.
 * @throws Error when `obsidian-launcher` is not installed or the app does not start.
 */
export async function openRealApp({ vault, enable, mobile }: OpenOptions): Promise<AppDriver> {
  const { default: Launcher } = await import('obsidian-launcher').catch((cause: unknown) => {
    throw new Error('Run `npm install --no-save obsidian-launcher@3.1.1` first.', { cause });
  });
  const launcher = new Launcher();
  const wanted = process.env['APP_VERSION'] ?? 'latest';
  const { proc, configDir } = await launcher.launch({
    appVersion: wanted === 'minimum' ? await oldestPublic(await launcher.getVersions()) : wanted,
    installerVersion: wanted === 'minimum' ? 'earliest' : 'latest',
    vault,
    plugins: [{ path: root, enabled: enable === 'at-start' }],
    // `basic`: the app must not ask for the keychain of the desktop, because CI has none.
    args: ['--remote-debugging-port=0', '--password-store=basic'],
  });
  const exited = once(proc, 'exit');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort(proc)}`);
  const page = await firstPage(() => browser.contexts().flatMap((context) => context.pages()));
  const errors: string[] = [];
  page.on('pageerror', ({ message, stack = '' }) => {
    // Errors of the app itself are ignored.
    if (stack.includes(`plugin:${id}`)) errors.push(message);
  });
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) errors.push(message.text());
  });
  await isReady(page, false);
  if (mobile) {
    // `emulateMobile` reloads the window, so this call must return before the reload.
    await page.evaluate(() => void window.setTimeout(() => window.app.emulateMobile(true), 50));
    await isReady(page, true);
    await page.setViewportSize({ width: 390, height: 844 });
  }
  return {
    page,
    errors,
    async enablePlugin() {
      await page.evaluate((plugin) => window.app.plugins.enablePluginAndSave(plugin), id);
    },
    async disablePlugin() {
      await page.evaluate((plugin) => window.app.plugins.disablePluginAndSave(plugin), id);
    },
    commands: () =>
      page.evaluate((prefix) => {
        const ids = Object.keys(window.app.commands.commands).filter((one) => one.startsWith(prefix));
        return ids.map((one) => one.slice(prefix.length));
      }, `${id}:`),
    async openNote(path) {
      await page.waitForFunction((note) => {
        const file = window.app.vault.getFileByPath(note);
        return file !== null && window.app.metadataCache.getFileCache(file) !== null;
      }, path);
      await page.evaluate(async (note) => {
        const file = window.app.vault.getFileByPath(note);
        if (file === null) throw new Error(`The vault has no ${note}.`);
        await window.app.workspace.getLeaf().openFile(file, { active: true, state: { mode: 'preview' } });
      }, path);
    },
    async openSettings() {
      await page.evaluate((tab) => {
        window.app.setting.open();
        window.app.setting.openTabById(tab);
      }, id);
    },
    secret: (name) => page.evaluate((secret) => window.app.secretStorage.getSecret(secret), name),
    async marked(): Promise<Marked | undefined> {
      const pane = page.locator('.workspace-leaf.mod-active');
      if ((await pane.locator('.pdf-container').count()) === 0) return undefined;
      const file = `${await pane.locator('.view-header-title').first().innerText()}.pdf`;
      const words = await pane.locator('.textLayer .mod-focused').allInnerTexts();
      return { file, text: words.join('').replaceAll(/\s/g, '') };
    },
    async close() {
      await browser.close();
      proc.kill();
      await exited;
      await rm(configDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function oldestPublic(
  versions: readonly { readonly version: string; readonly isBeta: boolean }[],
): Promise<string> {
  const manifest = JSON.parse(await readFile(`${root}manifest.json`, 'utf8')) as { minAppVersion: string };
  const order = new Intl.Collator('en', { numeric: true });
  const accepted = versions
    .filter(({ version, isBeta }) => !isBeta && order.compare(version, manifest.minAppVersion) >= 0)
    .map(({ version }) => version)
    .sort((one, other) => order.compare(one, other));
  const [oldest] = accepted;
  if (oldest === undefined) throw new Error(`No public version is ${manifest.minAppVersion} or newer.`);
  return oldest;
}

/** Returns the port that the app prints when it starts. */
function debuggingPort(proc: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    proc.stderr?.on('data', (bytes: Buffer) => {
      output += bytes.toString();
      const port = /ws:\/\/[\w.]+:(\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    proc.once('exit', () => {
      reject(new Error(`The app ended before it printed its debugging port. ${output}`));
    });
  });
}

async function firstPage(pages: () => Page[]): Promise<Page> {
  const end = Date.now() + startMs;
  while (Date.now() < end) {
    const [page] = pages();
    if (page !== undefined) return page;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The app opened no window.');
}

async function isReady(page: Page, mobile: boolean): Promise<void> {
  const ready = (wanted: boolean): boolean =>
    'app' in window && window.app.workspace.layoutReady && window.app.isMobile === wanted;
  await page.waitForFunction(ready, mobile, { timeout: startMs });
}
