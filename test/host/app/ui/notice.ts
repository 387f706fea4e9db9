/** The app's default duration of a notice, in ms. */
const defaultDuration = 5000;

function noticeContainer(): HTMLElement {
  return (
    document.body.querySelector<HTMLElement>(':scope > .notice-container') ??
    document.body.createDiv('notice-container')
  );
}

/** A message in the corner. It disappears after a while, or when the user clicks it. */
export class Notice {
  readonly containerEl: HTMLElement;
  readonly messageEl: HTMLElement;
  #timer: number | undefined;

  /** @param duration in ms; with 0, the notice stays until the user dismisses it */
  constructor(message: string | DocumentFragment, duration: number = defaultDuration) {
    this.containerEl = noticeContainer().createDiv({ cls: 'notice', attr: { role: 'alert' } });
    this.messageEl = this.containerEl.createDiv('notice-message');
    this.setMessage(message);
    this.containerEl.addEventListener('click', () => {
      this.hide();
    });
    if (duration > 0) {
      this.#timer = window.setTimeout(() => {
        this.hide();
      }, duration);
    }
  }

  /** The same element as `containerEl`, under its older name. */
  get noticeEl(): HTMLElement {
    return this.containerEl;
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.setText(message);
    return this;
  }

  hide(): void {
    window.clearTimeout(this.#timer);
    const holder = this.containerEl.parentElement;
    this.containerEl.remove();
    if (holder?.childElementCount === 0) holder.remove();
  }
}
