import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { fixture } from '../fixtures/catalogue';
import {
  clearNotices,
  put,
  shoot,
  takePictures,
  themes,
  waitForFile,
  withHost,
  type Theme,
} from './pictures';

/**
 * Takes pictures of a contract's note for the documentation: `npm run screenshots`. There are pictures for
 * both languages, light and dark themes, a wide window and a phone. The documents are fixtures; the offline
 * engine makes the digest.
 */
const folder = resolve('docs');

const documents = [
  { language: 'zh', fixture: 'contract-zh', name: '技术服务合同' },
  { language: 'en', fixture: 'contract-en', name: 'Master Services Agreement' },
] as const;
const windows = [
  { name: 'wide', width: 1200, height: 800, mobile: false },
  { name: 'tall', width: 900, height: 1600, mobile: false },
  { name: 'phone', width: 390, height: 844, mobile: true },
] as const;

type Shot = { document: (typeof documents)[number]; window: (typeof windows)[number]; theme: Theme };

async function picture(browser: Browser, { document, window, theme }: Shot): Promise<void> {
  const { width, height, mobile } = window;
  await withHost(
    { browser, language: document.language, theme, mobile, viewport: { width, height } },
    async (host) => {
      const note = `Inbox/${document.name}.md`;
      await put(host, `Inbox/${document.name}.pdf`, await fixture(document.fixture).make());
      await waitForFile(host, note);
      await host.openFile(note);
      await clearNotices(host);
      // Without scrolling, the picture would show the properties of the note instead of the digest.
      await host.page.locator('.markdown-preview-sizer h1').evaluate(async (heading) => {
        await heading.ownerDocument.fonts.ready;
        heading.scrollIntoView({ block: 'start' });
      });
      await shoot(host, join(folder, `note-${document.language}-${theme}-${window.name}.png`));
    },
  );
}

await mkdir(folder, { recursive: true });
await takePictures(async (browser) => {
  for (const document of documents) {
    for (const window of windows) {
      for (const theme of themes) await picture(browser, { document, window, theme });
    }
  }
});
