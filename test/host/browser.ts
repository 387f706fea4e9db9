import { existsSync } from 'node:fs';
import { arch, platform } from 'node:os';
import chromiumPackage from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** Where an installed Chrome or Chromium usually is, for machines that the registry package does not fit. */
const installedAt = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Runs as root in a container and without a GPU; does nothing over the network by itself; keeps timers and frames
 * coming while nobody looks. The registry package's own list is not used: it turns web security (and so CORS) off
 * and puts every page into one process.
 */
const quietArguments = [
  '--no-sandbox',
  '--no-zygote',
  '--in-process-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
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
 * A real headless Chromium. `CHROME_PATH` names one; otherwise x64 Linux takes the one inside the registry package,
 * and every other machine an installed Chrome.
 * @throws Error that says what to install when there is none.
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
    args: [...quietArguments, ...extraArguments],
  });
}
