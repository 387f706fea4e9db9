import type { App } from 'obsidian';
import { Failure } from '../failure';
import type { Messages } from '../i18n/messages';
import { builtInTemplate } from '../note/built-in-template';

/** The template's path: in the root of the vault, because users look there first. */
const path = 'PDF Inbox template.md';

/**
 * Opens the template. If the file does not exist, first creates it with the built-in layout.
 * @throws Failure `vault-write`
 */
export async function writeTemplate({ vault, workspace }: App, messages: Messages): Promise<void> {
  try {
    const file = vault.getFileByPath(path) ?? (await vault.create(path, builtInTemplate(messages)));
    await workspace.getLeaf(false).openFile(file);
  } catch (cause) {
    throw new Failure('vault-write', { cause, details: { path } });
  }
}
