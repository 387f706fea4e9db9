import { Modal, Setting, type App } from 'obsidian';
import type { Messages } from '../i18n/messages';
import { FolderSuggest } from './first-run/folder-suggest';
import { modalButtons } from './modal-buttons';

/** Asks for a further folder to watch. */
export class InboxFolderModal extends Modal {
  #folder = '';

  /** @param add adds the folder; returns false when it is not valid */
  constructor(
    app: App,
    private readonly messages: Messages,
    private readonly add: (folder: string) => boolean,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { moreInboxFolders: words, invalid, changeProvider, inboxFolder } = this.messages.settings;
    this.setTitle(words.add);
    const row = new Setting(this.contentEl).setName(inboxFolder.name).addText((text) => {
      text.inputEl.setAttribute('aria-label', inboxFolder.name);
      new FolderSuggest(this.app, text.inputEl);
      text.onChange((value) => {
        this.#folder = value;
        row.setErrorMessage(null);
      });
    });
    const button = modalButtons(this.contentEl);
    button(words.add, () => {
      if (this.add(this.#folder)) this.close();
      else row.setErrorMessage(invalid);
    }).setCta();
    button(changeProvider.cancel, () => this.close());
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
