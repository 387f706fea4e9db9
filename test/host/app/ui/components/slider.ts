import { ValueComponent } from './base';

/** A slider that shows its value. */
export class SliderComponent extends ValueComponent<number> {
  readonly sliderEl: HTMLInputElement;
  readonly #valueEl: HTMLElement;
  #changed: ((value: number) => unknown) | undefined;
  #format: (value: number) => string = String;
  #instant = false;

  constructor(containerEl: HTMLElement) {
    super();
    this.#valueEl = containerEl.createSpan('slider-value');
    this.sliderEl = containerEl.createEl('input', { cls: 'slider', type: 'range' });
    this.sliderEl.addEventListener('input', () => {
      this.#paint();
      if (this.#instant) void this.#changed?.(this.getValue());
    });
    this.sliderEl.addEventListener('change', () => {
      this.#paint();
      if (!this.#instant) void this.#changed?.(this.getValue());
    });
    this.#paint();
  }

  override setDisabled(disabled: boolean): this {
    this.sliderEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  /** Sets whether the change callback runs during dragging, or only at its end. */
  setInstant(instant: boolean): this {
    this.#instant = instant;
    return this;
  }

  setLimits(min: number | null, max: number | null, step: number | 'any'): this {
    this.sliderEl.min = min === null ? '' : String(min);
    this.sliderEl.max = max === null ? '' : String(max);
    this.sliderEl.step = String(step);
    this.#paint();
    return this;
  }

  override getValue(): number {
    return this.sliderEl.valueAsNumber;
  }

  override setValue(value: number): this {
    this.sliderEl.valueAsNumber = value;
    this.#paint();
    return this;
  }

  getValuePretty(): string {
    return this.#format(this.getValue());
  }

  setDisplayFormat(format: (value: number) => string): this {
    this.#format = format;
    this.#paint();
    return this;
  }

  /** Has no effect, because the value is always shown. Plugins still call it. */
  setDynamicTooltip(): this {
    this.#paint();
    return this;
  }

  onChange(callback: (value: number) => unknown): this {
    this.#changed = callback;
    return this;
  }

  #paint(): void {
    this.#valueEl.setText(this.getValuePretty());
  }
}
