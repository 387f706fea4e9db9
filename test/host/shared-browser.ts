import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from './browser';

/**
 * Options of V8 that save much processor time in short-lived pages, and change no result: regular expressions
 * are compiled once instead of twice, no helper threads compile code or collect garbage, and garbage is
 * collected before new objects fill much memory.
 */
const savingTime = '--js-flags=--no-regexp-tier-up --single-threaded --max-semi-space-size=2';

let current: Promise<Browser> | undefined;

/**
 * Returns the browser that all test files of this process share, because starting a browser takes longer than
 * most tests. Every host opens a separate context in it. A browser that has crashed is replaced before the
 * next test, so that a crash fails only one test. The browser ends with the process.
 */
export function sharedBrowser(): () => Browser {
  let browser: Browser | undefined;
  const connect = async (): Promise<void> => {
    browser = await connectedBrowser();
  };
  beforeAll(connect);
  beforeEach(connect);
  // If a failed test has left contexts open, they would slow the next test file.
  afterAll(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
  });
  return () => {
    if (browser === undefined) throw new Error('The browser is available only while the tests run.');
    return browser;
  };
}

async function connectedBrowser(): Promise<Browser> {
  const known = await current;
  if (known?.isConnected() === true) return known;
  current = launchBrowser([savingTime]);
  current.catch(() => {
    current = undefined;
  });
  return current;
}
