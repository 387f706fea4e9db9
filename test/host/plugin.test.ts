import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sharedBrowser } from './shared-browser';
import { HostSandbox, inPage, logOf } from './tiny-plugin';

const sandbox = new HostSandbox(sharedBrowser());

afterEach(() => sandbox.clear());

const addsEverything = `
  onload() {
    this.addCommand({ id: 'go', name: 'Go', callback: () => log('go') });
    this.addCommand({ id: 'maybe', name: 'Maybe', checkCallback: (checking) => { if (!checking) log('maybe'); return window.may === true; } });
    this.addRibbonIcon('star', 'Ribbon', () => log('ribbon'));
    this.addStatusBarItem().setText('working 1/2');
    this.registerCliHandler('tiny', 'Says hello', { path: { description: 'a path', required: true } }, async ({ path }) => 'hello ' + path);
    this.registerEvent(this.app.workspace.on('file-menu', (menu, file) => {
      if (file instanceof o.TFile) menu.addItem((item) => item.setTitle('Digest').setIcon('star').onClick(() => log('digest', file.path)));
    }));
    this.registerView('tiny-view', (leaf) => new (class extends o.ItemView {
      getViewType() { return 'tiny-view'; }
      getDisplayText() { return 'Tiny view'; }
      async onOpen() { this.contentEl.setText('in the view'); log('open'); }
      async onClose() { log('close'); }
    })(leaf));
    new o.Notice('first');
    new o.Notice('second', 0);
  }
`;

describe('the interface of a plugin', () => {
  it('the commands, buttons and views of a plugin work until the plugin is disabled', async () => {
    const host = await sandbox.run(addsEverything);
    await inPage(host, `await app.vault.create('a.pdf', 'x'); await app.vault.createFolder('F')`);
    expect(await host.commands()).toEqual([{ id: 'tiny:go', name: 'Tiny: Go' }]);
    await host.runCommand('go');
    await expect(host.runCommand('maybe')).rejects.toThrow('it is not available now');
    await host.page.evaluate('window.may = true');
    await host.runCommand('maybe');
    await host.page.click('.side-dock-ribbon-action');
    expect(await host.statusBar()).toBe('working 1/2');
    expect(await host.notices()).toEqual(['first', 'second']);
    expect(await host.cli('tiny', { path: 'a.pdf' })).toBe('hello a.pdf');
    await expect(host.cli('tiny')).rejects.toThrow('Missing required parameter: path=');
    expect(await host.fileMenu('a.pdf')).toEqual(['Digest']);
    expect(await host.fileMenu('F')).toEqual([]);
    await host.chooseFileMenu('a.pdf', 'Digest');
    await inPage(
      host,
      `const leaf = app.workspace.getRightLeaf(false);
      await leaf.setViewState({ type: 'tiny-view', active: true }); await app.workspace.revealLeaf(leaf)`,
    );
    expect(await host.page.innerText('[data-type="tiny-view"] .view-content')).toBe('in the view');
    await host.disablePlugin();
    expect(await logOf(host)).toEqual(['go', 'maybe', 'ribbon', 'digest a.pdf', 'open', 'close']);
    expect(await host.commands()).toEqual([]);
    expect(await host.statusBar()).toBe('');
    expect(await host.fileMenu('a.pdf')).toEqual([]);
    expect(await host.page.locator('.side-dock-ribbon-action').count()).toBe(0);
    expect(await host.live()).toEqual({ listeners: 0, timers: 0, workers: 0, objectUrls: 0 });
    await expect(host.cli('tiny')).rejects.toThrow('Unknown CLI command');
    expect(host.pageErrors).toEqual([]);
  });

  it('the styles of a plugin apply while the plugin is enabled', async () => {
    const plugin = await sandbox.plugin('', 'body { --tiny: 7; }');
    const host = await sandbox.open({ plugin });
    const tiny = (): Promise<unknown> => inPage(host, `return document.body.getCssPropertyValue('--tiny')`);
    expect(await tiny()).toBe('7');
    await host.disablePlugin();
    expect(await tiny()).toBe('');
  });
});

