import type { Keymap, Scope } from './keymap';

/** What windows that take the keyboard need from the app. */
export interface KeyboardApp {
  readonly keymap: Keymap;
  readonly scope: Scope;
}

/** A file or folder, as far as suggestions look at it. */
export interface VaultPath {
  readonly path: string;
}

/** What file and folder suggestions need from the app. */
export interface FilesApp {
  readonly vault: {
    getFiles(): readonly VaultPath[];
    getAllFolders(includeRoot?: boolean): readonly VaultPath[];
  };
}

/** What the secret picker needs from the app. */
export interface SecretsApp extends KeyboardApp {
  readonly secretStorage: {
    getSecret(id: string): string | null;
    setSecret(id: string, secret: string): void;
    listSecrets(): string[];
  };
}

/** A command as the palette lists it. */
export interface PaletteCommand {
  readonly id: string;
  readonly name: string;
  readonly icon?: string | undefined;
}

/** What the command palette needs from the app. */
export interface CommandsApp extends KeyboardApp {
  readonly commands: {
    /** The commands that can be run now: those whose check says no are left out. */
    listCommands(): readonly PaletteCommand[];
    executeCommandById(id: string): boolean;
  };
}

/** What a settings tab and its controls need from the app. */
export type SettingsApp = KeyboardApp & FilesApp & SecretsApp;

/** What links in a rendered note need from the app. */
export interface LinksApp {
  readonly metadataCache: { getFirstLinkpathDest(linkpath: string, sourcePath: string): { readonly path: string } | null };
  readonly workspace: { openLinkText(linktext: string, sourcePath: string, newLeaf?: boolean): Promise<void> };
}

/** Everything {@link mountShell} needs from the app. */
export type ShellApp = SettingsApp & CommandsApp;
