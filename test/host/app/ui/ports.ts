import type { Keymap, Scope } from './keymap';

/** The members of the app that are used by windows with keyboard input. */
export interface KeyboardApp {
  readonly keymap: Keymap;
  readonly scope: Scope;
}

/** The members of a file or folder that suggestions use. */
export interface VaultPath {
  readonly path: string;
}

/** The members of the app that file and folder suggestions use. */
export interface FilesApp {
  readonly vault: {
    getFiles(): readonly VaultPath[];
    getAllFolders(includeRoot?: boolean): readonly VaultPath[];
  };
}

/** The members of the app that the secret picker uses. */
export interface SecretsApp extends KeyboardApp {
  readonly secretStorage: {
    getSecret(id: string): string | null;
    setSecret(id: string, secret: string): void;
    listSecrets(): string[];
  };
}

/** The members of a command that the palette uses. */
export interface PaletteCommand {
  readonly id: string;
  readonly name: string;
  readonly icon?: string | undefined;
}

/** The members of the app that the command palette uses. */
export interface CommandsApp extends KeyboardApp {
  readonly commands: {
    /** The commands that the palette offers now. A command whose check fails is left out. */
    listCommands(): readonly PaletteCommand[];
    executeCommandById(id: string): boolean;
  };
}

/** The members of the app that a settings tab and its controls use. */
export type SettingsApp = KeyboardApp & FilesApp & SecretsApp;

/** The members of the app that are used by links in a rendered note. */
export interface LinksApp {
  readonly metadataCache: {
    getFirstLinkpathDest(linkpath: string, sourcePath: string): { readonly path: string } | null;
  };
  readonly workspace: {
    openLinkText(linktext: string, sourcePath: string, newLeaf?: boolean): Promise<void>;
  };
}

/** The members of the app that {@link mountShell} uses. */
export type ShellApp = SettingsApp & CommandsApp;
