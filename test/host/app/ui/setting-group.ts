import { ExtraButtonComponent } from './components/button';
import { SearchComponent } from './components/text';
import { Setting } from './setting';

/** Rows below a common heading. */
export class SettingGroup {
  readonly listEl: HTMLElement;
  readonly #groupEl: HTMLElement;
  readonly #headingEl: HTMLElement;
  readonly #controlEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    this.#groupEl = containerEl.createDiv('setting-group');
    const header = this.#groupEl.createDiv({ cls: ['setting-item', 'setting-item-heading'] });
    this.#headingEl = header.createDiv('setting-item-name');
    this.#controlEl = header.createDiv('setting-item-control');
    header.hide();
    this.listEl = this.#groupEl.createDiv('setting-items');
  }

  /** The element that contains the heading and the rows, so that a plugin can hide both. */
  get groupEl(): HTMLElement {
    return this.#groupEl;
  }

  setHeading(text: string | DocumentFragment): this {
    this.#headingEl.setText(text);
    this.#showHeader();
    return this;
  }

  addClass(...classes: string[]): this {
    this.#groupEl.addClass(...classes);
    return this;
  }

  addSetting(callback: (setting: Setting) => void): this {
    callback(new Setting(this.listEl));
    return this;
  }

  addSearch(callback: (component: SearchComponent) => unknown): this {
    const holder = createDiv('setting-group-search');
    this.listEl.before(holder);
    callback(new SearchComponent(holder));
    return this;
  }

  addExtraButton(callback: (component: ExtraButtonComponent) => unknown): this {
    callback(new ExtraButtonComponent(this.#controlEl));
    this.#showHeader();
    return this;
  }

  #showHeader(): void {
    this.#headingEl.parentElement?.show();
  }
}
