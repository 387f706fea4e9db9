import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PdfText } from '../../../src/pdf/document';
import { peakDuring } from '../../bench/renderer-memory';
import { soundText } from '../../fixtures/bombs/assemble';
import { bombs } from '../../fixtures/bombs/bombs';
import { fixture, fixtures } from '../../fixtures/catalogue';
import { endless } from '../../fixtures/documents/endless';
import { longest } from '../../fixtures/documents/long';
import type { Fixture } from '../../fixtures/fixture';
import { sharedBrowser } from '../../host/shared-browser';
import { isFull } from '../../runs';
import { pagesWithOneThatNeverEnds } from './awkward';
import type { ExtractionRequest, Outcome } from './browser-entry';
import { openStage } from './in-browser';
import { makeWorkersOlder, newerInWorkers } from './older-engine';

const browser = sharedBrowser();
let page: Page;
let isOpen = false;

// If the browser page crashes, a new one replaces it, so that only one test fails.
beforeEach(async () => {
  if (!isOpen) page = await openPage();
});

async function openPage(): Promise<Page> {
  const opened = await openStage(browser());
  isOpen = true;
  const closed = (): void => {
    isOpen = false;
  };
  opened.on('crash', closed);
  opened.on('close', closed);
  return opened;
}

/** Extracts text with a worker that stays for the next extraction, as in the app. */
function extract(request: ExtractionRequest, silence = 15_000): Promise<Outcome> {
  return page.evaluate(([given, ms]) => window.pdfStage.keptStage(ms).extract(given), [
    request,
    silence,
  ] as const);
}

async function base64Of(name: string): Promise<string> {
  return Buffer.from(await fixture(name).make()).toString('base64');
}

function textOf(outcome: Outcome): PdfText {
  if (!('text' in outcome)) throw new Error(`No text: ${outcome.failure}`);
  return outcome.text;
}

/** Removes white space, which depends on the layout. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

/**
 * Only the full run reads the longest documents, because this takes half a minute. Shorter documents with the
 * same kind of pages are always read.
 */
const tried = fixtures.filter(({ name }) => isFull || !longest.includes(name));

/** These documents are read until the time limit ends the worker, so the test uses a short limit. */
const neverEnding = new Set(endless.map(({ name }) => name));

async function requestFor({ name, expected }: Fixture): Promise<ExtractionRequest> {
  const password = expected.opens ? expected.password : undefined;
  return { base64: await base64Of(name), ...(password === undefined ? {} : { password }) };
}

function expectAsStated(outcome: Outcome, { expected }: Fixture): void {
  if (!expected.opens) {
    expect(outcome).toEqual({ failure: expected.failure });
    return;
  }
  const text = textOf(outcome);
  expect(text.pages.map((each) => each.number)).toEqual(
    Array.from({ length: expected.pageCount }, (_, i) => i + 1),
  );
  if (expected.title !== undefined) expect(text.title).toBe(expected.title);
  for (const { number, kind, damaged, text: wanted = [], hidden } of expected.pages) {
    const read = text.pages[number - 1];
    if (kind !== undefined) expect(read?.kind).toBe(kind);
    if (hidden !== undefined) expect(read?.hidden ?? '').toBe(hidden);
    if (damaged !== undefined) expect(read?.damaged ?? false).toBe(damaged);
    const words = squeezed(read?.paragraphs.map((paragraph) => paragraph.text).join('') ?? '');
    for (const phrase of wanted) expect(words).toContain(squeezed(phrase));
    if (hidden !== undefined && hidden !== '') expect(words).not.toContain(squeezed(hidden));
  }
}

describe('a fixture', () => {
  it.each(tried.map((each) => [each.name, each] as const))(
    'the fixture %s is read with the expected result',
    async (name, each) => {
      const request = await requestFor(each);
      expectAsStated(await (neverEnding.has(name) ? extract(request, 3_000) : extract(request)), each);
    },
  );
});

