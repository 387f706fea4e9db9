import { joinPath, normalizePath, parentOf } from '../vault-path';
import type { DataWriteOptions } from './adapter';
import { TFile, TFolder, type TAbstractFile } from './files';
import { rewriteLinks, referencesTo } from './link-update';
import type { MetadataCache } from './metadata-cache';
import { NotImplementedError } from './not-implemented';
import type { Vault } from './vault';
import { withFrontMatter } from './yaml';

/** Obsidian's `FileManager`: file operations that follow the user's preferences in `app.json`. */
export class FileManager {
  constructor(
    private readonly vault: Vault,
    private readonly metadataCache: MetadataCache,
    private readonly activeFile: () => TFile | null,
  ) {}

  getNewFileParent(sourcePath: string): TFolder {
    const { newFileLocation, newFileFolderPath } = this.vault.config;
    const root = this.vault.getRoot();
    if (newFileLocation === 'current') return this.vault.getFolderByPath(parentOf(sourcePath)) ?? root;
    if (newFileLocation === 'folder')
      return this.vault.getFolderByPath(normalizePath(newFileFolderPath ?? '/')) ?? root;
    return root;
  }

  /** Renames a file or folder and updates every link to it or to a file in it. */
  async renameFile(file: TAbstractFile, newPath: string): Promise<void> {
    const references = referencesTo(file, this.vault, this.metadataCache);
    await this.vault.rename(file, newPath);
    await rewriteLinks(references, this.vault, this.metadataCache);
  }

  promptForDeletion(): Promise<boolean> {
    throw new NotImplementedError('FileManager.promptForDeletion');
  }

  /** Deletes in the way that the user prefers: to the system's trash, to `.trash`, or permanently. */
  async trashFile(file: TAbstractFile): Promise<void> {
    const how = this.vault.config.trashOption ?? 'system';
    const { adapter } = this.vault;
    if (how === 'system') await adapter.trashSystem(file.path);
    else if (how === 'local') await adapter.trashLocal(file.path);
    else if (file instanceof TFolder) await adapter.rmdir(file.path, true);
    else await adapter.remove(file.path);
  }

  /**
   * Returns a link in the form that the user prefers. A link to a file that is not a note is an embed, with a
   * leading `!`.
   */
  generateMarkdownLink(file: TFile, sourcePath: string, subpath = '', alias = ''): string {
    const asMarkdown = this.vault.config.useMarkdownLinks === true;
    const path = this.metadataCache.fileToLinktext(file, sourcePath, !asMarkdown);
    const linktext = file.path === sourcePath && subpath !== '' ? subpath : path + subpath;
    const mark = file.extension === 'md' ? '' : '!';
    if (asMarkdown) return `${mark}[${alias === '' ? file.basename : alias}](${encodeTarget(linktext)})`;
    if (alias === '') return `${mark}[[${linktext}]]`;
    if (alias.toLowerCase() === linktext.toLowerCase()) return `${mark}[[${alias}]]`;
    return `${mark}[[${linktext}|${alias}]]`;
  }

  async processFrontMatter(
    file: TFile,
    fn: (frontmatter: Record<string, unknown>) => void,
    options?: DataWriteOptions,
  ): Promise<void> {
    if (file.extension !== 'md') throw new Error('Only a Markdown file has frontmatter.');
    await this.vault.process(file, (content) => withFrontMatter(content, fn), options);
  }

  /**
   * Returns a free path for an attachment in the folder that the user set. Creates the folder if it is
   * missing.
   */
  async getAvailablePathForAttachment(filename: string, sourcePath?: string): Promise<string> {
    const folder = this.#attachmentFolder(sourcePath ?? this.activeFile()?.path ?? '');
    if (folder !== '/' && this.vault.getFolderByPath(folder) === null) await this.vault.createFolder(folder);
    const taken = new Set(
      this.vault.getFolderByPath(folder)?.children.map((child) => child.name.toLowerCase()),
    );
    const dot = filename.lastIndexOf('.');
    const [base, extension] = dot > 0 ? [filename.slice(0, dot), filename.slice(dot)] : [filename, ''];
    let name = filename;
    for (let number = 1; taken.has(name.toLowerCase()); number++) name = `${base} ${number}${extension}`;
    return joinPath(folder, name);
  }

  #attachmentFolder(sourcePath: string): string {
    const set = this.vault.config.attachmentFolderPath ?? '/';
    if (!set.startsWith('./') && set !== '.') return normalizePath(set);
    const inside = set.slice(2);
    return inside === '' ? parentOf(sourcePath) : joinPath(parentOf(sourcePath), normalizePath(inside));
  }
}

function encodeTarget(target: string): string {
  // Only characters that would end or break the link are encoded. All others stay readable, as in the app.
  return [...target].map((char) => (char <= ' ' || char === '\\' ? encodeURIComponent(char) : char)).join('');
}
