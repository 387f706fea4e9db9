import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import * as v from 'valibot';
import { textItems } from '../bench/paragraphs-extract';
import { launchBrowser, openHost } from '../host/index';
import { readSelection } from '../unit/digest/round-trip';
import { withPdf } from '../unit/fixtures/open-with-pdfjs';
import type { AppDriver, Marked, OpenOptions } from './driver';

/** One browser for all specs. It is closed when the process ends. */
let browser: Promise<Browser> | undefined;

/**
 * Opens our own host, which replaces the app in tests. Its PDF viewer does not mark the text that a link
 * points to. So `marked` reads this text from the PDF.
 */
export async function openOwnHost({ vault, enable, mobile }: OpenOptions): Promise<AppDriver> {
  browser ??= launchBrowser();
  const host = await openHost({ vault, enable, mobile, browser: await browser, pauseShare: 0.2 });
  const policyMessages = (): string[] =>
    host.consoleLines.filter((line) => line.includes('Content Security Policy'));
  return {
    page: host.page,
    get errors() {
      return [...host.pageErrors, ...policyMessages()];
    },
    enablePlugin: () => host.enablePlugin(),
    disablePlugin: () => host.disablePlugin(),
    async commands() {
      const prefix = 'pdf-inbox:';
      const ids = (await host.commands()).map(({ id }) => id).filter((id) => id.startsWith(prefix));
      return ids.map((id) => id.slice(prefix.length));
    },
    openNote: (path) => host.openFile(path),
    openSettings: () => host.openSettings(),
    secret: async (id) => {
      const text = await readFile(join(host.device, 'secrets.json'), 'utf8').catch(() => '{}');
      return v.parse(v.record(v.string(), v.string()), JSON.parse(text))[id] ?? null;
    },
    async marked(): Promise<Marked | undefined> {
      const viewer = host.page.locator('.workspace-leaf.mod-active .pdf-placeholder');
      if ((await viewer.count()) === 0) return undefined;
      const file = await viewer.locator('.pdf-placeholder-name').innerText();
      const subpath = await viewer.locator('.pdf-placeholder-subpath').innerText();
      const bytes = new Uint8Array(await readFile(join(vault, 'Inbox', file)));
      const number = Number(/^#page=(\d+)/.exec(subpath)?.[1] ?? 1);
      const pages = await withPdf(bytes, undefined, (pdf) => textItems(pdf));
      const items = pages[number - 1]?.items.map(({ str }) => str) ?? [];
      return { file, text: readSelection(items, subpath) ?? '' };
    },
    close: () => host.close(),
  };
}
