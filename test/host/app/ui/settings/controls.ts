import type {
  SettingColorControl,
  SettingControl,
  SettingControlBase,
  SettingDropdownControl,
  SettingNumberControl,
  SettingSliderControl,
  SettingTextAreaControl,
  SettingTextControl,
  SettingToggleControl,
} from 'obsidian';
import type { FilesApp, VaultPath } from '../ports';
import type { Setting } from '../setting';
import { PathSuggest } from './path-suggest';

/** Reads and writes the values of controls. The settings tab implements this interface. */
export interface ControlSource {
  getControlValue(key: string): unknown;
  setControlValue(key: string, value: unknown): void | Promise<void>;
  refreshDomState(): void;
}

/** Validates and saves what the user enters into one control. */
class Binding<V> {
  #turn = 0;

  constructor(
    readonly setting: Setting,
    private readonly control: SettingControlBase<V>,
    private readonly source: ControlSource,
  ) {}

  seed(): unknown {
    return this.source.getControlValue(this.control.key) ?? this.control.defaultValue;
  }

  /**
   * Shows an error below the row if a value is invalid. Returns false if the value is invalid or the check of
   * a later value has begun.
   */
  async check(value: V): Promise<boolean> {
    const turn = ++this.#turn;
    const message = await this.control.validate?.(value);
    if (turn !== this.#turn) return false;
    const refused = typeof message === 'string' && message !== '';
    this.setting.setErrorMessage(refused ? message : null);
    return !refused;
  }

  /** Saves a valid value, unless the user enters another value while this one is being validated. */
  async change(value: V): Promise<void> {
    if (!(await this.check(value))) return;
    await this.source.setControlValue(this.control.key, value);
    this.source.refreshDomState();
  }
}

function textFrom(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function numberFrom(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function addToggle(setting: Setting, control: SettingToggleControl, source: ControlSource): void {
  const binding = new Binding(setting, control, source);
  const value = binding.seed() === true;
  setting.addToggle((toggle) => toggle.setValue(value).onChange((on) => binding.change(on)));
  void binding.check(value);
}

function addDropdown(setting: Setting, control: SettingDropdownControl, source: ControlSource): void {
  const binding = new Binding(setting, control, source);
  const value = textFrom(binding.seed());
  setting.addDropdown((dropdown) =>
    dropdown
      .addOptions(control.options)
      .setValue(value)
      .onChange((chosen) => binding.change(chosen)),
  );
  void binding.check(value);
}

function addText(setting: Setting, control: SettingTextControl, source: ControlSource): void {
  const binding = new Binding(setting, control, source);
  const value = textFrom(binding.seed());
  setting.addText((text) =>
    text
      .setPlaceholder(control.placeholder ?? '')
      .setValue(value)
      .onChange((typed) => binding.change(typed)),
  );
  void binding.check(value);
}

function addTextArea(setting: Setting, control: SettingTextAreaControl, source: ControlSource): void {
  const binding = new Binding(setting, control, source);
  const value = textFrom(binding.seed());
  setting.addTextArea((area) => {
    if (control.rows !== undefined) area.inputEl.rows = control.rows;
    area
      .setPlaceholder(control.placeholder ?? '')
      .setValue(value)
      .onChange((typed) => binding.change(typed));
  });
  void binding.check(value);
}

/**
 * If the user's input is not a number, saves the default value of the control, or 0 if the control has none.
 */
function addNumber(setting: Setting, control: SettingNumberControl, source: ControlSource): void {
  const binding = new Binding(setting, control, source);
  const value = numberFrom(binding.seed());
  setting.addText((text) => {
    const { inputEl } = text;
    inputEl.type = 'number';
    if (control.min !== undefined) inputEl.min = String(control.min);
    if (control.max !== undefined) inputEl.max = String(control.max);
    if (control.step !== undefined) inputEl.step = String(control.step);
    text.setPlaceholder(control.placeholder ?? '').setValue(value === undefined ? '' : String(value));
    text.onChange((typed) => {
      const parsed = Number.parseFloat(typed);
      return binding.change(Number.isNaN(parsed) ? (control.defaultValue ?? 0) : parsed);
    });
  });
  if (value !== undefined) void binding.check(value);
}

function addSlider(setting: Setting, control: SettingSliderControl, source: ControlSource): void {
  const binding = new Binding(setting, control, source);
  const value = numberFrom(binding.seed()) ?? control.min;
  setting.addSlider((slider) => {
    slider.setLimits(control.min, control.max, control.step).setValue(value);
    if (control.displayFormat !== undefined) slider.setDisplayFormat(control.displayFormat);
    slider.onChange((chosen) => binding.change(chosen));
  });
  void binding.check(value);
}

function addColor(setting: Setting, control: SettingColorControl, source: ControlSource): void {
  const binding = new Binding(setting, control, source);
  const value = textFrom(binding.seed());
  setting.addColorPicker((picker) => picker.setValue(value).onChange((chosen) => binding.change(chosen)));
  void binding.check(value);
}

/**
 * A control for the path of a file or folder. The real app passes a `TFile` or `TFolder` to the filter; this
 * test app passes its own objects, which also have a `path`.
 */
interface PathControl extends SettingControlBase<string> {
  readonly placeholder?: string;
  filter?(entry: VaultPath): boolean;
}

function addPath(
  setting: Setting,
  control: PathControl,
  source: ControlSource,
  app: FilesApp,
  entries: () => readonly VaultPath[],
): void {
  const binding = new Binding<string>(setting, control, source);
  const value = textFrom(binding.seed());
  setting.addText((text) => {
    text
      .setPlaceholder(control.placeholder ?? '')
      .setValue(value)
      .onChange((typed) => binding.change(typed));
    const paths = (): string[] =>
      entries()
        .filter((entry) => control.filter?.(entry) ?? true)
        .map((entry) => entry.path);
    const suggestions = new PathSuggest(app, text.inputEl, paths);
    suggestions.onSelect((path) => {
      text.setValue(path);
      suggestions.close();
      return binding.change(path);
    });
  });
  void binding.check(value);
}

/** Adds a control to the row of its setting. */
export function addControl(
  setting: Setting,
  control: SettingControl,
  source: ControlSource,
  app: FilesApp,
): void {
  switch (control.type) {
    case 'toggle':
      return addToggle(setting, control, source);
    case 'dropdown':
      return addDropdown(setting, control, source);
    case 'text':
      return addText(setting, control, source);
    case 'textarea':
      return addTextArea(setting, control, source);
    case 'number':
      return addNumber(setting, control, source);
    case 'slider':
      return addSlider(setting, control, source);
    case 'color':
      return addColor(setting, control, source);
    case 'file':
      return addPath(setting, control, source, app, () => app.vault.getFiles());
    case 'folder':
      return addPath(setting, control, source, app, () =>
        app.vault.getAllFolders(control.includeRoot ?? false),
      );
  }
}
