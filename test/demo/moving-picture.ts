import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import gifenc from 'gifenc';
import { PNG } from 'pngjs';
import type { Browser } from 'playwright-core';
import { fixture } from '../fixtures/catalogue';
import type { Host } from '../host/index';
import { clearNotices, put, takePictures, waitForFile, withHost, type Language } from './pictures';

/**
 * Makes the moving pictures of the README: `npm run moving-pictures`. A PDF arrives in the queue, and its
 * note is opened and scrolled. The document is a fixture, and the offline engine makes the digest.
 */
const width = 900;
const height = 600;

const documents: Readonly<Record<Language, { readonly fixture: string; readonly name: string }>> = {
  en: { fixture: 'contract-en', name: 'Master Services Agreement' },
  zh: { fixture: 'contract-zh', name: '技术服务合同' },
};

/** The interface needs no more colours than this, and a GIF with few colours is smaller. */
const colours = 64;

/** A GIF that grows by one picture of the window at a time. */
class Film {
  readonly #encoder = gifenc.GIFEncoder();
  #last = '';

  constructor(private readonly host: Host) {}

  /** Adds a picture of the window, to be shown for `ms` milliseconds. Adds none if nothing has changed. */
  async show(ms: number): Promise<void> {
    const shot = await this.host.page.screenshot({ type: 'png', scale: 'css' });
    const { data } = PNG.sync.read(shot);
    const key = data.toString('base64');
    if (key === this.#last) return;
    this.#last = key;
    const palette = gifenc.quantize(data, colours);
    const pixels = gifenc.applyPalette(data, palette);
    this.#encoder.writeFrame(pixels, width, height, { palette, delay: ms });
  }

  bytes(): Uint8Array {
    this.#encoder.finish();
    return this.#encoder.bytes();
  }
}

async function record(browser: Browser, language: Language): Promise<void> {
  const document = documents[language];
  const options = { browser, language, viewport: { width, height } };
  await withHost({ ...options, theme: 'light' }, async (host) => {
    const film = new Film(host);
    const note = `Inbox/${document.name}.md`;
    await host.runCommand('open-queue');
    await film.show(1_500);
    await put(host, `Inbox/${document.name}.pdf`, await fixture(document.fixture).make());
    const written = waitForFile(host, note).then(() => true);
    while (!(await Promise.race([written, film.show(300).then(() => false)])));
    await film.show(1_500);
    await host.openFile(note);
    await clearNotices(host);
    const heading = host.page.locator('.markdown-preview-sizer h1');
    await heading.evaluate(async (element) => {
      await element.ownerDocument.fonts.ready;
      element.scrollIntoView({ block: 'start' });
    });
    await film.show(2_500);
    for (let step = 0; step < 6; step += 1) {
      await host.page.locator('.markdown-preview-view').evaluate((view) => view.scrollBy(0, 150));
      await film.show(step === 5 ? 2_000 : 350);
    }
    const path = resolve('docs', language === 'en' ? 'demo.gif' : 'demo.zh-CN.gif');
    const bytes = film.bytes();
    await writeFile(path, bytes);
    process.stdout.write(`${path}  ${bytes.byteLength.toLocaleString('en')} bytes\n`);
  });
}

await takePictures(async (browser) => {
  await record(browser, 'en');
  await record(browser, 'zh');
});
