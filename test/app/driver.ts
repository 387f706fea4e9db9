import type { Page } from 'playwright-core';

/** How the app is opened. */
export interface OpenOptions {
  /** The vault's folder. It exists, and contains the plugin's settings if the spec needs some. */
  readonly vault: string;
  /** Whether the plugin is enabled when the app starts. With `later`, the spec enables it. */
  readonly enable: 'at-start' | 'later';
  /** True for a phone's window and the app's behaviour on phones. */
  readonly mobile: boolean;
}

/** The passage that the app's PDF viewer marks. */
export interface Marked {
  /** Name of the open PDF, without its folder. */
  readonly file: string;
  /** The marked text without white space; empty when nothing is marked. */
  readonly text: string;
}

/**
 * One running app with one vault. Our own host and the real app implement this interface, so that the same
 * specs run in both. It has no members for steps that are the same in both hosts; such steps use {@link page}
 * or the vault's folder.
 */
export interface AppDriver {
  readonly page: Page;
  /** Uncaught errors of the plugin, and messages of the browser about the content policy. */
  readonly errors: readonly string[];
  /** Enables the plugin as a user does in the app's settings. */
  enablePlugin(): Promise<void>;
  disablePlugin(): Promise<void>;
  /** Ids of the plugin's commands, without the plugin's id. */
  commands(): Promise<string[]>;
  /** Opens a note in reading view, as soon as the app has listed it. */
  openNote(path: string): Promise<void>;
  /** Opens the settings window on the plugin's tab. */
  openSettings(): Promise<void>;
  /** Returns a value of the app's secret storage; null when there is none. */
  secret(id: string): Promise<string | null>;
  /**
   * Returns the passage that the PDF viewer in the active pane marks; undefined when no PDF is open there.
   */
  marked(): Promise<Marked | undefined>;
  close(): Promise<void>;
}
