/**
 * The part of `obsidian-launcher` 3.1 that the specs use. The package is not a dependency of this project. If
 * the package is missing, `npm run test:app` fails and shows the command that installs the package.
 */
declare module 'obsidian-launcher' {
  import type { ChildProcess } from 'node:child_process';

  export interface LaunchOptions {
    readonly appVersion: string;
    readonly installerVersion: string;
    readonly vault: string;
    readonly plugins: readonly { readonly path: string; readonly enabled: boolean }[];
    readonly args: readonly string[];
  }

  export default class ObsidianLauncher {
    /** All published versions, oldest first. Only users with an account can download beta versions. */
    getVersions(): Promise<readonly { readonly version: string; readonly isBeta: boolean }[]>;
    /** Downloads the app if needed, and starts it with a new configuration folder. */
    launch(options: LaunchOptions): Promise<{ readonly proc: ChildProcess; readonly configDir: string }>;
  }
}
