import { NotImplementedError } from './not-implemented';
import { classNames, makeElement, makeSvg, replaceText, setAttribute, type ElementInfo } from './dom-element';
import { installDelegation } from './dom-delegation';
import { installLanguageHelpers } from './language-helpers';

type Info = ElementInfo | string;

/** Adds methods to a prototype. Like built-in methods, they are not enumerable. */
export function extend(target: object, methods: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  }
}

/**
 * Adds Obsidian's extensions to the page: element helpers, global functions, and methods of built-in objects.
 */
export function installDomHelpers(page: Window & typeof globalThis): void {
  installLanguageHelpers(page);
  installNodeHelpers(page);
  installElementHelpers(page);
  installHtmlHelpers(page);
  installDelegation(page);
  installGlobals(page);
}

function installNodeHelpers(page: Window & typeof globalThis): void {
  const within = (parent: Node, info: Info | undefined): ElementInfo => ({
    ...(typeof info === 'string' ? { cls: info } : info),
    parent,
  });
  extend(page.Node.prototype, {
    createEl(this: Node, tag: string, info?: Info, callback?: (el: HTMLElement) => void) {
      return makeElement(tag, within(this, info), callback);
    },
    createDiv(this: Node, info?: Info, callback?: (el: HTMLElement) => void) {
      return makeElement('div', within(this, info), callback);
    },
    createSpan(this: Node, info?: Info, callback?: (el: HTMLElement) => void) {
      return makeElement('span', within(this, info), callback);
    },
    createSvg(this: Node, tag: string, info?: Info, callback?: (el: SVGElement) => void) {
      return makeSvg(tag, within(this, info), callback);
    },
    detach(this: Node) {
      this.parentNode?.removeChild(this);
    },
    empty(this: Node) {
      while (this.lastChild !== null) this.removeChild(this.lastChild);
    },
    insertAfter(this: Node, node: Node, child: Node | null) {
      return this.insertBefore(node, child === null ? this.firstChild : child.nextSibling);
    },
    indexOf(this: Node, other: Node) {
      return [...this.childNodes].findIndex((node) => node === other);
    },
    setChildrenInPlace(this: Node, children: Node[]) {
      for (const node of [...this.childNodes]) if (!children.includes(node)) this.removeChild(node);
      for (const node of children) this.appendChild(node);
    },
    appendText(this: Node, text: string) {
      this.appendChild(document.createTextNode(text));
    },
    instanceOf(this: Node, type: abstract new () => unknown) {
      return this instanceof type;
    },
  });
  for (const [name, get] of [
    ['doc', () => page.document],
    ['win', () => page],
    ['constructorWin', () => page],
  ] as const) {
    Object.defineProperty(page.Node.prototype, name, { get, configurable: true });
  }
}

function installElementHelpers(page: Window & typeof globalThis): void {
  extend(page.Element.prototype, {
    getText(this: Element) {
      return this.textContent;
    },
    setText(this: Element, text: string | DocumentFragment) {
      replaceText(this, text);
    },
    addClass(this: Element, ...classes: string[]) {
      this.classList.add(...classes);
    },
    addClasses(this: Element, classes: string[]) {
      this.classList.add(...classes);
    },
    removeClass(this: Element, ...classes: string[]) {
      this.classList.remove(...classes);
    },
    removeClasses(this: Element, classes: string[]) {
      this.classList.remove(...classes);
    },
    toggleClass(this: Element, classes: string | string[], value: boolean) {
      for (const name of classNames(classes)) this.classList.toggle(name, value);
    },
    hasClass(this: Element, name: string) {
      return this.classList.contains(name);
    },
    setAttr(this: Element, name: string, value: string | number | boolean | null) {
      setAttribute(this, name, value);
    },
    setAttrs(this: Element, attributes: Record<string, string | number | boolean | null>) {
      for (const [name, value] of Object.entries(attributes)) setAttribute(this, name, value);
    },
    getAttr(this: Element, name: string) {
      return this.getAttribute(name);
    },
    matchParent(this: Element, selector: string, lastParent?: Element) {
      const found = this.closest(selector);
      return lastParent !== undefined && found !== null && !lastParent.contains(found) ? null : found;
    },
    getCssPropertyValue(this: Element, property: string, pseudoElement?: string) {
      return page.getComputedStyle(this, pseudoElement).getPropertyValue(property).trim();
    },
    isActiveElement(this: Element) {
      return page.document.activeElement === this;
    },
    ...finders,
    findAllSelf(this: Element, selector: string) {
      return [...(this.matches(selector) ? [this] : []), ...this.querySelectorAll(selector)];
    },
    setCssStyles(this: HTMLElement | SVGElement, styles: Partial<CSSStyleDeclaration>) {
      Object.assign(this.style, styles);
    },
    setCssProps(this: HTMLElement | SVGElement, properties: Record<string, string>) {
      for (const [name, value] of Object.entries(properties)) this.style.setProperty(name, value);
    },
  });
  extend(page.DocumentFragment.prototype, finders);
}

