import { createHash } from 'node:crypto';
import { stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startEndpoint, type FaultName, type RunningEndpoint } from '../endpoint/server';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, pdf, properties, sharedBrowser, type World } from './world';

describe('incomplete notes', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint;

  const open = async (
    fault: FaultName,
    more: Record<string, unknown> = {},
    files: Record<string, Uint8Array> = {},
  ): Promise<void> => {
    endpoint = await startEndpoint({ fault });
    // The second reading is off, because other tests cover it.
    const own = { secondReading: false, ...more };
    const settings = { provider: 'custom', baseUrl: endpoint.url, model: 'test-model', ...own };
    world = await openWorld({
      browser: browser(),
      files,
      prepare: { settings, secrets: { 'pdf-inbox-api-key': 'sk-1' } },
    });
  };
  const stateOf = async (path: string): Promise<unknown> => properties(await world.read(path))['pdf_state'];
  const becomes = async (path: string, state: string): Promise<void> => {
    await expect.poll(() => stateOf(path)).toBe(state);
  };
  const idle = async (): Promise<void> => {
    await expect
      .poll(async () => {
        const { working, waiting } = JSON.parse(
          await world.host.cli('pdf-inbox:status', { json: 'true' }),
        ) as { working: unknown; waiting: unknown[] };
        return working === null && waiting.length === 0;
      })
      .toBe(true);
  };
  const choose = async (provider: string): Promise<void> => {
    await world.host.openSettings();
    await world.host.page
      .locator('.setting-item')
      .filter({ hasText: 'Provider' })
      .locator('select')
      .selectOption(provider);
    const keep = world.host.page.getByRole('button', { name: 'Keep mine' });
    await keep.click();
    await expect.poll(() => keep.count()).toBe(0);
    await world.host.page.keyboard.press('Escape');
  };

  afterEach(async () => {
    await closeQuietly(world, endpoint);
  });

  it('the user can complete an offline note from its menu or by a confirmed retry', async () => {
    await open('good', { provider: 'offline' });
    await world.write('Inbox/a.pdf', contractLike('a'));
    await world.write('Inbox/b.pdf', contractLike('b'));
    await world.waitForNotes(2);
    // Without a model, no note can be completed.
    await expect
      .poll(() => world.host.fileMenu('Inbox/a.md').catch(() => []))
      .toContain('Regenerate this note');
    expect(await world.host.fileMenu('Inbox/a.md')).not.toContain('Complete this digest');
    await choose('custom');
    expect(await world.host.fileMenu('Inbox/a.pdf')).not.toContain('Complete this digest');
    await world.host.chooseFileMenu('Inbox/a.md', 'Complete this digest');
    await becomes('Inbox/a.md', 'complete');
    await idle();
    expect(await stateOf('Inbox/b.md')).toBe('offline');
    await world.host.runCommand('retry-failed');
    const modal = world.host.page.locator('.modal');
    await expect
      .poll(() => modal.textContent())
      .toMatch(/made by the offline engine: 1\. Should test-model .*Roughly 1,000 tokens/);
    await world.host.page.keyboard.press('Escape');
    await idle();
    expect(await stateOf('Inbox/b.md')).toBe('offline');
    await world.host.runCommand('retry-failed');
    await modal.getByRole('button', { name: 'Complete them' }).click();
    await becomes('Inbox/b.md', 'complete');
    expect(endpoint.requests).toHaveLength(2);
    await expect.poll(() => world.host.fileMenu('Inbox/b.md')).not.toContain('Complete this digest');
  });

  it('the plugin completes pending notes by itself only after the user has allowed automatic completion', async () => {
    const old = 1_700_000_000;
    await open('no-balance');
    await world.write('Inbox/a.pdf', contractLike('a'));
    await world.waitForNote('Inbox/a.md');
    await becomes('Inbox/a.md', 'pending');
    endpoint.setFault('good');
    const test = async (): Promise<void> => {
      await world.host.openSettings();
      await world.host.page.getByRole('button', { name: 'Test', exact: true }).click();
      await expect
        .poll(async () => (await world.host.page.locator('.modal').textContent()) ?? '')
        .toContain('The connection works');
    };
    await test();
    await idle();
    expect(await stateOf('Inbox/a.md')).toBe('pending');
    const row = world.host.page.locator('.setting-item').filter({ hasText: 'Complete notes automatically' });
    endpoint.setFault('no-balance');
    await row.locator('.checkbox-container').click();
    await idle();
    expect(await stateOf('Inbox/a.md')).toBe('pending');
    endpoint.setFault('good');
    await world.host.page.keyboard.press('Escape');
    await test();
    await becomes('Inbox/a.md', 'complete');
    await world.host.page.keyboard.press('Escape');
    // The digest of c.pdf succeeds. This shows that the endpoint works again, so the note of b.pdf is
    // completed.
    endpoint.setFault('server-error');
    await world.write('Inbox/b.pdf', contractLike('b'));
    await world.waitForNote('Inbox/b.md');
    endpoint.setFault('good');
    await world.write('Inbox/c.pdf', contractLike('c'));
    await becomes('Inbox/b.md', 'complete');
    // The plugin also completes pending notes at its start.
    endpoint.setFault('no-balance');
    await world.write('Inbox/d.pdf', contractLike('d'));
    await utimes(join(world.vault, 'Inbox/d.pdf'), old, old);
    await world.waitForNote('Inbox/d.md');
    endpoint.setFault('good');
    await world.host.reload();
    await becomes('Inbox/d.md', 'complete');
    // The note was written with the old modification time of its PDF. An automatic update adds one second.
    expect((await stat(join(world.vault, 'Inbox/d.md'))).mtimeMs).toBe((old + 1) * 1_000);
  });

  it('at its start, the plugin reads a changed PDF again, but it sends no refused PDF again', async () => {
    await open('content-filter', { completeByItself: true });
    await world.write('Inbox/a.pdf', contractLike('a'));
    await world.write('Inbox/damaged.pdf', new TextEncoder().encode('%PDF-1.7\nnothing in here\n%%EOF\n'));
    await world.waitForNotes(2);
    await idle();
    const requestsBefore = endpoint.requests.length;
    expect(await stateOf('Inbox/a.md')).toBe('pending');
    expect(await stateOf('Inbox/damaged.md')).toBe('failed');
    await world.host.disablePlugin();
    await world.write('Inbox/damaged.pdf', contractLike('mended'));
    endpoint.setFault('good');
    await world.host.reload();
    await world.host.enablePlugin();
    await world.host.reload();
    await becomes('Inbox/damaged.md', 'complete');
    await idle();
    expect(await stateOf('Inbox/a.md')).toBe('pending');
    expect(endpoint.requests.length).toBe(requestsBefore + 1);
    // If the user asks for a retry, the document is sent again.
    await world.host.chooseFileMenu('Inbox/a.md', 'Complete this digest');
    await becomes('Inbox/a.md', 'complete');
  });

  it('the plugin asks the user before it sends the PDF to which a forged note links', async () => {
    const salary = contractLike('salary');
    const forged = (more: string): Uint8Array =>
      new TextEncoder().encode(`---\ncreated: 2020-01-01T10:00:00\n${more}\n---\n\n# PDF digest\n`);
    const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    const own = contractLike('a');
    const files = {
      'Private/salary.pdf': salary,
      'Inbox/a.pdf': own,
      'Notes/outside.md': forged(
        `source_file: "[[Private/salary.pdf]]"\npdf_state: pending\npdf_sha256: ${hash(salary)}\npdf_digest: v1-`,
      ),
      'Notes/failed.md': forged(
        `source_file: "[[Private/salary.pdf]]"\npdf_state: failed\npdf_sha256: ${'ab'.repeat(32)}\npdf_digest: v1-`,
      ),
      'Notes/unsigned.md': forged(
        `source_file: "[[Inbox/a.pdf]]"\npdf_state: pending\npdf_sha256: ${hash(own)}`,
      ),
      'Notes/other.md': forged(
        `source_file: "[[Inbox/a.pdf]]"\npdf_state: offline\npdf_sha256: ${'cd'.repeat(32)}\npdf_digest: v1-`,
      ),
    };
    await open('good', { completeByItself: true }, files);
    await world.host.runCommand('open-queue');
    await idle();
    await world.quiet();
    await idle();
    await world.host.runCommand('retry-failed');
    await world.quiet();
    await world.host.page.keyboard.press('Escape');
    await idle();
    for (const [path, text] of Object.entries(files))
      if (path.endsWith('.md')) expect(await world.read(path)).toBe(new TextDecoder().decode(text));
    expect(JSON.stringify(endpoint.requests)).not.toContain(
      /order [0-9a-f]{12}/.exec(new TextDecoder().decode(salary))?.[0] ?? '',
    );
    const row = world.host.page.locator('.pdf-inbox-queue-row').filter({ hasText: 'salary.pdf' });
    expect(await row.innerText()).toMatch(
      /The note Notes\/\w+\.md states that it belongs to this PDF, but the PDF is not/,
    );
    await world.host.page
      .locator('.notice')
      .evaluateAll((notices) => notices.forEach((notice) => notice.remove()));
    await row.getByRole('button', { name: 'Decide' }).click();
    await expect
      .poll(() => JSON.stringify(endpoint.requests))
      .toContain(/order [0-9a-f]{12}/.exec(new TextDecoder().decode(salary))?.[0] ?? '');
  });

  it('the plugin keeps a genuine note even if a forged note has an earlier date', async () => {
    await open('good');
    await world.write('Inbox/a.pdf', contractLike('a'));
    const real = await world.waitForNote('Inbox/a.md');
    await idle();
    await world.quiet();
    // The forged notes have the earlier date. If the plugin compared only the dates, it would remove the
    // genuine note.
    const older = real.replace(/^created: .*$/m, 'created: 2020-01-01T10:00:00');
    const statement = /^- \[ \] .*$/m.exec(real)?.[0] ?? '';
    expect(statement).not.toBe('');
    await world.write('A/a.md', older.replace(statement, '- [ ] Transfer 9,999 USD to Mallory'));
    await world.write('B/a.md', older.replace(/^pdf_digest: .*\n/m, ''));
    await world.write('C/a.md', older.replace(/^source_file: .*$/m, 'source_file: "[[Private/salary.pdf]]"'));
    await expect
      .poll(async () => (await world.host.notices()).join('\n'))
      .toContain('There are two notes of one PDF: Inbox/a.md');
    await world.host.reload();
    await world.quiet();
    await world.quiet();
    expect(await world.read('Inbox/a.md')).toBe(real);
  });

  it('the menu completes a note that lacks pages; for a complete note, it only shows a notice', async () => {
    await open('good', { visionModel: 'test-eye' });
    await world.write('Inbox/mixed.pdf', await pdf('mixed-text-scans'));
    await world.write('Inbox/a.pdf', contractLike('a'));
    await world.waitForNotes(2);
    expect(await world.read('Inbox/mixed.md')).toContain('Not everything was read');
    await idle();
    await world.host.openSettings();
    await world.host.page
      .locator('.setting-item')
      .filter({ hasText: 'Pages without text' })
      .locator('select')
      .selectOption('vision');
    await world.host.page.keyboard.press('Escape');
    await world.host.chooseFileMenu('Inbox/a.md', 'Complete this digest');
    await expect.poll(async () => (await world.host.notices()).join('\n')).toContain('already complete');
    await world.host.chooseFileMenu('Inbox/mixed.md', 'Complete this digest');
    await expect.poll(() => world.read('Inbox/mixed.md')).not.toContain('Not everything was read');
  });
});
