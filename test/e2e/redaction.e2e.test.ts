import { afterEach, describe, expect, it } from 'vitest';
import { generated, written } from '../../src/redact/find.examples';
import { REDACT_KINDS } from '../../src/redact/finding';
import { MARKS } from '../../src/redact/redactor';
import { bare, repeated, textsIn } from '../endpoint/repeated';
import { startEndpoint, type RunningEndpoint } from '../endpoint/server';
import { pagesOf } from '../fixtures/small';
import { closeQuietly, openWorld, pdf, properties, sharedBrowser, type World } from './world';

/** Up to five values of each kind. Values with characters that `pagesOf` cannot write are left out. */
const planted = REDACT_KINDS.flatMap((kind) =>
  [...written, ...generated]
    .filter(([own, , text]) => own === kind && /^[\w .,:@+/-]+$/.test(text))
    .slice(0, 5),
);
const [, title = ''] = planted[5] ?? [];
const [, , phone = ''] = planted[10] ?? [];

/**
 * Makes a PDF of two pages with the values in `planted`. One value is also in the title of the PDF, and
 * another value is its author.
 */
function plantedPdf(): Uint8Array {
  const lines = planted.map(([, , text], index) => `Entry ${String(index + 1)} of the list is ${text}.`);
  const bytes = pagesOf([lines.slice(0, 10), lines.slice(10)]);
  const text = new TextDecoder().decode(bytes);
  return new TextEncoder().encode(
    text.replace('trailer\n<<', `trailer\n<< /Info << /Title (Card ${title}) /Author (${phone}) >>`),
  );
}

