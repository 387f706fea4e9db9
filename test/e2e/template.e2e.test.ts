import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, sharedBrowser, type World } from './world';

/**
 * Tests of notes in the user's own layout. One vault and one app are used, from the command to a corrected
 * template.
 */
describe('a note template', () => {
  const browser = sharedBrowser();
  let world: World;
  let builtIn = '';
  const path = 'PDF Inbox template.md';

  const waitForNotice = async (words: string): Promise<void> => {
    await expect
      .poll(async () => (await world.host.notices()).join('\n'), { timeout: 30_000 })
      .toContain(words);
  };

  /** Returns the body of a note without the parts that differ from PDF to PDF. */
  const bodyOf = (note: string): string =>
    note
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .replace(/order [0-9a-f]{12}/g, 'order')
      .replace(/\[\[[ab]\.pdf/g, '[[x.pdf');

  beforeAll(async () => {
    world = await openWorld({ browser: browser() });
  });

  afterAll(async () => {
    await closeQuietly(world);
  });

  it('is written and opened by a command, and is never overwritten', async () => {
    await world.write('Inbox/a.pdf', contractLike('a'));
    builtIn = await world.waitForNote('Inbox/a.md');
    await world.host.runCommand('write-template');
    const template = await world.waitForNote(path);
    expect(template).toContain('## Summary and to-dos\n\n{{tags}}');
    const mine = template.replace('{{archive}}', '{{archive}}\n\nMine.');
    await world.write(path, mine);
    await world.host.runCommand('write-template');
    await expect
      .poll(() => world.host.page.locator('.workspace-leaf.mod-active').first().textContent())
      .toContain('PDF Inbox template');
    expect(await world.read(path)).toBe(mine);
    await world.write(path, template);
  });

  it('gives the built-in layout when it is unchanged', async () => {
    await world.host.openSettings();
    const field = world.host.page
      .locator('.setting-item', { has: world.host.page.getByText('Note template', { exact: true }) })
      .locator('input');
    await field.fill(path);
    await field.blur();
    await expect.poll(() => world.host.data()).toMatchObject({ template: path });
    await world.write('Inbox/b.pdf', contractLike('b'));
    expect(bodyOf(await world.waitForNote('Inbox/b.md'))).toBe(bodyOf(builtIn));
  });

  it('is the layout of notes, and a new digest keeps the user’s changes in them', async () => {
    await world.write(
      path,
      '{{pages}} pages of {{source}}, {{date:YYYY}}\n\n## Mine\n\n{{tasks}}\n\n## To think about\n\nNothing yet.\n',
    );
    await expect.poll(() => world.host.fileMenu(path).catch(() => null)).not.toBeNull();
    await world.write('Inbox/c.pdf', contractLike('c'));
    const note = await world.waitForNote('Inbox/c.md');
    expect(note).toMatch(/\d pages? of \[\[c\.pdf\]\], \d{4}\n\n## Mine\n\n### Action items\n\n- \[ \] /);
    expect(note).not.toContain('### Summary');
    expect(note).toMatch(/\n## To think about\n\nNothing yet\.\n\n---\n/);
    const mine = note.replace('- [ ] ', '- [x] ').replace('Nothing yet.', 'A lot.');
    await world.write('Inbox/c.md', mine);
    await expect
      .poll(() => world.host.fileMenu('Inbox/c.md').catch(() => []))
      .toContain('Regenerate this note');
    await world.quiet();
    await world.host.chooseFileMenu('Inbox/c.md', 'Regenerate this note');
    await waitForNotice('is the same as before');
    expect(await world.read('Inbox/c.md')).toBe(mine);
  });

  it('with a mistake causes a notice, and the note has the built-in layout', async () => {
    await world.write(path, '{{sumary}}\n');
    await world.quiet();
    await world.write('Inbox/d.pdf', contractLike('d'));
    expect(await world.waitForNote('Inbox/d.md')).toContain('### Summary');
    await waitForNotice('the placeholder sumary is unknown');
  });
});
