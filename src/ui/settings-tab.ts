import {
  PluginSettingTab,
  type App,
  type Modal,
  type Plugin,
  type Setting,
  type SettingDefinitionItem,
} from 'obsidian';
import type { Messages } from '../i18n/messages';
import { isRedactKind } from '../redact/finding';
import { checkSetting, type SettingKey, type Settings } from '../settings';
import type { SettingsStore } from '../settings/store';
import { renderApiKey } from './api-key-row';
import { connectionTest } from './connection-test';
import { changeProvider, type EndpointSettings } from './provider-change';
import { withKind } from './redaction-settings';
import { settingDefinitions } from './setting-definitions';
import type { ControlKey, ListKey, ModelKey } from './setting-row';
import { fromControl, invalidText, toControl } from './setting-values';

export interface SettingsTabPorts {
  readonly messages: Messages;
  readonly store: SettingsStore;
  /** The switch for automatic work on new PDFs. Its value is stored on the device. */
  readonly automatic: { get(): boolean; set(value: boolean): void };
  /** The instructions that are used if the user has written none. */
  readonly builtInInstructions: string;
  /** Resolves to the name of the model that answered. @throws Failure */
  readonly testConnection: () => Promise<string>;
  /** Resolves to the names of the endpoint's models. @throws Failure */
  readonly listModels: (signal: AbortSignal) => Promise<readonly string[]>;
  readonly folderExists: (path: string) => boolean;
  readonly spentToday: () => number;
  /** @throws Failure */
  readonly createFolder: (path: string) => Promise<void>;
  /** Receives errors of actions whose promise nobody awaits. */
  readonly fail: (thrown: unknown) => void;
  readonly openFirstRun: (onClosed: () => void) => void;
  readonly previewSent: () => void;
  readonly forgetDevice: () => void;
  /** Called after a value was changed, with the key of its control. */
  readonly onChange: (key: ControlKey) => void;
}

/** The settings tab. The settings are declared as data, so the app draws them and can search them. */
export class PdfInboxSettingTab extends PluginSettingTab {
  /** What the user is typing into the field of the inbox folder; null if the folder was not changed. */
  #typedFolder: unknown = null;

