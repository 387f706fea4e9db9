import { Modal, Setting, type App } from 'obsidian';
import { format, type Messages } from '../i18n/messages';
import type { PasswordAnswer } from '../pdf/passwords';
import { modalButtons } from './modal-buttons';

/** Asks for the password of one PDF. Escape and Cancel pass null to `onAnswer`. */
export class PasswordModal extends Modal {
  #password = '';
  #remember = false;
  #answered = false;

  constructor(
    app: App,
    private readonly name: string,
    private readonly wrong: boolean,
    private readonly messages: Messages,
    private readonly onAnswer: (answer: PasswordAnswer | null) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    const words = this.messages.password;
    this.setTitle(words.title);
    this.contentEl.addClass('pdf-inbox-password');
    this.contentEl.createEl('p', { text: format(words.question, { name: this.name }) });
    const field = new Setting(this.contentEl)
      .setName(words.field)
      .setClass('pdf-inbox-wide')
      .addText((text) => {
        text.inputEl.type = 'password';
        text.inputEl.autocomplete = 'off';
        text.inputEl.setAttribute('aria-label', words.field);
        text.onChange((value) => (this.#password = value));
        text.inputEl.addEventListener('keydown', (event) => {
          // While the user types with an input method, Enter selects a candidate and does not submit the
          // password.
          if (event.key === 'Enter' && !event.isComposing) this.#submit();
        });
        window.setTimeout(() => text.inputEl.focus(), 0);
      });
    if (this.wrong) field.setErrorMessage(this.messages.failures['pdf-password-wrong'].sentence);
    new Setting(this.contentEl)
      .setName(words.remember)
      .setDesc(words.rememberHint)
      .addToggle((toggle) => toggle.setValue(false).onChange((value) => (this.#remember = value)));
    const button = modalButtons(this.contentEl);
    button(words.open, () => this.#submit()).setCta();
    button(words.cancel, () => this.close());
  }

  override onClose(): void {
    this.contentEl.empty();
    if (!this.#answered) this.onAnswer(null);
  }

  #submit(): void {
    if (this.#password === '') return;
    this.#answered = true;
    this.onAnswer({ password: this.#password, remember: this.#remember });
    this.close();
  }
}
