import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { bundleOptions } from '../../../build/bundle.mjs';
import { shared } from '../../fixtures/html/shared';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let bundled: Promise<string> | undefined;

/** Opens a browser page that contains the plugin's PDF reader, bundled with the plugin's build options. */
export async function openStage(browser: Browser): Promise<Page> {
  bundled ??= shared('page with the PDF stage', bundle).then((bytes) => Buffer.from(bytes).toString());
  const code = await bundled;
  const page = await browser.newPage();
  await page.route('http://localhost/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
  );
  await page.goto('http://localhost/');
  await page.addScriptTag({
    content: `window.pdfStage = (() => { const module = { exports: {} }; ${code}\n; return module.exports; })();`,
  });
  return page;
}

async function bundle(): Promise<Uint8Array> {
  const options = bundleOptions({
    root,
    entry: 'test/unit/pdf/browser-entry.ts',
    outfile: 'out/pdf-stage.js',
  });
  const { outputFiles } = await build({ ...options, write: false });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
