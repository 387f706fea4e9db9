import { Modal, SecretComponent, Setting, type App } from 'obsidian';
import type { Messages } from '../i18n/messages';
import type { OwnHeader } from '../llm/own-headers';
import { modalButtons } from './modal-buttons';
import { textRow } from './text-row';

/** Asks for the name of a header, and for the secret that has its value. */
export class HeaderModal extends Modal {
  #name = '';
  #secret = '';

  /** @param add adds the header; returns false when its name or its secret is not valid */
  constructor(
    app: App,
    private readonly messages: Messages,
    private readonly add: (header: OwnHeader) => boolean,
  ) {
    super(app);
  }

  override onOpen(): void {
    const words = this.messages.settings.extraHeaders;
    this.setTitle(words.add);
    const store = (value: string): void => void (this.#name = value.trim());
    const name = textRow(this.contentEl, { name: words.headerName }, store, (text) =>
      text.setPlaceholder('X-Api-Token'),
    );
    const value = new Setting(this.contentEl).setName(words.headerValue).setDesc(words.headerValueHint);
    new SecretComponent(this.app, value.controlEl).onChange((secret) => (this.#secret = secret));
    const button = modalButtons(this.contentEl);
    button(words.add, () => {
      if (this.add({ name: this.#name, secret: this.#secret })) this.close();
      else name.setErrorMessage(words.invalid);
    }).setCta();
    button(this.messages.settings.changeProvider.cancel, () => this.close());
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
