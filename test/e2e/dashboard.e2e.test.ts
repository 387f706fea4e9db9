import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { digestOf } from '../endpoint/digest-of';
import { startEndpoint, type RunningEndpoint } from '../endpoint/server';
import { onlyQuoted } from '../endpoint/statements';
import { contractLike, pagesOf } from '../fixtures/small';
import { closeQuietly, openWorld, pdf, properties, sharedBrowser, type World } from './world';

interface Base {
  readonly filters: { readonly and: readonly string[] };
  readonly properties: Readonly<Record<string, { readonly displayName: string }>>;
  readonly views: readonly {
    readonly type: string;
    readonly name: string;
    readonly order: readonly string[];
    readonly summaries?: Readonly<Record<string, string>>;
  }[];
}

const path = 'PDF Inbox.base';

describe('the dashboard', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint | undefined;

  afterEach(async () => {
    await closeQuietly(world, endpoint);
    endpoint = undefined;
  });

  const shown = (): Promise<string | null> => world.host.page.locator('.base-placeholder').textContent();
  const make = async (): Promise<Base> => {
    await world.host.runCommand('create-dashboard');
    await expect.poll(async () => (await shown()) === (await world.read(path))).toBe(true);
    return parse(await world.read(path)) as Base;
  };
  const names = ({ views }: Base): readonly string[] => views.map(({ name }) => name);
  const notice = (text: string): Promise<void> =>
    world.host.page.locator('.notice', { hasText: text }).first().waitFor();
  /** Replaces the dashboard, and waits until the app has noticed the change. */
  const write = async (text: string): Promise<void> => {
    await world.write(path, text);
    await expect
      .poll(() =>
        world.host.page.evaluate((file) => {
          const { vault } = (window as unknown as { app: import('obsidian').App }).app;
          const base = vault.getFileByPath(file);
          return base === null ? '' : vault.cachedRead(base);
        }, path),
      )
      .toBe(text);
  };

  it('the renewed dashboard has views for new kinds of documents and keeps the user’s changes', async () => {
    world = await openWorld({ browser: browser() });
    expect(names(await make())).toEqual(['To check', 'All']);
    const invoice = ['INVOICE', 'Invoice number: 4711', 'Total: EUR 1,190.00', 'Due date: 15 March 2031'];
    await world.write('Inbox/invoice.pdf', pagesOf([invoice]));
    await world.write('Inbox/contract.pdf', contractLike('a'));
    const note = properties(await world.waitForNote('Inbox/invoice.md'));
    expect(note).toMatchObject({
      pdf_kind: 'invoice',
      pdf_amount: 1190,
      pdf_currency: 'EUR',
      pdf_due: '2031-03-15',
    });
    await world.waitForNote('Inbox/contract.md');
    await world.quiet();

    const base = parse(await world.read(path)) as Base;
    const mine = { type: 'cards', name: 'My cards', order: ['file.name'] };
    const [toCheck, all] = base.views;
    await write(JSON.stringify({ ...base, views: [{ ...all, limit: 20 }, mine, toCheck] }));
    const renewed = await make();
    await notice('The dashboard was renewed');
    expect(names(renewed)).toEqual(['Deadlines', 'Contracts', 'Invoices', 'All', 'My cards', 'To check']);
    expect(renewed.views.slice(3)).toEqual([{ ...all, limit: 20 }, mine, toCheck]);
    expect(renewed.filters).toEqual({ and: ['file.hasProperty("pdf_sha256")'] });
    expect(renewed.views[2]?.summaries).toEqual({ 'formula.total_eur': 'Sum' });
    expect(renewed.properties['formula.total_eur']).toEqual({ displayName: 'Total (EUR)' });
    // Every column of the new views has a title.
    const columns = new Set(renewed.views.flatMap(({ order }) => order));
    expect([...columns].filter((column) => !(column in renewed.properties))).toEqual([]);

    // A view that the user has deleted does not come back.
    await write(JSON.stringify({ ...renewed, views: renewed.views.slice(1) }));
    expect(names(await make())).toEqual(['Contracts', 'Invoices', 'All', 'My cards', 'To check']);
    await notice('The dashboard is up to date');
  });

  it('an unreadable dashboard stays unchanged, and a notice in Chinese gives the reason', async () => {
    world = await openWorld({
      browser: browser(),
      language: 'zh',
      files: { 'Inbox/a.pdf': contractLike('a') },
    });
    await world.waitForNote('Inbox/a.md');
    await world.quiet();
    const base = await make();
    expect(names(base)).toEqual(['合同', '待核对', '全部']);
    expect(base.properties['pdf_pages']).toEqual({ displayName: '页数' });
    for (const broken of ['views: [\n', 'views: none\n']) {
      await write(broken);
      await world.host.runCommand('create-dashboard');
      await notice('无法读取总览');
      expect(await world.read(path)).toBe(broken);
      await world.host.page.locator('.notice').first().click();
    }
    await world.host.page.evaluate(() => {
      const { app } = window as unknown as { app: import('obsidian').App };
      app.vault.read = () => Promise.reject(new Error('The file is in use.'));
    });
    await world.host.runCommand('create-dashboard');
    await notice('无法从仓库读取文件');
  });

  it.each([
    {
      language: 'en' as const,
      field: 'Delivery term',
      ask: 'term',
      views: ['Contracts', 'Invoices', 'To check', 'All'],
      said: 'The dashboard was renewed',
    },
    {
      language: 'zh' as const,
      field: '交货期限',
      ask: '期限',
      views: ['合同', '发票', '待核对', '全部'],
      said: '总览已更新',
    },
  ])(
    'the dashboard in the language $language has columns for unverified statements and the user’s own fields',
    async ({ language, field, ask, views, said }) => {
      endpoint = await startEndpoint({
        digest: (lines) => {
          const digest = digestOf(lines);
          const text = 'The penalty is 777.00 USD.';
          return { ...digest, points: [...digest.points, { text, refs: [lines[0]?.number ?? 1] }] };
        },
        reader: onlyQuoted,
        corrector: () => [],
      });
      world = await openWorld({
        browser: browser(),
        language,
        prepare: {
          settings: {
            provider: 'custom',
            baseUrl: endpoint.url,
            model: 'test-model',
            ownFields: [{ name: field, type: 'text', ask, kinds: [] }],
          },
          secrets: { 'pdf-inbox-api-key': 'sk-1' },
        },
        files: { 'Inbox/a.pdf': language === 'zh' ? await pdf('contract-zh-plain') : contractLike('a') },
      });
      const contract = properties(await world.waitForNote('Inbox/a.md'));
      expect(contract).toMatchObject({
        pdf_kind: 'contract',
        pdf_state: 'complete',
        pdf_model: 'test-model',
      });
      // The model invented a statement, so the dashboard gets the view "To check".
      expect(contract['pdf_to_verify']).toBeGreaterThanOrEqual(1);
      await world.quiet();
      const [contracts = '', , toCheck = '', all = ''] = views;
      const before = await make();
      expect(names(before).filter((name) => views.includes(name))).toEqual([contracts, toCheck, all]);
      const columnsOf = (base: Base, view: string): readonly string[] =>
        base.views.find(({ name }) => name === view)?.order ?? [];
      expect(columnsOf(before, toCheck)).toContain('pdf_to_verify');
      expect(columnsOf(before, all)).toContain(`note.${field}`);
      expect(before.properties[`note.${field}`]).toEqual({ displayName: field });

      await world.write('Inbox/b.pdf', pagesOf([['INVOICE 4711', 'The total of 1,190.00 USD is due.']]));
      expect(properties(await world.waitForNote('Inbox/b.md'))).toMatchObject({
        pdf_kind: 'invoice',
        pdf_model: 'test-model',
      });
      await world.quiet();
      await world.host.runCommand('create-dashboard');
      await notice(said);
      const renewed = parse(await world.read(path)) as Base;
      expect(names(renewed).filter((name) => views.includes(name))).toEqual(views);
    },
  );
});
