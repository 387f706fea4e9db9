import { launchBrowser } from './host/browser';

/**
 * Unpacks the browser once. Otherwise test files that run in parallel would all unpack it to the same place.
 */
export default async function setup(): Promise<void> {
  const browser = await launchBrowser();
  await browser.close();
}
