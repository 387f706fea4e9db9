import type { LinksApp } from '../ui/ports';
import { Keymap } from '../ui/keymap';

/** What is needed to draw links that lead somewhere. */
export interface LinkContext {
  readonly app: LinksApp;
  /** Path of the note the links stand in. */
  readonly sourcePath: string;
}

/** Everything before the heading or page part of a link. */
export function linkpathOf(linktext: string): string {
  return linktext.split('#', 1)[0] ?? '';
}

/** The inside of `[[target|alias]]`, cut at the first bar. In a table the bar is written `\|`. */
export function wikilinkParts(source: string): { target: string; alias: string | undefined } {
  const inside = source.replace(/^!?\[\[/, '').slice(0, -2).replaceAll('\\|', '|');
  const bar = inside.indexOf('|');
  if (bar < 0) return { target: inside.trim(), alias: undefined };
  return { target: inside.slice(0, bar).trim(), alias: inside.slice(bar + 1).trim() };
}

/** What a link without an alias shows. */
export function displayOf(target: string): string {
  return target.split('#').filter((part) => part !== '').join(' > ');
}

/** Whether a Markdown link's address leads out of the vault. */
export function isExternal(url: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(url);
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch (error) {
    // A stray per cent sign is no escape: the address is meant as it stands.
    if (error instanceof URIError) return url;
    throw error;
  }
}

/** A link into the vault. Its text is for the caller to fill. */
export function internalLink(target: string, context: LinkContext): HTMLAnchorElement {
  const { app, sourcePath } = context;
  const link = createEl('a', { cls: 'internal-link', href: target, attr: { 'data-href': target, rel: 'noopener nofollow' } });
  link.target = '_blank';
  const path = linkpathOf(target);
  const found = path === '' ? { path: sourcePath } : app.metadataCache.getFirstLinkpathDest(path, sourcePath);
  if (found === null) link.addClass('is-unresolved');
  link.addEventListener('click', (event) => {
    event.preventDefault();
    void app.workspace.openLinkText(target, sourcePath, Keymap.isModEvent(event) !== false);
  });
  return link;
}

/** The link of `[text](url)`. Its text is for the caller to fill. */
export function markdownLink(url: string, title: string | undefined, context: LinkContext): HTMLAnchorElement {
  const link = isExternal(url)
    ? createEl('a', { cls: 'external-link', href: url, attr: { rel: 'noopener nofollow', target: '_blank' } })
    : internalLink(decoded(url), context);
  if (title !== undefined) link.title = title;
  return link;
}

/** A place where a file of the vault is shown inside the note. The host shows which one, not its content. */
export function embed(source: string, context: LinkContext): HTMLElement {
  const { target, alias } = wikilinkParts(source);
  const box = createSpan({ cls: ['internal-embed', 'file-embed', 'mod-generic'], attr: { src: target, alt: alias ?? target } });
  const link = internalLink(target, context);
  if (link.hasClass('is-unresolved')) box.addClass('is-unresolved');
  link.setText(alias ?? displayOf(target));
  box.createDiv('file-embed-title').append(link);
  return box;
}
