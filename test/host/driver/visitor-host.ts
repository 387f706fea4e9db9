import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostOptions } from './host-options';
import { startDriver } from './parts';

/** A running host (the test app that replaces Obsidian) that a person uses by hand. */
export interface VisitorHost {
  /** The address to open in a browser. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Opens a folder as a vault for a person. The app runs the plugin that is installed in the vault. A folder
 * beside the vault has the data that the app stores on a device, so the next start finds these data.
 * @throws Error that names the files of the plugin that are missing in the vault
 */
export async function openForVisitor(
  vault: string,
  options: Pick<HostOptions, 'language' | 'mobile'>,
  onError: (error: unknown) => void,
): Promise<VisitorHost> {
  const plugin = join(vault, '.obsidian', 'plugins', 'pdf-inbox');
  await mkdir(plugin, { recursive: true });
  const files = ['main.js', 'manifest.json', 'styles.css'];
  const missing = files.filter((name) => !existsSync(join(plugin, name)));
  if (missing.length > 0) {
    throw new Error(
      `${plugin} lacks ${missing.join(', ')}. Copy the missing files into this folder, and start again.`,
    );
  }
  const driver = await startDriver(
    { ...options, vault, plugin, device: `${vault}.device`, enable: 'later' },
    onError,
  );
  return { address: `${driver.server.origin}/?visit`, close: () => driver.close() };
}
