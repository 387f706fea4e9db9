import * as v from 'valibot';

/** What the page and the driver say to each other. Times are ms since 1970, sizes are bytes. */

const entryStat = v.object({ ctime: v.number(), mtime: v.number(), size: v.number() });

export type EntryStat = v.InferOutput<typeof entryStat>;

const vaultEntry = v.object({ path: v.string(), kind: v.picklist(['file', 'folder']), stat: entryStat });

/** A file or folder of the vault. Its path is vault-relative and normalised (NFC), whatever the disk calls it. */
export type VaultEntry = v.InferOutput<typeof vaultEntry>;

const vaultChange = v.variant('kind', [
  v.object({ kind: v.literal('snapshot'), entries: v.array(vaultEntry) }),
  v.object({ kind: v.literal('upsert'), entry: vaultEntry }),
  v.object({ kind: v.literal('remove'), path: v.string() }),
  v.object({ kind: v.literal('rename'), from: v.string(), to: v.string(), stat: entryStat }),
]);

/** One step in the vault's history, as the page applies it. Those of a plugin's own calls come in the same stream. */
export type VaultChange = v.InferOutput<typeof vaultChange>;

/** What the driver tells the page, in order. */
export const driverEvent = v.variant('type', [
  v.object({ type: v.literal('vault'), seq: v.number(), change: vaultChange }),
  v.object({ type: v.literal('response'), id: v.number() }),
  v.object({ type: v.literal('plugin-data') }),
]);

export type DriverEvent = v.InferOutput<typeof driverEvent>;

/** The answer to a vault operation: it is over once the page has applied the event of this number. */
export const operationDone = v.object({ seq: v.number() });

/** A failed vault operation, as the page turns it back into an `Error`. */
export const operationFailed = v.object({ message: v.string(), code: v.exactOptional(v.string()) });

export type OperationFailed = v.InferOutput<typeof operationFailed>;

/** What `DataAdapter.stat` gives. */
export const stat = v.object({ ...entryStat.entries, type: v.picklist(['file', 'folder']) });

export type Stat = v.InferOutput<typeof stat>;

/** What `DataAdapter.list` gives: vault paths. */
export const listing = v.object({ files: v.array(v.string()), folders: v.array(v.string()) });

export type Listing = v.InferOutput<typeof listing>;

export const manifestData = v.object({
  id: v.string(),
  name: v.string(),
  version: v.string(),
  minAppVersion: v.string(),
  description: v.string(),
  author: v.string(),
  isDesktopOnly: v.optional(v.boolean(), false),
});

export type ManifestData = v.InferOutput<typeof manifestData>;

/** The vault's `.obsidian/app.json`, as far as the host heeds it. */
export const vaultConfig = v.looseObject({
  useMarkdownLinks: v.exactOptional(v.boolean()),
  newLinkFormat: v.exactOptional(v.picklist(['shortest', 'relative', 'absolute'])),
  attachmentFolderPath: v.exactOptional(v.string()),
  newFileLocation: v.exactOptional(v.picklist(['root', 'current', 'folder'])),
  newFileFolderPath: v.exactOptional(v.string()),
  trashOption: v.exactOptional(v.picklist(['system', 'local', 'none'])),
});

export type VaultConfig = v.InferOutput<typeof vaultConfig>;

const words = v.record(v.string(), v.string());

/** Everything the page needs before it can start. */
export const bootData = v.object({
  vaultName: v.string(),
  vaultConfig,
  manifest: manifestData,
  pluginFolder: v.string(),
  styles: v.string(),
  mobile: v.boolean(),
  language: v.string(),
  theme: v.picklist(['light', 'dark']),
  enabled: v.boolean(),
  localStorage: words,
  secrets: words,
});

export type BootData = v.InferOutput<typeof bootData>;

/** A `requestUrl` call on its way to the network. Its body is sent beside it. */
export const bridgedRequest = v.object({ id: v.number(), url: v.string(), method: v.string(), headers: words });

export type BridgedRequest = v.InferOutput<typeof bridgedRequest>;

/** How the network answered; the body is sent beside it. */
export const bridgedResponse = v.variant('ok', [
  v.object({ ok: v.literal(true), status: v.number(), headers: words }),
  v.object({ ok: v.literal(false), message: v.string() }),
]);

export type BridgedResponse = v.InferOutput<typeof bridgedResponse>;

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
