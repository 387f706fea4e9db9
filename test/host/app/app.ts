import type { BootData } from '../protocol';
import { DataAdapter } from './adapter';
import { CliCommands } from './cli';
import { Commands } from './commands';
import type { DriverClient } from './driver-client';
import { FileManager } from './file-manager';
import { LocalStorage } from './local-storage';
import { MetadataCache } from './metadata-cache';
import { SecretStorage } from './secret-storage';
import type { Shell } from './shell';
import { mountShell } from './ui';
import { Keymap, Scope } from './ui/keymap';
import { Vault } from './vault';
import { ViewRegistry } from './view-registry';
import { registerOwnViews } from './views';
import { Workspace } from './workspace';

/**
 * Imitates Obsidian's `App` for the test host. Some members are not in Obsidian's documentation; the host
 * needs them.
 */
export class App {
  readonly scope = new Scope();
  readonly keymap = new Keymap(this.scope, window);
  readonly lastEvent = null;
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly fileManager: FileManager;
  readonly workspace: Workspace;
  readonly secretStorage: SecretStorage;
  readonly commands: Commands;
  readonly cli = new CliCommands();
  /** For each action, the handler of its `obsidian://` links. */
  readonly protocol = new Map<string, (params: Record<string, string>) => unknown>();
  readonly plugins = { plugins: Object.create(null) as Record<string, object> };
  readonly viewRegistry = new ViewRegistry();
  readonly shell: Shell;
  readonly #localStorage: LocalStorage;

  constructor(
    readonly driver: DriverClient,
    boot: BootData,
  ) {
    this.vault = new Vault(new DataAdapter(driver, boot.vaultName), boot.vaultConfig);
    this.metadataCache = new MetadataCache(this.vault);
    this.fileManager = new FileManager(this.vault, this.metadataCache, () => this.workspace.getActiveFile());
    this.secretStorage = new SecretStorage(boot.secrets, (id, secret) => {
      driver.keepOnDevice('secrets', id, secret);
    });
    this.#localStorage = new LocalStorage(boot.localStorage, (key, text) => {
      driver.keepOnDevice('local-storage', key, text);
    });
    this.commands = new Commands(boot.mobile);
    registerOwnViews(this);
    this.shell = mountShell(this, { mobile: boot.mobile, theme: boot.theme });
    this.workspace = new Workspace(this, this.shell);
  }

  isDarkMode(): boolean {
    return document.body.hasClass('theme-dark');
  }

  loadLocalStorage(key: string): unknown {
    return this.#localStorage.load(key);
  }

  saveLocalStorage(key: string, data: unknown): void {
    this.#localStorage.save(key, data);
  }
}
