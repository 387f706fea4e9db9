import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, properties, sharedBrowser, type World } from './world';

interface Base {
  readonly filters: { readonly and: readonly string[] };
  readonly properties: Readonly<Record<string, { readonly displayName: string }>>;
  readonly views: readonly {
    readonly type: string;
    readonly name: string;
    readonly order: readonly string[];
    readonly groupBy?: { readonly property: string; readonly direction: string };
  }[];
}

/** The dashboard is a file for the app's Bases. */
describe('creating the dashboard', () => {
  const browser = sharedBrowser();
  let world: World;

  afterEach(async () => {
    await closeQuietly(world);
  });

  const create = async (): Promise<Base> => {
    await world.host.runCommand('create-dashboard');
    const shown = world.host.page.locator('.base-placeholder');
    await expect.poll(() => shown.count()).toBe(1);
    const text = await world.read('PDF Inbox.base');
    expect(await shown.textContent()).toBe(text);
    return parse(text) as Base;
  };

  it('writes tables of all digests, by state and by status, and opens them', async () => {
    world = await openWorld({ browser: browser(), files: { 'Inbox/a.pdf': contractLike('a') } });
    const base = await create();
    expect(base.filters).toEqual({ and: ['file.hasProperty("pdf_sha256")'] });
    expect(base.views.map(({ name }) => name)).toEqual([
      'All digests',
      'By state',
      'By status',
      'Incomplete',
    ]);
    expect(base.views.map(({ groupBy }) => groupBy?.property)).toEqual([
      undefined,
      'pdf_state',
      'status',
      undefined,
    ]);
    expect(base.views.every(({ type }) => type === 'table')).toBe(true);
    // Every column has a title. The columns that are not file properties are properties of real notes.
    const columns = new Set(base.views.flatMap(({ order }) => order));
    expect([...columns].sort()).toEqual(Object.keys(base.properties).sort());
    const note = properties(await world.waitForNote('Inbox/a.md'));
    expect([...columns].filter((column) => !column.startsWith('file.') && !(column in note))).toEqual([
      'pdf_tokens',
    ]);
  });

  it('opens an existing dashboard unchanged, and shows a notice about it, also in Chinese', async () => {
    world = await openWorld({ browser: browser(), language: 'zh' });
    const base = await create();
    expect(base.views.map(({ name }) => name)).toEqual(['全部总结', '按处理状态', '按笔记状态', '未完成']);
    expect(base.properties['pdf_pages']).toEqual({ displayName: '页数' });
    await world.write('PDF Inbox.base', 'views: []\n');
    await expect
      .poll(() =>
        world.host.page.evaluate(() => {
          const { app } = window as unknown as { app: import('obsidian').App };
          return app.vault.getFileByPath('PDF Inbox.base')?.stat.size;
        }),
      )
      .toBe(10);
    await world.host.runCommand('create-dashboard');
    await expect.poll(async () => (await world.host.notices()).join('\n')).toContain('总览已存在');
    expect(await world.read('PDF Inbox.base')).toBe('views: []\n');
  });
});
