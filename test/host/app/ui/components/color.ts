import type { HSL, RGB } from 'obsidian';
import { ValueComponent } from './base';

function hslOf({ r, g, b }: RGB): HSL {
  const [red, green, blue] = [r / 255, g / 255, b / 255];
  const max = Math.max(red, green, blue);
  const min = Math.min(red, green, blue);
  const light = (max + min) / 2;
  const spread = max - min;
  if (spread === 0) return { h: 0, s: 0, l: Math.round(light * 100) };
  const sixths =
    max === red
      ? (green - blue) / spread
      : max === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  const saturation = spread / (1 - Math.abs(2 * light - 1));
  return {
    h: Math.round((sixths * 60 + 360) % 360),
    s: Math.round(saturation * 100),
    l: Math.round(light * 100),
  };
}

function rgbOf({ h, s, l }: HSL): RGB {
  const light = l / 100;
  const chroma = (s / 100) * Math.min(light, 1 - light);
  const channel = (offset: number): number => {
    const k = (offset + h / 30) % 12;
    return Math.round((light - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1))) * 255);
  };
  return { r: channel(0), g: channel(8), b: channel(4) };
}

/**
 * A colour picker with values `#rrggbb`. Channels are 0–255, hue is in degrees, saturation and lightness in
 * percent.
 */
export class ColorComponent extends ValueComponent<string> {
  readonly colorPickerEl: HTMLInputElement;
  #changed: ((value: string) => unknown) | undefined;

  constructor(containerEl: HTMLElement) {
    super();
    this.colorPickerEl = containerEl.createEl('input', { type: 'color' });
    this.colorPickerEl.addEventListener('input', () => {
      void this.#changed?.(this.getValue());
    });
  }

  override setDisabled(disabled: boolean): this {
    this.colorPickerEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  override getValue(): string {
    return this.colorPickerEl.value;
  }

  getValueRgb(): RGB {
    const bits = Number.parseInt(this.getValue().slice(1), 16);
    return { r: (bits >> 16) & 255, g: (bits >> 8) & 255, b: bits & 255 };
  }

  getValueHsl(): HSL {
    return hslOf(this.getValueRgb());
  }

  override setValue(value: string): this {
    this.colorPickerEl.value = value;
    return this;
  }

  setValueRgb({ r, g, b }: RGB): this {
    const hex = [r, g, b].map((channel) => Math.round(channel).toString(16).padStart(2, '0'));
    return this.setValue(`#${hex.join('')}`);
  }

  setValueHsl(hsl: HSL): this {
    return this.setValueRgb(rgbOf(hsl));
  }

  onChange(callback: (value: string) => unknown): this {
    this.#changed = callback;
    return this;
  }
}
