import type {} from 'obsidian';

/** The options of `createEl` and similar functions in Obsidian. */
export interface ElementInfo {
  cls?: string | string[];
  text?: string | DocumentFragment;
  attr?: Record<string, string | number | boolean | null>;
  title?: string;
  parent?: Node;
  value?: string;
  type?: string;
  prepend?: boolean;
  placeholder?: string;
  href?: string;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Creates an HTML element like Obsidian's global `createEl`. */
export function makeElement(
  tag: string,
  info?: ElementInfo | string,
  callback?: (el: HTMLElement) => void,
): HTMLElement {
  const el = document.createElement(tag);
  applyInfo(el, typeof info === 'string' ? { cls: info } : (info ?? {}));
  callback?.(el);
  return el;
}

/** Creates an SVG element like Obsidian's global `createSvg`. */
export function makeSvg(
  tag: string,
  info?: ElementInfo | string,
  callback?: (el: SVGElement) => void,
): SVGElement {
  const el = document.createElementNS(svgNamespace, tag);
  if (!(el instanceof SVGElement)) throw new TypeError(`${tag} is not an SVG element`);
  applyInfo(el, typeof info === 'string' ? { cls: info } : (info ?? {}));
  callback?.(el);
  return el;
}

/** Sets an attribute, or removes it if the value is null. `true` is written as "true", as in Obsidian. */
export function setAttribute(el: Element, name: string, value: string | number | boolean | null): void {
  if (value === null) el.removeAttribute(name);
  else el.setAttribute(name, String(value));
}

/** Replaces the contents of an element by text or by a fragment. */
export function replaceText(el: Element, text: string | DocumentFragment): void {
  if (typeof text === 'string') el.textContent = text;
  else el.replaceChildren(text);
}

/** Splits class names in a string or in a list into single names. */
export function classNames(classes: string | string[]): string[] {
  return [classes]
    .flat()
    .flatMap((name) => name.split(' '))
    .filter((name) => name !== '');
}

function applyInfo(el: Element, info: ElementInfo): void {
  if (info.cls !== undefined) el.classList.add(...classNames(info.cls));
  if (info.text !== undefined) replaceText(el, info.text);
  for (const [name, value] of Object.entries(info.attr ?? {})) setAttribute(el, name, value);
  for (const name of ['title', 'type', 'placeholder', 'href'] as const) {
    const value = info[name];
    if (value !== undefined) el.setAttribute(name, value);
  }
  if (info.value !== undefined && 'value' in el) Reflect.set(el, 'value', info.value);
  if (info.parent === undefined) return;
  if (info.prepend === true) info.parent.insertBefore(el, info.parent.firstChild);
  else info.parent.appendChild(el);
}