  constructor(
    app: App,
    plugin: Plugin,
    private readonly ports: SettingsTabPorts,
  ) {
    super(app, plugin);
    this.icon = 'inbox';
    this.containerEl.addEventListener('focusout', ({ target }) => this.#leaveFolder(target));
  }

  override hide(): void {
    this.#leaveFolder(null);
    super.hide();
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    const { messages, store, folderExists, spentToday } = this.ports;
    return settingDefinitions({
      messages,
      settings: () => store.current,
      check: (key, shown) =>
        checkSetting(key, this.#fromControl(key, shown)) === undefined
          ? invalidText(key, shown, messages)
          : undefined,
      folderExists,
      spentToday,
      createInboxFolder: () => void this.#createInboxFolder().catch(this.ports.fail),
      openFirstRun: () => this.ports.openFirstRun(() => this.update()),
      previewSent: () => this.ports.previewSent(),
      forgetDevice: () => this.ports.forgetDevice(),
      resetPrompt: () => this.#save('prompt', ''),
      chooseModel: (key) => this.#chooseModel(key),
      editItem: (key, index) => this.#editItem(key, index),
      moveItem: (key, from, to) => {
        const list: readonly unknown[] = store.current[key];
        const rest = list.filter((_item, at) => at !== from);
        this.#save(key, [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)]);
      },
      removeItem: (key, index) => {
        const list: readonly unknown[] = store.current[key];
        this.#save(key, [...list.slice(0, index), ...list.slice(index + 1)]);
      },
      render: {
        apiKey: (setting) => this.#renderApiKey(setting),
        testConnection: (setting) => this.#renderTest(setting),
      },
    });
  }

  override getControlValue(key: ControlKey): unknown {
    if (key === 'inboxFolder' && this.#typedFolder !== null) return this.#typedFolder;
    const { automatic, store, builtInInstructions } = this.ports;
    if (isRedactKind(key)) return store.current.redact.includes(key);
    return key === 'auto' ? automatic.get() : toControl(key, store.current, builtInInstructions);
  }

  override async setControlValue(key: ControlKey, shown: unknown): Promise<void> {
    if (key === 'auto') {
      this.ports.automatic.set(shown === true);
      this.ports.onChange(key);
    } else if (key === 'provider') this.#changeProvider(shown);
    else if (key === 'inboxFolder' && this.#isEditing) this.#typedFolder = shown;
    else {
      try {
        const { store } = this.ports;
        await store.change(
          isRedactKind(key)
            ? { redact: withKind(store.current.redact, key, shown === true) }
            : { [key]: this.#fromControl(key, shown) },
        );
      } catch (thrown) {
        this.ports.fail(thrown);
        return;
      }
      this.ports.onChange(key);
      this.refreshDomState();
    }
  }

  get #isEditing(): boolean {
    const { containerEl } = this;
    const focused = containerEl.doc.activeElement;
    return focused !== null && focused.matches('input') && containerEl.contains(focused);
  }

  /**
   * Stores the inbox folder when the user leaves its field or closes the tab. It is not stored on every key
   * press: while the user types `Archive/2026`, the field contains `Archive` for a moment, and the PDFs in
   * `Archive` must not be digested.
   * @param field the field that was left, if it still exists
   */
  #leaveFolder(field: EventTarget | null): void {
    const { store, onChange, fail } = this.ports;
    const typed = this.#typedFolder;
    this.#typedFolder = null;
    if (typed === null) return;
    const shown = field !== null && 'value' in field ? field.value : typed;
    const inboxFolder = checkSetting('inboxFolder', shown);
    if (inboxFolder === undefined || inboxFolder === store.current.inboxFolder) return;
    store
      .change({ inboxFolder })
      .then(() => {
        onChange('inboxFolder');
        this.refreshDomState();
      })
      .catch(fail);
  }

  #fromControl(key: SettingKey, shown: unknown): unknown {
    return fromControl(key, shown, this.ports.store.current, this.ports.builtInInstructions);
  }

  async #change(key: SettingKey, value: unknown): Promise<void> {
    await this.ports.store.change({ [key]: value });
    this.ports.onChange(key);
    this.update();
  }

  #changeProvider(shown: unknown): void {
    const { store, messages, onChange, fail } = this.ports;
    const provider = checkSetting('provider', shown);
    if (provider === undefined) return;
    const apply = async (changes: Partial<EndpointSettings>): Promise<void> => {
      await store.change({ provider, ...changes });
      onChange('provider');
      this.update();
    };
    // The tab is also redrawn when the user cancels, so that it shows the current provider again.
    changeProvider(
      this.app,
      messages,
      store.current,
      provider,
      (changes) => apply(changes).catch(fail),
      () => this.update(),
    );
  }

  async #createInboxFolder(): Promise<void> {
    await this.ports.createFolder(this.ports.store.current.inboxFolder);
    this.ports.onChange('inboxFolder');
    this.update();
  }

  #chooseModel(key: ModelKey, unknown?: string): void {
    const onChoose = (model: string): void => this.#save(key, this.#fromControl(key, model));
    const { messages, listModels: load } = this.ports;
    this.#open(async () => {
      const { ModelPicker } = await import('./model-picker');
      return new ModelPicker(this.app, messages, { load, onChoose, unknown });
    });
  }

  #editItem(key: ListKey, index: number | null): void {
    const { store, messages, folderExists, createFolder, fail } = this.ports;
    const save = (list: ListKey, value: readonly unknown[]): boolean => this.#saveValid(list, value);
    const settings = (): Settings => store.current;
    this.#open(async () => {
      const { itemWindow } = await import('./item-window');
      const ports = { app: this.app, messages, settings, save, folderExists, createFolder, fail };
      return itemWindow(ports, key, index);
    });
  }

  #open(load: () => Promise<Modal>): void {
    load()
      .then((modal) => modal.open())
      .catch(this.ports.fail);
  }

  #saveValid(key: SettingKey, value: unknown): boolean {
    if (checkSetting(key, value) === undefined) return false;
    this.#save(key, value);
    return true;
  }

  #save(key: SettingKey, value: unknown): void {
    void this.#change(key, value).catch(this.ports.fail);
  }

  #renderApiKey(setting: Setting): void {
    const { store, messages, fail } = this.ports;
    renderApiKey(setting, store.current.apiKeySecret, {
      app: this.app,
      messages,
      choose: (secret) => this.#save('apiKeySecret', secret),
      onStored: () => this.update(),
      fail,
    });
  }

  #renderTest(setting: Setting): void {
    const { messages, testConnection } = this.ports;
    connectionTest(setting, messages, testConnection, (unknown) => this.#chooseModel('model', unknown));
  }
}
