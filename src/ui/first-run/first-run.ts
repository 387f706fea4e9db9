import type { App } from 'obsidian';
import { FirstRunModal, type FirstRunPorts } from './first-run-modal';

/** Device-local: the first run was done or skipped here. */
const storeKey = 'pdf-inbox-first-run';

export interface FirstRunOptions extends FirstRunPorts {
  /** Aborted when the plugin is unloaded. */
  readonly signal: AbortSignal;
  /** Called when the window was closed, in whatever way but the plugin's unloading. */
  readonly onClosed: () => void;
}

/** The one screen that a new user sees, once. */
export class FirstRun {
  #isOpen = false;

  constructor(
    private readonly app: App,
    private readonly options: FirstRunOptions,
  ) {}

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** True while nobody has set this vault up: no settings, no digest in any note, and not skipped on this device. */
  get isDue(): boolean {
    const { vault, metadataCache } = this.app;
    return (
      this.options.store.isNew &&
      this.app.loadLocalStorage(storeKey) === null &&
      !vault.getMarkdownFiles().some((note) => 'pdf_sha256' in (metadataCache.getFileCache(note)?.frontmatter ?? {}))
    );
  }

  /** `andThen` is called after `onClosed`. */
  open(andThen?: () => void): void {
    const { signal, onClosed } = this.options;
    if (this.#isOpen) return;
    this.#isOpen = true;
    const modal = new FirstRunModal(this.app, this.options);
    const close = (): void => modal.close();
    modal.setCloseCallback(() => {
      signal.removeEventListener('abort', close);
      this.#isOpen = false;
      if (signal.aborted) return;
      this.app.saveLocalStorage(storeKey, true);
      onClosed();
      andThen?.();
    });
    signal.addEventListener('abort', close);
    modal.open();
  }
}
