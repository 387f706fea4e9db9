import { ButtonComponent } from './components/button';
import { ToggleComponent } from './components/toggle';
import { Modal } from './modal';
import type { KeyboardApp } from './ports';

/**
 * A button of a {@link ConfirmationModal}. It closes the modal when pressed, unless its handler returns a
 * truthy value.
 */
export class ConfirmationButton extends ButtonComponent {
  #handler: ((event: MouseEvent) => unknown) | undefined;
  #focused = false;

  constructor(containerEl: HTMLElement, close: () => void) {
    super(containerEl);
    super.onClick(async (event) => {
      const staysOpen = await this.#handler?.(event);
      if (!isTrue(staysOpen)) close();
    });
  }

  override onClick(handler: (event: MouseEvent) => unknown): this {
    this.#handler = handler;
    return this;
  }

  get wantsFocus(): boolean {
    return this.#focused;
  }

  setInitialFocus(): this {
    this.#focused = true;
    return this;
  }

  setSecondary(): this {
    this.buttonEl.addClass('mod-secondary');
    return this;
  }

  setCancel(): this {
    this.buttonEl.addClass('mod-cancel');
    return this;
  }
}

function isTrue(value: unknown): boolean {
  return Boolean(value);
}

/**
 * Asks for a confirmation. Enter presses the focused button. If neither a button nor a multi-line field has
 * the focus, Enter presses the primary button.
 */
export class ConfirmationModal extends Modal {
  readonly buttonContainerEl: HTMLElement;
  readonly #buttons: ConfirmationButton[] = [];

  constructor(app: KeyboardApp) {
    super(app);
    this.containerEl.addClass('mod-confirmation');
    this.buttonContainerEl = this.modalEl.createDiv('modal-button-container');
    this.scope.register([], 'Enter', (event) => {
      if (event.target instanceof HTMLButtonElement || event.target instanceof HTMLTextAreaElement)
        return undefined;
      const primary = this.#buttons.find((button) => button.buttonEl.hasClass('mod-cta'));
      primary?.buttonEl.click();
      return primary === undefined ? undefined : false;
    });
  }

  override open(): void {
    super.open();
    this.#buttons
      .filter((button) => button.wantsFocus)
      .at(-1)
      ?.buttonEl.focus();
  }

  addClass(cls: string): this {
    this.modalEl.addClass(cls);
    return this;
  }

  addCheckbox(label: string, callback: (value: boolean) => unknown): this {
    const row = this.buttonContainerEl.createEl('label', 'mod-checkbox');
    const toggle = new ToggleComponent(row).onChange(callback);
    toggle.toggleEl.addClass('mod-small');
    row.createSpan({ text: label });
    return this;
  }

  addButton(callback: (button: ConfirmationButton) => unknown): this {
    const button = new ConfirmationButton(this.buttonContainerEl, () => {
      this.close();
    });
    this.#buttons.push(button);
    callback(button);
    return this;
  }

  addCancelButton(text = 'Cancel'): this {
    return this.addButton((button) => button.setButtonText(text).setCancel());
  }
}
