import type { SettingDefinitionItem, SettingDefinitionPage } from 'obsidian';
import { setIcon } from '../icons';
import type { FilesApp } from '../ports';
import type { ControlSource } from './controls';
import { DefinitionView } from './definition-view';
import { isVisible } from './predicates';
import type { SettingPage } from './page';

/** Returns the visible page with this name, even if the page is in a group. */
function findPage(items: readonly SettingDefinitionItem[], name: string): SettingDefinitionPage | undefined {
  for (const item of items) {
    if (!('type' in item)) continue;
    if (item.type !== 'page') {
      const inside = findPage(item.items ?? [], name);
      if (inside !== undefined) return inside;
    } else if (item.name === name && isVisible(item)) {
      return item;
    }
  }
  return undefined;
}

/**
 * A settings tab that a plugin describes by data (definitions). It shows its own rows, or the page that the
 * user has opened.
 */
export class TabView {
  #items: readonly SettingDefinitionItem[] = [];
  #path: readonly string[] = [];
  readonly #queries = new Map<string, string>();
  #drawn: DefinitionView | undefined;
  #custom: SettingPage | undefined;

  constructor(
    private readonly containerEl: HTMLElement,
    private readonly app: FilesApp,
    private readonly source: ControlSource,
  ) {}

  /**
   * Renders new definitions. If the open page no longer exists, the page that contained it is shown. The
   * scroll position stays the same.
   */
  show(items: readonly SettingDefinitionItem[]): void {
    const scrolled = this.containerEl.scrollTop;
    this.#items = items;
    this.#draw();
    this.containerEl.scrollTop = scrolled;
  }

  /**
   * Opens a page. `path` has the names of the pages from the outermost one to this page. The empty path opens
   * the tab itself.
   */
  open(path: readonly string[]): void {
    this.#path = path;
    this.#draw();
    this.containerEl.scrollTop = 0;
  }

  refresh(): void {
    this.#drawn?.refresh();
  }

  /** Removes everything and runs the cleanup functions of rows and pages. */
  destroy(): void {
    this.#drawn?.destroy();
    this.#drawn = undefined;
    this.#custom?.hide();
    this.#custom = undefined;
    this.containerEl.empty();
  }

  /** Returns the open pages that still exist, outermost first. */
  #pages(): SettingDefinitionPage[] {
    const pages: SettingDefinitionPage[] = [];
    let items: readonly SettingDefinitionItem[] = this.#items;
    for (const name of this.#path) {
      const page = findPage(items, name);
      if (page === undefined) break;
      pages.push(page);
      items = page.items ?? [];
    }
    return pages;
  }

  #draw(): void {
    this.destroy();
    const pages = this.#pages();
    this.#path = pages.map((page) => page.name);
    const page = pages.at(-1);
    if (page === undefined) this.#drawItems(this.containerEl, this.#items);
    else if (page.page !== undefined) this.#drawCustom(page.name, page.page());
    else this.#drawPage(page.name, page.items ?? []);
  }

  #drawPage(name: string, items: readonly SettingDefinitionItem[]): void {
    const root = this.containerEl.createDiv('setting-page');
    this.#fillTitlebar(root.createDiv('setting-page-titlebar'), name);
    this.#drawItems(root.createDiv('setting-page-content'), items);
  }

  #drawCustom(name: string, page: SettingPage): void {
    this.#custom = page;
    this.containerEl.append(page.rootEl);
    page.display();
    this.#fillTitlebar(page.titlebarEl, page.title === '' ? name : page.title);
  }

  #fillTitlebar(titlebarEl: HTMLElement, title: string): void {
    const back = createEl('button', {
      cls: ['clickable-icon', 'setting-page-back'],
      attr: { 'aria-label': 'Back' },
    });
    setIcon(back, 'lucide-chevron-left');
    back.addEventListener('click', () => {
      this.open(this.#path.slice(0, -1));
    });
    const titleEl = createDiv({ cls: 'setting-page-title', text: title });
    titlebarEl.prepend(back, titleEl);
  }

  #drawItems(containerEl: HTMLElement, items: readonly SettingDefinitionItem[]): void {
    this.#drawn = new DefinitionView(containerEl, {
      app: this.app,
      source: this.source,
      queries: this.#queries,
      openPage: (page) => {
        this.open([...this.#path, page.name]);
      },
    });
    this.#drawn.draw(items);
  }
}
