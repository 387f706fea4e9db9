import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixtures } from '../../fixtures/catalogue';
import { sharedBrowser } from '../../host/shared-browser';
import { openStage } from './in-browser';

const browser = sharedBrowser();
let page: Page;

beforeAll(async () => {
  page = await openStage(browser());
});

async function paragraphsOf(pdf: Uint8Array, password: string | undefined): Promise<readonly string[]> {
  const pdfAndPassword = {
    base64: Buffer.from(pdf).toString('base64'),
    ...(password === undefined ? {} : { password }),
  };
  const outcome = await page.evaluate(async (given) => {
    const stage = new window.pdfStage.Stage();
    const read = await stage.extract(given);
    stage.dispose();
    return read;
  }, pdfAndPassword);
  if (!('text' in outcome)) throw new Error(outcome.failure);
  return outcome.text.pages[0]?.paragraphs.map(({ text }) => text) ?? [];
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ');
}

describe('a filled-in form', () => {
  const forms = fixtures.filter(({ name }) => name.startsWith('form-'));

  it.each(forms.map((each) => [each.name, each] as const))(
    'the text of %s contains the values of the form',
    async (_, { make, expected }) => {
      if (!expected.opens) throw new Error('A form must be a file that can be opened.');
      const read = await paragraphsOf(await make(), expected.password);
      const whole = spaced(read.join('\n'));
      const [{ paragraphs = [], absent = [] } = {}] = expected.pages;
      expect(whole).toContain(spaced(paragraphs.join('\n')));
      for (const unwanted of absent) expect(whole).not.toContain(unwanted);
    },
  );
});
