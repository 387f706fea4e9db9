import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Host } from './index';
import { sharedBrowser } from './shared-browser';
import { HostSandbox, inPage, logOf, logVaultEvents } from './tiny-plugin';

const sandbox = new HostSandbox(sharedBrowser());

afterEach(() => sandbox.clear());

const logsEvents = `onload() { this.app.workspace.onLayoutReady(() => { ${logVaultEvents} }); }`;

function logged(host: Host): ReturnType<typeof expect.poll> {
  return expect.poll(() => logOf(host), { timeout: 60_000, interval: 30 });
}

describe('changes from outside the app', () => {
  it('if a program writes a file in pieces, the vault reports one `create`, then `modify` events', async () => {
    const host = await sandbox.run(logsEvents);
    const file = join(host.vault, 'a.pdf');
    await writeFile(file, '1');
    await logged(host).toEqual(['create a.pdf']);
    await inPage(host, `window.first = app.vault.getFileByPath('a.pdf')`);
    await appendFile(file, '2');
    await logged(host).toEqual(['create a.pdf', 'modify a.pdf']);
    await appendFile(file, '3');
    await logged(host).toEqual(['create a.pdf', 'modify a.pdf', 'modify a.pdf']);
    const same = await inPage(
      host,
      `const f = app.vault.getFileByPath('a.pdf'); return [f === first, f.stat.size]`,
    );
    expect(same).toEqual([true, 3]);
  });

  it('the vault reports only `modify` if a file replaces another file of the same size', async () => {
    const host = await sandbox.run(logsEvents);
    await writeFile(join(host.vault, 'a.pdf'), 'old');
    await logged(host).toEqual(['create a.pdf']);
    await writeFile(join(host.vault, '.a.tmp'), 'new');
    await rename(join(host.vault, '.a.tmp'), join(host.vault, 'a.pdf'));
    await logged(host).toEqual(['create a.pdf', 'modify a.pdf']);
    expect(await inPage(host, `return app.vault.read(app.vault.getFileByPath('a.pdf'))`)).toBe('new');
  });

  it('if a download gets its final name, the vault reports `create` and `delete`', async () => {
    const host = await sandbox.run(logsEvents);
    await writeFile(join(host.vault, 'a.pdf.part'), 'x');
    await logged(host).toEqual(['create a.pdf.part']);
    await rename(join(host.vault, 'a.pdf.part'), join(host.vault, 'a.pdf'));
    await logged(host).toEqual(['create a.pdf.part', 'create a.pdf', 'delete a.pdf.part']);
  });

  it('a moved file gets a new file object, and the vault reports `delete`, then `create`', async () => {
    const vault = await sandbox.folder();
    await mkdir(join(vault, 'In'));
    await writeFile(join(vault, 'a.pdf'), 'x');
    const host = await sandbox.run(logsEvents, { vault });
    await inPage(host, `window.first = app.vault.getFileByPath('a.pdf')`);
    await rename(join(vault, 'a.pdf'), join(vault, 'In/a.pdf'));
    await logged(host).toEqual(['delete a.pdf', 'create In/a.pdf']);
    expect(
      await inPage(host, `return [app.vault.getFileByPath('In/a.pdf') === first, first.deleted]`),
    ).toEqual([false, true]);
  });

  it('the vault reports new and removed folders together with their contents', async () => {
    const host = await sandbox.run(logsEvents);
    const outside = await sandbox.folder();
    await mkdir(join(outside, 'F/G'), { recursive: true });
    await writeFile(join(outside, 'F/G/a.md'), 'x');
    await rename(join(outside, 'F'), join(host.vault, 'F'));
    await logged(host).toEqual(['create F', 'create F/G', 'create F/G/a.md']);
    await writeFile(join(host.vault, 'F/G/b.md'), 'x');
    await logged(host).toContain('create F/G/b.md');
    await rm(join(host.vault, 'F'), { recursive: true });
    await logged(host).toEqual(
      expect.arrayContaining(['delete F/G/a.md', 'delete F/G/b.md', 'delete F/G', 'delete F']),
    );
    expect(await inPage(host, `return app.vault.getAllLoadedFiles().map((file) => file.path)`)).toEqual([
      '/',
    ]);
  });

  it('the vault reports every file if many files arrive at the same time in new folders', async () => {
    const host = await sandbox.run(logsEvents);
    const wanted = Array.from({ length: 200 }, (_, number) => `In/${number % 10}/${number}.pdf`);
    await Promise.all(
      wanted.map(async (path) => {
        await mkdir(join(host.vault, path, '..'), { recursive: true });
        await writeFile(join(host.vault, path), path);
      }),
    );
    const paths = expect.poll(
      () => inPage(host, `return app.vault.getFiles().map((file) => file.path).sort()`),
      {
        timeout: 60_000,
      },
    );
    await paths.toEqual([...wanted].sort());
    const creates = await inPage(
      host,
      `return window.log.filter((line) => line.startsWith('create') && line.endsWith('pdf')).length`,
    );
    expect(creates).toBe(200);
  });

  it('the vault lists a file name in NFC even if the name on the disk is in NFD', async () => {
    const host = await sandbox.run(logsEvents);
    await writeFile(join(host.vault, 're\u0301sume\u0301.md'), 'old');
    await logged(host).toEqual(['create résumé.md']);
    await inPage(host, `await app.vault.modify(app.vault.getFileByPath('résumé.md'), 'new')`);
    expect(await readFile(join(host.vault, 're\u0301sume\u0301.md'), 'utf8')).toBe('new');
  });

  it('the vault keeps unusual names unchanged', async () => {
    const names = ['a"b.pdf', 'a[b]#c^d|e.pdf', '😀.PDF', `${'长'.repeat(60)}.pdf`, "it's 50%.pdf"];
    const host = await sandbox.run(logsEvents);
    for (const name of names) await writeFile(join(host.vault, name), name);
    const read = expect.poll(
      () =>
        inPage(
          host,
          `return Promise.all(app.vault.getFiles().map(async (f) => [f.path, f.extension, await app.vault.read(f)]))`,
        ),
      { timeout: 60_000 },
    );
    await read.toEqual(expect.arrayContaining(names.map((name) => [name, 'pdf', name])));
  });

  it('the vault reports `create` only once if the app itself creates a file', async () => {
    const host = await sandbox.run(logsEvents);
    await inPage(host, `await app.vault.create('a.md', '1')`);
    await writeFile(join(host.vault, 'b.md'), '2');
    await logged(host).toEqual(['create a.md', 'create b.md']);
  });
});

describe('two hosts on one vault', () => {
  it('a host with a sync delay reports the changes of another host after this delay', async () => {
    const vault = await sandbox.folder();
    const plugin = await sandbox.plugin(logsEvents);
    const one = await sandbox.open({ plugin, vault });
    const other = await sandbox.open({ plugin, vault, syncDelayMs: 700 });
    await inPage(one, `await app.vault.create('a.md', 'from one')`);
    expect(await logOf(other)).toEqual([]);
    await logged(other).toEqual(['create a.md']);
    await inPage(other, `await app.vault.modify(app.vault.getFileByPath('a.md'), 'from the other')`);
    await logged(one).toEqual(['create a.md', 'modify a.md']);
    expect(await inPage(one, `return app.vault.cachedRead(app.vault.getFileByPath('a.md'))`)).toBe(
      'from the other',
    );
  });
});
