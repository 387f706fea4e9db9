import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Host } from './index';
import { sharedBrowser } from './shared-browser';
import { HostSandbox, inPage, logOf } from './tiny-plugin';

const sandbox = new HostSandbox(sharedBrowser());

afterEach(() => sandbox.clear());

const logsIndex = `onload() {
  const { metadataCache } = this.app;
  this.registerEvent(metadataCache.on('changed', (file, data, cache) => log('changed', file.path, data.length, cache === metadataCache.getFileCache(file))));
  this.registerEvent(metadataCache.on('deleted', (file, before) => log('deleted', file.path, before?.frontmatter?.a)));
}`;

function logged(host: Host): ReturnType<typeof expect.poll> {
  return expect.poll(() => logOf(host));
}

describe('the metadata cache', () => {
  it('the metadata cache is updated a short time after a change of the vault', async () => {
    const host = await sandbox.run(logsIndex);
    const atOnce = await inPage(
      host,
      `const file = await app.vault.create('a.md', '---\\na: 1\\n---\\n# H\\n'); return app.metadataCache.getFileCache(file)`,
    );
    expect(atOnce).toBeNull();
    await logged(host).toEqual(['changed a.md 17 true']);
    await writeFile(join(host.vault, 'a.md'), '---\na: 22\n---\n');
    await logged(host).toEqual(['changed a.md 17 true', 'changed a.md 14 true']);
    await inPage(host, `await app.vault.rename(app.vault.getFileByPath('a.md'), 'b.md')`);
    expect(await inPage(host, `return app.metadataCache.getCache('b.md').frontmatter`)).toEqual({ a: 22 });
    await inPage(host, `await app.vault.delete(app.vault.getFileByPath('b.md'))`);
    await logged(host).toEqual(['changed a.md 17 true', 'changed a.md 14 true', 'deleted b.md 22']);
  });

  it('the metadata cache resolves links, and lists the linked files of each note', async () => {
    const host = await sandbox.run('');
    const found = await inPage(
      host,
      `const { vault, metadataCache } = app;
       for (const folder of ['A', 'B']) await vault.createFolder(folder);
       for (const path of ['A/x.pdf', 'B/x.pdf', 'B/only.md']) await vault.create(path, '');
       const resolved = new Promise((done) => metadataCache.on('resolve', (file) => { if (file.path === 'A/n.md') done(); }));
       await vault.create('A/n.md', '---\\nsource_file: "[[B/x.pdf]]"\\n---\\n[[x.pdf#page=2|p]] ![[only]] [t](missing.md)');
       await resolved;
       const dest = (link, from) => metadataCache.getFirstLinkpathDest(link, from)?.path ?? null;
       return [dest('x.pdf', 'A/n.md'), dest('x.pdf', 'B/only.md'), dest('ONLY', 'A/n.md'), dest('../B/x.pdf', 'A/n.md'), dest('nothing', ''),
         metadataCache.resolvedLinks['A/n.md'], metadataCache.unresolvedLinks['A/n.md'],
         metadataCache.fileToLinktext(vault.getFileByPath('A/x.pdf'), ''), metadataCache.fileToLinktext(vault.getFileByPath('B/only.md'), '')];`,
    );
    expect(found).toEqual([
      'A/x.pdf',
      'B/x.pdf',
      'B/only.md',
      'B/x.pdf',
      null,
      { 'A/x.pdf': 1, 'B/x.pdf': 1, 'B/only.md': 1 },
      { 'missing.md': 1 },
      'A/x.pdf',
      'only',
    ]);
  });
});

