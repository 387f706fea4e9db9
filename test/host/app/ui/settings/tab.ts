import type { SettingDefinitionItem } from 'obsidian';
import { NotImplementedError } from '../../not-implemented';
import type { SettingsApp } from '../ports';
import { TabView } from './tab-view';

/** A tab of the settings window, declared by {@link getSettingDefinitions} or rendered by {@link display}. */
export abstract class SettingTab {
  icon = '';
  readonly containerEl: HTMLElement = createDiv('vertical-tab-content');
  settingItems: SettingDefinitionItem[] = [];
  #view: TabView | undefined;

  constructor(readonly app: SettingsApp) {}

  getSettingDefinitions(): SettingDefinitionItem[] {
    return [];
  }

  /** Reads the definitions again, and renders the tab again if it is on screen. */
  update(): void {
    this.settingItems = this.getSettingDefinitions();
    this.#view?.show(this.settingItems);
  }

  /** Throws: all tabs of this host are {@link PluginSettingTab}s, which override the function. */
  getControlValue(key: string): unknown {
    throw new NotImplementedError(`SettingTab.getControlValue("${key}") outside a PluginSettingTab`);
  }

  setControlValue(key: string, _value: unknown): void | Promise<void> {
    throw new NotImplementedError(`SettingTab.setControlValue("${key}") outside a PluginSettingTab`);
  }

  refreshDomState(): void {
    this.#view?.refresh();
  }

  display(): void {
    return undefined;
  }

  hide(): void {
    this.containerEl.empty();
  }

  /** Called by the settings window: renders the tab, and opens the page at `path` unless `path` is empty. */
  enter(path: readonly string[] = []): void {
    this.settingItems = this.getSettingDefinitions();
    if (this.settingItems.length === 0) {
      this.display();
      return;
    }
    this.#view = new TabView(this.containerEl, this.app, this);
    this.#view.show(this.settingItems);
    if (path.length > 0) this.#view.open(path);
  }

  /** Called by the settings window when it leaves the tab. */
  leave(): void {
    this.#view?.destroy();
    this.#view = undefined;
    this.hide();
  }
}

/** The members of a plugin that its settings tab reads and writes. */
export interface SettingsOwner {
  readonly manifest: { readonly id: string; readonly name: string };
  settings?: unknown;
  saveData(data: unknown): Promise<void>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A plugin's tab. Controls read and write `plugin.settings`, which is saved as a whole at each change. */
export abstract class PluginSettingTab extends SettingTab {
  constructor(
    app: SettingsApp,
    readonly plugin: SettingsOwner,
  ) {
    super(app);
  }

  override getControlValue(key: string): unknown {
    return this.#settings()[key];
  }

  /** @throws Error when the plugin has not assigned `settings` */
  override async setControlValue(key: string, value: unknown): Promise<void> {
    const settings = this.#settings();
    settings[key] = value;
    await this.plugin.saveData(settings);
  }

  #settings(): Record<string, unknown> {
    const { settings, manifest } = this.plugin;
    if (!isRecord(settings)) {
      throw new Error(
        `Plugin ${manifest.id} has no settings object: assign plugin.settings, or override getControlValue and setControlValue.`,
      );
    }
    return settings;
  }
}
