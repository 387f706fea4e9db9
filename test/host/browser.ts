import { existsSync, statfsSync } from 'node:fs';
import { arch, platform } from 'node:os';
import chromiumPackage from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/**
 * Usual paths of an installed Chrome or Chromium. They are used on machines on which the Chromium of the npm
 * package `@sparticuz/chromium` cannot run.
 */
const installedAt = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * These arguments let Chromium run as root in a container without a GPU. They also stop the requests that
 * Chromium sends by itself, and keep timers and frames running in invisible pages.
 * Without `--disable-software-rasterizer`, Chromium would imitate a GPU in software, which takes time.
 * The npm package's own arguments are not used: they disable web security (and so CORS) and put all pages
 * into one process.
 */
const quietArguments = [
  '--no-sandbox',
  '--in-process-gpu',
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--font-render-hinting=none',
  '--no-default-browser-check',
  '--no-pings',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--enable-precise-memory-info',
];

/**
 * Launches a headless Chromium. `CHROME_PATH` selects an executable. If it is not set, the Chromium of
 * the npm package is used on x64 Linux, and an installed Chrome on other machines.
 * @throws Error that says what to install, when no browser is found
 */
export async function launchBrowser(extraArguments: readonly string[] = []): Promise<Browser> {
  const named = process.env['CHROME_PATH'];
  const packaged = platform() === 'linux' && arch() === 'x64' && named === undefined;
  const executablePath = packaged
    ? await chromiumPackage.executablePath()
    : (named ?? installedAt.find((path) => existsSync(path)));
  if (executablePath === undefined) {
    throw new Error('No Chrome was found. Install Chrome or Chromium, or set CHROME_PATH to its executable.');
  }
  return chromium.launch({
    executablePath,
    headless: true,
    ignoreDefaultArgs: hasLargeSharedMemory() ? ['--disable-dev-shm-usage'] : [],
    args: [...quietArguments, ...extraArguments],
  });
}

/**
 * Returns true if `/dev/shm` has at least 1 GB of free space. Then the browser's processes can share their
 * memory there. Otherwise, they share it in files of the temporary folder, which takes more processor time.
 */
function hasLargeSharedMemory(): boolean {
  if (platform() !== 'linux' || !existsSync('/dev/shm')) return false;
  const { bavail, bsize } = statfsSync('/dev/shm');
  return bavail * bsize >= 2 ** 30;
}
