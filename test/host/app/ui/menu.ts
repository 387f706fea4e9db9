import type { MenuPositionDef } from 'obsidian';
import { Component } from '../component';
import { NotImplementedError } from '../not-implemented';
import { MenuItem } from './menu-item';

/** The order in which the app shows sections; others come after `action`, in the order they were added. */
const knownSections = ['title', 'open', 'action', 'info', 'view', 'system', '', 'danger'];

function sectionRank(section: string): number {
  const known = knownSections.indexOf(section);
  return known >= 0 ? known : knownSections.indexOf('action') + 0.5;
}

/** A context menu: shown once; goes when something is chosen, on Escape and on a click elsewhere. */
export class Menu extends Component {
  readonly #dom: HTMLElement;
  readonly #entries: (MenuItem | 'separator')[] = [];
  readonly #hidden: (() => unknown)[] = [];
  #focusedBefore: Element | null = null;
  #parentEl: HTMLElement | undefined;

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

  /** The host draws menus itself. */
  setUseNativeMenu(useNativeMenu: boolean): this {
    if (useNativeMenu) throw new NotImplementedError('Menu.setUseNativeMenu(true)');
    return this;
  }

  addItem(callback: (item: MenuItem) => unknown): this {
    const item = new MenuItem();
    callback(item);
    this.#entries.push(item);
    return this;
  }

  addSeparator(): this {
    this.#entries.push('separator');
    return this;
  }

  /** The element that counts as open while the menu is. */
  setParentElement(el: HTMLElement): this {
    this.#parentEl = el;
    return this;
  }

  showAtMouseEvent(event: MouseEvent): this {
    return this.showAtPosition({ x: event.clientX, y: event.clientY });
  }

  showAtPosition(position: MenuPositionDef, doc: Document = document): this {
    if (this.#dom.isConnected) return this;
    this.#focusedBefore = doc.activeElement;
    this.#draw();
    doc.body.append(this.#dom);
    this.#place(position);
    this.#parentEl?.addClass('has-active-menu');
    this.#dom.focus();
    void this.load();
    this.registerDomEvent(doc, 'pointerdown', (event) => {
      if (!(event.target instanceof Node && this.#dom.contains(event.target))) this.hide();
    }, true);
    return this;
  }

  hide(): this {
    if (!this.#dom.isConnected) return this;
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

  /** A menu for a click, shown once the handlers of that click have filled it. */
  static forEvent(event: PointerEvent | MouseEvent): Menu {
    event.preventDefault();
    const menu = new Menu();
    queueMicrotask(() => menu.showAtMouseEvent(event));
    return menu;
  }

  #draw(): void {
    this.#dom.empty();
    const items = this.#entries.filter((entry) => entry !== 'separator');
    const sections = [...new Set(items.map((item) => item.section))].sort((a, b) => sectionRank(a) - sectionRank(b));
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
      this.#choose(item, event);
    });
    item.dom.addEventListener('pointerenter', () => {
      this.#select(item);
    });
  }

  #choose(item: MenuItem, event: MouseEvent | KeyboardEvent): void {
    if (!item.enabled) return;
    this.hide();
    item.choose(event);
  }

  #select(item: MenuItem | undefined): void {
    for (const other of this.#dom.querySelectorAll('.selected')) other.removeClass('selected');
    if (item?.enabled === true) item.dom.addClass('selected');
  }

  #choosable(): MenuItem[] {
    const shown = this.#entries.filter((entry) => entry !== 'separator').filter((item) => item.enabled);
    return shown.sort((a, b) => this.#dom.indexOf(a.dom) - this.#dom.indexOf(b.dom));
  }

  #onKey(event: KeyboardEvent): void {
    const items = this.#choosable();
    const current = items.findIndex((item) => item.dom.hasClass('selected'));
    if (event.key === 'ArrowDown') this.#select(items[(current + 1) % items.length]);
    else if (event.key === 'ArrowUp') this.#select(items.at(current <= 0 ? -1 : current - 1));
    else if (event.key === 'Escape') this.hide();
    else if (event.key === 'Enter') {
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

/** The line between two groups of a menu. */
export class MenuSeparator {}
