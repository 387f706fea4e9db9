import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sharedBrowser } from './shared-browser';
import { HostSandbox, inPage, logOf, logVaultEvents } from './tiny-plugin';

const sandbox = new HostSandbox(sharedBrowser());

afterEach(() => sandbox.clear());

const logsEvents = `onload() { this.app.workspace.onLayoutReady(() => { ${logVaultEvents} }); }`;

describe('the vault', () => {
  it('the vault fires the event of a call before the call ends, and writes real files', async () => {
    const host = await sandbox.run(logsEvents);
    const seen = await inPage(
      host,
      `await app.vault.createFolder('Notes/2026');
       const file = await app.vault.create('Notes/2026/合同 é.md', 'one');
       await app.vault.modify(file, 'two');
       await app.vault.append(file, ' three');
       const text = await app.vault.process(file, (before) => before.toUpperCase());
       return [text, file.stat.size, file.basename, file.extension, file.parent.path, window.log.length];`,
    );
    expect(seen).toEqual(['TWO THREE', 9, '合同 é', 'md', 'Notes/2026', 6]);
    expect(await readFile(join(host.vault, 'Notes/2026/合同 é.md'), 'utf8')).toBe('TWO THREE');
    expect(await logOf(host)).toEqual([
      'create Notes',
      'create Notes/2026',
      'create Notes/2026/合同 é.md',
      'modify Notes/2026/合同 é.md',
      'modify Notes/2026/合同 é.md',
      'modify Notes/2026/合同 é.md',
    ]);
  });

  it('a modified or renamed file keeps its object, but a file created again gets a new one', async () => {
    const host = await sandbox.run(logsEvents);
    const same = await inPage(
      host,
      `const { vault } = app;
       const file = await vault.create('a.md', '1');
       await vault.createFolder('F');
       await vault.modify(file, '22');
       await vault.rename(file, 'F/b.md');
       const moved = vault.getAbstractFileByPath('F/b.md') === file && file.path === 'F/b.md' && file.name === 'b.md';
       await vault.rename(vault.getFolderByPath('F'), 'G');
       const followed = vault.getFileByPath('G/b.md') === file && vault.getFileByPath('F/b.md') === null;
       await vault.delete(file);
       const again = await vault.create('G/b.md', '3');
       return [moved, followed, file.deleted, again === file];`,
    );
    expect(same).toEqual([true, true, true, false]);
    expect(await logOf(host)).toEqual([
      'create a.md',
      'create F',
      'modify a.md',
      'rename a.md -> F/b.md',
      'rename F -> G',
      'rename F/b.md -> G/b.md',
      'delete G/b.md',
      'create G/b.md',
    ]);
  });

  it('the vault ignores case in name conflicts, but not when it looks up a file', async () => {
    const host = await sandbox.run('');
    const failures = await inPage(
      host,
      `const { vault } = app;
       const message = (promise) => promise.then(() => 'done', (error) => error.message);
       const file = await vault.create('Note.md', 'mine');
       await vault.createFolder('Folder');
       return [
         await message(vault.create('note.MD', 'x')),
         await message(vault.createFolder('folder')),
         await message(vault.copy(file, 'NOTE.md')),
         await message(vault.rename(file, 'FOLDER')),
         await message(vault.rename(file, 'note.md')),
         vault.getFileByPath('Note.md'), vault.getFileByPath('note.md')?.path,
       ];`,
    );
    expect(failures).toEqual([
      'File already exists.',
      'Folder already exists.',
      'Destination file already exists!',
      'Destination file already exists!',
      'done',
      null,
      'note.md',
    ]);
    expect(await readFile(join(host.vault, 'note.md'), 'utf8')).toBe('mine');
  });

  it('vault calls fail with ENOENT if the folder or the file is missing', async () => {
    const host = await sandbox.run('');
    const codes = await inPage(
      host,
      `const code = (promise) => promise.then(() => 'done', (error) => error.code + ' ' + error.message.slice(0, 7));
       const file = await app.vault.create('a.md', '');
       await app.vault.adapter.remove('a.md');
       return [await code(app.vault.create('No/such.md', '')), await code(app.vault.read(file)),
         await app.vault.adapter.stat('a.md'), await app.vault.adapter.exists('a.md')];`,
    );
    expect(codes).toEqual(['ENOENT ENOENT:', 'ENOENT ENOENT:', null, false]);
  });

  it('a failed `create` leaves no partial file behind', async () => {
    const host = await sandbox.run('');
    await inPage(
      host,
      `await app.vault.create('a.md', '1'); await app.vault.create('A.md', '2').catch(() => {});`,
    );
    expect(
      (await readdir(join(host.vault, '.obsidian'))).filter((name) => name.startsWith('.writing')),
    ).toEqual([]);
  });

  it('the vault writes 40 MB and reads the same bytes back', async () => {
    const host = await sandbox.run('');
    const sizes = await inPage(
      host,
      `const bytes = new Uint8Array(40 * 1024 * 1024);
       for (let at = 0; at < bytes.length; at += 4093) bytes[at] = at % 251;
       const file = await app.vault.createBinary('big.pdf', bytes.buffer);
       const back = new Uint8Array(await app.vault.readBinary(file));
       return [file.stat.size, back.length, back.every((byte, at) => byte === bytes[at])];`,
    );
    expect(sizes).toEqual([41943040, 41943040, true]);
  });

  it('the vault runs simultaneous calls of `process` one after another', async () => {
    const host = await sandbox.run('');
    const text = await inPage(
      host,
      `const file = await app.vault.create('n.md', '0');
       await Promise.all(Array.from({ length: 12 }, () => app.vault.process(file, (text) => String(Number(text) + 1))));
       return app.vault.read(file);`,
    );
    expect(text).toBe('12');
  });

  it('a file goes to the trash that the user chose, unless the plugin requests another one', async () => {
    const vault = await sandbox.folder();
    await mkdir(join(vault, '.obsidian'));
    await writeFile(join(vault, '.obsidian/app.json'), JSON.stringify({ trashOption: 'local' }));
    const host = await sandbox.run(logsEvents, { vault });
    await inPage(host, `await app.fileManager.trashFile(await app.vault.create('a.md', 'x'))`);
    expect(await logOf(host)).toEqual(['create a.md', 'delete a.md']);
    expect(await readFile(join(vault, '.trash/a.md'), 'utf8')).toBe('x');
    await inPage(host, `await app.vault.trash(await app.vault.create('b.md', 'x'), true)`);
    expect(existsSync(join(host.device, 'trash/b.md'))).toBe(true);
  });

  it('normalizePath normalises paths as the app does', async () => {
    const host = await sandbox.run('');
    const paths = await inPage(
      host,
      `return [o.normalizePath('//a\\\\b/'), o.normalizePath(''), o.normalizePath('e\\u0301\\u00a0x')];`,
    );
    expect(paths).toEqual(['a/b', '/', 'é x']);
  });
});
