import type { Page } from 'playwright-core';

export interface OpenOptions {
  /** The path of the vault, an existing folder. It may already contain settings of the plugin. */
  readonly vault: string;
  /** With `later`, the plugin is disabled when the app starts, and the spec enables it. */
  readonly enable: 'at-start' | 'later';
  /** True for an app that behaves as on a phone and has a phone's window size. */
  readonly mobile: boolean;
}

/** The text that the app's PDF viewer marks. */
export interface Marked {
  /** Name of the open PDF, without its folder. */
  readonly file: string;
  /** The marked text without white space; empty when nothing is marked. */
  readonly text: string;
}

/**
 * A running app with one vault. It is the real app, or this project's imitation of the app. The same specs
 * run in both. The members are only for actions that differ between the two apps. For everything else, specs
 * use the vault's folder or {@link page}.
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
  /** Waits until the app knows the note, then opens it in reading view. */
  openNote(path: string): Promise<void>;
  openSettings(): Promise<void>;
  secret(id: string): Promise<string | null>;
  /**
   * Returns the text that the PDF viewer in the active pane marks; undefined when this pane shows no PDF.
   */
  marked(): Promise<Marked | undefined>;
  close(): Promise<void>;
}
