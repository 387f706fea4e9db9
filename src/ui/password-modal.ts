import { Modal, Setting, type App } from 'obsidian';
import { passwordPrefix } from '../app/forget';
import { Secrets } from '../app/secrets';
import { logTrouble } from '../log';
import { format, type Messages } from '../i18n/messages';
import type { PasswordAnswer, Passwords } from '../pdf/passwords';
import { modalButtons } from './modal-buttons';

/** Asks for the password of one PDF. Escape and Cancel pass null to `onAnswer`. */
class PasswordModal extends Modal {
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
          // During input with an input method, Enter selects a candidate.
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

/** Asks for passwords in a modal and, if the user wants, stores them in the app's secret storage. */
export class AppPasswords implements Passwords {
  constructor(
    private readonly app: App,
    private readonly messages: Messages,
  ) {}

  recall(sha256: string): string | undefined {
    // A password that was removed is stored as an empty text. If the storage cannot be read, the user is
    // asked for the password.
    return new Secrets(this.app).find(secretId(sha256)) || undefined;
  }

  keep(sha256: string, password: string): void {
    try {
      new Secrets(this.app).set(secretId(sha256), password);
    } catch (thrown) {
      // The PDF is read with the password now. The next time it is read, the user is asked again.
      logTrouble('secrets-unavailable', thrown);
    }
  }

  ask(name: string, wrong: boolean, signal: AbortSignal): Promise<PasswordAnswer | null> {
    return new Promise((resolve) => {
      const modal = new PasswordModal(this.app, name, wrong, this.messages, (answer) => {
        signal.removeEventListener('abort', close);
        resolve(answer);
      });
      const close = (): void => modal.close();
      signal.addEventListener('abort', close);
      modal.open();
    });
  }
}

/**
 * Secret ids may have lower-case letters, digits and dashes. Half of the hash identifies a file well enough.
 */
function secretId(sha256: string): string {
  return `${passwordPrefix}${sha256.slice(0, 32)}`;
}
