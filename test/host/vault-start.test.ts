import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sharedBrowser } from './shared-browser';
import { HostSandbox, inPage, logOf, logVaultEvents } from './tiny-plugin';

const sandbox = new HostSandbox(sharedBrowser());

afterEach(() => sandbox.clear());

const logsStart = `
  onload() {
    log('onload', this.app.vault.getFiles().length);
    ${logVaultEvents}
    this.app.workspace.onLayoutReady(() => log('ready', this.app.vault.getFiles().length));
  }
  onUserEnable() { log('user enabled'); }
`;

async function vaultWithFiles(): Promise<string> {
  const vault = await sandbox.folder();
  await mkdir(join(vault, 'Inbox/deep'), { recursive: true });
  await mkdir(join(vault, '.hidden'));
  await writeFile(join(vault, 'Inbox/a.pdf'), 'a');
  await writeFile(join(vault, 'Inbox/deep/b.md'), 'b');
  await writeFile(join(vault, 'Inbox/.c.md'), 'c');
  await writeFile(join(vault, '.hidden/d.md'), 'd');
  return vault;
}

describe('the start of the app', () => {
  it('the app fires `create` for existing files after `onload` and before the layout is ready', async () => {
    const host = await sandbox.run(logsStart, { vault: await vaultWithFiles() });
    expect(await logOf(host)).toEqual([
      'onload 0',
      'create Inbox',
      'create Inbox/a.pdf',
      'create Inbox/deep',
      'create Inbox/deep/b.md',
      'ready 2',
    ]);
    expect(host.pageErrors).toEqual([]);
  });

  it('the app fires no `create` for existing files if the plugin is enabled later', async () => {
    const host = await sandbox.run(logsStart, { vault: await vaultWithFiles(), enable: 'later' });
    await host.enablePlugin();
    expect(await logOf(host)).toEqual(['onload 2', 'ready 2', 'user enabled']);
  });

  it('a plugin can write to the vault before the layout is ready', async () => {
    const host = await sandbox.run(`
      async onload() { log((await this.app.vault.create('early.md', 'x')).path, this.app.workspace.layoutReady); }
    `);
    expect(await logOf(host)).toEqual(['early.md false']);
  });

  it('after a reload, the app also fires `create` for files added since the first start', async () => {
    const host = await sandbox.run(logsStart, { vault: await vaultWithFiles() });
    await inPage(host, `await app.vault.create('new.md', 'n')`);
    await mkdir(join(host.vault, 'Later'));
    await writeFile(join(host.vault, 'Later/c.pdf'), 'c');
    await host.reload();
    expect(await logOf(host)).toEqual(
      expect.arrayContaining(['create new.md', 'create Later/c.pdf', 'ready 4']),
    );
    expect(await logOf(host)).not.toContain('user enabled');
  });

  it('the start of the app fails if the `onload` of a plugin throws', async () => {
    await expect(sandbox.run(`onload() { throw new Error('no way'); }`)).rejects.toThrow('no way');
  });
});
