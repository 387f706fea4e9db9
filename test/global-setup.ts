import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { SHARED_FOLDER } from './fixtures/html/shared';
import { launchBrowser } from './host/browser';
import { bundlePage } from './host/driver/page-bundle';

/**
 * Unpacks the browser and bundles the host's page before the tests start. Otherwise each of the parallel test
 * files would do both. Creates the folder for files that the browser makes; the returned function removes
 * this folder. In watch mode, the folder is emptied before each further run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await launchBrowser();
  await browser.close();
  await bundlePage();
  const folder = await mkdtemp(join(tmpdir(), 'pdf-inbox-fixtures-'));
  process.env[SHARED_FOLDER] = folder;
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  project.onTestsRerun(async () => {
    await remove();
    await mkdir(folder);
  });
  return remove;
}
