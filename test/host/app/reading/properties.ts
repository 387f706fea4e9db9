import { setIcon } from '../ui/icons';
import { displayOf, internalLink, isExternal, wikilinkParts, type LinkContext } from './links';

type Kind = 'tags' | 'multitext' | 'checkbox' | 'number' | 'datetime' | 'date' | 'text';

const kindIcons: Record<Kind, string> = {
  tags: 'lucide-tags',
  multitext: 'lucide-list',
  checkbox: 'lucide-square-check',
  number: 'lucide-binary',
  datetime: 'lucide-clock',
  date: 'lucide-calendar',
  text: 'lucide-text',
};

function kindOf(key: string, value: unknown): Kind {
  if (key === 'tags') return 'tags';
  if (Array.isArray(value)) return 'multitext';
  if (typeof value === 'boolean') return 'checkbox';
  if (typeof value === 'number') return 'number';
  if (typeof value !== 'string') return 'text';
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(value)) return 'datetime';
  return /^\d{4}-\d\d-\d\d$/.test(value) ? 'date' : 'text';
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function dateText(value: string, kind: Kind): string {
  const parsed = new Date(kind === 'date' ? `${value}T00:00:00` : value);
  if (Number.isNaN(parsed.getTime())) return value;
  return kind === 'date' ? parsed.toLocaleDateString() : parsed.toLocaleString();
}

function renderText(text: string, parent: HTMLElement, context: LinkContext): void {
  if (/^\[\[[^\]]+\]\]$/.test(text)) {
    const { target, alias } = wikilinkParts(text);
    const link = internalLink(target, context);
    link.setText(alias ?? displayOf(target));
    parent.append(link);
  } else if (isExternal(text) && /^https?:/.test(text)) {
    parent.createEl('a', { cls: 'external-link', href: text, text });
  } else {
    parent.append(text);
  }
}

function renderPill(value: unknown, key: string, parent: HTMLElement, context: LinkContext): void {
  const pill = parent.createDiv('multi-select-pill').createDiv('multi-select-pill-content');
  if (key === 'tags') pill.setText(plain(value));
  else renderText(plain(value), pill, context);
}

function renderValue(
  key: string,
  value: unknown,
  kind: Kind,
  parent: HTMLElement,
  context: LinkContext,
): void {
  if (kind === 'tags' || kind === 'multitext') {
    const holder = parent.createDiv('multi-select-container');
    const values: unknown[] = Array.isArray(value) ? value : [value];
    for (const item of values) renderPill(item, key, holder, context);
  } else if (kind === 'checkbox') {
    parent.createEl('input', { cls: 'metadata-input-checkbox', type: 'checkbox' }).checked = value === true;
  } else if (kind === 'date' || kind === 'datetime') {
    parent.createDiv({ cls: 'metadata-input', text: dateText(plain(value), kind) });
  } else {
    renderText(plain(value), parent.createDiv('metadata-input-longtext'), context);
  }
}

/** Renders the table of properties above a note. */
export function renderProperties(
  properties: ReadonlyMap<string, unknown>,
  parent: HTMLElement,
  context: LinkContext,
): void {
  const container = parent.createDiv('metadata-container');
  container.createDiv({ cls: 'metadata-properties-heading', text: 'Properties' });
  const table = container.createDiv('metadata-content').createDiv('metadata-properties');
  for (const [key, value] of properties) {
    const kind = kindOf(key, value);
    const row = table.createDiv({
      cls: 'metadata-property',
      attr: { 'data-property-key': key, 'data-property-type': kind },
    });
    const keyEl = row.createDiv('metadata-property-key');
    setIcon(keyEl.createSpan('metadata-property-icon'), kindIcons[kind]);
    keyEl.createSpan({ cls: 'metadata-property-key-input', text: key });
    renderValue(key, value, kind, row.createDiv('metadata-property-value'), context);
  }
}
