import type { App } from './app';
import { Component } from './component';
import { FileView } from './file-view';
import { TFile } from './files';
import { NotImplementedError } from './not-implemented';
import { renderReadingView } from './reading';
import { ItemView } from './ui/view';
import type { WorkspaceLeaf } from './workspace-leaf';

/** The view of a new tab. It also replaces a view whose plugin was disabled. */
class EmptyView extends ItemView<App> {
  override icon = 'lucide-file';

  getViewType(): string {
    return 'empty';
  }

  getDisplayText(): string {
    return 'New tab';
  }
}

/** A note in reading view. It is rendered again when the note changes. Ticking a task changes the note. */
export class MarkdownView extends FileView {
  override icon = 'lucide-file';
  #drawn = new Component();
  #drawing: Promise<void> = Promise.resolve();

  getViewType(): string {
    return 'markdown';
  }

  getMode(): 'preview' {
    return 'preview';
  }

  get editor(): never {
    throw new NotImplementedError('MarkdownView.editor');
  }

  override onload(): void {
    this.registerEvent(
      this.app.metadataCache.on('changed', (file: unknown) => {
        if (file === this.file) this.#redraw();
      }),
    );
    this.register(() => {
      this.#drawn.unload();
    });
  }

  override async onLoadFile(): Promise<void> {
    this.#redraw();
    await this.#drawing;
  }

  #redraw(): void {
    this.#drawing = this.#drawing.then(() => this.#draw());
  }

  async #draw(): Promise<void> {
    const { file } = this;
    if (file === null || file.deleted) return;
    const text = await this.app.vault.cachedRead(file);
    this.#drawn.unload();
    this.#drawn = new Component();
    void this.#drawn.load();
    await renderReadingView(text, this.contentEl, {
      app: this.app,
      sourcePath: file.path,
      component: this.#drawn,
      onTask: (line, done) => void this.#tick(file, line, done),
    });
  }

  async #tick(file: TFile, line: number, done: boolean): Promise<void> {
    await this.app.vault.process(file, (text) => {
      const lines = text.split('\n');
      lines[line] = (lines[line] ?? '').replace(/\[.\]/, done ? '[x]' : '[ ]');
      return lines.join('\n');
    });
  }
}

/** A substitute for the app's PDF viewer. It shows the name of the file and the subpath. */
export class PdfView extends FileView {
  override icon = 'lucide-file-text';
  #subpath = '';

  getViewType(): string {
    return 'pdf';
  }

  override onLoadFile(): Promise<void> {
    this.#draw();
    return Promise.resolve();
  }

  override getEphemeralState(): Record<string, unknown> {
    return { subpath: this.#subpath };
  }

  override setEphemeralState(state: unknown): void {
    const subpath = typeof state === 'object' && state !== null && 'subpath' in state ? state.subpath : '';
    this.#subpath = typeof subpath === 'string' ? subpath : '';
    this.#draw();
  }

  #draw(): void {
    this.contentEl.empty();
    const holder = this.contentEl.createDiv('pdf-placeholder');
    holder.createDiv({ cls: 'pdf-placeholder-name', text: this.file?.name ?? '' });
    holder.createDiv({ cls: 'pdf-placeholder-subpath', text: this.#subpath });
  }
}

/** A substitute for the app's view of a `.base` file. It shows the text of the file. */
export class BaseView extends FileView {
  override icon = 'lucide-layout-list';

  getViewType(): string {
    return 'bases';
  }

  override async onLoadFile(file: TFile): Promise<void> {
    this.contentEl.empty();
    this.contentEl.createEl('pre', { cls: 'base-placeholder', text: await this.app.vault.cachedRead(file) });
  }
}

/** Registers the app's own views. */
export function registerOwnViews(app: App): void {
  app.viewRegistry.registerView('empty', (leaf: WorkspaceLeaf) => new EmptyView(leaf));
  app.viewRegistry.registerView('markdown', (leaf: WorkspaceLeaf) => new MarkdownView(leaf));
  app.viewRegistry.registerView('pdf', (leaf: WorkspaceLeaf) => new PdfView(leaf));
  app.viewRegistry.registerView('bases', (leaf: WorkspaceLeaf) => new BaseView(leaf));
  app.viewRegistry.registerExtension('base', 'bases');
  app.viewRegistry.registerExtension('md', 'markdown');
  app.viewRegistry.registerExtension('pdf', 'pdf');
}
