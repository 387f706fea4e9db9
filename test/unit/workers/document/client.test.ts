import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { fixture } from '../../../fixtures/catalogue';
import { sharedBrowser } from '../../../host/shared-browser';
import { openStage } from '../../pdf/in-browser';

const browser = sharedBrowser();
let page: Page;

beforeAll(async () => {
  page = await openStage(browser());
});

async function base64Of(name: string): Promise<string> {
  return Buffer.from(await fixture(name).make()).toString('base64');
}

it('a new document worker makes the same digest as the worker that extracted the document', async () => {
  const seen = await page.evaluate(
    async (pdf) => {
      const stage = new window.pdfStage.Stage();
      const warm = await stage.digest(pdf);
      const { started } = stage.state;
      const idle = new window.pdfStage.Stage({ idle: 1 });
      const cold = await idle.digest(pdf);
      stage.dispose();
      idle.dispose();
      return { warm, cold, started };
    },
    await base64Of('contract-zh'),
  );
  expect(seen.started).toBe(1);
  expect(seen.warm).toEqual(seen.cold);
  expect(seen.warm).toHaveProperty('title');
});

it('the document worker stops a cancelled digest, and digests the next PDF', async () => {
  const seen = await page.evaluate(
    async ([big, small]) => {
      const stage = new window.pdfStage.Stage();
      const cancelled = await stage.digest(big, 30);
      await new Promise((resolve) => window.setTimeout(resolve, 0));
      const after = stage.state;
      const next = await stage.digest(small);
      stage.dispose();
      return { cancelled, after, next };
    },
    [await base64Of('long-zh-429'), await base64Of('contract-en')] as const,
  );
  expect(seen.cancelled).toEqual({ failure: 'Cancelled: cancelled' });
  expect(seen.after).toEqual({ started: 1, running: 0, timersSet: 0 });
  expect(seen.next).toHaveProperty('title');
});
