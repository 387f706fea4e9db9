import { afterEach, describe, expect, it } from 'vitest';
import { startEndpoint, type RunningEndpoint } from '../endpoint/server';
import { contractLike } from '../fixtures/small';
import {
  closeQuietly,
  openWorld,
  pdf,
  properties,
  sharedBrowser,
  type World,
  type WorldOptions,
} from './world';

describe('other programs', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint | undefined;

  const open = async (options: WorldOptions = {}): Promise<void> => {
    world = await openWorld({ browser: browser(), ...options });
  };
  const online = async (
    more: Record<string, unknown> = {},
  ): Promise<NonNullable<WorldOptions['prepare']>> => {
    endpoint = await startEndpoint({});
    return {
      settings: { provider: 'custom', baseUrl: endpoint.url, model: 'm', ...more },
      secrets: { 'pdf-inbox-api-key': 'sk-1' },
    };
  };
  const json = async (command: string, params: Record<string, string> = {}): Promise<unknown> =>
    JSON.parse(await world.host.cli(command, { ...params, json: 'true' }));

  afterEach(async () => {
    await closeQuietly(world, endpoint);
    endpoint = undefined;
  });

  /** Commands open no modal: when a script runs them, nobody is there to answer it. */
  describe('the command line', () => {
    it('the `pdf-inbox` command digests a PDF only once, but prints the path of the note each time', async () => {
      await open({ files: { 'Elsewhere/a.pdf': contractLike('a'), 'Elsewhere/b.pdf': contractLike('b') } });
      expect(await world.host.cli('pdf-inbox', { path: 'Elsewhere/a.pdf' })).toBe('Elsewhere/a.md');
      expect(await world.notes()).toEqual(['Elsewhere/a.md']);
      expect(await world.host.cli('pdf-inbox', { path: 'Elsewhere/a.pdf' })).toBe('Elsewhere/a.md');
      expect(await world.host.cli('pdf-inbox', { path: './Elsewhere/a.pdf', json: 'false' })).toBe(
        'Elsewhere/a.md',
      );
      expect(await json('pdf-inbox', { path: '/Elsewhere//a.pdf' })).toEqual({
        ok: true,
        path: 'Elsewhere/a.pdf',
        note: 'Elsewhere/a.md',
        state: 'known',
      });
      expect(await json('pdf-inbox', { path: 'Elsewhere/b.pdf' })).toEqual({
        ok: true,
        path: 'Elsewhere/b.pdf',
        note: 'Elsewhere/b.md',
        state: 'offline',
      });
      await expect.poll(() => world.host.cli('pdf-inbox:status')).toBe('Done: 1');
      expect(await json('pdf-inbox:status')).toMatchObject({
        ok: true,
        paused: null,
        working: null,
        waiting: [],
        failed: [],
        done: [{ path: 'Elsewhere/b.pdf', note: 'Elsewhere/b.md' }],
      });
    });

    it('the `pdf-inbox` command reports a wrong or missing path', async () => {
      await open({ files: { 'Inbox/note.md': 'x' } });
      await expect
        .poll(() => world.host.cli('pdf-inbox', { path: 'Inbox/note.md' }))
        .toBe('Inbox/note.md is not a PDF.');
      expect(await world.host.cli('pdf-inbox', { path: 'Inbox' })).toBe('Inbox is not a PDF.');
      expect(await world.host.cli('pdf-inbox', { path: 'Inbox/none.pdf' })).toBe(
        'The vault has no file Inbox/none.pdf.',
      );
      expect(await json('pdf-inbox', { path: 'Inbox/none.pdf' })).toEqual({
        ok: false,
        path: 'Inbox/none.pdf',
        error: { kind: 'noFile', sentence: 'The vault has no file Inbox/none.pdf.' },
      });
      expect(await world.host.cli('pdf-inbox', { path: '' })).toContain('path=');
      await expect(world.host.cli('pdf-inbox')).rejects.toThrow(/path/);
      expect(await world.host.cli('pdf-inbox:status')).toBe('The queue is empty.');
    });

    it('the `pdf-inbox` command opens no modal if a password or a decision about the cost is missing', async () => {
      const prepare = await online({ confirmAboveTokens: 2_500 });
      await open({
        prepare,
        files: {
          'Elsewhere/secret.pdf': await pdf('password-user'),
          'Elsewhere/large.pdf': await pdf('contract-zh-plain'),
        },
      });
      expect(await world.host.cli('pdf-inbox', { path: 'Elsewhere/secret.pdf' })).toContain(
        'protected by a password',
      );
      expect(await json('pdf-inbox', { path: 'Elsewhere/large.pdf' })).toMatchObject({
        ok: false,
        waiting: true,
        error: { kind: 'cost' },
      });
      expect(await world.host.page.locator('.modal').count()).toBe(0);
      expect(await world.notes()).toEqual([]);
      const status = await world.host.cli('pdf-inbox:status');
      expect(status).toContain('Waiting for you: Elsewhere/secret.pdf.');
      expect(status).toContain('Waiting for you: large.pdf.'.replace('large', 'Elsewhere/large'));
      expect(endpoint?.requests).toHaveLength(0);
    });

    it('a retry completes the note after the `pdf-inbox` command has reported a failed digest', async () => {
      const prepare = await online();
      await open({
        prepare,
        files: {
          'Elsewhere/a.pdf': contractLike('a'),
          'Elsewhere/damaged.pdf': new TextEncoder().encode('%PDF-1.7\n%%EOF\n'),
        },
      });
      endpoint?.setFault('server-error');
      const answer = await world.host.cli('pdf-inbox', { path: 'Elsewhere/a.pdf' });
      expect(answer.split('\n')[0]).toBe('Elsewhere/a.md');
      expect(properties(await world.read('Elsewhere/a.md'))).toMatchObject({ pdf_state: 'pending' });
      expect(await json('pdf-inbox', { path: 'Elsewhere/damaged.pdf' })).toMatchObject({
        ok: false,
        state: 'failed',
        error: { kind: 'pdf-corrupt' },
      });
      endpoint?.setFault('good');
      expect(await json('pdf-inbox:retry')).toEqual({ ok: true, retried: 1 });
      await expect
        .poll(async () => properties(await world.read('Elsewhere/a.md'))['pdf_state'])
        .toBe('complete');
      // The queue and the app notice a moment later that the note is complete.
      await expect.poll(() => json('pdf-inbox:status')).toMatchObject({ working: null, waiting: [] });
      await expect.poll(() => world.host.cli('pdf-inbox:retry')).toBe('PDFs to retry: 0');
    });

    it('the `pdf-inbox` command does not wait for a paused queue, and answers in the interface language', async () => {
      const prepare = await online({ dailyTokenLimit: 1 });
      await open({
        prepare,
        language: 'zh',
        files: { 'Elsewhere/a.pdf': contractLike('a'), 'Elsewhere/b.pdf': contractLike('b') },
      });
      expect(await world.host.cli('pdf-inbox', { path: 'Elsewhere/a.pdf' })).toContain('队列已暂停');
      expect(await json('pdf-inbox', { path: 'Elsewhere/b.pdf' })).toMatchObject({
        ok: false,
        waiting: true,
        error: { kind: 'paused' },
      });
      expect(await world.host.cli('pdf-inbox:status')).toContain('等待中：2');
      expect(await world.host.cli('pdf-inbox', { path: 'x.pdf' })).toBe('仓库中没有 x.pdf。');
    });
  });

  it('another plugin can request a digest through the API and gets an event for the note', async () => {
    await open({ files: { 'Elsewhere/a.pdf': contractLike('a') } });
    const called = await world.host.page.evaluate(async () => {
      interface Api {
        version: number;
        digest(path: string): Promise<string>;
        status(): { ok: boolean; done: { note: string }[] };
        on(event: string, listener: (digested: unknown) => void): () => void;
      }
      const { app } = window as unknown as {
        app: {
          plugins: { plugins: Record<string, { api: Api }> };
          workspace: { on(name: string, listener: (digested: unknown) => void): unknown };
        };
      };
      const { api } = app.plugins.plugins['pdf-inbox'] ?? {};
      if (api === undefined) throw new Error('The plugin has no API.');
      const events: unknown[] = [];
      // If the first listener throws, the error is reported to the window, and the second listener is still
      // called.
      const errors: string[] = [];
      window.addEventListener('error', (event) => {
        errors.push(event.message);
        event.preventDefault();
      });
      api.on('digested', () => {
        throw new Error('A listener of another plugin fails.');
      });
      const forget = api.on('digested', (digested) => events.push(digested));
      app.workspace.on('pdf-inbox:digested', (digested) => events.push(digested));
      const note = await api.digest('Elsewhere/a.pdf');
      forget();
      const refusal = await api.digest('Elsewhere/none.pdf').catch((thrown: Error) => thrown.message);
      return {
        note,
        refusal,
        events,
        errors: errors.length,
        version: api.version,
        done: api.status().done.map(({ note }) => note),
      };
    });
    const digested = { pdf: 'Elsewhere/a.pdf', note: 'Elsewhere/a.md', state: 'offline' };
    expect(called).toEqual({
      note: 'Elsewhere/a.md',
      refusal: 'The vault has no file Elsewhere/none.pdf.',
      events: [digested, digested],
      errors: 1,
      version: 1,
      done: ['Elsewhere/a.md'],
    });
  });

  it('a link digests a PDF outside of the inbox only after the user has agreed', async () => {
    await open({ files: { 'Elsewhere/a.pdf': contractLike('a'), 'Elsewhere/b.pdf': contractLike('b') } });
    const { page } = world.host;
    const modal = page.locator('.modal', { hasText: 'A link asks to digest' });
    // The modal opens for each spelling of the path.
    for (const path of ['Elsewhere/a.pdf', './Elsewhere/a.pdf', '/Elsewhere//a.pdf']) {
      await world.host.followLink('pdf-inbox', { path });
      await modal.getByRole('button', { name: 'Cancel' }).click();
    }
    await world.host.followLink('pdf-inbox', { path: 'Elsewhere/b.pdf' });
    await modal.getByRole('button', { name: 'Digest', exact: true }).click();
    await expect.poll(() => world.notes()).toEqual(['Elsewhere/b.md']);
    await world.host.followLink('pdf-inbox', { path: 'Elsewhere/none.pdf' });
    await page.locator('.notice', { hasText: 'no file Elsewhere/none.pdf' }).waitFor();
  });
});
