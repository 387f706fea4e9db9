import type { App } from 'obsidian';
import { format } from '../i18n/messages';
import type { AnswerPorts } from './answer';
import { confirmed } from './confirmed';
import { digestByPath, vaultPathOf } from './digest-by-path';

export interface LinkPorts extends AnswerPorts {
  /**
   * Returns whether a PDF at this vault path is in an inbox folder. Such a PDF is digested without asking the
   * user.
   */
  readonly isInInbox: (pdfPath: string) => boolean;
  readonly showNotice: (text: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Digests the PDF at the path that a link contains, and opens the note of the PDF. If there is no note, a
 * notice states the reason. Before a PDF outside of the inbox folders is digested, the user is asked.
 * @throws Failure
 */
export async function followLink(app: App, given: string, ports: LinkPorts): Promise<void> {
  const { messages, isInInbox, showNotice, signal } = ports;
  const { link: words } = messages.cli;
  const path = vaultPathOf(given);
  const ask = (): Promise<boolean> =>
    confirmed(
      app,
      words,
      (content) => content.createEl('p', { text: format(words.question, { path }) }),
      signal,
    );
  const isKnown = app.vault.getFileByPath(path) !== null;
  if (isKnown && !isInInbox(path) && !(await ask())) return;
  const { text, data } = await digestByPath(app.vault, ports, path, signal);
  if (data.ok) await app.workspace.openLinkText(text, '', false);
  else showNotice(text);
}
