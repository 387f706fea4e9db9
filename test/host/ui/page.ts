import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { iconTexts } from '../driver/icon-texts';

const packages = dirname(dirname(createRequire(import.meta.url).resolve('obsidian/package.json')));

/**
 * Options of a page that shows only the user interface of our imitation of Obsidian, without a vault or a
 * plugin.
 */
export interface PageOptions {
  readonly mobile?: boolean;
  readonly dark?: boolean;
}

async function bundle(): Promise<Map<string, string>> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('./harness.ts', import.meta.url))],
    outfile: 'app.js',
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    external: ['/npm/*'],
    plugins: [iconTexts],
    logLevel: 'silent',
  });
  return new Map(
    result.outputFiles.map((file) => [file.path.endsWith('.css') ? '/app.css' : '/app.js', file.text]),
  );
}

const shellHtml =
  '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/app.css"><body><script type="module" src="/app.js"></script>';

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

/**
 * Returns a function that opens a page with only the user interface. All pages share one built script.
 */
export async function pageOpener(browser: () => Browser): Promise<(options?: PageOptions) => Promise<Page>> {
  const built = await bundle();
  return async ({ mobile = false, dark = false } = {}) => {
    const viewport = mobile ? { width: 390, height: 844 } : { width: 1280, height: 800 };
    const page = await browser().newPage({ viewport });
    await page.route('http://host.test/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname.startsWith('/npm/')) {
        const file = await readFile(join(packages, decodeURIComponent(pathname.slice('/npm/'.length))));
        const contentType = pathname.endsWith('.css') ? 'text/css' : 'font/woff2';
        return route.fulfill({ body: file, contentType });
      }
      const contentType = types[pathname.split('.').at(-1) ?? ''] ?? 'text/html';
      return route.fulfill({ body: built.get(pathname) ?? shellHtml, contentType });
    });
    await page.goto(`http://host.test/?${mobile ? 'mobile&' : ''}${dark ? 'dark' : ''}`);
    return page;
  };
}
