import { Modal, type App } from 'obsidian';
import type { Messages } from '../i18n/messages';
import { checkSetting } from '../settings';
import { FolderSuggest } from './first-run/folder-suggest';
import { modalButtons } from './modal-buttons';
import { textRow } from './text-row';

/** Asks for a further folder to watch. */
export class InboxFolderModal extends Modal {
  #folder = '';

  /** @param add adds the folder and creates it if it is missing; returns false when it cannot be added */
  constructor(
    app: App,
    private readonly messages: Messages,
    private readonly folderExists: (path: string) => boolean,
    private readonly add: (folder: string) => boolean,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { moreInboxFolders: words, invalid, changeProvider, inboxFolder } = this.messages.settings;
    this.setTitle(words.add);
    const show = (value: string): void => {
      this.#folder = value;
      const path = checkSetting('inboxFolder', value);
      const isNew = path !== undefined && !this.folderExists(path);
      row.setDesc(isNew ? this.messages.firstRun.folder.isNew : '');
    };
    const row = textRow(
      this.contentEl,
      { name: inboxFolder.name },
      show,
      (text) => void new FolderSuggest(this.app, text.inputEl),
    );
    row.descEl.setAttribute('role', 'status');
    const button = modalButtons(this.contentEl);
    button(words.add, () => {
      const path = checkSetting('inboxFolder', this.#folder);
      if (path !== undefined && this.add(path)) this.close();
      else row.setErrorMessage(invalid);
    }).setCta();
    button(changeProvider.cancel, () => this.close());
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
