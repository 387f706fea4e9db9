import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHARED_FOLDER } from './fixtures/html/shared';
import { launchBrowser } from './host/browser';

/**
 * Unpacks the browser once. Otherwise test files that run in parallel would all unpack it to the same place.
 * Creates the folder of the documents that the browser prints, and returns a function that removes it.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const browser = await launchBrowser();
  await browser.close();
  const folder = await mkdtemp(join(tmpdir(), 'pdf-inbox-fixtures-'));
  process.env[SHARED_FOLDER] = folder;
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
