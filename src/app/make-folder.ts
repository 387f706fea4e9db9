import type { Vault } from 'obsidian';
import { Failure } from '../failure';

/**
 * Makes a folder of the vault, with those above it, unless it is there, or comes to be there meanwhile.
 * @throws Failure `vault-folder`.
 */
export async function makeFolder(vault: Vault, path: string): Promise<void> {
  if (path === '' || path === '/' || vault.getFolderByPath(path) !== null) return;
  try {
    await vault.createFolder(path);
  } catch (cause) {
    // The disk may know a folder that the app does not yet.
    if ((await vault.adapter.stat(path))?.type === 'folder') return;
    throw new Failure('vault-folder', { cause, passing: true, details: { path } });
  }
}