describe('the oldest engine', () => {
  const sampled = tried.filter(({ name }, index) => !neverEnding.has(name) && (isFull || index % 9 === 0));

  it('the oldest engine reads fixtures and paints a page without newer functions of JavaScript', async () => {
    const older = await openStage(browser());
    try {
      await makeWorkersOlder(older);
      expect(await newerInWorkers(older)).toEqual([]);
      for (const each of sampled) {
        const outcome = await older.evaluate(
          (request) => window.pdfStage.keptStage(15_000).extract(request),
          await requestFor(each),
        );
        expectAsStated(outcome, each);
      }
      const image = await older.evaluate(
        (pdf) => window.pdfStage.keptStage(15_000).render(pdf, 1, 200_000),
        await base64Of('contract-en'),
      );
      expect(image.type).toBe('image/jpeg');
    } finally {
      await older.close();
    }
  });
});

describe('a document with a password', () => {
  it('a document with a password cannot be read if the password is missing or wrong', async () => {
    const base64 = await base64Of('password-user');
    expect(await extract({ base64 })).toEqual({ failure: 'pdf-password-needed' });
    expect(await extract({ base64, password: 'not this one' })).toEqual({ failure: 'pdf-password-wrong' });
  });
});

describe('the extraction', () => {
  it('the extraction refuses empty and too large files without starting a worker', async () => {
    const base64 = await base64Of('contract-en');
    const seen = await page.evaluate(async (pdf) => {
      const stage = new window.pdfStage.Stage({ size: 100 });
      const outcomes = [await stage.extract({ base64: '' }), await stage.extract({ base64: pdf })];
      return { outcomes, state: stage.state };
    }, base64);
    expect(seen.outcomes).toEqual([{ failure: 'pdf-empty' }, { failure: 'pdf-too-large' }]);
    expect(seen.state.started).toBe(0);
  });

  it('the extraction fails if the file is not a PDF', async () => {
    const base64 = Buffer.from('<html>Not found</html>').toString('base64');
    expect(await extract({ base64 })).toEqual({ failure: 'pdf-corrupt' });
  });

  it('the extraction skips a page that never ends, and reads the other pages', async () => {
    const base64 = Buffer.from(pagesWithOneThatNeverEnds()).toString('base64');
    const seen = await page.evaluate(async (pdf) => {
      const stage = new window.pdfStage.Stage({ silence: 1_000 });
      const outcome = await stage.extract({ base64: pdf });
      const state = stage.state;
      stage.dispose();
      return { outcome, state };
    }, base64);
    const { pages } = textOf(seen.outcome);
    expect(pages.map((each) => each.kind)).toEqual(['text', 'too-complex', 'text']);
    expect(pages[2]?.paragraphs[0]?.text).toBe('The third page is read as it stands here.');
    expect(seen.state).toMatchObject({ started: 2, running: 1 });
  });
});

/** Maximum memory in bytes. The renderer of a desktop app has about four gigabytes for everything. */
const mostMemory = 1_200_000_000;

describe('bombs', () => {
  // Bombs are PDFs that are made to exhaust the memory. By default, only the bombs that need the most memory
  // are tested. `npm run bench:bombs` reads all bombs.
  const sampled = bombs.filter(({ isHeavy }) => isFull || isHeavy === true);

  // Each PDF gets a new renderer, because a renderer may keep the memory of earlier PDFs for a while.
  beforeEach(async () => {
    await page.close();
    page = await openPage();
  });

  it.each(sampled.map((bomb) => [bomb.name, bomb] as const))(
    'the bomb "%s" is read or refused as expected, within the memory limit',
    { timeout: 60_000 },
    async (_name, { make, ends }) => {
      const base64 = Buffer.from(make()).toString('base64');
      const { result, peak } = await peakDuring(extract({ base64 }));
      expect(peak).toBeLessThan(mostMemory);
      if ('failure' in ends) {
        expect(result).toEqual({ failure: ends.failure });
        return;
      }
      const { pages } = textOf(result);
      if ('onlyPage' in ends || 'lastPage' in ends) {
        expect(pages.at(-1)?.kind).toBe('onlyPage' in ends ? ends.onlyPage : ends.lastPage);
        return;
      }
      expect(pages.map(({ kind }) => kind)).toEqual(['text', ends.page, 'text']);
      for (const page of [pages[0], pages[2]]) expect(page?.paragraphs[0]?.text).toBe(soundText);
    },
  );
});

