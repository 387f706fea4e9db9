import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHARED_FOLDER } from './fixtures/html/shared';
import { launchBrowser } from './host/browser';
import { bundlePage } from './host/driver/page-bundle';

/**
 * Unpacks the browser and bundles the page of the host once. Otherwise test files that run in parallel would
 * all unpack the browser to the same place, and all bundle the page.
 * Creates the folder of the documents that the browser prints, and returns a function that removes it.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const browser = await launchBrowser();
  await browser.close();
  await bundlePage();
  const folder = await mkdtemp(join(tmpdir(), 'pdf-inbox-fixtures-'));
  process.env[SHARED_FOLDER] = folder;
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
