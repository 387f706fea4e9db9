/** How long a notice stays when the plugin names no time, ms: the app's own default. */
const defaultDuration = 5000;

function noticeContainer(): HTMLElement {
  return document.body.querySelector<HTMLElement>(':scope > .notice-container') ?? document.body.createDiv('notice-container');
}

/** A message in the corner. It goes by itself after a while, or when it is clicked. */
export class Notice {
  readonly containerEl: HTMLElement;
  readonly messageEl: HTMLElement;
  #timer: number | undefined;

  /** @param duration ms; 0 keeps it until the user dismisses it */
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

  /** Older name of the notice's element. */
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
