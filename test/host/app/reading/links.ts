import type { LinksApp } from '../ui/ports';
import { Keymap } from '../ui/keymap';

/** The data that links need for rendering. */
export interface LinkContext {
  readonly app: LinksApp;
  /** Path of the note that contains the links. */
  readonly sourcePath: string;
}

/** Returns the part of a link before its first `#`. */
export function linkpathOf(linktext: string): string {
  return linktext.split('#', 1)[0] ?? '';
}

/**
 * Returns the target and the alias in `[[target|alias]]`, split at the first pipe. In a table, the pipe is
 * written as `\|`.
 */
export function wikilinkParts(source: string): { target: string; alias: string | undefined } {
  const inside = source
    .replace(/^!?\[\[/, '')
    .slice(0, -2)
    .replaceAll('\\|', '|');
  const bar = inside.indexOf('|');
  if (bar < 0) return { target: inside.trim(), alias: undefined };
  return { target: inside.slice(0, bar).trim(), alias: inside.slice(bar + 1).trim() };
}

/** Returns the text that a link shows when it has no alias. */
export function displayOf(target: string): string {
  return target
    .split('#')
    .filter((part) => part !== '')
    .join(' > ');
}

/** Returns whether a Markdown link's address is outside the vault. */
export function isExternal(url: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(url);
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch (error) {
    // A percent sign without hexadecimal digits is not an escape, so the address is used unchanged.
    if (error instanceof URIError) return url;
    throw error;
  }
}

/** Creates a link into the vault. The caller adds its text. */
export function internalLink(target: string, context: LinkContext): HTMLAnchorElement {
  const { app, sourcePath } = context;
  const link = createEl('a', {
    cls: 'internal-link',
    href: target,
    attr: { 'data-href': target, rel: 'noopener nofollow' },
  });
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

/** Creates the link of `[text](url)`. The caller adds its text. */
export function markdownLink(
  url: string,
  title: string | undefined,
  context: LinkContext,
): HTMLAnchorElement {
  const link = isExternal(url)
    ? createEl('a', { cls: 'external-link', href: url, attr: { rel: 'noopener nofollow', target: '_blank' } })
    : internalLink(decoded(url), context);
  if (title !== undefined) link.title = title;
  return link;
}

/** Creates an embed of a file. It shows the file's name, not its content. */
export function embed(source: string, context: LinkContext): HTMLElement {
  const { target, alias } = wikilinkParts(source);
  const box = createSpan({
    cls: ['internal-embed', 'file-embed', 'mod-generic'],
    attr: { src: target, alt: alias ?? target },
  });
  const link = internalLink(target, context);
  if (link.hasClass('is-unresolved')) box.addClass('is-unresolved');
  link.setText(alias ?? displayOf(target));
  box.createDiv('file-embed-title').append(link);
  return box;
}
