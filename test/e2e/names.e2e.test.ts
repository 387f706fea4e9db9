import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, properties, sharedBrowser, type World } from './world';

const longName = 'x'.repeat(196);

/** Without `note`, any name of the note is accepted. */
const names: readonly (readonly [what: string, name: string, note?: string])[] = [
  ['upper case', 'REPORT.PDF', 'REPORT.md'],
  ['quotes', `it's "quoted" ‘so’.pdf`, `it's "quoted" ‘so’.md`],
  ['brackets', '合同 [终稿] (2).pdf'],
  ['a hash', 'invoice #12.pdf'],
  ['a caret', 'a^b.pdf'],
  ['a pipe', 'a|b.pdf'],
  ['emoji', '📄 发票 👩‍👩‍👧.pdf', '📄 发票 👩‍👩‍👧.md'],
  ['NFD accents', 'Re\u0301sume\u0301.pdf'],
  ['200 characters', `${longName}.pdf`, `${longName}.md`],
  ['80 Chinese characters', `${'合'.repeat(80)}.pdf`],
  ['dots and spaces', 'v1.2  final .pdf'],
  ['a percent sign', '100%25.pdf', '100%25.md'],
  ['Markdown', '**bold** `code` ==mark== $x$ <b>.pdf'],
  ['comment marks', '50%% off.pdf'],
];

const browser = sharedBrowser();

/** In this test, the app has not noticed the notes on the disk yet. */
it('only a hash in the properties, not in the text, ties a note to a PDF', async () => {
  const [quoted, synced] = [contractLike('quoted'), contractLike('synced')];
  const files = { 'Inbox/quoted.pdf': quoted, 'Inbox/synced.pdf': synced };
  const world = await openWorld({
    browser: browser(),
    files,
    enable: 'later',
    prepare: { settings: {} },
    syncDelayMs: 600_000,
  });
  const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const mine = `# About a hash\n\npdf_sha256: ${hashOf(quoted)}\n`;
  const another = `---\npdf_state: complete\npdf_sha256: "${hashOf(synced)}"\n---\n# Of another device\n`;
  await world.write('Inbox/quoted.md', mine);
  await world.write('Inbox/synced.md', another);
  await world.host.enablePlugin();
  await world.waitForNote('Inbox/quoted 2.md');
  await expect.poll(async () => (await world.host.notices()).join('\n')).toContain('synced.pdf');
  expect(await world.notes()).toEqual(['Inbox/quoted 2.md', 'Inbox/quoted.md', 'Inbox/synced.md']);
  expect([await world.read('Inbox/quoted.md'), await world.read('Inbox/synced.md')]).toEqual([mine, another]);
  await closeQuietly(world);
});

it('a PDF gets no second note if the app has not read the first one yet', async () => {
  const world = await openWorld({ browser: browser() });
  await world.host.page.evaluate(() => {
    const { metadataCache } = (window as unknown as { app: import('obsidian').App }).app;
    const [get, trigger] = [
      metadataCache.getFileCache.bind(metadataCache),
      metadataCache.trigger.bind(metadataCache),
    ];
    const isLate = (file: unknown): boolean =>
      (file as { path?: string } | undefined)?.path === 'Inbox/late.md';
    metadataCache.getFileCache = (file) => (isLate(file) ? null : get(file));
    metadataCache.trigger = (name, ...data: unknown[]) => {
      if (!isLate(data[0])) trigger(name, ...data);
    };
  });
  const pdf = contractLike('late');
  const another = `---\npdf_state: complete\npdf_sha256: "${createHash('sha256').update(pdf).digest('hex')}"\n---\n# Of another device\n`;
  await world.write('Inbox/late.md', another);
  await expect
    .poll(() =>
      world.host.page.evaluate(
        () =>
          (window as unknown as { app: import('obsidian').App }).app.vault.getFileByPath('Inbox/late.md') !==
          null,
      ),
    )
    .toBe(true);
  await world.write('Inbox/late.pdf', pdf);
  await world.host.runCommand('open-queue');
  const row = world.host.page.locator('.pdf-inbox-queue-row').filter({ hasText: 'late.pdf' });
  await row.filter({ hasText: 'Inbox/late.md' }).waitFor({ timeout: 60_000 });
  expect(await world.notes()).toEqual(['Inbox/late.md']);
  expect(await world.read('Inbox/late.md')).toBe(another);
  await closeQuietly(world);
});

describe('a PDF with an unusual name', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld({ browser: browser() });
    for (const [, name] of names) await world.write(`Inbox/${name}`, contractLike(name));
    await world.waitForNotes(names.length);
  });

  afterAll(async () => {
    await closeQuietly(world);
  });

  it.each(names)('a PDF has one note with working links if its name has %s', async (_, name, expected) => {
    const path = `Inbox/${name}`;
    const bySource = await world.host.page.evaluate((pdfPath) => {
      const { app } = window as unknown as { app: import('obsidian').App };
      const targetOf = (link: string, note: string): string | undefined =>
        app.metadataCache.getFirstLinkpathDest(link.split('#page=')[0] ?? '', note)?.path;
      return app.vault
        .getMarkdownFiles()
        .map((note) => ({ note: note.path, cache: app.metadataCache.getFileCache(note) }))
        .map(({ note, cache }) => ({
          note,
          targets: (cache?.links ?? []).map((link) => targetOf(link.link, note) ?? link.link),
          source: (cache?.frontmatterLinks ?? []).map((link) => targetOf(link.link, note)),
        }))
        .filter(({ targets }) =>
          targets.some((target) => target.normalize('NFC') === pdfPath.normalize('NFC')),
        );
    }, path);
    expect(bySource).toHaveLength(1);
    const [found] = bySource;
    expect(new Set(found?.targets.map((target) => target.normalize('NFC')))).toEqual(
      new Set([path.normalize('NFC')]),
    );
    if (expected !== undefined) expect(found?.note).toBe(`Inbox/${expected}`);
    const note = await world.read(found?.note ?? '');
    expect(properties(note)['pdf_state']).toBe('offline');
  });
});
