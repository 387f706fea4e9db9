import type { TooltipOptions } from 'obsidian';
import { setTooltip } from '../tooltip';
import { ValueComponent } from './base';

/** An on/off switch. */
export class ToggleComponent extends ValueComponent<boolean> {
  readonly toggleEl: HTMLElement;
  readonly #boxEl: HTMLInputElement;
  #changed: ((value: boolean) => unknown) | undefined;

  constructor(containerEl: HTMLElement) {
    super();
    this.toggleEl = containerEl.createEl('label', 'checkbox-container');
    this.#boxEl = this.toggleEl.createEl('input', { type: 'checkbox' });
    this.#boxEl.addEventListener('change', () => {
      this.#paint();
      void this.#changed?.(this.getValue());
    });
  }

  override setDisabled(disabled: boolean): this {
    this.#boxEl.disabled = disabled;
    this.toggleEl.toggleClass('is-disabled', disabled);
    return super.setDisabled(disabled);
  }

  override getValue(): boolean {
    return this.#boxEl.checked;
  }

  override setValue(on: boolean): this {
    this.#boxEl.checked = on;
    this.#paint();
    return this;
  }

  setTooltip(tooltip: string, options?: TooltipOptions): this {
    setTooltip(this.toggleEl, tooltip, options);
    return this;
  }

  onClick(): void {
    this.#boxEl.click();
  }

  onChange(callback: (value: boolean) => unknown): this {
    this.#changed = callback;
    return this;
  }

  #paint(): void {
    this.toggleEl.toggleClass('is-enabled', this.#boxEl.checked);
  }
}
