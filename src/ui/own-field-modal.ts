import { Modal, Setting, type App } from 'obsidian';
import type { Messages } from '../i18n/messages';
import { documentTypes, type DocumentType } from '../llm/draft';
import { ownFieldTypes, type OwnField } from '../llm/own-field';
import { modalButtons, refuse } from './modal-buttons';
import { textRow } from './text-row';

/** Lets the user enter or change an own field: a value that the model looks for in documents. */
export class OwnFieldModal extends Modal {
  readonly #field: { -readonly [Key in keyof OwnField]: OwnField[Key] };

  /** @param save stores the field; returns false when it is not valid */
  constructor(
    app: App,
    private readonly messages: Messages,
    field: OwnField | null,
    private readonly save: (field: OwnField) => boolean,
  ) {
    super(app);
    this.#field = { ...(field ?? { name: '', type: 'text', ask: '', kinds: [] }) };
  }

  override onOpen(): void {
    const { settings, note } = this.messages;
    const words = settings.ownFields;
    this.setTitle(words.title);
    const name = this.#text('name', words.fieldName);
    new Setting(this.contentEl)
      .setName(words.type.name)
      .setDesc(words.type.description)
      .addDropdown((dropdown) => {
        for (const type of ownFieldTypes) dropdown.addOption(type, note.valueTypes[type]);
        dropdown.setValue(this.#field.type).onChange((type) => {
          this.#field.type = ownFieldTypes.find((known) => known === type) ?? 'text';
        });
      });
    this.#text('ask', words.ask);
    new Setting(this.contentEl).setName(words.kinds.name).setDesc(words.kinds.description);
    const grid = this.contentEl.createDiv({ cls: 'pdf-inbox-kinds', attr: { role: 'group' } });
    grid.setAttribute('aria-label', words.kinds.name);
    for (const kind of documentTypes) this.#kind(grid, kind);
    const button = modalButtons(this.contentEl);
    button(words.save, () => {
      if (this.save(this.#field)) this.close();
      else refuse(name, words.invalid);
    }).setCta();
    button(settings.changeProvider.cancel, () => this.close());
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  #text(key: 'name' | 'ask', words: { readonly name: string; readonly description: string }): Setting {
    const store = (value: string): void => void (this.#field[key] = value);
    return textRow(this.contentEl, words, store, (text) => text.setValue(this.#field[key]));
  }

  #kind(parent: HTMLElement, kind: DocumentType): void {
    const label = parent.createEl('label');
    const box = label.createEl('input', { type: 'checkbox' });
    box.checked = this.#field.kinds.includes(kind);
    label.appendText(this.messages.note.kinds[kind]);
    box.addEventListener('change', () => {
      const { kinds } = this.#field;
      this.#field.kinds = documentTypes.filter((each) =>
        each === kind ? box.checked : kinds.includes(each),
      );
    });
  }
}
