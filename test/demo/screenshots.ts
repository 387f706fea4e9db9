import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { fixture } from '../fixtures/catalogue';
import { launchBrowser } from '../host/browser';
import { openHost } from '../host/index';

/**
 * Pictures of a contract's note for the documentation, `npm run screenshots`: both languages, light and dark, a wide
 * window and a phone. The documents are the fixtures', the digest is the offline engine's.
 */
const folder = resolve('docs');

const documents = [
  { language: 'zh', fixture: 'contract-zh', name: '技术服务合同' },
  { language: 'en', fixture: 'contract-en', name: 'Master Services Agreement' },
] as const;
const windows = [
  { name: 'wide', width: 1100, height: 1250, mobile: false },
  { name: 'phone', width: 390, height: 844, mobile: true },
] as const;
const themes = ['light', 'dark'] as const;

type Shot = { document: (typeof documents)[number]; window: (typeof windows)[number]; theme: (typeof themes)[number] };

async function picture(browser: Browser, { document, window, theme }: Shot): Promise<void> {
  const vault = await mkdtemp(join(tmpdir(), 'pdf-inbox-pictures-'));
  await mkdir(join(vault, 'Inbox'), { recursive: true });
  const { width, height, mobile } = window;
  const host = await openHost({ vault, browser, language: document.language, theme, mobile, viewport: { width, height } });
  try {
    await writeFile(join(vault, 'Inbox', `${document.name}.pdf`), await fixture(document.fixture).make());
    await host.page.waitForFunction(
      (path) => (globalThis as unknown as { app: import('obsidian').App }).app.vault.getFileByPath(path) !== null,
      `Inbox/${document.name}.md`,
      { timeout: 120_000 },
    );
    const path = join(folder, `note-${document.language}-${theme}-${window.name}.png`);
    await host.openFile(`Inbox/${document.name}.md`);
    // The notice that the note is there would hide a part of it.
    await host.page.locator('.notice').evaluateAll((notices) => {
      for (const notice of notices) notice.remove();
    });
    // The properties are the app's; the note begins below them.
    await host.page.locator('.markdown-preview-sizer h1').evaluate(async (heading) => {
      await heading.ownerDocument.fonts.ready;
      heading.scrollIntoView({ block: 'start' });
    });
    await host.screenshot(path);
    process.stdout.write(`${path}\n`);
  } finally {
    await host.close();
    await rm(vault, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const document of documents) {
      for (const window of windows) {
        for (const theme of themes) await picture(browser, { document, window, theme });
      }
    }
  } finally {
    await browser.close();
  }
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`);
  process.exitCode = 1;
});
