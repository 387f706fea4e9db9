import { Modal } from '../modal';
import type { SecretsApp } from '../ports';
import { FuzzySuggestModal } from '../suggest-modal';
import { BaseComponent } from './base';
import { ButtonComponent } from './button';
import { TextComponent } from './text';

type Listed = { readonly id: string } | 'new';

class SecretPicker extends FuzzySuggestModal<Listed> {
  constructor(
    private readonly secretsApp: SecretsApp,
    private readonly picked: (id: string) => void,
  ) {
    super(secretsApp);
    this.setPlaceholder('Select a secret…');
  }

  override getItems(): Listed[] {
    return [...this.secretsApp.secretStorage.listSecrets().map((id) => ({ id })), 'new'];
  }

  override getItemText(item: Listed): string {
    return item === 'new' ? 'Create new secret…' : item.id;
  }

  override onChooseItem(item: Listed): void {
    if (item === 'new') new SecretCreator(this.secretsApp, this.picked).open();
    else this.picked(item.id);
  }
}

class SecretCreator extends Modal {
  readonly #id: TextComponent;
  readonly #secret: TextComponent;
  readonly #errorEl: HTMLElement;

  constructor(
    private readonly secretsApp: SecretsApp,
    private readonly made: (id: string) => void,
  ) {
    super(secretsApp);
    this.setTitle('Create secret');
    this.#id = new TextComponent(this.contentEl.createDiv('secret-field')).setPlaceholder('ID');
    this.#secret = new TextComponent(this.contentEl.createDiv('secret-field')).setPlaceholder('Secret');
    this.#secret.inputEl.type = 'password';
    this.#errorEl = this.contentEl.createDiv('setting-item-error');
    const buttons = this.modalEl.createDiv('modal-button-container');
    new ButtonComponent(buttons)
      .setButtonText('Save')
      .setCta()
      .onClick(() => {
        this.#save();
      });
    new ButtonComponent(buttons).setButtonText('Cancel').onClick(() => {
      this.close();
    });
    this.scope.register([], 'Enter', () => {
      this.#save();
      return false;
    });
  }

  override onOpen(): void {
    this.#id.inputEl.focus();
  }

  /** Stores the secret. If the storage rejects the name, the modal shows the reason and stays open. */
  #save(): void {
    const id = this.#id.getValue();
    try {
      this.secretsApp.secretStorage.setSecret(id, this.#secret.getValue());
    } catch (error) {
      this.#errorEl.setText(error instanceof Error ? error.message : String(error));
      return;
    }
    this.close();
    this.made(id);
  }
}

/**
 * Selects one of the app's secrets, or creates one. The value of the component is the name of the secret,
 * never the secret itself.
 */
export class SecretComponent extends BaseComponent {
  readonly #idEl: HTMLElement;
  readonly #button: ButtonComponent;
  #changed: ((value: string) => unknown) | undefined;

  constructor(
    private readonly app: SecretsApp,
    containerEl: HTMLElement,
  ) {
    super();
    const holder = containerEl.createDiv('secret-component');
    this.#idEl = holder.createSpan('secret-component-id');
    this.#button = new ButtonComponent(holder).onClick(() => {
      new SecretPicker(this.app, (id) => {
        this.setValue(id);
        void this.#changed?.(id);
      }).open();
    });
    this.setValue('');
  }

  override setDisabled(disabled: boolean): this {
    this.#button.setDisabled(disabled);
    return super.setDisabled(disabled);
  }

  setValue(value: string): this {
    const known = value !== '' && this.app.secretStorage.getSecret(value) !== null;
    this.#idEl.setText(value);
    this.#idEl.toggleClass('is-missing', value !== '' && !known);
    this.#button.setButtonText(value === '' ? 'Link…' : 'Change…');
    return this;
  }

  onChange(callback: (value: string) => unknown): this {
    this.#changed = callback;
    return this;
  }
}
