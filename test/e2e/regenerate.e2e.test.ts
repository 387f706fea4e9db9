import { afterEach, describe, expect, it } from 'vitest';
import { startEndpoint, type FaultName, type RunningEndpoint } from '../endpoint/server';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, pdf, properties, sharedBrowser, type World } from './world';

describe('regenerated notes', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint;

  const open = async (fault: FaultName = 'good'): Promise<void> => {
    endpoint = await startEndpoint({ fault });
    const settings = { provider: 'custom', baseUrl: endpoint.url, model: 'test-model' };
    world = await openWorld({
      browser: browser(),
      prepare: { settings, secrets: { 'pdf-inbox-api-key': 'sk-1' } },
    });
  };

  const waitForNotice = async (words: string): Promise<void> => {
    await expect.poll(async () => (await world.host.notices()).join('\n')).toContain(words);
  };

  /** Changes the note's file outside the app, and waits until the app has read the change. */
  const edit = async (path: string, change: (note: string) => string): Promise<string> => {
    const mine = change(await world.read(path));
    await world.write(path, mine);
    await world.quiet();
    return mine;
  };

  afterEach(async () => {
    await closeQuietly(world, endpoint);
  });

  it('a regeneration keeps the user’s changes and can be undone after another plugin’s change', async () => {
    await open();
    await world.write('Inbox/合同.pdf', await pdf('contract-zh-plain'));
    const first = await world.waitForNote('Inbox/合同.md');
    const mine = await edit('Inbox/合同.md', (note) =>
      note
        .replace('- [ ] ', '- [x] ')
        .replace(/^(- (?!\[).*)$/m, '$1 (checked by me)')
        .replace('pdf_model: test-model', 'pdf_model: older-model')
        .replace('status: inbox', 'status: done')
        .concat('\n## My notes\n\n- [ ] call them\n'),
    );
    expect(mine).not.toBe(first);
    await world.host.openFile('Inbox/合同.md');
    await world.host.runCommand('regenerate-note');
    await waitForNotice('has a new digest');
    expect(endpoint.requests.length).toBeGreaterThan(1);
    expect(await world.read('Inbox/合同.md')).toBe(mine.replace('older-model', 'test-model'));
    expect(await world.notes()).toEqual(['Inbox/合同.md']);
    await edit('Inbox/合同.md', (note) => note.replace('---\n', '---\nmodified: 2030-01-01T00:00:00\n'));
    await world.host.page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
    await waitForNotice('as it was before');
    expect(await world.read('Inbox/合同.md')).toBe(mine);
  });

  it('the note does not change if the new digest equals the old digest', async () => {
    await open();
    await world.write('Inbox/a.pdf', contractLike('a'));
    const note = await world.waitForNote('Inbox/a.md');
    await world.host.openFile('Inbox/a.md');
    await world.host.runCommand('regenerate-note');
    await waitForNotice('is the same as before');
    expect(await world.read('Inbox/a.md')).toBe(note);
  });

  it('the file menu offers a regeneration only for a PDF and its note', async () => {
    await open();
    await world.write('Inbox/a.pdf', contractLike('a'));
    await world.waitForNote('Inbox/a.md');
    await world.write('mine.md', 'My own.\n');
    await expect
      .poll(() => world.host.fileMenu('Inbox/a.md').catch(() => []))
      .toContain('Regenerate this note');
    expect(await world.host.fileMenu('Inbox/a.pdf')).toContain('Regenerate this note');
    await expect.poll(() => world.host.fileMenu('mine.md').catch(() => null)).not.toBeNull();
    expect(await world.host.fileMenu('mine.md')).not.toContain('Regenerate this note');
  });

  it('a retry adds the missing digest to the note when the endpoint works again', async () => {
    await open('server-error');
    await world.write('Inbox/a.pdf', contractLike('a'));
    expect(properties(await world.waitForNote('Inbox/a.md'))).toMatchObject({ pdf_state: 'pending' });
    await edit('Inbox/a.md', (note) =>
      note.replace('status: inbox', 'status: reading').concat('\nMy own line.\n'),
    );
    endpoint.setFault('good');
    await world.host.runCommand('retry-failed');
    await expect.poll(async () => properties(await world.read('Inbox/a.md'))['pdf_state']).toBe('complete');
    const note = await world.read('Inbox/a.md');
    expect(properties(note)).toMatchObject({ status: 'reading', pdf_model: 'test-model' });
    expect(note).not.toContain('There is no digest yet');
    expect(note).toMatch(/### Action items\n\n- /);
    expect(note).toContain('My own line.');
    expect(await world.notes()).toEqual(['Inbox/a.md']);
  });

  it('the note keeps its digest if the endpoint fails during the regeneration', async () => {
    await open();
    await world.write('Inbox/a.pdf', contractLike('a'));
    const note = await world.waitForNote('Inbox/a.md');
    endpoint.setFault('server-error');
    await expect
      .poll(() => world.host.fileMenu('Inbox/a.md').catch(() => []))
      .toContain('Regenerate this note');
    await world.host.chooseFileMenu('Inbox/a.md', 'Regenerate this note');
    await waitForNotice('a.pdf could not be digested');
    expect(await world.read('Inbox/a.md')).toBe(note);
  });

  it('the user can regenerate the note from the notice about a changed PDF', async () => {
    await open();
    await world.write('Inbox/a.pdf', contractLike('a'));
    const before = await world.waitForNote('Inbox/a.md');
    await world.quiet();
    await world.write('Inbox/a.pdf', contractLike('quite another'));
    await waitForNotice('has changed since');
    expect(await world.read('Inbox/a.md')).toBe(before);
    await world.host.page.locator('.notice').getByRole('button', { name: 'Regenerate note' }).click();
    await waitForNotice('has a new digest');
    const after = await world.read('Inbox/a.md');
    expect(properties(after)['pdf_sha256']).not.toBe(properties(before)['pdf_sha256']);
    const order = /order [0-9a-f]{12}/.exec(before)?.[0];
    expect(order).toBeDefined();
    expect(after).not.toContain(order);
    expect(after.match(/^- \[ \]/gm)).toHaveLength(before.match(/^- \[ \]/gm)?.length ?? 0);
    expect(await world.notes()).toEqual(['Inbox/a.md']);
  });

  it('the plugin asks the user about conflicts and writes the chosen version', async () => {
    await open();
    await world.write('Inbox/a.pdf', contractLike('a'));
    await world.waitForNote('Inbox/a.md');
    // `pdf_digest` shows which lines an earlier digest had. When it is empty, both the changed line and the
    // line of the new digest look like changes, so they conflict.
    const mine = await edit('Inbox/a.md', (note) =>
      note.replace(/^pdf_digest: .*$/m, 'pdf_digest: v1-').replace(/^- \[ \] (\S+)/m, '- [ ] $1 indeed'),
    );
    await world.host.chooseFileMenu('Inbox/a.pdf', 'Regenerate this note');
    const modal = world.host.page.locator('.modal');
    await modal.waitFor();
    expect(await world.read('Inbox/a.md')).toContain(' indeed');
    await modal.getByRole('radio', { name: 'Take the new one' }).check();
    await modal.getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => world.read('Inbox/a.md')).not.toContain(' indeed');
    await world.host.page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
    await waitForNotice('as it was before');
    expect(await world.read('Inbox/a.md')).toBe(mine);
  });
});
