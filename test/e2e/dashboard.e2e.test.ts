import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { contractLike, pagesOf } from '../fixtures/small';
import { closeQuietly, openWorld, properties, sharedBrowser, type World } from './world';

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

/** The dashboard is a file for the app's Bases. */
describe('the dashboard', () => {
  const browser = sharedBrowser();
  let world: World;

  afterEach(async () => {
    await closeQuietly(world);
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
  /** Writes the dashboard as the user does, and waits until the app has noticed it. */
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

  it('has views for the kinds of the vault; a renewal adds new ones and keeps what the user changed', async () => {
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
    // Every column of the new views is a property of the notes, of the file or a formula, and has a title.
    const columns = new Set(renewed.views.flatMap(({ order }) => order));
    expect([...columns].filter((column) => !(column in renewed.properties))).toEqual([]);

    // A view that the user deletes does not come back.
    await write(JSON.stringify({ ...renewed, views: renewed.views.slice(1) }));
    expect(names(await make())).toEqual(['Contracts', 'Invoices', 'All', 'My cards', 'To check']);
    await notice('The dashboard is up to date');
  });

  it('is not written when it cannot be read, also in Chinese', async () => {
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
  });
});