it('the workspace opens notes in reading view and returns the active file', async () => {
  const host = await sandbox.run('');
  await inPage(
    host,
    `await app.vault.create('n.md', '# Title\\n\\n- [ ] task [[d.pdf#page=2]]'); await app.vault.create('d.pdf', '')`,
  );
  await host.openFile('n.md');
  expect(await host.page.innerText('h1')).toBe('Title');
  expect(await inPage(host, `return app.workspace.getActiveFile().path`)).toBe('n.md');
  await host.page.click('a.internal-link');
  await expect.poll(() => host.page.locator('.pdf-placeholder').allInnerTexts()).toEqual(['d.pdf\n#page=2']);
});

describe('resources of a plugin', () => {
  const holds = `
    onload() {
      this.app.vault.on('create', () => {});
      this.app.metadataCache.on('changed', () => {});
      this.registerEvent(this.app.workspace.on('file-open', () => {}));
      this.timer = window.setTimeout(() => {}, 1e6);
      this.registerInterval(window.setInterval(() => {}, 1e6));
      window.setTimeout(() => log('over'), 0);
      this.url = URL.createObjectURL(new Blob(['onmessage = () => {}']));
      this.worker = new Worker(this.url);
    }
    giveBack() { this.worker.terminate(); URL.revokeObjectURL(this.url); clearTimeout(this.timer); }
  `;

  it('the test host counts the resources of a plugin until the plugin releases them', async () => {
    const host = await sandbox.run(`${holds} onunload() { this.giveBack(); }`);
    await expect.poll(() => logOf(host)).toEqual(['over']);
    expect(await host.live()).toEqual({ listeners: 3, timers: 2, workers: 1, objectUrls: 1 });
    await host.disablePlugin();
    // Two listeners were not registered through `registerEvent`, so they are leaks.
    expect(await host.live()).toEqual({ listeners: 2, timers: 0, workers: 0, objectUrls: 0 });
  });

  it('the test host does not count resources of the app', async () => {
    const host = await sandbox.run(`onload() { new o.Notice('stays a while'); }`);
    await inPage(host, `await app.vault.create('n.md', 'x')`);
    await host.openFile('n.md');
    expect(await host.live()).toEqual({ listeners: 0, timers: 0, workers: 0, objectUrls: 0 });
  });
});

describe('the storage for plugins', () => {
  it('the plugin learns of a change of data.json only if another program made the change', async () => {
    const host = await sandbox.run(
      `
      async onload() { log(JSON.stringify(await this.loadData())); window.plugin = this; }
      async onExternalSettingsChange() { log('external', JSON.stringify(await this.loadData())); }
    `,
      { prepare: { settings: { a: 1 } } },
    );
    await inPage(host, `await plugin.saveData({ a: 2 })`);
    expect(await host.data()).toEqual({ a: 2 });
    const file = join(host.vault, '.obsidian/plugins/tiny/data.json');
    expect(await readFile(file, 'utf8')).toBe('{\n  "a": 2\n}');
    await writeFile(file, '{"a":3}');
    await expect.poll(() => logOf(host)).toEqual(['{"a":1}', 'external {"a":3}']);
    await host.reload();
    expect(await logOf(host)).toEqual(['{"a":3}']);
  });

  it('`loadData` returns null if there is no data.json', async () => {
    const host = await sandbox.run(`async onload() { log(String(await this.loadData())); }`);
    expect(await logOf(host)).toEqual(['null']);
    expect(await host.data()).toBeNull();
  });

  it('local storage and secrets are kept after a restart, but only on the same device', async () => {
    const device = await sandbox.folder();
    const vault = await sandbox.folder();
    const plugin = await sandbox.plugin('');
    const prepare = { secrets: { 'given-key': 'g' }, localStorage: { given: [1] } };
    const host = await sandbox.open({ plugin, device, vault, prepare });
    await inPage(
      host,
      `app.saveLocalStorage('auto', false); app.saveLocalStorage('gone', 1); app.saveLocalStorage('gone', null);
      app.secretStorage.setSecret('my-key', 's3')`,
    );
    await host.reload();
    const kept = await inPage(
      host,
      `return [app.loadLocalStorage('auto'), app.loadLocalStorage('gone'), app.loadLocalStorage('given'),
      app.secretStorage.getSecret('my-key'), app.secretStorage.getSecret('none'), app.secretStorage.listSecrets()]`,
    );
    expect(kept).toEqual([false, null, [1], 's3', null, ['given-key', 'my-key']]);
    const other = await sandbox.open({ plugin, vault });
    expect(
      await inPage(other, `return [app.secretStorage.getSecret('my-key'), app.loadLocalStorage('auto')]`),
    ).toEqual([null, null]);
  });

  it('the id of a secret may contain only lower-case letters, digits and dashes', async () => {
    const host = await sandbox.run('');
    const refused = await inPage(
      host,
      `return ['ok-1', 'Upper', 'under_score', 'a b', ''].map((id) => {
      try { app.secretStorage.setSecret(id, 'x'); return true; } catch { return false; } })`,
    );
    expect(refused).toEqual([true, false, false, false, false]);
  });

  it('a quota limits local storage', async () => {
    const host = await sandbox.run('');
    const name = await inPage(
      host,
      `try { app.saveLocalStorage('big', 'x'.repeat(6e6)); } catch (error) { return error.name; }`,
    );
    expect(name).toBe('QuotaExceededError');
  });
});

