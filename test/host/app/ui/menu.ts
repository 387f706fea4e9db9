import type { MenuPositionDef } from 'obsidian';
import { Component } from '../component';
import { NotImplementedError } from '../not-implemented';
import { MenuItem } from './menu-item';

/** The app's order of sections. Other sections come after `action`, in the order in which they were added. */
const knownSections = ['title', 'open', 'action', 'info', 'view', 'system', '', 'danger'];

function sectionRank(section: string): number {
  const known = knownSections.indexOf(section);
  return known >= 0 ? known : knownSections.indexOf('action') + 0.5;
}

/** A context menu. It closes on a selection, on Escape and on a click elsewhere. */
export class Menu extends Component {
  readonly #dom: HTMLElement;
  readonly #entries: (MenuItem | 'separator')[] = [];
  readonly #hidden: (() => unknown)[] = [];
  #focusedBefore: Element | null = null;
  #parentEl: HTMLElement | undefined;
  #parent: Menu | undefined;

  constructor() {
    super();
    this.#dom = createDiv({ cls: 'menu', attr: { role: 'menu', tabindex: -1 } });
    this.#dom.addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
  }

  setNoIcon(): this {
    this.#dom.addClass('mod-no-icon');
    return this;
  }

  /** Throws for `true`, because this substitute for Obsidian has no native menus. */
  setUseNativeMenu(useNativeMenu: boolean): this {
    if (useNativeMenu) throw new NotImplementedError('Menu.setUseNativeMenu(true)');
    return this;
  }

  addItem(callback: (item: MenuItem) => unknown): this {
    const item = new MenuItem(() => new Menu());
    callback(item);
    this.#entries.push(item);
    return this;
  }

  addSeparator(): this {
    this.#entries.push('separator');
    return this;
  }

  /** Sets the element that is marked as active while the menu is open. */
  setParentElement(el: HTMLElement): this {
    this.#parentEl = el;
    return this;
  }

  showAtMouseEvent(event: MouseEvent): this {
    return this.showAtPosition({ x: event.clientX, y: event.clientY });
  }

  showAtPosition(position: MenuPositionDef, doc: Document = document): this {
    return this.#showIn(doc.body, position);
  }

  #showIn(holderEl: HTMLElement, position: MenuPositionDef): this {
    if (this.#dom.isConnected) return this;
    const doc = holderEl.ownerDocument;
    this.#focusedBefore = doc.activeElement;
    this.#draw();
    holderEl.append(this.#dom);
    this.#place(position);
    this.#parentEl?.addClass('has-active-menu');
    this.#dom.focus();
    void this.load();
    this.registerDomEvent(
      doc,
      'pointerdown',
      (event) => {
        if (!(event.target instanceof Node && this.#dom.contains(event.target))) this.hide();
      },
      true,
    );
    return this;
  }

  hide(): this {
    if (!this.#dom.isConnected) return this;
    for (const { submenu } of this.#items()) submenu?.hide();
    this.#dom.remove();
    this.#parentEl?.removeClass('has-active-menu');
    if (this.#focusedBefore instanceof HTMLElement) this.#focusedBefore.focus();
    this.unload();
    for (const callback of this.#hidden) void callback();
    return this;
  }

  close(): void {
    this.hide();
  }

  onHide(callback: () => unknown): void {
    this.#hidden.push(callback);
  }

  /**
   * Creates a menu for a click. The menu is shown after all handlers of this click have added their items.
   */
  static forEvent(event: PointerEvent | MouseEvent): Menu {
    event.preventDefault();
    const menu = new Menu();
    queueMicrotask(() => menu.showAtMouseEvent(event));
    return menu;
  }

  #draw(): void {
    this.#dom.empty();
    const items = this.#items();
    const sections = [...new Set(items.map((item) => item.section))].sort(
      (a, b) => sectionRank(a) - sectionRank(b),
    );
    for (const [index, section] of sections.entries()) {
      if (index > 0) this.#separator();
      for (const entry of this.#entries) {
        if (entry === 'separator') {
          if (section === '') this.#separator();
        } else if (entry.section === section) {
          this.#add(entry);
        }
      }
    }
    if (this.#dom.lastElementChild?.hasClass('menu-separator') === true) this.#dom.lastElementChild.remove();
  }

  #separator(): void {
    const last = this.#dom.lastElementChild;
    if (last !== null && !last.hasClass('menu-separator')) this.#dom.createDiv('menu-separator');
  }

  #add(item: MenuItem): void {
    this.#dom.append(item.dom);
    item.dom.addEventListener('click', (event) => {
      event.stopPropagation();
      this.#choose(item, event);
    });
    item.dom.addEventListener('pointerenter', () => {
      this.#select(item);
    });
  }

  #choose(item: MenuItem, event: MouseEvent | KeyboardEvent): void {
    if (!item.enabled) return;
    if (item.submenu !== undefined) {
      this.#openSubmenu(item, item.submenu);
      return;
    }
    this.#root().hide();
    item.choose(event);
  }

  #select(item: MenuItem | undefined): void {
    for (const other of this.#choosable()) {
      other.dom.toggleClass('selected', other === item);
      if (other !== item) other.submenu?.hide();
    }
  }

  /**
   * Places the submenu inside the menu's element, so that a click in the submenu counts as a click in the
   * menu.
   */
  #openSubmenu(item: MenuItem, submenu: Menu): void {
    submenu.#parent = this;
    const box = item.dom.getBoundingClientRect();
    submenu.#showIn(this.#dom, { x: box.right, y: box.top });
    submenu.#select(submenu.#choosable()[0]);
  }

  #root(): Menu {
    return this.#parent === undefined ? this : this.#parent.#root();
  }

  #items(): MenuItem[] {
    return this.#entries.filter((entry) => entry !== 'separator');
  }

  #choosable(): MenuItem[] {
    const shown = this.#items().filter((item) => item.enabled);
    return shown.sort((a, b) => this.#dom.indexOf(a.dom) - this.#dom.indexOf(b.dom));
  }

  #onKey(event: KeyboardEvent): void {
    const items = this.#choosable();
    const current = items.findIndex((item) => item.dom.hasClass('selected'));
    if (event.key === 'ArrowDown') this.#select(items[(current + 1) % items.length]);
    else if (event.key === 'ArrowUp') this.#select(items.at(current <= 0 ? -1 : current - 1));
    else if (event.key === 'Escape' || (event.key === 'ArrowLeft' && this.#parent !== undefined)) this.hide();
    else if (event.key === 'ArrowRight') {
      const opened = items[current];
      if (opened?.submenu !== undefined) this.#openSubmenu(opened, opened.submenu);
    } else if (event.key === 'Enter') {
      const chosen = items[current];
      if (chosen !== undefined) this.#choose(chosen, event);
    } else if (event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  }

  #place({ x, y, width = 0, left = false }: MenuPositionDef): void {
    const box = this.#dom.getBoundingClientRect();
    const wanted = left || x + box.width > window.innerWidth ? x - box.width + (left ? width : 0) : x;
    this.#dom.setCssProps({
      '--menu-left': `${String(Math.max(0, wanted))}px`,
      '--menu-top': `${String(Math.max(0, Math.min(y, window.innerHeight - box.height)))}px`,
    });
  }
}

/** The line between two sections of a menu. */
export class MenuSeparator {}