const finders = {
  find(this: ParentNode, selector: string) {
    return this.querySelector(selector);
  },
  findAll(this: ParentNode, selector: string) {
    return [...this.querySelectorAll(selector)];
  },
};

function installHtmlHelpers(page: Window & typeof globalThis): void {
  const unsupported = (name: string) => () => {
    throw new NotImplementedError(`HTMLElement.${name}`);
  };
  extend(page.HTMLElement.prototype, {
    show(this: HTMLElement) {
      this.style.removeProperty('display');
    },
    hide(this: HTMLElement) {
      Object.assign(this.style, { display: 'none' });
    },
    toggle(this: HTMLElement, show: boolean) {
      if (show) this.style.removeProperty('display');
      else Object.assign(this.style, { display: 'none' });
    },
    toggleVisibility(this: HTMLElement, visible: boolean) {
      this.style.visibility = visible ? '' : 'hidden';
    },
    isShown(this: HTMLElement) {
      return this.offsetParent !== null;
    },
    onClickEvent(
      this: HTMLElement,
      listener: (event: MouseEvent) => unknown,
      options?: boolean | AddEventListenerOptions,
    ) {
      this.addEventListener('click', listener, options);
      this.addEventListener('auxclick', listener, options);
    },
    trigger(this: HTMLElement, type: string) {
      this.dispatchEvent(new Event(type, { bubbles: true }));
    },
    onNodeInserted: unsupported('onNodeInserted'),
    onWindowMigrated: unsupported('onWindowMigrated'),
  });
  for (const [name, inner] of [
    [
      'innerWidth',
      (el: HTMLElement, style: CSSStyleDeclaration) => el.clientWidth - padding(style, 'Left', 'Right'),
    ],
    [
      'innerHeight',
      (el: HTMLElement, style: CSSStyleDeclaration) => el.clientHeight - padding(style, 'Top', 'Bottom'),
    ],
  ] as const) {
    Object.defineProperty(page.HTMLElement.prototype, name, {
      get(this: HTMLElement) {
        return inner(this, page.getComputedStyle(this));
      },
      configurable: true,
    });
  }
}

function padding(style: CSSStyleDeclaration, first: 'Left' | 'Top', second: 'Right' | 'Bottom'): number {
  return parseFloat(style[`padding${first}`]) + parseFloat(style[`padding${second}`]);
}

function installGlobals(page: Window & typeof globalThis): void {
  Object.assign(page, {
    activeWindow: page,
    activeDocument: page.document,
    createEl: makeElement,
    createDiv: (info?: Info, callback?: (el: HTMLElement) => void) => makeElement('div', info, callback),
    createSpan: (info?: Info, callback?: (el: HTMLElement) => void) => makeElement('span', info, callback),
    createSvg: makeSvg,
    createFragment(callback?: (fragment: DocumentFragment) => void) {
      const fragment = page.document.createDocumentFragment();
      callback?.(fragment);
      return fragment;
    },
    fish: (selector: string) => page.document.querySelector(selector),
    fishAll: (selector: string) => [...page.document.querySelectorAll(selector)],
  });
}
