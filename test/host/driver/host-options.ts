import type { Browser, Page } from 'playwright-core';
import type { LiveCounts } from '../protocol';

export interface HostOptions {
  /** The vault's folder, which is created if it is missing. */
  vault: string;
  /** Folder with `main.js`, `manifest.json` and `styles.css`; by default the root of this repository. */
  plugin?: string;
  /**
   * Folder for the device's data (local storage, secrets); by default a new one that is removed on `close`.
   */
  device?: string;
  mobile?: boolean;
  language?: 'en' | 'zh';
  theme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
  /**
   * `at-start` (the default) enables the plugin while the app starts. With `later`, it stays disabled until
   * {@link Host.enablePlugin} is called.
   */
  enable?: 'at-start' | 'later';
  /** True if the vault prefers `[text](path)` links to wikilinks. */
  markdownLinks?: boolean;
  /** A shared browser; by default a new one. */
  browser?: Browser;
  /** Time in ms after which the app sees changes by other programs, as if a sync service delayed them. */
  syncDelayMs?: number;
  /**
   * The plugin's pauses of more than one and less than ten seconds are multiplied by this factor, so that
   * tests need not wait for them; 1 by default. Timers of workers stay as they are.
   */
  pauseShare?: number;
  /** State to create before the app starts. */
  prepare?: {
    settings?: Record<string, unknown>;
    secrets?: Record<string, string>;
    localStorage?: Record<string, unknown>;
  };
}

/** A running app with one vault and the plugin in it. */
export interface Host {
  /** The current page. {@link kill} replaces it. */
  readonly page: Page;
  readonly vault: string;
  readonly device: string;
  /**
   * Enables the plugin as a user does in the settings: no `create` fires for existing files, and
   * `onUserEnable` is called after `onload`.
   */
  enablePlugin(): Promise<void>;
  disablePlugin(): Promise<void>;
  /** Closes the app and restarts it on the same device. The plugin stays enabled or disabled. */
  reload(): Promise<void>;
  /** Ends the app immediately, like a crash, even during its work. */
  kill(): Promise<void>;
  /** Starts the app after {@link kill}, on the same device; resolves when its layout is ready. */
  start(): Promise<void>;
  /**
   * Runs a command. `id` does not include the plugin's id. @throws Error when there is no such command, or
   * when the command says that it cannot run now
   */
  runCommand(id: string): Promise<void>;
  /** The commands that the palette currently offers. */
  commands(): Promise<{ id: string; name: string }[]>;
  cli(command: string, params?: Record<string, string>): Promise<string>;
  /** Opens the link `obsidian://<action>?<params>`. */
  followLink(action: string, params: Record<string, string>): Promise<void>;
  /** The titles of the items that the plugin adds to the menu of a file or folder. */
  fileMenu(path: string): Promise<string[]>;
  chooseFileMenu(path: string, title: string): Promise<void>;
  /** Texts of all notices since the start, in order. */
  notices(): Promise<string[]>;
  /** Visible text of the status bar; empty on mobile. */
  statusBar(): Promise<string>;
  /** Opens the settings window on the plugin's tab. */
  openSettings(): Promise<void>;
  /** Opens a note in reading view. For a PDF, a substitute viewer shows its name and the part after `#`. */
  openFile(path: string): Promise<void>;
  /** The current contents of `data.json`. */
  data(): Promise<Record<string, unknown> | null>;
  /** Numbers of resources that the plugin holds. */
  live(): Promise<LiveCounts>;
  /**
   * Resolves when nothing has happened for `forMs` ms, or when `atMostMs` ms have passed. Something happens
   * while the vault changes, notices appear, the plugin's workers send messages, the plugin's requests or
   * short timers are pending, or the status bar shows a text that the regular expression `atRest` does not
   * match.
   */
  calm(forMs: number, atMostMs: number, atRest?: string): Promise<void>;
  readonly consoleLines: string[];
  /** Uncaught errors and unhandled rejections of the page, and failures of the driver. */
  readonly pageErrors: string[];
  screenshot(path: string, target?: { file?: string; fullPage?: boolean }): Promise<void>;
  close(): Promise<void>;
}
