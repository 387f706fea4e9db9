import { joinPath, nameOf, normalizePath, parentOf } from '../vault-path';
import type { VaultConfig } from '../protocol';
import { TFile, type TAbstractFile } from './files';
import type { Vault } from './vault';

/** Returns the part of a link text before `#`. */
export function getLinkpath(linktext: string): string {
  return parseLinktext(linktext).path;
}

/** Splits a link text into the path and the subpath, which begins with `#`. */
export function parseLinktext(linktext: string): { path: string; subpath: string } {
  const hash = linktext.indexOf('#');
  const path = hash < 0 ? linktext : linktext.slice(0, hash);
  return {
    path: path
      .replace(/\u00a0/g, ' ')
      .normalize('NFC')
      .trim(),
    subpath: hash < 0 ? '' : linktext.slice(hash),
  };
}

/** Finds the file for a link, and the link for a file. */
export class LinkResolver {
  /** Files by lower-case name, in order of creation. */
  readonly #byName = new Map<string, Set<TFile>>();

  constructor(private readonly vault: Vault) {
    vault.on('create', (file: TAbstractFile) => {
      this.#add(file);
    });
    vault.on('delete', (file: TAbstractFile) => {
      this.#remove(file, file.name);
    });
    vault.on('rename', (file: TAbstractFile, oldPath: string) => {
      this.#remove(file, nameOf(oldPath));
      this.#add(file);
    });
  }

  /**
   * Returns the file for a path in a link of the note `sourcePath`: the file that has exactly this path, or
   * otherwise a file whose path ends with the path in the link. Among several such files, a file in the
   * note's folder is preferred, then the file with the shortest path.
   */
  resolve(linkpath: string, sourcePath: string): TFile | null {
    if (linkpath === '') return this.vault.getFileByPath(sourcePath);
    const relative = /^\.{1,2}\//.test(linkpath);
    const wanted = normalizePath(relative ? resolveDots(joinPath(parentOf(sourcePath), linkpath)) : linkpath);
    for (const path of [wanted, `${wanted}.md`]) {
      const exact = this.vault.getFileByPath(path);
      if (exact !== null) return exact;
    }
    if (linkpath.startsWith('/')) return null;
    return this.#nearest(this.#ending(wanted).concat(this.#ending(`${wanted}.md`)), sourcePath);
  }

  /** Returns the text of a link in the note `sourcePath` to a file, in the form that the vault prefers. */
  linktext(
    file: TFile,
    sourcePath: string,
    format: VaultConfig['newLinkFormat'],
    omitMdExtension: boolean,
  ): string {
    const shown = (path: string): string =>
      omitMdExtension && file.extension === 'md' ? path.replace(/\.md$/i, '') : path;
    if (format === 'absolute') return shown(file.path);
    if (format === 'relative') return shown(relativePath(parentOf(sourcePath), file.path));
    const sameName = this.#byName.get(file.name.toLowerCase())?.size ?? 0;
    return shown(sameName > 1 ? file.path : file.name);
  }

  #ending(path: string): TFile[] {
    const wanted = path.toLowerCase();
    const named = [...(this.#byName.get(nameOf(wanted)) ?? [])];
    return named.filter((file) => `/${file.path.toLowerCase()}`.endsWith(`/${wanted}`));
  }

  #nearest(files: TFile[], sourcePath: string): TFile | null {
    const folder = parentOf(sourcePath);
    const rank = (file: TFile): number => (parentOf(file.path) === folder ? 0 : file.path.length);
    return [...files].sort((one, other) => rank(one) - rank(other))[0] ?? null;
  }

  #add(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    const name = file.name.toLowerCase();
    this.#byName.set(name, (this.#byName.get(name) ?? new Set()).add(file));
  }

  #remove(file: TAbstractFile, name: string): void {
    if (file instanceof TFile) this.#byName.get(name.toLowerCase())?.delete(file);
  }
}

function resolveDots(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function relativePath(fromFolder: string, to: string): string {
  const from = fromFolder === '/' ? [] : fromFolder.split('/');
  const target = to.split('/');
  let shared = 0;
  while (shared < from.length && from[shared] === target[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}
