import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openHost, type Host, type HostOptions } from './index';

/** The folders and hosts of one test. A host is a browser page that imitates the app and runs a plugin. */
export class HostSandbox {
  readonly #folders: string[] = [];
  readonly #hosts: Host[] = [];

  constructor(private readonly browser: () => Browser) {}

  async folder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'host-test-'));
    this.#folders.push(folder);
    return folder;
  }

  /**
   * Creates a plugin's folder. `code` is the body of a class that extends `o.Plugin`; `o` is the obsidian
   * module.
   */
  async plugin(code: string, styles = ''): Promise<string> {
    const folder = await this.folder();
    const manifest = {
      id: 'tiny',
      name: 'Tiny',
      version: '1.0.0',
      minAppVersion: '1.13.0',
      description: 'A plugin for tests.',
      author: 'Test',
    };
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
    await writeFile(join(folder, 'styles.css'), styles);
    const lines = [
      '"use strict";',
      'const o = require("obsidian");',
      'const log = (...words) => window.log.push(words.join(" "));',
      'window.log = [];',
      'window.o = o;',
      `module.exports = class extends o.Plugin {${code}\n};`,
    ];
    await writeFile(join(folder, 'main.js'), lines.join('\n'));
    return folder;
  }

  async open(options: Partial<HostOptions> & { plugin: string }): Promise<Host> {
    const vault = options.vault ?? (await this.folder());
    const host = await openHost({ browser: this.browser(), ...options, vault });
    this.#hosts.push(host);
    return host;
  }

  /** Opens a host with a plugin that has this code. */
  async run(code: string, options: Partial<HostOptions> = {}): Promise<Host> {
    return this.open({ ...options, plugin: await this.plugin(code) });
  }

  async clear(): Promise<void> {
    for (const host of this.#hosts.splice(0)) await host.close();
    for (const folder of this.#folders.splice(0))
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Returns the entries that the plugin has logged so far. */
export function logOf(host: Host): Promise<unknown> {
  return host.page.evaluate('[...window.log]');
}

/** Evaluates code in the page. In the code, `app` is the app and `o` the obsidian module. */
export function inPage(host: Host, code: string): Promise<unknown> {
  return host.page.evaluate(`(async () => { ${code} })()`);
}

/** Plugin code that logs every event of the vault, such as `create a.md` and `rename a.md -> b.md`. */
export const logVaultEvents = `
  for (const name of ['create', 'modify', 'delete'])
    this.registerEvent(this.app.vault.on(name, (file) => log(name, file.path)));
  this.registerEvent(this.app.vault.on('rename', (file, old) => log('rename', old, '->', file.path)));
`;
