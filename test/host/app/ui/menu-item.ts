import { setIcon } from './icons';
import type { Menu } from './menu';

export class MenuItem {
  readonly dom: HTMLElement;
  readonly #iconEl: HTMLElement;
  readonly #titleEl: HTMLElement;
  #callback: ((event: MouseEvent | KeyboardEvent) => unknown) | undefined;
  #submenu: Menu | undefined;

  /** @param makeMenu creates the menu for {@link setSubmenu} */
  constructor(private readonly makeMenu: () => Menu) {
    this.dom = createDiv({ cls: ['menu-item', 'tappable'], attr: { role: 'menuitem', 'data-section': '' } });
    this.#iconEl = this.dom.createDiv('menu-item-icon');
    this.#titleEl = this.dom.createDiv('menu-item-title');
  }

  /** The name of the menu section that contains the item. */
  get section(): string {
    return this.dom.getAttribute('data-section') ?? '';
  }

  get enabled(): boolean {
    return !this.dom.hasClass('is-disabled') && !this.dom.hasClass('is-label');
  }

  setTitle(title: string | DocumentFragment): this {
    this.#titleEl.setText(title);
    return this;
  }

  setIcon(icon: string | null): this {
    setIcon(this.#iconEl, icon ?? '');
    return this;
  }

  /** `false` shows no check mark. `null` also removes the attribute `aria-checked`. */
  setChecked(checked: boolean | null): this {
    this.dom.toggleClass('mod-checked', checked === true);
    this.dom.setAttr('aria-checked', checked);
    this.dom.querySelector('.mod-checked-icon')?.remove();
    if (checked === true)
      setIcon(this.dom.createDiv({ cls: ['menu-item-icon', 'mod-checked-icon'] }), 'lucide-check');
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.dom.toggleClass('is-disabled', disabled);
    this.dom.setAttr('aria-disabled', disabled ? true : null);
    return this;
  }

  setWarning(isWarning: boolean): this {
    this.dom.toggleClass('is-warning', isWarning);
    return this;
  }

  setIsLabel(isLabel: boolean): this {
    this.dom.toggleClass('is-label', isLabel);
    return this;
  }

  onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
    this.#callback = callback;
    return this;
  }

  setSection(section: string): this {
    this.dom.setAttr('data-section', section);
    return this;
  }

  /** Adds a submenu, which opens next to the item. The typings lack this function, but plugins use it. */
  setSubmenu(): Menu {
    if (this.#submenu !== undefined) return this.#submenu;
    this.dom.addClass('has-submenu');
    setIcon(this.dom.createDiv({ cls: ['menu-item-icon', 'mod-submenu'] }), 'lucide-chevron-right');
    this.#submenu = this.makeMenu();
    return this.#submenu;
  }

  get submenu(): Menu | undefined {
    return this.#submenu;
  }

  choose(event: MouseEvent | KeyboardEvent): void {
    void this.#callback?.(event);
  }
}
