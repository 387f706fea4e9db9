import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { bundleOptions } from '../../../build/bundle.mjs';
import { launchBrowser } from '../../host/browser';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The PDF stage bundled as the plugin is, in a page of a real browser. */
export async function openStage(): Promise<{ browser: Browser; page: Page }> {
  const options = bundleOptions({
    root,
    entry: 'test/unit/pdf/browser-entry.ts',
    outfile: 'out/pdf-stage.js',
  });
  const { outputFiles } = await build({ ...options, write: false });
  const code = outputFiles[0]?.text ?? '';
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.route('http://localhost/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
  );
  await page.goto('http://localhost/');
  await page.addScriptTag({
    content: `window.pdfStage = (() => { const module = { exports: {} }; ${code}\n; return module.exports; })();`,
  });
  return { browser, page };
}
