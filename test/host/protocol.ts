import * as v from 'valibot';

/**
 * The messages between the page, which runs the app, and the driver, which reads and writes the vault. Times
 * are in ms since 1970, sizes in bytes.
 */

const entryStat = v.object({ ctime: v.number(), mtime: v.number(), size: v.number() });

export type EntryStat = v.InferOutput<typeof entryStat>;

const vaultEntry = v.object({ path: v.string(), kind: v.picklist(['file', 'folder']), stat: entryStat });

/**
 * A file or folder of the vault. Its path is relative to the vault and normalised (NFC), even if its name on
 * disk is not.
 */
export type VaultEntry = v.InferOutput<typeof vaultEntry>;

const vaultChange = v.variant('kind', [
  v.object({ kind: v.literal('snapshot'), entries: v.array(vaultEntry) }),
  v.object({ kind: v.literal('upsert'), entry: vaultEntry }),
  v.object({ kind: v.literal('remove'), path: v.string() }),
  v.object({ kind: v.literal('rename'), from: v.string(), to: v.string(), stat: entryStat }),
]);

/**
 * One change of the vault. The page applies all changes in the order in which they are sent, also those that
 * the plugin made.
 */
export type VaultChange = v.InferOutput<typeof vaultChange>;

/** An event from the driver to the page. Events arrive in order. */
export const driverEvent = v.variant('type', [
  v.object({ type: v.literal('vault'), seq: v.number(), change: vaultChange }),
  v.object({ type: v.literal('response'), id: v.number() }),
  v.object({ type: v.literal('plugin-data') }),
]);

export type DriverEvent = v.InferOutput<typeof driverEvent>;

/**
 * The response to a vault operation. The operation is finished when the page has applied the event with the
 * number `seq`.
 */
export const operationDone = v.object({ seq: v.number() });

/** A failed vault operation, from which the page makes an `Error`. */
export const operationFailed = v.object({ message: v.string(), code: v.exactOptional(v.string()) });

export type OperationFailed = v.InferOutput<typeof operationFailed>;

/** The result of `DataAdapter.stat`. */
export const stat = v.object({ ...entryStat.entries, type: v.picklist(['file', 'folder']) });

export type Stat = v.InferOutput<typeof stat>;

/** The result of `DataAdapter.list`, as vault paths. */
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

/** The settings in the vault's `.obsidian/app.json` that the page uses. */
export const vaultConfig = v.looseObject({
  useMarkdownLinks: v.exactOptional(v.boolean()),
  userIgnoreFilters: v.exactOptional(v.array(v.string())),
  newLinkFormat: v.exactOptional(v.picklist(['shortest', 'relative', 'absolute'])),
  attachmentFolderPath: v.exactOptional(v.string()),
  newFileLocation: v.exactOptional(v.picklist(['root', 'current', 'folder'])),
  newFileFolderPath: v.exactOptional(v.string()),
  trashOption: v.exactOptional(v.picklist(['system', 'local', 'none'])),
});

export type VaultConfig = v.InferOutput<typeof vaultConfig>;

const words = v.record(v.string(), v.string());

/** The data that the page needs to start. */
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
  /** The factor by which the plugin's pauses are multiplied. */
  pauseShare: v.number(),
  localStorage: words,
  secrets: words,
});

export type BootData = v.InferOutput<typeof bootData>;

/** A request that the driver sends for `requestUrl`. The page passes the body separately. */
export const bridgedRequest = v.object({
  id: v.number(),
  url: v.string(),
  method: v.string(),
  headers: words,
});

export type BridgedRequest = v.InferOutput<typeof bridgedRequest>;

/** The result of a request. The body is sent separately. */
export const bridgedResponse = v.variant('ok', [
  v.object({ ok: v.literal(true), status: v.number(), headers: words }),
  v.object({ ok: v.literal(false), message: v.string() }),
]);

export type BridgedResponse = v.InferOutput<typeof bridgedResponse>;

/** The numbers of resources that the plugin holds in the page. */
export interface LiveCounts {
  listeners: number;
  timers: number;
  workers: number;
  objectUrls: number;
}

/** The page's part of the test API: the functions that {@link Host} calls in the page. */
export interface PageControl {
  start(): Promise<void>;
  enablePlugin(): Promise<void>;
  disablePlugin(): Promise<void>;
  /** Resolves when the driver has received everything that the page has sent. */
  flush(): Promise<void>;
  runCommand(id: string): Promise<void>;
  commands(): { id: string; name: string }[];
  cli(command: string, params: Record<string, string>): Promise<string>;
  /** Opens the link `obsidian://<action>?<params>`. */
  followLink(action: string, params: Record<string, string>): void;
  fileMenu(path: string): string[];
  chooseFileMenu(path: string, title: string): Promise<void>;
  notices(): string[];
  statusBar(): string;
  openSettings(): void;
  openFile(path: string): Promise<void>;
  live(): LiveCounts;
  calm(forMs: number, atMostMs: number, atRest?: string): Promise<void>;
}

declare global {
  interface Window {
    /** Resolves when the page has been built. */
    hostBuilt: Promise<void>;
    /** Set by the page when it has been built. */
    hostControl: PageControl;
  }
}