describe('redacted values', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint;

  afterEach(() => closeQuietly(world, endpoint));

  /** Returns the planted values in the requests that the endpoint received after the first `from`. */
  const seen = (from = 0): readonly string[] => {
    const sent = endpoint.requests.slice(from).map(({ body }) => bare(textsIn(body).join('\n')));
    return planted.flatMap(([, value]) => (sent.some((text) => text.includes(bare(value))) ? [value] : []));
  };
  const approve = async (redact: readonly string[]): Promise<void> => {
    const before = endpoint.requests.length;
    const all = { ...(await world.host.data()), redact };
    await world.moveIn('.obsidian/plugins/pdf-inbox/data.json', Buffer.from(JSON.stringify(all)));
    await expect.poll(() => world.host.statusBar()).toContain('paused');
    expect(endpoint.requests).toHaveLength(before);
    await world.host.page.locator('.notice').getByRole('button', { name: 'Approve' }).click();
    await expect.poll(() => world.host.statusBar()).not.toContain('paused');
  };

  it('the plugin never sends a value of a redacted kind, but the note contains the value', async () => {
    expect(planted).toHaveLength(20);
    // The second reading (a check by a model) fails, so the device keeps the answers of the model for another
    // attempt.
    endpoint = await startEndpoint({ digest: repeated, readingFault: 'no-balance' });
    const settings = { provider: 'custom', baseUrl: endpoint.url, model: 'm', secondReading: true };
    world = await openWorld({
      browser: browser(),
      prepare: { settings: { ...settings, redact: [...REDACT_KINDS] } },
    });
    const path = `Inbox/Call ${phone.replace(/[^\w .+-]/g, '')}`;
    await world.write(`${path}.pdf`, plantedPdf());
    const isRight = async (): Promise<void> => {
      const note = await world.read(`${path}.md`);
      expect(note.match(MARKS) ?? []).toEqual([]);
      const digest = note.split('## Original text')[0] ?? '';
      expect(planted.filter(([, value]) => !bare(digest).includes(bare(value)))).toEqual([]);
    };
    const first = await world.waitForNote(`${path}.md`);
    await expect.poll(async () => (await world.host.notices()).join('\n')).toContain('is ready');
    expect(properties(first)).toMatchObject({ pdf_state: 'complete' });
    await isRight();
    const kinds = (from: number): string[] =>
      endpoint.requests.slice(from).map(({ requestKind }) => requestKind);
    expect(kinds(0)).toEqual(expect.arrayContaining(['digest', 'reading']));
    expect(seen()).toEqual([]);

    await world.host.openFile(`${path}.md`);
    let before = endpoint.requests.length;
    const regenerated = async (): Promise<void> => {
      before = endpoint.requests.length;
      const notices = (await world.host.notices()).length;
      await world.host.runCommand('regenerate-note');
      await expect
        .poll(async () => (await world.host.notices()).slice(notices).join('\n'))
        .toMatch(/new digest|same as before|is ready/);
    };
    await regenerated();
    expect(kinds(before)).not.toContain('digest');

    await world.host.openFile(`${path}.pdf`);
    await world.host.runCommand('preview-sent');
    const preview = world.host.page.locator('.pdf-inbox-sent');
    await preview.locator('mark').first().waitFor();
    expect(await preview.locator('mark').count()).toBeGreaterThanOrEqual(planted.length);
    const shown = bare((await preview.locator('pre').allTextContents()).join('\n'));
    expect(planted.filter(([, value]) => shown.includes(bare(value)))).toEqual([]);
    await world.host.page.keyboard.press('Escape');
    await expect.poll(() => preview.count()).toBe(0);
    await world.host.openFile(`${path}.md`);

    endpoint.setReadingFault('good');
    await approve(['idCard', 'bankCard', 'email']);
    await regenerated();
    expect(kinds(before)).toContain('reading');
    expect(kinds(before)).toContain('digest');
    expect(seen(before)).toEqual(planted.filter(([kind]) => kind === 'phone').map(([, value]) => value));
    await isRight();
  });

  it('the plugin redacts values in form fields, and asks once per run whether to send images', async () => {
    endpoint = await startEndpoint({});
    const settings = {
      provider: 'custom',
      baseUrl: endpoint.url,
      model: 'm',
      scannedPages: 'vision',
      visionModel: 'eye',
    };
    const scan = await pdf('image-only');
    const scans = [1, 2, 3, 4].map((number) => [
      `Elsewhere/scan ${String(number)}.pdf`,
      Buffer.concat([scan, Buffer.from(`\n%${String(number)}\n`)]),
    ]);
    world = await openWorld({
      browser: browser(),
      prepare: { settings: { ...settings, redact: ['Ilse Varnholt', 'HK-2207-118'] } },
      files: {
        'Elsewhere/form.pdf': await pdf('form-undrawn'),
        ...(Object.fromEntries(scans) as Record<string, Uint8Array>),
      },
    });
    await world.host.chooseFileMenu('Elsewhere/form.pdf', 'Digest this PDF');
    const note = await world.waitForNote('Elsewhere/form.md');
    expect(note).toContain('Ilse Varnholt');
    expect(note).toContain('HK-2207-118');
    const sent = endpoint.requests.map(({ body }) => textsIn(body).join('\n')).join('\n');
    expect(sent).toContain('14 February 2031');
    expect(sent).not.toMatch(/Varnholt|2207/);

    for (const [path] of scans.slice(1)) await world.host.chooseFileMenu(String(path), 'Digest this PDF');
    const question = world.host.page.locator('.modal', { hasText: 'Send images of pages?' });
    await question.waitFor();
    await question.getByText('Do the same for all PDFs of this run').click();
    await question.getByRole('button', { name: 'Leave these pages out' }).click();
    await world.waitForNotes(4);
    expect(await question.count()).toBe(0);
    expect(endpoint.images).toBe(0);

    // A run ends when the queue is empty. The next PDF belongs to another run, so the question is asked
    // again.
    await world.quiet();
    const [first = []] = scans;
    await world.host.chooseFileMenu(String(first[0]), 'Digest this PDF');
    await question.getByRole('button', { name: 'Send the images' }).click();
    await expect.poll(() => endpoint.images).toBe(2);
  });

  it('a model on this device receives values without redaction, and the preview says why', async () => {
    endpoint = await startEndpoint({ as: 'ollama', digest: repeated });
    const settings = { provider: 'ollama', baseUrl: endpoint.url, model: 'qwen3:8b', secondReading: false };
    world = await openWorld({
      browser: browser(),
      prepare: { settings: { ...settings, redact: [...REDACT_KINDS] } },
      files: { 'Inbox/list.pdf': plantedPdf() },
    });
    expect(properties(await world.waitForNote('Inbox/list.md'))).toMatchObject({ pdf_state: 'complete' });
    expect(seen()).toEqual(planted.map(([, value]) => value));
    const requests = endpoint.requests.length;
    const preview = world.host.page.locator('.pdf-inbox-sent');
    await world.host.openFile('Inbox/list.pdf');
    await world.host.runCommand('preview-sent');
    await preview.getByText('Your model runs on this device').waitFor();
    expect(await preview.locator('mark').count()).toBe(0);
    await world.host.page.keyboard.press('Escape');
    await world.host.runCommand('preview-sent');
    await world.host.page.keyboard.press('Escape');
    await expect.poll(() => preview.count()).toBe(0);
    await world.quiet();
    expect(endpoint.requests).toHaveLength(requests);
  });
});
