import type { App } from './app';
import { TFile } from './files';
import { NotImplementedError } from './not-implemented';
import { ItemView, type ViewLeaf } from './ui/view';

/** Obsidian's `FileView`: a view of one file of the vault. */
export abstract class FileView extends ItemView<App> {
  allowNoFile = false;
  override navigation = true;
  file: TFile | null = null;

  constructor(leaf: ViewLeaf<App>) {
    super(leaf);
    this.registerEvent(
      this.app.vault.on('rename', (file: unknown) => {
        if (file === this.file) this.updateHeader();
      }),
    );
  }

  override getDisplayText(): string {
    return this.file?.basename ?? '';
  }

  override getState(): Record<string, unknown> {
    return this.file === null ? {} : { file: this.file.path };
  }

  override async setState(state: unknown): Promise<void> {
    const path = typeof state === 'object' && state !== null && 'file' in state ? state.file : undefined;
    if (typeof path !== 'string') return;
    const file = this.app.vault.getFileByPath(path);
    if (file === null) throw new Error(`There is no file ${path}.`);
    if (this.file !== null && this.file !== file) await this.onUnloadFile(this.file);
    this.file = file;
    await this.onLoadFile(file);
    this.updateHeader();
  }

  abstract onLoadFile(file: TFile): Promise<void>;

  onUnloadFile(_file: TFile): Promise<void> {
    return Promise.resolve();
  }

  canAcceptExtension(_extension: string): boolean {
    throw new NotImplementedError('FileView.canAcceptExtension');
  }
}
