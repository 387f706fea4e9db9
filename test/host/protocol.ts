/** What the page and the driver say to each other. Times are ms since 1970, sizes are bytes. */

export interface EntryStat {
  ctime: number;
  mtime: number;
  size: number;
}

/** A file or folder of the vault. Its path is vault-relative and normalised (NFC), whatever the disk calls it. */
export interface VaultEntry {
  path: string;
  kind: 'file' | 'folder';
  stat: EntryStat;
}

/** One step in the vault's history, as the page applies it. Those of a plugin's own calls come in the same stream. */
export type VaultChange =
  | { kind: 'snapshot'; entries: VaultEntry[] }
  | { kind: 'upsert'; entry: VaultEntry }
  | { kind: 'remove'; path: string }
  | { kind: 'rename'; from: string; to: string; stat: EntryStat };

/** What the driver tells the page, in order. */
export type DriverEvent =
  | { type: 'vault'; seq: number; change: VaultChange }
  | { type: 'response'; id: number }
  | { type: 'plugin-data' };

/** The answer to a vault operation: it is over once the page has applied the event of this number. */
export interface OperationDone {
  seq: number;
}

/** A failed vault operation, as the page turns it back into an `Error`. */
export interface OperationFailed {
  message: string;
  code?: string;
}

export interface ManifestData {
  id: string;
  name: string;
  version: string;
  minAppVersion: string;
  description: string;
  author: string;
  isDesktopOnly?: boolean;
}

/** The vault's `.obsidian/app.json`, as far as the host heeds it. */
export interface VaultConfig {
  useMarkdownLinks?: boolean;
  newLinkFormat?: 'shortest' | 'relative' | 'absolute';
  attachmentFolderPath?: string;
  newFileLocation?: 'root' | 'current' | 'folder';
  newFileFolderPath?: string;
  trashOption?: 'system' | 'local' | 'none';
}

/** Everything the page needs before it can start. */
export interface BootData {
  vaultName: string;
  vaultConfig: VaultConfig;
  manifest: ManifestData;
  pluginFolder: string;
  styles: string;
  mobile: boolean;
  language: string;
  theme: 'light' | 'dark';
  enabled: boolean;
  localStorage: Record<string, string>;
  secrets: Record<string, string>;
}

/** A `requestUrl` call on its way to the network. Its body is sent beside it. */
export interface BridgedRequest {
  id: number;
  url: string;
  method: string;
  headers: Record<string, string>;
}

/** How the network answered; the body is sent beside it. */
export type BridgedResponse =
  | { ok: true; status: number; headers: Record<string, string> }
  | { ok: false; message: string };

/** What is live in the page on the plugin's account. */
export interface LiveCounts {
  listeners: number;
  timers: number;
  workers: number;
  objectUrls: number;
}

/** The page's side of the test API: what {@link Host} calls in the page. */
export interface PageControl {
  start(): Promise<void>;
  enablePlugin(): Promise<void>;
  disablePlugin(): Promise<void>;
  /** Resolves once what the page has handed to the driver has arrived there. */
  flush(): Promise<void>;
  runCommand(id: string): Promise<void>;
  commands(): { id: string; name: string }[];
  cli(command: string, params: Record<string, string>): Promise<string>;
  fileMenu(path: string): string[];
  chooseFileMenu(path: string, title: string): Promise<void>;
  notices(): string[];
  statusBar(): string;
  openSettings(): void;
  openFile(path: string): Promise<void>;
  live(): LiveCounts;
}

declare global {
  interface Window {
    /** Set by the page once it has been built. */
    hostControl: PageControl;
  }
}
