import { Secrets } from '../../app/secrets';
import { Modal, Notice, Setting, type App, type TextComponent, type TFile } from 'obsidian';
import { failureLine, format, type Messages } from '../../i18n/messages';
import { isBelow } from '../../inbox/scope';
import type { Log } from '../../log';
import { deploymentIn } from '../../llm/azure-address';
import { PROVIDERS, type Preset } from '../../llm/presets/presets';
import { makeFolder } from '../../app/make-folder';
import { checkSetting, type Settings } from '../../settings';
import type { SettingsStore } from '../../settings/store';
import { connectionTest } from '../connection-test';
import { modalButtons } from '../modal-buttons';
import { ModelPicker } from '../model-picker';
import { changeProvider, type EndpointSettings } from '../provider-change';
import { invalidText, presetOf } from '../setting-values';
import { FolderSuggest } from './folder-suggest';
import { PdfPicker, pdfsOf } from './pdf-picker';
import { samplePdf } from './sample-pdf';

/** The functions and objects that the first run uses, besides the app. */
export interface FirstRunPorts {
  readonly messages: Messages;
  readonly store: SettingsStore;
  /**
   * Returns the name of the secret that is approved on this device. After a sync, the settings can contain
   * another name, which is not approved.
   */
  readonly secretName: () => string;
  /** Returns whether this device digests new PDFs automatically. */
  readonly automatic: () => boolean;
  /**
   * Sends a test request with these settings. Resolves to the name of the model that answered.
   * @throws Failure
   */
  readonly test: (settings: Settings, signal: AbortSignal) => Promise<string>;
  /** Resolves to the names of the endpoint's models. @throws Failure */
  readonly models: (settings: Settings, signal: AbortSignal) => Promise<readonly string[]>;
  readonly digest: (pdf: TFile) => void;
  readonly log: Pick<Log, 'failure'>;
}

/** Rows whose value can be invalid. */
type Row = 'inboxFolder' | 'baseUrl' | 'model' | 'key';

/**
 * Asks for the inbox folder and the provider, and offers to digest a first PDF. Settings are stored only when
 * the user presses Done or digests a PDF. Only the API key is stored earlier: before a connection test, and
 * before the endpoint is asked for its models.
 */
export class FirstRunModal extends Modal {
  readonly #closing = new AbortController();
  readonly #rows = new Map<Row, Setting>();
  #draft: Settings;
  #key = '';

  constructor(
    app: App,
    private readonly ports: FirstRunPorts,
  ) {
    super(app);
    this.#draft = { ...ports.store.current, apiKeySecret: ports.secretName() };
  }

