import { afterEach, describe, expect, it } from 'vitest';
import { PRESETS } from '../../src/llm/presets/presets';
import { startEndpoint, type EndpointOptions, type RunningEndpoint } from '../endpoint/server';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, pdf, properties, sharedBrowser, type World } from './world';

/** The text that the vision model of the test reads in the n-th image. */
const seen = (number: number): string =>
  [
    `Delivery note ${number}`,
    '',
    `The customer shall return the crates of delivery ${number} by 15 March 2026.`,
  ].join('\n');

describe('scanned pages', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint;

  const open = async (options: EndpointOptions = {}, more: Record<string, unknown> = {}): Promise<void> => {
    endpoint = await startEndpoint({ pageText: seen, ...options });
    const settings = {
      provider: 'custom',
      baseUrl: endpoint.url,
      model: 'test-model',
      scannedPages: 'vision',
      visionModel: 'test-eye',
      // With one request at a time, the n-th image is that of the n-th scanned page.
      concurrency: 1,
      ...more,
    };
    world = await openWorld({ browser: browser(), prepare: { settings } });
  };

  afterEach(async () => {
    await closeQuietly(world, endpoint);
  });

  it('the note of a scanned PDF has text, page links and the number of tokens of all requests', async () => {
    await open();
    await world.write('Inbox/scan.pdf', await pdf('image-only'));
    const note = await world.waitForNote('Inbox/scan.md');
    expect(properties(note)).toMatchObject({ pdf_state: 'complete', pdf_model: 'test-model', pdf_pages: 2 });
    expect(note).toMatch(/- \[ \] .*delivery 1 by 15 March 2026.*\(\[\[scan\.pdf#page=1\|p\. 1\]\]\)/);
    expect(note).toMatch(/- \[ \] .*delivery 2 by 15 March 2026.*\(\[\[scan\.pdf#page=2\|p\. 2\]\]\)/);
    expect(note).toContain('— p. 2 —\n> Delivery note 2');
    expect(note).not.toContain('Not everything was read');
    // Two requests are for pages, and one is for the digest. `pdf_tokens` is the sum of their tokens.
    expect(endpoint.requests).toHaveLength(3);
    expect(properties(note)['pdf_tokens']).toBeGreaterThan(10_000);
  });

  it('the vision model gets scanned pages as JPEG images below 1 MB', async () => {
    await open();
    await world.write('Inbox/scan.pdf', await pdf('image-only'));
    await world.waitForNote('Inbox/scan.md');
    const [first, second, digest] = endpoint.requests;
    expect(first?.body).toMatchObject({ model: 'test-eye' });
    expect(digest?.body).toMatchObject({ model: 'test-model' });
    for (const request of [first, second]) {
      const bytes = Buffer.from(request?.images[0] ?? '', 'base64');
      expect([...bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
      expect(bytes.length).toBeLessThan(1_000_000);
    }
  });

  it('if the settings leave out scanned pages, the note tells how to include them', async () => {
    await open({}, { scannedPages: 'skip' });
    await world.write('Inbox/scan.pdf', await pdf('image-only'));
    const note = await world.waitForNote('Inbox/scan.md');
    expect(properties(note)).toMatchObject({ pdf_state: 'failed' });
    expect(note).toContain('Pages 1–2: scanned');
    expect(note).toMatch(/vision model .*settings/);
    await world.write('Inbox/mixed.pdf', await pdf('mixed-text-scans'));
    const mixed = await world.waitForNote('Inbox/mixed.md');
    expect(properties(mixed)).toMatchObject({ pdf_state: 'complete' });
    expect(mixed).toMatch(/Pages 2, 5: scanned, without text; .*turn that on in the settings/);
    expect(endpoint.images).toBe(0);
  });

  it('without a provider, the plugin sends no scanned pages, even if the settings allow vision', async () => {
    await open({}, { provider: 'offline' });
    await world.write('Inbox/mixed.pdf', await pdf('mixed-text-scans'));
    const note = await world.waitForNote('Inbox/mixed.md');
    expect(properties(note)).toMatchObject({ pdf_state: 'offline' });
    expect(note).toMatch(/Pages 2, 5: scanned, without text; a provider's vision model can read them/);
    expect(endpoint.requests).toHaveLength(0);
  });

  it('the vision model gets only the scanned pages of a PDF', async () => {
    await open();
    await world.write('Inbox/mixed.pdf', await pdf('mixed-text-scans'));
    const note = await world.waitForNote('Inbox/mixed.md');
    expect(endpoint.images).toBe(2);
    expect(note).toContain('— p. 2 —\n> Delivery note 1');
    expect(note).toContain('— p. 5 —\n> Delivery note 2');
    expect(note).not.toContain('Not everything was read');
  });

  it('the vision model gets a page with an unreliable text layer', async () => {
    await open();
    await world.write('Inbox/glyphs.pdf', await pdf('tounicode-private'));
    const note = await world.waitForNote('Inbox/glyphs.md');
    expect(endpoint.images).toBe(1);
    expect(note).toContain('Delivery note 1');
    expect(note).not.toContain('unusable');
  });

  it('the vision model gets a scanned page whose only text is a stamp', async () => {
    await open();
    await world.write('Inbox/stamped.pdf', await pdf('image-with-stamp'));
    const note = await world.waitForNote('Inbox/stamped.md');
    expect(endpoint.images).toBe(1);
    expect(note).toContain('Delivery note 1');
  });

  it('the vision model gets a page that looks like a drawing', async () => {
    await open({ fault: 'page-marker' });
    await world.write('Inbox/plan.pdf', await pdf('drawing'));
    const note = await world.waitForNote('Inbox/plan.md');
    expect(endpoint.images).toBe(1);
    expect(note).toContain('Page 1: the vision model found no text there.');
  });

  it('the note contains the number of a scanned page that the endpoint refuses', async () => {
    await open({ fault: (number) => (number === 2 ? 'content-filter' : 'good') });
    await world.write('Inbox/mixed.pdf', await pdf('mixed-text-scans'));
    const note = await world.waitForNote('Inbox/mixed.md');
    expect(properties(note)).toMatchObject({ pdf_state: 'complete' });
    expect(note).toContain("Page 5: refused by the endpoint's content filter.");
    expect(note).toContain('Delivery note 1');
    expect(note).not.toContain('Delivery note 2');
  });

  it('the note contains the numbers of the scanned pages if the endpoint cannot read images', async () => {
    await open({ fault: (_, { images }) => (images.length > 0 ? 'no-vision' : 'good') });
    await world.write('Inbox/mixed.pdf', await pdf('mixed-text-scans'));
    const note = await world.waitForNote('Inbox/mixed.md');
    expect(properties(note)).toMatchObject({ pdf_state: 'complete' });
    expect(note).toMatch(/Pages 2, 5: .*test-eye cannot.*Choose a vision model in the settings/);
    expect(endpoint.images).toBe(1);
  });

  it('the pending note contains the numbers of the scanned pages if the API key is wrong', async () => {
    await open({ fault: 'wrong-key' });
    await world.write('Inbox/mixed.pdf', await pdf('mixed-text-scans'));
    const note = await world.waitForNote('Inbox/mixed.md');
    expect(properties(note)).toMatchObject({ pdf_state: 'pending' });
    expect(note).toContain('— p. 1 —');
    expect(note).toMatch(/Pages 2, 5: .*does not accept the API key/);
    await world.write('Inbox/scan.pdf', await pdf('image-only'));
    const scan = await world.waitForNote('Inbox/scan.md');
    expect(properties(scan)).toMatchObject({ pdf_state: 'pending' });
    expect(scan).toContain('no text could be read so far');
  });

  it('the note gets the state `failed` if the vision model finds no text on scanned pages', async () => {
    await open({ fault: 'page-marker' });
    await world.write('Inbox/scan.pdf', await pdf('image-only'));
    const note = await world.waitForNote('Inbox/scan.md');
    expect(properties(note)).toMatchObject({ pdf_state: 'failed' });
    expect(note).toContain('The vision model found no text');
  });

  it('the settings tab has settings for scanned pages only if a provider is chosen', async () => {
    await open({}, { scannedPages: 'skip', visionModel: '', provider: 'openai' });
    await world.host.openSettings();
    const row = (name: string) =>
      world.host.page
        .locator('.setting-item:visible')
        .filter({ has: world.host.page.locator('.setting-item-name', { hasText: name }) });
    await expect.poll(() => row('Pages without text').count()).toBe(1);
    expect(await row('Vision model').count()).toBe(0);
    await row('Pages without text').locator('select').selectOption('vision');
    await expect
      .poll(() => row('Vision model').locator('input').inputValue())
      .toBe(PRESETS.openai.visionModel);
    await expect.poll(() => world.host.data()).toMatchObject({ scannedPages: 'vision', visionModel: '' });
    await row('Vision model').locator('input').fill('gpt-5');
    await expect.poll(() => world.host.data()).toMatchObject({ visionModel: 'gpt-5' });
    await row('Provider').locator('select').selectOption('offline');
    await expect.poll(() => row('Pages without text').count()).toBe(0);
  });

  it('if the user cancels the reading of scanned pages, no note appears, and read pages are kept', async () => {
    await open({ fault: (number) => (number === 2 ? 'slow' : 'good') });
    await world.write('Inbox/mixed.pdf', await pdf('mixed-text-scans'));
    const end = Date.now() + 120_000;
    while (endpoint.images < 2 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await world.host.statusBar()).toContain('1 of 2');
    await world.host.runCommand('cancel-all');
    await world.quiet();
    expect(await world.notes()).toEqual([]);
    expect(endpoint.requests).toHaveLength(2);
    await world.write('Inbox/b.pdf', contractLike('b'));
    await world.waitForNote('Inbox/b.md');
    // The model has already read the first scanned page, so no request is sent for it again.
    await world.host.chooseFileMenu('Inbox/mixed.pdf', 'Digest this PDF');
    const note = await world.waitForNote('Inbox/mixed.md');
    expect(note).toContain('— p. 2 —\n> Delivery note 1');
    expect(note).toContain('— p. 5 —\n> Delivery note 3');
    expect(endpoint.images).toBe(3);
  });
});
