import { SearchComponent } from '../components/text';
import { setIcon } from '../icons';
import { Modal } from '../modal';
import type { KeyboardApp } from '../ports';
import { prepareSimpleSearch } from '../search';
import { searchEntries, type SearchEntry } from './predicates';
import { SettingTab } from './tab';

/** A tab. For a {@link SettingTab}, the window calls `enter` and `leave`, not `display` and `hide`. */
export interface WindowTab {
  readonly containerEl: HTMLElement;
  display(): void;
  hide(): void;
}

interface Registered {
  readonly name: string;
  readonly tab: WindowTab;
  readonly navEl: HTMLElement;
}

/**
 * The settings window: plugins' tabs on the left, the selected one on the right, and a search over all tabs.
 */
export class SettingsWindow extends Modal {
  readonly #tabs = new Map<string, Registered>();
  readonly #navEl: HTMLElement;
  readonly #bodyEl: HTMLElement;
  readonly #search: SearchComponent;
  #active: Registered | undefined;

  constructor(app: KeyboardApp) {
    super(app);
    this.modalEl.addClass('mod-settings', 'mod-sidebar-layout');
    this.contentEl.addClass('vertical-tabs-container');
    const side = this.contentEl.createDiv('vertical-tab-header');
    this.#search = new SearchComponent(side.createDiv('vertical-tab-search'));
    this.#search.setPlaceholder('Search settings…').onChange((query) => {
      this.#find(query);
    });
    side.createDiv({ cls: 'vertical-tab-header-group-title', text: 'Community plugins' });
    this.#navEl = side.createDiv('vertical-tab-header-group-items');
    this.#bodyEl = this.contentEl.createDiv('vertical-tab-content-container');
  }

  /** Adds a tab, which {@link openTab} opens by its id. */
  addTab(id: string, name: string, tab: WindowTab): void {
    const navEl = this.#navEl.createDiv({
      cls: 'vertical-tab-nav-item',
      attr: { tabindex: 0, 'data-setting-id': id },
    });
    const icon = tab instanceof SettingTab && tab.icon !== '' ? tab.icon : 'lucide-puzzle';
    setIcon(navEl.createDiv('vertical-tab-nav-item-icon'), icon);
    navEl.createDiv({ cls: 'vertical-tab-nav-item-title', text: name });
    navEl.addEventListener('click', () => {
      this.openTab(id);
    });
    this.#tabs.set(id, { name, tab, navEl });
    if (tab instanceof SettingTab) tab.update();
  }

  removeTab(id: string): void {
    const registered = this.#tabs.get(id);
    if (registered === undefined) return;
    if (registered === this.#active) this.#leave();
    registered.navEl.remove();
    this.#tabs.delete(id);
  }

  /** @throws Error when no tab has this id */
  openTab(id: string, path: readonly string[] = []): void {
    const registered = this.#tabs.get(id);
    if (registered === undefined) throw new Error(`There is no settings tab with the id ${id}.`);
    this.open();
    this.#leave();
    this.#search.setValue('');
    this.#active = registered;
    registered.navEl.addClass('is-active');
    this.contentEl.addClass('has-active-tab');
    this.#bodyEl.append(registered.tab.containerEl);
    if (registered.tab instanceof SettingTab) registered.tab.enter(path);
    else registered.tab.display();
  }

  override onClose(): void {
    this.#leave();
  }

  #leave(): void {
    const left = this.#active;
    this.#active = undefined;
    this.contentEl.removeClass('has-active-tab');
    left?.navEl.removeClass('is-active');
    if (left?.tab instanceof SettingTab) left.tab.leave();
    else left?.tab.hide();
    this.#bodyEl.empty();
  }

  #find(query: string): void {
    this.#leave();
    if (query.trim() === '') return;
    this.contentEl.addClass('has-active-tab');
    const list = this.#bodyEl.createDiv({ cls: ['vertical-tab-content', 'setting-search-results'] });
    const search = prepareSimpleSearch(query);
    for (const [id, { name, tab }] of this.#tabs) {
      if (!(tab instanceof SettingTab)) continue;
      for (const entry of searchEntries(tab.settingItems)) {
        if (search(entry.text) !== null) this.#addResult(list, id, name, entry);
      }
    }
    if (list.childElementCount === 0)
      list.createDiv({ cls: 'setting-search-empty', text: 'No settings found.' });
  }

  #addResult(list: HTMLElement, id: string, tabName: string, entry: SearchEntry): void {
    const line = list.createDiv({
      cls: ['setting-item', 'mod-search-result'],
      attr: { role: 'button', tabindex: 0 },
    });
    line.createDiv({ cls: 'setting-item-name', text: entry.name });
    line.createDiv({ cls: 'setting-item-description', text: [tabName, ...entry.pages].join(' › ') });
    const open = (): void => {
      this.openTab(id, entry.pages);
      const names = [...this.#bodyEl.querySelectorAll('.setting-item-name')];
      const row = names.find((nameEl) => nameEl.textContent === entry.name)?.closest('.setting-item');
      row?.scrollIntoView({ block: 'center' });
      row?.addClass('is-flashing');
    };
    line.addEventListener('click', open);
    line.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') open();
    });
  }
}