describe('the platform', () => {
  it('the platform is a desktop or, in mobile mode, a phone without a status bar', async () => {
    const code = `onload() { this.addStatusBarItem().setText('shown?'); }`;
    const query = `return [o.Platform.isMobile, o.Platform.isDesktopApp, o.getLanguage(), document.body.hasClass('is-mobile')]`;
    const desktop = await sandbox.run(code);
    expect(await inPage(desktop, query)).toEqual([false, true, 'en', false]);
    const phone = await sandbox.run(code, { mobile: true, language: 'zh', theme: 'dark' });
    expect(await inPage(phone, query)).toEqual([true, false, 'zh', true]);
    expect(await phone.statusBar()).toBe('');
    expect(await inPage(phone, `return app.isDarkMode()`)).toBe(true);
  });

  it('a plugin cannot load Node modules', async () => {
    const host = await sandbox.run(
      `onload() { for (const name of ['fs', 'node:path', 'electron']) try { require(name); } catch (error) { log(error.message); } log(typeof process); }`,
    );
    expect(await logOf(host)).toEqual([
      "Cannot find module 'fs'",
      "Cannot find module 'node:path'",
      "Cannot find module 'electron'",
      'undefined',
    ]);
  });

  it('`requireApiVersion` compares versions as numbers', async () => {
    const host = await sandbox.run('');
    const query = `return ['1.13.1', '1.13.0', '1.9.10', '1.13.2', '2.0.0'].map(o.requireApiVersion)`;
    expect(await inPage(host, query)).toEqual([true, true, true, false, false]);
  });

  it('`loadPdfJs` returns the pdf.js of the app’s PDF viewer', async () => {
    const host = await sandbox.run('');
    const known = await inPage(
      host,
      `const lib = await o.loadPdfJs(); return [lib.version, lib === window.pdfjsLib, lib === (await o.loadPdfJs())]`,
    );
    expect(known).toEqual(['5.3.93', true, true]);
  });
});

describe('missing members', () => {
  it.each([
    ['o.moment', 'obsidian.moment'],
    ['app.vault.getConfig', 'Vault.getConfig'],
    ['app.internalPlugins', 'App.internalPlugins'],
    ['app.workspace.getUnpinnedLeaf', 'Workspace.getUnpinnedLeaf'],
    ['app.metadataCache.getTags', 'MetadataCache.getTags'],
    ['app.fileManager.createNewMarkdownFile', 'FileManager.createNewMarkdownFile'],
    ['o.htmlToMarkdown("<b>")', 'htmlToMarkdown'],
    ['document.body.onNodeInserted(() => {})', 'HTMLElement.onNodeInserted'],
    ['plugin.registerEditorExtension([])', 'Plugin.registerEditorExtension'],
  ])('the expression %s throws an error with the name of the missing member', async (expression, name) => {
    const host = await sandbox.run('onload() { window.plugin = this; }');
    const message = await inPage(host, `try { ${expression}; } catch (error) { return error.message; }`);
    expect(message).toBe(`The test host does not implement ${name}.`);
  });

  it('`pageErrors` contains the error about a missing member if a plugin does not catch it', async () => {
    const host = await sandbox.run(
      `onload() { this.addCommand({ id: 'bad', name: 'Bad', callback: async () => this.app.internalPlugins }); }`,
    );
    await host.runCommand('bad');
    await expect.poll(() => host.pageErrors.join()).toContain('does not implement App.internalPlugins');
  });
});
