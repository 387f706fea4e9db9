import { Modal, Setting, type App } from 'obsidian';
import type { Messages } from '../i18n/messages';
import { documentTypes, type DocumentType } from '../llm/draft';
import { ownFieldTypes, type OwnField, type OwnFieldType } from '../llm/own-field';
import { modalButtons } from './modal-buttons';

/** Asks for a field that the user wants to have of documents. */
export class FieldModal extends Modal {
  #name = '';
  #ask = '';
  #type: OwnFieldType = 'text';
  #kind = '';

  /** @param add adds the field; returns false when its name is not valid or not free */
  constructor(
    app: App,
    private readonly messages: Messages,
    private readonly add: (field: OwnField) => boolean,
  ) {
    super(app);
  }

  override onOpen(): void {
    const words = this.messages.settings.ownFields;
    this.setTitle(words.add);
    const name = new Setting(this.contentEl).setName(words.fieldName).addText((text) => {
      text.inputEl.setAttribute('aria-label', words.fieldName);
      text.onChange((value) => {
        this.#name = value.trim();
        name.setErrorMessage(null);
      });
    });
    new Setting(this.contentEl).setName(words.type).addDropdown((dropdown) => {
      for (const type of ownFieldTypes) dropdown.addOption(type, words.types[type]);
      dropdown.selectEl.setAttribute('aria-label', words.type);
      dropdown.setValue(this.#type).onChange((value) => {
        this.#type = ownFieldTypes.find((type) => type === value) ?? 'text';
      });
    });
    new Setting(this.contentEl)
      .setName(words.ask)
      .setDesc(words.askHint)
      .addText((text) => {
        text.inputEl.setAttribute('aria-label', words.ask);
        text.onChange((value) => (this.#ask = value.trim()));
      });
    new Setting(this.contentEl).setName(words.kinds).addDropdown((dropdown) => {
      dropdown.addOption('', words.allKinds);
      for (const kind of documentTypes) dropdown.addOption(kind, this.messages.note.kinds[kind]);
      dropdown.selectEl.setAttribute('aria-label', words.kinds);
      dropdown.setValue('').onChange((value) => (this.#kind = value));
    });
    const button = modalButtons(this.contentEl);
    button(words.add, () => {
      const kinds: DocumentType[] = documentTypes.filter((kind) => kind === this.#kind);
      const field = { name: this.#name, type: this.#type, ask: this.#ask, kinds };
      if (this.add(field)) this.close();
      else name.setErrorMessage(words.invalid);
    }).setCta();
    button(this.messages.settings.changeProvider.cancel, () => this.close());
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