describe('links', () => {
  const links = `const pdf = await app.vault.create('合同 a.pdf', '');
    const note = await app.vault.create('n.md', '');
    const link = (...rest) => app.fileManager.generateMarkdownLink(...rest);
    return [link(pdf, 'x.md', '#page=2', 'p. 2'), link(pdf, 'x.md'), link(note, 'x.md'), link(note, 'n.md', '#H')];`;

  it('a link is a wikilink, and begins with ! if its target is not a note', async () => {
    const host = await sandbox.run('');
    expect(await inPage(host, links)).toEqual([
      '![[合同 a.pdf#page=2|p. 2]]',
      '![[合同 a.pdf]]',
      '[[n]]',
      '[[#H]]',
    ]);
  });

  it('a link is a Markdown link if the vault prefers Markdown links', async () => {
    const host = await sandbox.run('', { markdownLinks: true });
    expect(await inPage(host, links)).toEqual([
      '![p. 2](合同%20a.pdf#page=2)',
      '![合同 a](合同%20a.pdf)',
      '[n](n.md)',
      '[n](#H)',
    ]);
  });

  it('links follow a file that the user renames', async () => {
    const host = await sandbox.run('');
    await inPage(
      host,
      `const pdf = await app.vault.create('a.pdf', '');
       const indexed = new Promise((done) => app.metadataCache.on('resolved', done));
       await app.vault.create('n.md', '---\\nsource_file: "[[a.pdf]]"\\n---\\n[[a.pdf#page=2|p. 2]] and [x](a.pdf#page=3)');
       await indexed;
       await app.fileManager.renameFile(pdf, 'b c.pdf');`,
    );
    expect(await readFile(join(host.vault, 'n.md'), 'utf8')).toBe(
      '---\nsource_file: "[[b c.pdf]]"\n---\n[[b c.pdf#page=2|p. 2]] and [x](b%20c.pdf#page=3)',
    );
  });
});

describe('properties', () => {
  it('processFrontMatter writes null as an empty value, and writes no folded lines, anchors or comments', async () => {
    const host = await sandbox.run('');
    const text = await inPage(
      host,
      `const file = await app.vault.create('n.md', '---\\nold: 1 # gone\\n---\\nBody\\n');
       await app.fileManager.processFrontMatter(file, (properties) => {
         const shared = ['AI处理', 'PDF'];
         Object.assign(properties, { source: '[[合同.pdf]]', empty: null, tags: shared, again: shared, when: '2026-01-17T10:00:00', long: 'word '.repeat(40).trim() });
         delete properties.old;
       });
       return app.vault.read(file);`,
    );
    expect(text).toBe(
      [
        '---',
        'source: "[[合同.pdf]]"',
        'empty:',
        'tags:',
        '  - AI处理',
        '  - PDF',
        'again:',
        '  - AI处理',
        '  - PDF',
        'when: 2026-01-17T10:00:00',
        `long: ${'word '.repeat(40).trim()}`,
        '---',
        'Body',
        '',
      ].join('\n'),
    );
  });

  it('processFrontMatter fails if the callback throws or the YAML is broken', async () => {
    const host = await sandbox.run('');
    const outcomes = await inPage(
      host,
      `const file = await app.vault.create('n.md', '---\\na: 1\\n---\\n');
       const broken = await app.vault.create('b.md', '---\\na: [\\n---\\n');
       const outcome = (f, change) => app.fileManager.processFrontMatter(f, change).then(() => 'done', (error) => error.name);
       return [await outcome(file, (p) => { p.a = 2; throw new RangeError(); }), await outcome(broken, () => {}), await app.vault.read(file)];`,
    );
    expect(outcomes).toEqual(['RangeError', 'YAMLParseError', '---\na: 1\n---\n']);
  });
});

describe('attachments', () => {
  it('the path for an attachment lies in the chosen folder and is not taken yet', async () => {
    const host = await sandbox.run('');
    const paths = await inPage(
      host,
      `app.vault.config.attachmentFolderPath = './files';
       await app.vault.createFolder('N');
       await app.vault.create('N/n.md', '');
       const first = await app.fileManager.getAvailablePathForAttachment('a.png', 'N/n.md');
       await app.vault.create(first, '');
       return [first, await app.fileManager.getAvailablePathForAttachment('A.png', 'N/n.md'), app.fileManager.getNewFileParent('N/n.md').path];`,
    );
    expect(paths).toEqual(['N/files/a.png', 'N/files/A 1.png', '/']);
  });
});
