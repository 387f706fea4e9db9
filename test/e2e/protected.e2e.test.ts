import { afterEach, describe, expect, it } from 'vitest';
import { userPassword } from '../fixtures/documents/security';
import { contractLike } from '../fixtures/small';
import { openWorld, pdf, properties, sharedBrowser, type World, type WorldOptions } from './world';

describe('a protected PDF', () => {
  const browser = sharedBrowser();
  let world: World;

  const open = async (options: WorldOptions = {}): Promise<World> => {
    world = await openWorld({ browser: browser(), ...options });
    return world;
  };

  afterEach(async () => {
    const { pageErrors, consoleLines } = world.host;
    const notices = await world.host.notices();
    await world.close();
    expect(pageErrors).toEqual([]);
    expect([...consoleLines, ...notices].join('\n')).not.toContain(userPassword);
  });

  const modal = (): ReturnType<World['host']['page']['locator']> => world.host.page.locator('.modal');
  const answer = async (password: string): Promise<void> => {
    await modal().locator('input[type=password]').fill(password);
    await modal().locator('input[type=password]').press('Enter');
  };

  it('the queue goes on while a notice asks for the password of an arriving PDF', async () => {
    await open();
    await world.write('Inbox/secret.pdf', await pdf('password-user'));
    await world.write('Inbox/next.pdf', contractLike('next'));
    await world.waitForNote('Inbox/next.md');
    await expect
      .poll(async () => (await world.host.notices()).join('\n'))
      .toContain('protected by a password');
    expect(await modal().count()).toBe(0);
    expect(await world.notes()).toEqual(['Inbox/next.md']);
    await world.host.page.locator('.notice').getByRole('button', { name: 'Enter password' }).click();
    await answer('not it');
    await expect.poll(() => modal().textContent()).toContain('does not open the PDF');
    await answer(userPassword);
    const note = await world.waitForNote('Inbox/secret.md');
    expect(properties(note)).toMatchObject({ pdf_state: 'offline', pdf_pages: 2 });
    expect(note).toContain('The tenant shall return the keys');
  });

  it('a protected PDF still waits for its password after the user closes the password window', async () => {
    await open({ files: { 'Elsewhere/secret.pdf': await pdf('password-user-aes-128') } });
    await world.host.chooseFileMenu('Elsewhere/secret.pdf', 'Digest this PDF');
    await modal().waitFor();
    await world.host.page.keyboard.press('Escape');
    await world.host.runCommand('open-queue');
    await world.host.page
      .locator('.pdf-inbox-queue [data-section=yours] .pdf-inbox-queue-row', { hasText: 'secret.pdf' })
      .waitFor();
    // The user has just closed the window, so no notice asks for the password again.
    expect((await world.host.notices()).join('\n')).not.toContain('protected by a password');
    expect(await world.notes()).toEqual([]);
    await world.host.runCommand('retry-failed');
    await answer(userPassword);
    await world.waitForNote('Elsewhere/secret.md');
  });

  it('a remembered password stays outside the vault, and a copy of the PDF opens no modal', async () => {
    await open({ files: { 'Elsewhere/secret.pdf': await pdf('password-user') } });
    await world.host.chooseFileMenu('Elsewhere/secret.pdf', 'Digest this PDF');
    await modal().locator('.checkbox-container').click();
    await answer(userPassword);
    const note = await world.waitForNote('Elsewhere/secret.md');
    expect(note).not.toContain(userPassword);
    expect(JSON.stringify(await world.host.data())).not.toContain(userPassword);
    await world.write('Inbox/copy.pdf', await pdf('password-user'));
    await world.quiet();
    expect(await world.notes()).toEqual(['Elsewhere/secret.md']);
    expect(await modal().count()).toBe(0);
  });

  it('the plugin needs no password for a PDF that has only an owner password', async () => {
    await open();
    await world.write('Inbox/owned.pdf', await pdf('password-owner'));
    expect(properties(await world.waitForNote('Inbox/owned.md'))).toMatchObject({ pdf_state: 'offline' });
  });

  it('the note of a PDF has the state failed if the encryption is unsupported', async () => {
    await open();
    await world.write('Inbox/certificate.pdf', await pdf('public-key'));
    expect(properties(await world.waitForNote('Inbox/certificate.md'))).toMatchObject({
      pdf_state: 'failed',
    });
  });
});
