import { Modal, Setting, type App } from 'obsidian';
import type { Messages } from '../i18n/messages';
import { documentTypes, type DocumentType } from '../llm/draft';
import { checkSetting } from '../settings';
import { isFolderRule, type FolderRule, type Rule } from '../settings/rules';
import { FolderSuggest } from './first-run/folder-suggest';
import { modalButtons, refuse } from './modal-buttons';
import { textRow } from './text-row';
import { splitTags } from './setting-values';

/** The values of the form. `kind` is empty for a rule for a folder. */
interface Fields extends Required<Omit<FolderRule, 'tags'>> {
  kind: DocumentType | '';
  tags: string;
}

type TextField = 'folder' | 'template' | 'noteFolder' | 'tags' | 'instructions';

/** Lets the user enter or change a rule for a folder or for a kind of document. */
export class RuleModal extends Modal {
  readonly #fields: { -readonly [Key in keyof Fields]: Fields[Key] };

  /** @param save returns false when the rule is not valid */
  constructor(
    app: App,
    private readonly messages: Messages,
    rule: Rule | null,
    private readonly save: (rule: Rule) => boolean,
  ) {
    super(app);
    const own: Partial<FolderRule> = rule !== null && isFolderRule(rule) ? rule : {};
    this.#fields = {
      kind: rule === null || isFolderRule(rule) ? '' : rule.kind,
      folder: own.folder ?? '',
      instructions: own.instructions ?? '',
      localOnly: own.localOnly ?? false,
      template: rule?.template ?? '',
      noteFolder: rule?.noteFolder ?? '',
      tags: rule?.tags?.join(', ') ?? '',
    };
  }

  override onOpen(): void {
    const { settings, note } = this.messages;
    const words = settings.rules;
    this.setTitle(words.title);
    new Setting(this.contentEl).setName(words.appliesTo).addDropdown((dropdown) => {
      dropdown.addOption('', words.folder);
      for (const kind of documentTypes) dropdown.addOption(kind, note.kinds[kind]);
      dropdown.setValue(this.#fields.kind).onChange((kind) => {
        this.#fields.kind = documentTypes.find((known) => known === kind) ?? '';
        this.#showFolderRows();
      });
    });
    const folder = this.#text('folder', true).setClass('pdf-inbox-folder-row');
    new Setting(this.contentEl)
      .setClass('pdf-inbox-folder-row')
      .setName(words.localOnly.name)
      .setDesc(words.localOnly.description)
      .addToggle((toggle) =>
        toggle.setValue(this.#fields.localOnly).onChange((value) => (this.#fields.localOnly = value)),
      );
    const noteFolder = this.#text('noteFolder', true);
    this.#text('tags');
    this.#template();
    this.#text('instructions').setClass('pdf-inbox-folder-row');
    this.#showFolderRows();
    const button = modalButtons(this.contentEl);
    button(words.save, () => {
      if (this.save(this.#rule())) this.close();
      else refuse(this.#fields.kind === '' ? folder : noteFolder, words.invalid);
    }).setCta();
    button(settings.changeProvider.cancel, () => this.close());
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  #text(key: TextField, suggestsFolders = false): Setting {
    const words = this.messages.settings.rules[key === 'folder' ? 'folderField' : key];
    const store = (value: string): void => void (this.#fields[key] = value);
    return textRow(this.contentEl, words, store, (text) => {
      if (suggestsFolders) new FolderSuggest(this.app, text.inputEl);
      text.setValue(this.#fields[key]);
    });
  }

  /**
   * Adds the row of the template. If the note of the template does not exist, the row shows a message. The
   * rule can still be saved, because sync can bring the note later.
   */
  #template(): void {
    const row = this.#text('template');
    const { template, templateMissing } = this.messages.settings.rules;
    row.descEl.setAttribute('role', 'status');
    const check = (): void => {
      const path = checkSetting('template', this.#fields.template) ?? '';
      const isMissing = path !== '' && this.app.vault.getFileByPath(path) === null;
      row.setDesc(isMissing ? templateMissing : template.description);
    };
    row.controlEl.addEventListener('input', check);
    check();
  }

  #showFolderRows(): void {
    for (const row of this.contentEl.findAll('.pdf-inbox-folder-row')) row.toggle(this.#fields.kind === '');
  }

  #rule(): Rule {
    const { kind, folder, instructions, localOnly, tags, template, noteFolder } = this.#fields;
    const replaced = { template, noteFolder, tags: splitTags(tags) };
    return kind === '' ? { folder, instructions, localOnly, ...replaced } : { kind, ...replaced };
  }
}
