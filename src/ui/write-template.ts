import type { App } from 'obsidian';
import { Failure } from '../failure';
import type { Messages } from '../i18n/messages';
import { builtInTemplate } from '../note/built-in-template';

/** Where the template is written: the root of the vault, so that it is found. */
const path = 'PDF Inbox template.md';

/** Writes the built-in layout as a template, unless one is there, and opens it. @throws Failure `vault-write` */
export async function writeTemplate({ vault, workspace }: App, messages: Messages): Promise<void> {
  try {
    const file = vault.getFileByPath(path) ?? (await vault.create(path, builtInTemplate(messages)));
    await workspace.getLeaf(false).openFile(file);
  } catch (cause) {
    throw new Failure('vault-write', { cause, details: { path } });
  }
}
