import { setIcon } from 'obsidian';
import { Failure } from '../../failure';
import { failureLine, format } from '../../i18n/messages';
import type { QueuePanel } from './panel';

/** The text that replaces an empty list. It explains how to add a PDF. */
export class EmptyState {
  readonly #el: HTMLElement;
  readonly #hint: HTMLElement;

  constructor(
    parent: HTMLElement,
    private readonly panel: QueuePanel,
  ) {
    const { queue } = panel.messages;
    this.#el = parent.createDiv('pdf-inbox-queue-empty');
    setIcon(this.#el.createDiv(), 'inbox');
    this.#el.createDiv({ cls: 'pdf-inbox-queue-name', text: queue.emptyTitle });
    this.#hint = this.#el.createDiv('pdf-inbox-queue-detail');
    this.#el
      .createEl('button', { text: queue.emptyButton })
      .addEventListener('click', () => panel.actions.digestInbox());
  }

  show(shown: boolean): void {
    this.#el.toggle(shown);
    if (shown) this.#hint.setText(this.#hintText());
  }

  #hintText(): string {
    const { app, messages, automatic, inboxFolders } = this.panel;
    if (!automatic()) return messages.queue.emptyByHand;
    const folders = inboxFolders();
    const folder = folders.join(messages.queue.folderSeparator);
    if (folders.every((path) => path !== '/' && app.vault.getFolderByPath(path) === null))
      return failureLine(messages, new Failure('inbox-missing', { details: { folder } }));
    return folders.includes('/')
      ? messages.queue.emptyWholeVault
      : format(messages.queue.emptyHint, { folder });
  }
}
