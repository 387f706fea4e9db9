import type { Vault } from 'obsidian';
import { Failure } from '../failure';

/**
 * Creates a folder of the vault and its missing parent folders. Does nothing when the folder exists.
 * @throws Failure `vault-folder`.
 */
export async function makeFolder(vault: Vault, path: string): Promise<void> {
  if (path === '' || path === '/' || vault.getFolderByPath(path) !== null) return;
  try {
    await vault.createFolder(path);
  } catch (cause) {
    // The folder may exist on the disk although it is missing from the app's index.
    if ((await vault.adapter.stat(path))?.type === 'folder') return;
    throw new Failure('vault-folder', { cause, passing: true, details: { path } });
  }
}