describe('the worker', () => {
  it('the worker is kept for the next PDF and ends after the idle time', async () => {
    const base64 = await base64Of('contract-en');
    const seen = await page.evaluate(async (pdf) => {
      const stage = new window.pdfStage.Stage({ idle: 300 });
      await stage.extract({ base64: pdf });
      await stage.extract({ base64: pdf });
      const warm = stage.state;
      while (stage.state.running > 0) await new Promise((resolve) => window.setTimeout(resolve, 50));
      return { warm, cold: stage.state };
    }, base64);
    expect(seen.warm).toEqual({ started: 1, running: 1, timersSet: 1 });
    expect(seen.cold).toEqual({ started: 1, running: 0, timersSet: 0 });
  });

  it('the worker reports progress page by page', async () => {
    const outcome = await extract({ base64: await base64Of('contract-en') });
    const total = textOf(outcome).pageCount;
    expect('progress' in outcome && outcome.progress).toEqual(
      Array.from({ length: total }, (_, i) => [i + 1, total]),
    );
  });

  it.each([0, 1])(
    'the worker stops if reading is cancelled at page %i, and the next PDF is read',
    async (cancelAt) => {
      const endless = Buffer.from(pagesWithOneThatNeverEnds()).toString('base64');
      const next = await base64Of('contract-en');
      const seen = await page.evaluate(
        async (given) => {
          const stage = new window.pdfStage.Stage();
          const cancelled = await stage.extract({ base64: given.endless, cancelAt: given.cancelAt });
          const second = await stage.extract({ base64: given.next });
          const after = stage.state;
          stage.dispose();
          return { cancelled, second: 'text' in second, after, disposed: stage.state };
        },
        { endless, next, cancelAt },
      );
      expect(seen.cancelled).toEqual({ failure: 'Cancelled: cancelled' });
      expect(seen.second).toBe(true);
      expect(seen.after).toMatchObject({ started: 2, running: 1 });
      expect(seen.disposed).toMatchObject({ running: 0, timersSet: 0 });
    },
  );

  it('disposing of the extractor cancels all readings and ends the worker', async () => {
    const base64 = Buffer.from(pagesWithOneThatNeverEnds()).toString('base64');
    const seen = await page.evaluate(async (pdf) => {
      const stage = new window.pdfStage.Stage();
      const [first, second] = [stage.extract({ base64: pdf }), stage.extract({ base64: pdf })];
      while (stage.state.running === 0) await new Promise((resolve) => window.setTimeout(resolve, 20));
      stage.dispose();
      return { outcomes: await Promise.all([first, second]), state: stage.state };
    }, base64);
    expect(seen.outcomes).toEqual([{ failure: 'Cancelled: cancelled' }, { failure: 'Cancelled: cancelled' }]);
    expect(seen.state).toEqual({ started: 1, running: 0, timersSet: 0 });
  });

  it('the extraction loads no code of pdf.js on the main thread', async () => {
    const before = await page.evaluate(() => Object.getOwnPropertyNames(window).length);
    await extract({ base64: await base64Of('contract-en') });
    const after = await page.evaluate(() => ({
      names: Object.getOwnPropertyNames(window).length,
      pdfjs: 'pdfjsWorker' in window || 'pdfjsLib' in window,
    }));
    expect(after).toEqual({ names: before, pdfjs: false });
  });
});

describe('images of pages', () => {
  it('the image of a page is a JPEG within the given number of pixels', async () => {
    const image = await page.evaluate(
      async (pdf) => {
        const stage = new window.pdfStage.Stage();
        const rendered = await stage.render(pdf, 1, 200_000);
        stage.dispose();
        return rendered;
      },
      await base64Of('image-only'),
    );
    expect(image.type).toBe('image/jpeg');
    expect(image.decoded).toBe(`${image.width}x${image.height}`);
    expect(image.width * image.height).toBeLessThanOrEqual(200_000);
    expect(image.width * image.height).toBeGreaterThan(150_000);
  });
});
