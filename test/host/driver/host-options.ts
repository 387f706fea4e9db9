import type { Browser, Page } from 'playwright-core';
import type { LiveCounts } from '../protocol';

export interface HostOptions {
  /** The vault's folder; made when it is missing. */
  vault: string;
  /** Folder with `main.js`, `manifest.json` and `styles.css`; default the root of this repository. */
  plugin?: string;
  /** Folder for what stays on a device (local storage, secrets); default a fresh one, gone after `close`. */
  device?: string;
  mobile?: boolean;
  language?: 'en' | 'zh';
  theme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
  /** Whether the plugin is enabled while the app starts (default), or later by {@link Host.enablePlugin}. */
  enable?: 'at-start' | 'later';
  /** The vault's preference for `[text](path)` links over wikilinks. */
  markdownLinks?: boolean;
  /** A browser to share; default one of its own. */
  browser?: Browser;
  /** Shows changes made outside the app so many ms later, as when a sync service brings them. */
  syncDelayMs?: number;
  /** What is there before the app starts. */
  prepare?: {
    settings?: Record<string, unknown>;
    secrets?: Record<string, string>;
    localStorage?: Record<string, unknown>;
  };
}

/** A running app with one vault and the plugin in it. */
export interface Host {
  /** Another one after {@link kill}. */
  readonly page: Page;
  readonly vault: string;
  readonly device: string;
  /** Enables the plugin as a user does in the settings: no `create` for existing files, then `onUserEnable`. */
  enablePlugin(): Promise<void>;
  disablePlugin(): Promise<void>;
  /** Closes the app and starts it again on the same device; the plugin is in the state it was in. */
  reload(): Promise<void>;
  /** Ends the app without a word to it, as a crash does, in the midst of whatever it is doing. */
  kill(): Promise<void>;
  /** Starts the app after {@link kill}, on the same device; resolves when its layout is ready. */
  start(): Promise<void>;
  /** Runs a command; the plugin's id is put in front. @throws Error when there is none or its check says no */
  runCommand(id: string): Promise<void>;
  /** The commands the palette offers now. */
  commands(): Promise<{ id: string; name: string }[]>;
  cli(command: string, params?: Record<string, string>): Promise<string>;
  /** Titles the plugin adds to the menu of a file or folder. */
  fileMenu(path: string): Promise<string[]>;
  chooseFileMenu(path: string, title: string): Promise<void>;
  /** Text of all notices shown since the start, in order. */
  notices(): Promise<string[]>;
  /** Visible text of the status bar; empty on mobile. */
  statusBar(): Promise<string>;
  /** Opens the settings window on the plugin's tab. */
  openSettings(): Promise<void>;
  /** Opens a note in reading view, or a PDF in a stand-in of the viewer that shows its name and `#subpath`. */
  openFile(path: string): Promise<void>;
  /** What `data.json` holds now. */
  data(): Promise<Record<string, unknown> | null>;
  /** What is live on the plugin's account. */
  live(): Promise<LiveCounts>;
  readonly consoleLines: string[];
  /** Uncaught errors and unhandled rejections of the page, and what the driver could not do. */
  readonly pageErrors: string[];
  screenshot(path: string, target?: { file?: string; fullPage?: boolean }): Promise<void>;
  close(): Promise<void>;
}
