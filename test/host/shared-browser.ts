import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from './browser';

let current: Promise<Browser> | undefined;

/**
 * Returns the browser that all test files of this process share, because a start takes longer than most
 * tests. Every host opens a context of its own in it. A browser that has crashed is replaced before the next
 * test, so that a crash fails one test only. The browser ends with the process.
 */
export function sharedBrowser(): () => Browser {
  let browser: Browser | undefined;
  const connect = async (): Promise<void> => {
    browser = await connectedBrowser();
  };
  beforeAll(connect);
  beforeEach(connect);
  // Contexts that a failed test has left open must not burden the next file.
  afterAll(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
  });
  return () => {
    if (browser === undefined) throw new Error('The browser is available once the tests run.');
    return browser;
  };
}

async function connectedBrowser(): Promise<Browser> {
  const known = await current;
  if (known?.isConnected() === true) return known;
  current = launchBrowser();
  current.catch(() => {
    current = undefined;
  });
  return current;
}
