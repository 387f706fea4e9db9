import { Scope } from './keymap';
import { setIcon } from './icons';
import type { KeyboardApp } from './ports';

const focusable =
  'button, input, select, textarea, a[href], [tabindex]:not([tabindex="-1"]), [contenteditable="true"]';

/** A modal window. Escape and a click outside close it; Tab moves the focus within it. */
export class Modal {
  readonly scope = new Scope();
  readonly containerEl: HTMLElement;
  readonly modalEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly contentEl: HTMLElement;
  shouldRestoreSelection = true;
  #opened = false;
  #focusedBefore: Element | null = null;
  #closed: (() => unknown) | undefined;

  constructor(readonly app: KeyboardApp) {
    this.containerEl = createDiv({ cls: ['modal-container', 'mod-dim'] });
    const background = this.containerEl.createDiv('modal-bg');
    this.modalEl = this.containerEl.createDiv({
      cls: 'modal',
      attr: { role: 'dialog', 'aria-modal': 'true', tabindex: -1 },
    });
    const closeButton = this.modalEl.createDiv({
      cls: 'modal-close-button',
      attr: { 'aria-label': 'Close' },
    });
    setIcon(closeButton, 'lucide-x');
    this.titleEl = this.modalEl.createDiv('modal-header').createDiv('modal-title');
    this.contentEl = this.modalEl.createDiv('modal-content');
    for (const outside of [background, closeButton]) {
      outside.addEventListener('click', () => {
        this.close();
      });
    }
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
    this.scope.register(null, 'Tab', (event) =>
      this.#moveFocus(event.shiftKey ? -1 : 1) ? false : undefined,
    );
  }

  /** Shows the modal, then calls {@link onOpen}. If it is already open, nothing happens, as in the app. */
  open(): void {
    if (this.#opened) return;
    this.#opened = true;
    this.#focusedBefore = document.activeElement;
    document.body.append(this.containerEl);
    this.app.keymap.pushScope(this.scope);
    this.modalEl.focus();
    void this.onOpen();
  }

  /** Removes the modal and restores the focus, then calls {@link onClose} and the close callback. */
  close(): void {
    if (!this.#opened) return;
    this.#opened = false;
    this.app.keymap.popScope(this.scope);
    this.containerEl.remove();
    if (this.shouldRestoreSelection && this.#focusedBefore instanceof HTMLElement)
      this.#focusedBefore.focus();
    this.onClose();
    this.#closed?.();
  }

  onOpen(): Promise<void> | void {
    return undefined;
  }

  onClose(): void {
    return undefined;
  }

  setTitle(title: string): this {
    this.titleEl.setText(title);
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.setText(content);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.#closed = callback;
    return this;
  }

  /**
   * Keeps the focus in the modal: Tab on the last element focuses the first, and Shift+Tab on the first
   * focuses the last. In other cases it returns false, and the browser moves the focus.
   */
  #moveFocus(step: 1 | -1): boolean {
    const stops = [...this.modalEl.querySelectorAll<HTMLElement>(focusable)].filter(
      (stop) => stop.offsetParent !== null && !stop.matches(':disabled'),
    );
    const edge = step === 1 ? stops.at(-1) : stops[0];
    const other = step === 1 ? stops[0] : stops.at(-1);
    const focused = document.activeElement;
    const outside = focused === null || !this.modalEl.contains(focused);
    const turns =
      outside || focused === edge || edge === undefined || (step === -1 && focused === this.modalEl);
    if (turns) other?.focus();
    return turns;
  }
}
