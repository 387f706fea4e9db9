import { launchBrowser } from './host/browser';

/** Unpacks the browser once, before test files that run side by side would unpack it over each other. */
export default async function setup(): Promise<void> {
  const browser = await launchBrowser();
  await browser.close();
}
