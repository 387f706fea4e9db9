import iconLines from 'host:icons';
import type { icons as lucide } from 'lucide';

const svgNamespace = 'http://www.w3.org/2000/svg';

type Shapes = (typeof lucide)[keyof typeof lucide];

/** Converts `file-text` or `lucide-file-text` to `FileText`, its name in the icon package. */
function exportedName(id: string): string {
  const bare = id.startsWith('lucide-') ? id.slice('lucide-'.length) : id;
  return bare
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

function kebab(name: string): string {
  const words = [/([a-z])(\d)/g, /([a-z\d])([A-Z])/g, /([A-Z])([A-Z][a-z])/g];
  return words.reduce((text, border) => text.replace(border, '$1-$2'), name).toLowerCase();
}

/** The shapes of each icon as JSON, by the icon's name in the icon package. */
const builtIn: ReadonlyMap<string, string> = new Map(
  iconLines.split('\n').map((line) => {
    const end = line.indexOf(' ');
    return [line.slice(0, end), line.slice(end + 1)];
  }),
);

/** Returns the hidden `<svg>` element that holds the icons of plugins. */
function addedIcons(): SVGElement {
  const existing = document.body.querySelector<SVGElement>(':scope > svg.host-added-icons');
  if (existing !== null) return existing;
  const sheet = document.createElementNS(svgNamespace, 'svg');
  sheet.classList.add('host-added-icons');
  sheet.setAttribute('hidden', '');
  document.body.append(sheet);
  return sheet;
}

function addedIcon(id: string): Element | undefined {
  return [...addedIcons().children].find((symbol) => symbol.getAttribute('data-icon') === id);
}

function emptyIcon(id: string, viewBox: string): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', viewBox);
  svg.classList.add('svg-icon', id.startsWith('lucide-') ? id : `lucide-${id}`);
  return svg;
}

/** Returns an icon of the app or of a plugin; `null` if the name is unknown. */
export function getIcon(id: string): SVGSVGElement | null {
  const added = addedIcon(id);
  if (added !== undefined) {
    const svg = emptyIcon(id, '0 0 100 100');
    svg.append(...[...added.childNodes].map((node) => node.cloneNode(true)));
    return svg;
  }
  const text = builtIn.get(exportedName(id));
  if (text === undefined) return null;
  const shapes = JSON.parse(text) as Shapes;
  const svg = emptyIcon(id, '0 0 24 24');
  for (const [tag, attributes] of shapes) {
    const shape = document.createElementNS(svgNamespace, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
    svg.append(shape);
  }
  return svg;
}

/** Returns the names of all icons. A name from the Lucide library begins with `lucide-`, as in the app. */
export function getIconIds(): string[] {
  const added = [...addedIcons().children].map((symbol) => symbol.getAttribute('data-icon') ?? '');
  return [...[...builtIn.keys()].map((name) => `lucide-${kebab(name)}`), ...added];
}

/**
 * Replaces the contents of an element by an icon. An unknown name leaves the element empty, as in the app,
 * and is recorded for {@link missingIcons}.
 */
export function setIcon(parent: HTMLElement, id: string): void {
  const icon = getIcon(id);
  if (icon !== null) {
    parent.replaceChildren(icon);
    return;
  }
  parent.replaceChildren();
  if (id === '') return;
  const names = new Set([...missingIcons(), id]);
  document.documentElement.setAttribute('data-host-missing-icons', [...names].join(' '));
}

/** Unknown names that were passed to {@link setIcon}. */
export function missingIcons(): string[] {
  const names = document.documentElement.getAttribute('data-host-missing-icons') ?? '';
  return names.split(' ').filter((name) => name !== '');
}

/** Adds an icon. `svgContent` is the content of an `<svg viewBox="0 0 100 100">`. */
export function addIcon(id: string, svgContent: string): void {
  const parsed = new DOMParser().parseFromString(
    `<svg xmlns="${svgNamespace}">${svgContent}</svg>`,
    'image/svg+xml',
  );
  const symbol = document.createElementNS(svgNamespace, 'symbol');
  symbol.setAttribute('data-icon', id);
  symbol.append(...[...parsed.documentElement.childNodes].map((node) => document.importNode(node, true)));
  addedIcon(id)?.remove();
  addedIcons().append(symbol);
}

/** Removes an icon that a plugin added. */
export function removeIcon(id: string): void {
  addedIcon(id)?.remove();
}
