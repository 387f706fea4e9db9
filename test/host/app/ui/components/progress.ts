import { ValueComponent } from './base';

/** A progress bar from 0 to 100. */
export class ProgressBarComponent extends ValueComponent<number> {
  readonly #barEl: HTMLElement;
  readonly #lineEl: HTMLElement;
  #value = 0;

  constructor(containerEl: HTMLElement) {
    super();
    this.#barEl = containerEl.createDiv({
      cls: 'setting-progress-bar',
      attr: { role: 'progressbar', 'aria-valuemin': 0, 'aria-valuemax': 100 },
    });
    this.#lineEl = this.#barEl.createDiv('setting-progress-bar-inner');
    this.setValue(0);
  }

  override getValue(): number {
    return this.#value;
  }

  override setValue(value: number): this {
    this.#value = value;
    this.#barEl.setAttr('aria-valuenow', value);
    this.#lineEl.setCssProps({ '--progress': `${String(Math.max(0, Math.min(100, value)))}%` });
    return this;
  }
}

/** The current value in a row that opens a page of settings. A warning mark can be added to the value. */
export class DisplayValueComponent {
  readonly valueEl: HTMLElement;
  readonly #holderEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    this.#holderEl = containerEl.createDiv('setting-display-value');
    this.valueEl = this.#holderEl.createSpan('setting-display-value-text');
  }

  setValue(value: string | null): this {
    this.valueEl.setText(value ?? '');
    return this;
  }

  setStatus(status: 'warning' | null): this {
    this.#holderEl.toggleClass('mod-warning', status === 'warning');
    return this;
  }
}
