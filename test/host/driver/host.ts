import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import * as v from 'valibot';
import { launchBrowser } from '../browser';
import type { LiveCounts } from '../protocol';
import type { Host, HostOptions } from './host-options';
import { startDriver, type DriverParts } from './parts';

const desktopViewport = { width: 1200, height: 900 };
/** Time limit for loading a page, which takes less than a second unless the machine is busy. */
const buildTimeoutMs = 60_000;

const phoneViewport = { width: 390, height: 844 };

/**
 * Starts the app on a vault with the plugin installed, and resolves when its layout is ready.
 * @throws Error when the plugin cannot be loaded
 */
export async function openHost(options: HostOptions): Promise<Host> {
  const pageErrors: string[] = [];
  const consoleLines: string[] = [];
  const note = (error: unknown): void => {
    pageErrors.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  const own = options.browser === undefined ? await launchBrowser() : undefined;
  const driver = await startDriver(options, note);
  const context = await openContext(options.browser ?? own, options);
  try {
    context.on('page', (page) => {
      page.on('pageerror', note);
      page.on('console', (message) => consoleLines.push(`${message.type()}: ${message.text()}`));
    });
    const host = new RunningHost(
      await context.newPage(),
      options.vault,
      driver,
      own,
      consoleLines,
      pageErrors,
    );
    await host.start();
    return host;
  } catch (error) {
    await context.close();
    await driver.close();
    await own?.close();
    throw error;
  }
}

/**
 * Opens a browser context, which imitates one device: its storage is kept until the context is closed, even
 * if the page is replaced.
 */
async function openContext(browser: Browser | undefined, options: HostOptions): Promise<BrowserContext> {
  if (browser === undefined) throw new Error('No browser was given.');
  const mobile = options.mobile ?? false;
  return browser.newContext({
    viewport: options.viewport ?? (mobile ? phoneViewport : desktopViewport),
    hasTouch: mobile,
    locale: options.language === 'zh' ? 'zh-CN' : 'en-US',
  });
}

class RunningHost implements Host {
  readonly device: string;

  constructor(
    public page: Page,
    readonly vault: string,
    private readonly driver: DriverParts,
    private readonly ownBrowser: Browser | undefined,
    readonly consoleLines: string[],
    readonly pageErrors: string[],
  ) {
    this.device = driver.deviceFolder;
  }

  async start(): Promise<void> {
    await this.page.goto(this.driver.server.origin, {
      waitUntil: 'domcontentloaded',
      timeout: buildTimeoutMs,
    });
    // This is cheaper than `waitForFunction`, for which Playwright adds a large script to every new page.
    await this.page
      .evaluate(() => window.hostBuilt)
      .catch((cause: unknown) => {
        throw new Error(`The page could not be built. ${this.pageErrors.join(' ')}`, { cause });
      });
    await this.page.evaluate(() => window.hostControl.start());
  }

  async enablePlugin(): Promise<void> {
    this.driver.enabled = true;
    await this.page.evaluate(() => window.hostControl.enablePlugin());
  }

  async disablePlugin(): Promise<void> {
    this.driver.enabled = false;
    await this.page.evaluate(() => window.hostControl.disablePlugin());
  }

  async reload(): Promise<void> {
    await this.page.evaluate(() => window.hostControl.flush());
    await this.page.goto('about:blank');
    await this.start();
  }

  async kill(): Promise<void> {
    const context = this.page.context();
    await this.page.close({ runBeforeUnload: false });
    this.page = await context.newPage();
  }

  runCommand(id: string): Promise<void> {
    return this.page.evaluate((command) => window.hostControl.runCommand(command), id);
  }

  commands(): Promise<{ id: string; name: string }[]> {
    return this.page.evaluate(() => window.hostControl.commands());
  }

  cli(command: string, params: Record<string, string> = {}): Promise<string> {
    return this.page.evaluate(([name, values]) => window.hostControl.cli(name, values), [
      command,
      params,
    ] as const);
  }

  followLink(action: string, params: Record<string, string>): Promise<void> {
    return this.page.evaluate(([name, values]) => window.hostControl.followLink(name, values), [
      action,
      params,
    ] as const);
  }

  fileMenu(path: string): Promise<string[]> {
    return this.page.evaluate((file) => window.hostControl.fileMenu(file), path);
  }

  chooseFileMenu(path: string, title: string): Promise<void> {
    return this.page.evaluate(([file, item]) => window.hostControl.chooseFileMenu(file, item), [
      path,
      title,
    ] as const);
  }

  notices(): Promise<string[]> {
    return this.page.evaluate(() => window.hostControl.notices());
  }

  statusBar(): Promise<string> {
    return this.page.evaluate(() => window.hostControl.statusBar());
  }

  openSettings(): Promise<void> {
    return this.page.evaluate(() => window.hostControl.openSettings());
  }

  openFile(path: string): Promise<void> {
    return this.page.evaluate((file) => window.hostControl.openFile(file), path);
  }

  async data(): Promise<Record<string, unknown> | null> {
    const text = await readFile(join(this.driver.plugin.folder, 'data.json'), 'utf8').catch(() => 'null');
    return v.parse(v.nullable(v.record(v.string(), v.unknown())), JSON.parse(text));
  }

  live(): Promise<LiveCounts> {
    return this.page.evaluate(() => window.hostControl.live());
  }

  calm(forMs: number, atMostMs: number, atRest?: string): Promise<void> {
    return this.page.evaluate(
      ([calmMs, longestMs, text]) => window.hostControl.calm(calmMs, longestMs, text),
      [forMs, atMostMs, atRest] as const,
    );
  }

  async screenshot(path: string, target: { file?: string; fullPage?: boolean } = {}): Promise<void> {
    if (target.file !== undefined) await this.openFile(target.file);
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
    const viewport = this.page.viewportSize();
    const hidden = target.fullPage === true ? await this.#hiddenHeight() : 0;
    if (viewport !== null && hidden > 0) {
      await this.page.setViewportSize({ ...viewport, height: viewport.height + hidden });
    }
    await this.page.screenshot({ path });
    if (viewport !== null && hidden > 0) await this.page.setViewportSize(viewport);
  }

  /** Returns by how many CSS pixels the window must be higher so that no element has to be scrolled. */
  #hiddenHeight(): Promise<number> {
    return this.page.evaluate(() =>
      Math.max(
        0,
        ...Array.from(document.querySelectorAll<HTMLElement>('*'))
          .filter((part) => /auto|scroll/.test(getComputedStyle(part).overflowY))
          .map((part) => part.scrollHeight - part.clientHeight),
      ),
    );
  }

  async close(): Promise<void> {
    await this.page
      .evaluate(() => window.hostControl.flush())
      .catch(() => {
        // If the page has crashed or the test has closed it, there is nothing to flush.
      });
    await this.page.context().close();
    await this.driver.close();
    await this.ownBrowser?.close();
  }
}