  override onOpen(): void {
    const words = this.#words;
    this.setTitle(words.title);
    this.contentEl.addClass('pdf-inbox-first-run');
    this.contentEl.createEl('p', { text: words.intro });
    this.#drawFolder();
    this.#drawProvider();
    this.#drawTrial();
    this.contentEl.createEl('p', { text: words.later, cls: 'setting-item-description' });
    const button = modalButtons(this.contentEl);
    button(words.done, () => this.#finish()).setCta();
    button(words.skip, () => this.close());
  }

  override onClose(): void {
    this.#closing.abort();
    this.contentEl.empty();
  }

  #drawFolder(): void {
    const { folder } = this.#words;
    const setting = this.#field(this.contentEl, 'inboxFolder', folder.name, (text) => {
      new FolderSuggest(this.app, text.inputEl);
      text.setValue(this.#draft.inboxFolder).onChange((inboxFolder) => {
        this.#draft = { ...this.#draft, inboxFolder };
        setting.setErrorMessage(null).setDesc(this.#folderInWords());
      });
    }).setDesc(this.#folderInWords());
    setting.descEl.setAttribute('role', 'status');
  }

  #folderInWords(): string {
    const { isNew, holds, waits } = this.#words.folder;
    const path = checkSetting('inboxFolder', this.#draft.inboxFolder);
    if (path === undefined) return '';
    if (path !== '/' && this.app.vault.getFolderByPath(path) === null) return isNew;
    const count = pdfsOf(this.app).filter((pdf) => isBelow(path, pdf.path)).length;
    if (count === 0) return this.ports.messages.settings.inboxFolder.description;
    return format(this.ports.automatic() ? holds : waits, { count });
  }

  #drawProvider(): void {
    const { providers } = this.ports.messages.settings;
    const { name } = this.#words.provider;
    const setting = new Setting(this.contentEl).setName(name);
    setting.descEl.setAttribute('role', 'status');
    const rows = this.contentEl.createDiv();
    const draw = (): void => {
      setting.setDesc(this.#providerInWords());
      this.#drawEndpoint(rows);
    };
    setting.addDropdown((dropdown) => {
      dropdown.selectEl.setAttribute('aria-label', name);
      for (const id of PROVIDERS) dropdown.addOption(id, providers[id]);
      dropdown.setValue(this.#draft.provider).onChange((chosen) => {
        const provider = checkSetting('provider', chosen);
        if (provider === undefined) return;
        const apply = (changes: Partial<EndpointSettings>): void => {
          this.#draft = { ...this.#draft, provider, ...changes };
          dropdown.setValue(provider);
          draw();
        };
        // `changeProvider` may ask the user a question first. If this question is closed without an answer,
        // the dropdown shows the previous provider again.
        const closed = (): void => void dropdown.setValue(this.#draft.provider);
        changeProvider(this.app, this.ports.messages, this.#draft, provider, apply, closed);
      });
    });
    draw();
  }

  #providerInWords(): string {
    const { offline, hosted, local, custom } = this.#words.provider;
    const preset = presetOf(this.#draft);
    if (preset === null) return offline;
    const words = this.#draft.baseUrl || !preset.baseUrl ? custom : preset.needsKey ? hosted : local;
    return format(words, { provider: this.ports.messages.settings.providers[preset.id] });
  }

  #drawEndpoint(parent: HTMLElement): void {
    parent.empty();
    for (const row of ['baseUrl', 'model', 'key'] as const) this.#rows.delete(row);
    const preset = presetOf(this.#draft);
    if (preset === null) return;
    if (!preset.needsKey || this.#draft.baseUrl || !preset.baseUrl) this.#drawText(parent, 'baseUrl', preset);
    if (preset.needsKey || preset.id === 'custom') this.#drawKey(parent, preset);
    const choose = (unknown?: string): void => {
      this.#keepKey();
      const load = (signal: AbortSignal): Promise<readonly string[]> =>
        this.ports.models(this.#draft, signal);
      const onChoose = (name: string): void => {
        this.#draft = { ...this.#draft, model: name };
        this.#drawEndpoint(parent);
      };
      new ModelPicker(this.app, this.ports.messages, { load, onChoose, unknown }).open();
    };
    this.#drawText(parent, 'model', preset).addButton((button) =>
      button.setButtonText(this.#words.choose).onClick(() => choose()),
    );
    const { name, description } = this.ports.messages.settings.testConnection;
    const setting = new Setting(parent).setName(name).setDesc(description);
    const ask = (): Promise<string> => {
      this.#keepKey();
      return this.ports.test(this.#draft, this.#closing.signal);
    };
    connectionTest(setting, this.ports.messages, ask, choose);
  }

  #drawText(parent: HTMLElement, key: 'baseUrl' | 'model', preset: Preset): Setting {
    const setting = this.#field(parent, key, this.ports.messages.settings[key].name, (text) => {
      text.setPlaceholder(preset[key]).setValue(this.#draft[key]);
      text.onChange((value) => {
        this.#draft = { ...this.#draft, [key]: value.trim() };
        setting.setErrorMessage(null);
      });
    });
    return setting;
  }

  #drawKey(parent: HTMLElement, { keyUrl }: Preset): void {
    const words = this.#words.key;
    const setting = this.#field(parent, 'key', words.name, (text) => {
      text.inputEl.type = 'password';
      text.inputEl.autocomplete = 'off';
      if (this.#storedKey !== null) text.setPlaceholder(words.kept);
      text.setValue(this.#key).onChange((key) => {
        this.#key = key.trim();
        setting.setErrorMessage(null);
      });
    })
      .setDesc(words.description)
      .setClass('pdf-inbox-wide');
    if (keyUrl !== '') setting.descEl.createDiv().createEl('a', { text: words.get, href: keyUrl });
  }

  #drawTrial(): void {
    const { name, description, sample, own, pick } = this.#words.attempt;
    const setting = new Setting(this.contentEl).setName(name).setDesc(description);
    setting.addButton((button) => button.setButtonText(sample).onClick(() => this.#finish(this.#sample)));
    if (pdfsOf(this.app).length === 0) return;
    setting.addButton((button) =>
      button.setButtonText(own).onClick(() => {
        new PdfPicker(this.app, pick, (pdf) => void this.#finish(() => pdf)).open();
      }),
    );
  }

  #field(parent: HTMLElement, row: Row, name: string, fill: (text: TextComponent) => void): Setting {
    const setting = new Setting(parent).setName(name).addText((text) => {
      text.inputEl.setAttribute('aria-label', name);
      fill(text);
    });
    this.#rows.set(row, setting);
    return setting;
  }

  get #words(): Messages['firstRun'] {
    return this.ports.messages.firstRun;
  }

  get #storedKey(): string | null {
    return new Secrets(this.app).find(this.#draft.apiKeySecret);
  }

  #keepKey(): void {
    if (this.#key !== '') new Secrets(this.app).set(this.#draft.apiKeySecret, this.#key);
  }

  async #finish(pdf?: () => TFile | Promise<TFile>): Promise<void> {
    const { failures } = this.ports.messages;
    const wrong = this.#wrongRow();
    if (wrong !== undefined) {
      const error =
        wrong === 'key'
          ? failures['llm-key-missing'].sentence
          : invalidText(wrong, this.#draft[wrong], this.ports.messages);
      this.#showNotice(wrong, error);
      return;
    }
    try {
      this.#keepKey();
      await this.ports.store.change(this.#draft);
      const { inboxFolder } = (this.#draft = this.ports.store.current);
      await makeFolder(this.app.vault, inboxFolder);
      const file = await pdf?.();
      this.close();
      if (file === undefined) return;
      new Notice(format(this.#words.attempt.running, { name: file.name }));
      this.ports.digest(file);
    } catch (thrown) {
      this.#showNotice('inboxFolder', failureLine(this.ports.messages, this.ports.log.failure(thrown)));
    }
  }

  #wrongRow(): Row | undefined {
    const { inboxFolder, baseUrl, model } = this.#draft;
    const preset = presetOf(this.#draft);
    if (checkSetting('inboxFolder', inboxFolder) === undefined) return 'inboxFolder';
    if (preset === null) return undefined;
    if (!checkSetting('baseUrl', baseUrl || preset.baseUrl)) return 'baseUrl';
    if (preset.needsKey && this.#key === '' && !this.#storedKey) return 'key';
    const name = model || preset.model || deploymentIn(baseUrl);
    return checkSetting('model', name) ? undefined : 'model';
  }

  #showNotice(row: Row, error: string): void {
    this.#rows.get(row)?.setErrorMessage(error).controlEl.querySelector('input')?.focus();
  }

  readonly #sample = (): TFile | Promise<TFile> => {
    const { file, lines } = this.#words.sample;
    const path = `${this.#draft.inboxFolder}/${file}`.replace(/^\/+/, '');
    const { vault } = this.app;
    return vault.getFileByPath(path) ?? vault.createBinary(path, samplePdf(lines));
  };
}
