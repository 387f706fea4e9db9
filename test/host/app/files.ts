import { nameOf } from '../vault-path';
import type { EntryStat } from '../protocol';
import type { Vault } from './vault';

/**
 * A file or folder. The app uses the same object as long as the file or folder exists, even after a change or
 * a new name.
 */
export abstract class TAbstractFile {
  name: string;
  parent: TFolder | null = null;
  deleted = false;

  constructor(
    public vault: Vault,
    public path: string,
  ) {
    this.name = nameOf(path);
  }

  /** Only the vault calls this. */
  setPath(path: string): void {
    this.path = path;
    this.name = nameOf(path);
  }
}

export class TFile extends TAbstractFile {
  basename = '';
  extension = '';

  constructor(
    vault: Vault,
    path: string,
    public stat: EntryStat,
  ) {
    super(vault, path);
    this.setPath(path);
  }

  override setPath(path: string): void {
    super.setPath(path);
    const dot = this.name.lastIndexOf('.');
    const hasExtension = dot > 0 && dot < this.name.length - 1;
    this.basename = hasExtension ? this.name.slice(0, dot) : this.name;
    // The app converts the extension to lower case, so that `Scan.PDF` is a PDF.
    this.extension = hasExtension ? this.name.slice(dot + 1).toLowerCase() : '';
  }
}

export class TFolder extends TAbstractFile {
  children: TAbstractFile[] = [];

  isRoot(): boolean {
    return this.path === '/';
  }
}
